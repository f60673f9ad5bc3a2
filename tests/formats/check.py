"""Reads every export with a program that is not ours.

usage: check.py DIR      DIR holds story.ics, changes.atom, changes.json, story.jsonld, story.timelinejs.json,
                         story.csv, story.knightlab.csv and the folder tables of Parquet files as the program wrote them

Exits with 1 and one line a fault.
The timeline has an entry that was added by hand: "=Sirens; "all" clear, <b>at dawn</b>", with two tags, a note, a sentence
of `lantern v2`, a page and a document as its sources.
"""
import csv
import datetime
import json
import pathlib
import sys

import duckdb
import feedparser
import icalendar

FAULTS = []
ADDED = '=Sirens; "all" clear, <b>at dawn</b>'
LANTERN = "https://lantern.example/1?a=1&b=2"
PAGE = "https://city.example/alerts?day=24&part=1"


def expect(fact, words):
    if not fact:
        FAULTS.append(words)


def calendar(path):
    read = icalendar.Calendar.from_ical(path.read_bytes())
    events = [part for part in read.walk() if part.name == "VEVENT"]
    expect(events, "the calendar holds no event")
    for event in events:
        for name in ("UID", "DTSTAMP", "DTSTART", "SUMMARY"):
            expect(name in event, f"an event has no {name}")
        expect(not event.errors, f"{event.get('UID')}: {event.errors}")
    uids = [str(event["UID"]) for event in events]
    expect(len(uids) == len(set(uids)), "two events share a UID")
    added = [event for event in events if "at dawn" in str(event["SUMMARY"])]
    expect(len(added) == 1 and str(added[0]["SUMMARY"]) == ADDED, "the calendar tells the added entry otherwise")
    for event in added:
        tags = sorted(str(tag) for tag in event["CATEGORIES"].cats)
        expect(tags == ["air raid", "one  two"], f"the calendar has the categories {tags}")
        expect(PAGE in str(event["DESCRIPTION"]) and "log, page 3" in str(event["DESCRIPTION"]), "a source is missing")
        expect(str(event["URL"]) == LANTERN, f"the calendar leads to {event.get('URL')}")
    expect(all("URL" in event for event in events), "an event of the calendar leads to no page")


def atom(path):
    read = feedparser.parse(path.read_bytes())
    expect(not read.bozo, f"the Atom feed is not well-formed: {read.get('bozo_exception')}")
    expect(read.version == "atom10", f"the Atom feed reads as {read.version}")
    expect(read.entries, "the Atom feed holds no entry")
    for entry in read.entries:
        expect(entry.get("id") and entry.get("title") and entry.get("updated_parsed"), "an Atom entry lacks a part")


def json_feed(path):
    read = json.loads(path.read_text("utf-8"))
    expect(read["version"] == "https://jsonfeed.org/version/1.1", "the JSON Feed has another version")
    ids = [item["id"] for item in read["items"]]
    expect(ids and len(ids) == len(set(ids)), "the JSON Feed's ids are none or not unique")
    for item in read["items"]:
        datetime.datetime.fromisoformat(item["date_published"])
        expect("content_html" in item or "content_text" in item, "a JSON Feed item has no content")


def json_ld(path):
    read = json.loads(path.read_text("utf-8"))
    expect(read["@context"] == "https://schema.org", "the JSON-LD has another context")
    expect("ClaimReview" not in path.read_text("utf-8"), "the JSON-LD gives a verdict")
    for position, row in enumerate(read["itemListElement"], 1):
        expect(row["position"] == position and row["item"]["@type"] in ("Event", "Quotation"), "a JSON-LD item is odd")
    added = [row["item"] for row in read["itemListElement"] if "keywords" in row["item"]]
    expect(len(added) == 1 and added[0]["keywords"] == ["air raid", "one, two"], "the JSON-LD has other keywords")
    for item in added:
        pages = {work.get("url") for work in item["subjectOf"]}
        expect({LANTERN, PAGE} <= pages, f"the JSON-LD leads to {pages}")
        expect("log, page 3" in [work.get("name") for work in item["subjectOf"]], "a document is missing")


def real_date(parts):
    datetime.datetime(parts["year"], parts.get("month", 1), parts.get("day", 1), parts.get("hour", 0), parts.get("minute", 0))
    return [parts.get(name, 0) for name in ("year", "month", "day", "hour", "minute")]


def timelinejs(path):
    read = json.loads(path.read_text("utf-8"))
    ids = [slide["unique_id"] for slide in read["events"]]
    expect(ids and len(ids) == len(set(ids)), "TimelineJS: ids are none or not unique")
    for slide in read["events"]:
        start = real_date(slide["start_date"])
        expect("end_date" not in slide or start <= real_date(slide["end_date"]), "TimelineJS: an end before its start")
        expect(slide["text"]["headline"], "TimelineJS: a slide says nothing")
        expect("<b>" not in slide["text"]["headline"], "TimelineJS: words of an editor are HTML")
        expect('href="https://' in slide["text"]["text"], "TimelineJS: a slide leads to no page")


def timeline_table(path):
    with path.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["added_by"]]
    expect(len(rows) == 1, f"{path.name}: {len(rows)} entries were added by hand")
    for row in rows:
        want = {"text": "'" + ADDED, "tags": "air raid; one, two", "note": "'@desk: told by phone", "added_by": "Ann Lee"}
        expect({name: row[name] for name in want} == want, f"{path.name}: {row}")
        expect(row["addresses"].split() == [LANTERN, PAGE], f"{path.name}: {row['addresses']}")


def table(path, columns):
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    expect(len(rows) > 1, f"{path.name} has no rows")
    for row in rows:
        expect(len(row) == columns, f"{path.name}: a row of {len(row)} cells")
        expect(not any(cell[:1] in tuple("=+-@") and cell for cell in row), f"{path.name}: a cell starts a formula")


def parquet(tables):
    asked = duckdb.connect()
    def rows(sql):
        return asked.execute(sql.format(tables)).fetchall()
    versions = rows("SELECT article, count(*), min(version), max(version) FROM '{}/texts.parquet' GROUP BY 1 ORDER BY 1")
    expect(len(versions) == 2 and all(own[1] == own[3] and own[2] == 1 for own in versions), f"texts.parquet: {versions}")
    joined = rows("SELECT count(*) FROM '{0}/claims.parquet' c JOIN '{0}/texts.parquet' t USING (article, version) "
                  "WHERE contains(t.text, c.text) OR contains(t.headline, c.text)")
    expect(joined[0][0] > 20, f"claims.parquet: {joined[0][0]} claims stand in their texts")
    changes = rows("SELECT count(*) FROM '{0}/changes.parquet' c JOIN '{0}/texts.parquet' t ON c.article = t.article AND c.to_version = t.version")
    expect(changes[0][0] > 5, f"changes.parquet: {changes[0][0]} changes lead to their versions")
    added = rows("SELECT text, tags FROM '{}/entries.parquet' WHERE added_by IS NOT NULL")
    expect(len(added) == 1 and added[0][1] == "air raid; one, two", f"entries.parquet: {added}")


folder = pathlib.Path(sys.argv[1])
calendar(folder / "story.ics")
atom(folder / "changes.atom")
json_feed(folder / "changes.json")
json_ld(folder / "story.jsonld")
timelinejs(folder / "story.timelinejs.json")
table(folder / "story.csv", 23)
timeline_table(folder / "story.csv")
table(folder / "story.knightlab.csv", 18)
parquet(folder / "tables")
print("\n".join(FAULTS) or "every export reads in another program")
sys.exit(1 if FAULTS else 0)
