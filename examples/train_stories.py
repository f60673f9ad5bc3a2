#!/usr/bin/env python3
"""Makes stories for `train_same_quantity.rs` out of labelled stories and labelled changes.

usage: train_stories.py --stories FOLDER… --rows FILE…

--stories  folders with a folder for each story: `story.json` (articles with their versions), `expected.json` (with
           `conflicts`) and the texts of the versions, the headline in the first line
--rows     files of labelled changes as `train_facts.rs` reads them: the two versions are taken for two articles on
           one matter

Prints a story a line. The same input makes the same lines.
"""
import argparse
import json
import pathlib

UNKNOWN = "2026-05-04T10:00:00Z"


def version(title, text, published, captured=None):
    return {"title": title, "text": text, "published": published, "captured": captured or published}


def of_folder(folder):
    story = json.loads((folder / "story.json").read_text(encoding="utf-8"))
    articles = []
    for article in story["articles"]:
        versions = []
        for one in article["versions"]:
            title, _, text = (folder / one["file"]).read_text(encoding="utf-8").lstrip("\n").partition("\n")
            versions.append(version(title, text, one.get("modified", one["published"]), one["captured"]))
        articles.append({"id": article["id"], "outlet": article["outlet"], "versions": versions})
    conflicts = json.loads((folder / "expected.json").read_text(encoding="utf-8"))["conflicts"]
    return {"id": folder.name, "timezone": story["timezone"], "articles": articles, "conflicts": conflicts}


def of_row(row):
    first = row.get("published_a") or UNKNOWN
    times = {"a": first, "b": row.get("published_b") or first}
    articles = [
        {"id": side, "outlet": side, "versions": [version(row.get(f"title_{side}") or "", row[side], time)]}
        for side, time in times.items()
    ]
    return {"id": row["id"], "timezone": "UTC", "articles": articles}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("stories", "rows"):
        parser.add_argument(f"--{name}", nargs="+", default=[], metavar="PATH")
    arguments = parser.parse_args()
    for folder in arguments.stories:
        for path in sorted(pathlib.Path(folder).iterdir()):
            print(json.dumps(of_folder(path), ensure_ascii=False))
    for path in arguments.rows:
        for line in open(path, encoding="utf-8"):
            print(json.dumps(of_row(json.loads(line)), ensure_ascii=False))


if __name__ == "__main__":
    main()
