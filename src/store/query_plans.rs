//! Notes which statements run in a test, and asks `SQLite` how it would go through the tables for each.

use std::cell::RefCell;
use std::collections::BTreeSet;

use super::Store;

thread_local! {
    static NOTED: RefCell<BTreeSet<String>> = const { RefCell::new(BTreeSet::new()) };
}

/// Notes a statement that is about to run.
pub(super) fn note(sql: &str) {
    NOTED.with_borrow_mut(|noted| {
        if !noted.contains(sql) {
            noted.insert(sql.to_owned());
        }
    });
}

impl Store {
    /// Runs `work`; returns each statement that it ran on this thread with the steps of its plan.
    pub fn query_plans_of(&self, work: impl FnOnce()) -> Vec<(String, Vec<String>)> {
        NOTED.take();
        work();
        let noted = NOTED.take();
        noted.into_iter().map(|sql| (self.plan(&sql), sql)).map(|(plan, sql)| (sql, plan)).collect()
    }

    fn plan(&self, sql: &str) -> Vec<String> {
        let mut statement = self.connection.prepare(&format!("EXPLAIN QUERY PLAN {sql}")).expect("it has run before");
        // Parameters are left NULL: the plan does not rest on them.
        let mut rows = statement.raw_query();
        let mut steps = Vec::new();
        while let Some(row) = rows.next().expect("a step") {
            steps.push(row.get("detail").expect("text"));
        }
        steps
    }

    /// Returns the indexes that the migrations make.
    pub fn index_names(&self) -> Vec<String> {
        const SQL: &str = "SELECT name FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL";
        self.all(SQL, [], |row| row.get(0)).expect("a schema")
    }
}
