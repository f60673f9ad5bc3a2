//! Reads lists of pages: feeds, sitemaps and the front pages of sections.
//!
//! In: the bytes of a list and its address. Out: a [`PageList`], the pages that it names with what
//! it says of them. Whatever makes no sense in it is left out; a list that names nothing says so.
//!
//! - `page_list.rs`: what a list names
//! - `feed.rs`: RSS, Atom and JSON Feed; `dates.rs`: the dates that feeds write
//! - `sitemap.rs`: sitemaps, news sitemaps and their indexes, also packed with gzip
//! - `section.rs`: the links of a page that look like articles

mod dates;
mod feed;
mod page_list;
mod section;
mod section_table;
mod sitemap;

use url::Url;

use super::decode;

pub use page_list::{ListError, ListItem, ListKind, PageList};
pub use section::looks_like_article;

/// Pages that are taken from one list, at most.
const MAX_ITEMS: usize = 5_000;

/// Reads a list at `base`, whatever kind it is.
pub fn read_list(bytes: &[u8], content_type: Option<&str>, base: &Url) -> Result<PageList, ListError> {
    let unpacked = sitemap::unpacked(bytes)?;
    let text = decode(&unpacked, content_type).text;
    let head: String = text.trim_start_matches('\u{FEFF}').chars().take(2000).collect::<String>().to_ascii_lowercase();
    let mut list = if head.contains("<urlset") || head.contains("<sitemapindex") {
        sitemap::sitemap_links(&text, base)?
    } else if ["<rss", "<feed", "<rdf:rdf"].iter().any(|mark| head.contains(mark)) || head.trim_start().starts_with('{')
    {
        feed::feed_links(&text, base)?
    } else if head.contains("<html") || head.contains("<!doctype") || head.contains("<body") {
        section::section_links(&text, base)
    } else {
        return Err(ListError::NoList);
    };
    let mut seen = std::collections::HashSet::new();
    list.items.retain(|item| matches!(item.url.scheme(), "http" | "https") && seen.insert(item.url.clone()));
    list.items.truncate(MAX_ITEMS);
    match list.items.is_empty() && list.lists.is_empty() && list.kind == ListKind::Section {
        true => Err(ListError::NoList),
        false => Ok(list),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> PageList {
        let base = Url::parse("https://post.example/news/").unwrap();
        read_list(text.as_bytes(), None, &base).unwrap()
    }

    fn rows(list: &PageList) -> Vec<String> {
        let row = |item: &ListItem| {
            let published = item.published.map(|time| time.format(" %Y-%m-%dT%H:%M").to_string()).unwrap_or_default();
            format!("{} {}{published}", item.url, item.title.as_deref().unwrap_or("-"))
        };
        list.items.iter().map(row).collect()
    }

    #[test]
    fn feeds_of_every_kind_name_their_items() {
        let rss = "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Post</title><ttl>30</ttl>\
            <item><title>Fire &amp; smoke</title><link>https://post.example/fire#top</link><pubDate>Thu, 24 Apr 2025 08:00:00 BST</pubDate></item>\
            <item><title>No link</title></item><item><link>/flood</link><pubDate>soon</pubDate></item></channel></rss>";
        let list = read(rss);
        assert_eq!((list.title.as_deref(), list.ttl_minutes), (Some("Post"), Some(30)));
        assert_eq!(
            rows(&list),
            ["https://post.example/fire Fire & smoke 2025-04-24T07:00", "https://post.example/flood -"]
        );
        let atom = "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>P</title><entry><title>Fire</title>\
            <link rel=\"self\" href=\"/self\"/><link rel=\"alternate\" href=\"fire\"/><updated>2025-04-24T08:00:00Z</updated></entry></feed>";
        assert_eq!(rows(&read(atom)), ["https://post.example/news/fire Fire 2025-04-24T08:00"]);
        let json = r#"{"version": "https://jsonfeed.org/version/1.1", "title": "P", "items": [
            {"id": "1", "url": "https://post.example/fire", "title": "Fire", "content_text": "a", "date_published": "2025-04-24T08:00:00Z"}]}"#;
        assert_eq!(rows(&read(json)), ["https://post.example/fire Fire 2025-04-24T08:00"]);
    }

    #[test]
    fn sitemaps_name_pages_and_other_sitemaps() {
        let news = "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" xmlns:news=\"http://www.google.com/schemas/sitemap-news/0.9\">\
            <url><loc> https://post.example/fire?a=1&amp;b=2 </loc><lastmod>2025-04-24</lastmod><news:news><news:publication_date>2025-04-23T10:00:00+02:00</news:publication_date>\
            <news:title><![CDATA[Fire & smoke]]></news:title></news:news></url><url><loc>https://post.example/b</loc></url></urlset>";
        assert_eq!(
            rows(&read(news)),
            ["https://post.example/fire?a=1&b=2 Fire & smoke 2025-04-23T08:00", "https://post.example/b -"]
        );
        let index = "<sitemapindex><sitemap><loc>https://post.example/news.xml</loc></sitemap></sitemapindex>";
        let parts = |text: &str| read(text).lists.iter().map(|part| part.url.to_string()).collect::<Vec<_>>();
        assert_eq!(parts(index), ["https://post.example/news.xml"]);
        let bomb = "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><urlset><url><loc>https://post.example/&b;</loc></url></urlset>";
        assert_eq!(rows(&read(bomb)), ["https://post.example/ -"]); // entities of one's own are not expanded
    }

    #[test]
    fn a_sitemap_takes_no_words_of_pictures_and_begins_with_what_is_new() {
        let url = |name: &str, rest: &str| format!("<url><loc>https://post.example/{name}</loc>{rest}</url>");
        let image = "<image:image><image:loc>https://cdn.example/1.jpg</image:loc><image:title>The mill</image:title></image:image>";
        let day = |day: usize| format!("<lastmod>2025-04-{day}</lastmod>");
        let urls =
            [url("old", image), url("first", ""), url("a", &day(10)), url("b", &(day(12) + image)), url("c", &day(11))];
        let text = format!("<urlset>{}</urlset>", urls.concat());
        let order: Vec<_> =
            read(&text).items.iter().map(|item| (item.url.path().to_owned(), item.title.clone())).collect();
        let want = ["/b", "/c", "/a", "/first", "/old"].map(|path| (path.to_owned(), None));
        assert_eq!(order, want);
        let part = |n: usize| format!("<sitemap><loc>https://post.example/{n}.xml</loc>{}</sitemap>", day(10 + n));
        let index = format!("<sitemapindex>{}</sitemapindex>", (1..4).map(part).collect::<String>());
        let parts: Vec<_> = read(&index).lists.iter().map(|part| part.url.path().to_owned()).collect();
        assert_eq!(parts, ["/3.xml", "/2.xml", "/1.xml"]);
    }

    #[test]
    fn the_links_of_a_section_that_look_like_articles_are_taken() {
        let html = "<html><body><nav><a href='/about'>About us</a><a href='/sport'>Sport</a></nav>\
            <h2><a href='/news/2025/apr/24/mill-fire-kills-two'>Mill fire kills two, police say</a></h2>\
            <a href='https://www.post.example/news/bridge-over-the-mill-stays-shut-8812345'><h3>Bridge over the Mill stays shut</h3></a>\
            <a href='https://elsewhere.example/a-long-name-of-an-article-1234567'>An advertisement for something else</a>\
            <a href='/news/2025/apr/24/mill-fire-kills-two#comments'>12 comments</a><a href='/login?next=/a-b-c-d-e'>Sign in to read more</a></body></html>";
        assert_eq!(
            rows(&read(html)),
            [
                "https://post.example/news/2025/apr/24/mill-fire-kills-two Mill fire kills two, police say",
                "https://www.post.example/news/bridge-over-the-mill-stays-shut-8812345 Bridge over the Mill stays shut"
            ]
        );
    }

    #[test]
    fn a_headline_in_a_script_without_spaces_is_one() {
        let html = "<html><body><a href='/news/2025/apr/24/8812345'>東京駅前で火災、三人けが</a>\
            <a href='/news/2025/apr/24/8812346'>動画</a></body></html>";
        assert_eq!(rows(&read(html)), ["https://post.example/news/2025/apr/24/8812345 東京駅前で火災、三人けが"]);
    }

    #[test]
    fn what_is_no_list_says_so() {
        let base = Url::parse("https://post.example/").unwrap();
        for text in ["", "plain words", "<html><body><p>No link here.</p></body></html>", "<rss><channel", "{\"a\": 1}"]
        {
            let error = read_list(text.as_bytes(), None, &base).unwrap_err();
            assert!(!error.code().is_empty() && !error.to_string().is_empty(), "{text}");
        }
    }
}
