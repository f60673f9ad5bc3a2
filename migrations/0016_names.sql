-- An article is named without its story too (`log herald`): that must not read all articles of the archive.
CREATE INDEX article_name ON article (slug);
