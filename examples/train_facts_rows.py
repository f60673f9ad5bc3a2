#!/usr/bin/env python3
"""Makes further labelled pairs for `train_facts.rs` out of labelled changes and free text.

usage: train_facts_rows.py OUT --treebank FILE… --rows FILE… --stories FOLDER…

--treebank  CoNLL-U files, gzipped (`# newdoc`, `# newpar`, `# text`), whose paragraphs surround the changes
--rows      files of labelled changes as `train_facts.rs` reads them
--stories   folders with a folder for each story: `story.json` (articles with their versions), `expected.json` (their
            changes) and the texts of the versions, the headline in the first line

OUT/same.jsonl     documents that did not change, in which `train_facts` plants changes
OUT/context.jsonl  single changes set between paragraphs of a document
OUT/joined.jsonl   two to four changes in one text, all of one fold, so that nothing held out is learnt from
OUT/stories.jsonl  each version of an article beside the one before

The same input makes the same rows.
"""
import argparse
import collections
import gzip
import json
import pathlib
import random

FOLDS = 5
LONGEST_SAME = 1500
LONGEST_CONTEXT = 1200
JOINED_A_FOLD = 90


def fold_of(name):
    """The part of the rows that a row is held out with; `fold_of` of `train_facts.rs`."""
    state = 7
    for byte in name.encode():
        state = ((state ^ byte) * 16777619) & 0xFFFFFFFF
    return state // 64 % FOLDS


def documents(paths):
    """Paragraphs of each document with eight sentences or more."""
    found = collections.OrderedDict()
    for path in paths:
        current = None
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                if line.startswith("# newdoc"):
                    current = found.setdefault(line.split("=")[1].strip(), [])
                elif line.startswith("# newpar"):
                    current.append([])
                elif line.startswith("# text ="):
                    if not current:
                        current.append([])
                    current[-1].append(line.split("=", 1)[1].strip())
    return {name: [" ".join(part) for part in parts] for name, parts in found.items() if sum(map(len, parts)) >= 8}


def same(texts):
    for name, parts in texts.items():
        text = "\n\n".join(parts)[:LONGEST_SAME]
        yield {"id": f"same-{name}", "doc": name, "a": text, "b": text, "expect": {"weight": "minor", "facets": []}}


def in_context(rows, texts, draw):
    names = list(texts)
    for row in rows:
        parts = texts[draw.choice(names)]
        at = draw.randrange(len(parts))
        before = "\n\n".join(parts[:at])[-LONGEST_CONTEXT:] + "\n\n"
        after = "\n\n" + "\n\n".join(parts[at:])[:LONGEST_CONTEXT]
        text = {side: before + row[side] + after for side in "ab"}
        yield dict(row, **text, plant=False, id=f"context-{row['id']}", doc=row["id"])


def joined(rows, draw):
    by_fold = collections.defaultdict(list)
    for row in rows:
        if not row.get("title_a"):
            by_fold[fold_of(row["id"])].append(row)
    for fold, own in sorted(by_fold.items()):
        for number in range(JOINED_A_FOLD):
            picked = draw.sample(own, draw.choice([2, 2, 3, 4]))
            between = draw.choice(["\n\n", " "])
            facts = [row["expect"] for row in picked if row["expect"]["weight"] == "material"]
            expect = {
                "weight": "material" if facts else "minor",
                "facets": [facet for fact in facts for facet in fact["facets"]],
                "optional": [facet for row in picked for facet in row["expect"].get("optional", [])],
            }
            text = {side: between.join(row[side] for row in picked) for side in "ab"}
            yield {"id": f"joined-{fold}-{number}", "doc": picked[0]["id"], "expect": expect, **text}


def body(text):
    """What stands below the headline, which is the first line that is not empty."""
    return text.lstrip("\n").partition("\n")[2]


def versions(folder):
    """Pairs of versions that follow each other, with the changes that the story's labels give."""
    for path in sorted(pathlib.Path(folder).iterdir()):
        story = json.loads((path / "story.json").read_text(encoding="utf-8"))
        changes = json.loads((path / "expected.json").read_text(encoding="utf-8"))["changes"]
        for article in story["articles"]:
            for at, (old, new) in enumerate(zip(article["versions"], article["versions"][1:]), start=1):
                own = [one for one in changes if (one["article"], one["from"], one["to"]) == (article["id"], at, at + 1)]
                facets = [{key: one[key] for key in ("kind", "before", "after")} for one in own if one["kind"] != "headline"]
                is_material = any(one["weight"] == "material" for one in own)
                yield {
                    "id": f"{path.name}|{article['id']}|{at}",
                    "doc": path.name,
                    "a": body((path / old["file"]).read_text(encoding="utf-8")),
                    "b": body((path / new["file"]).read_text(encoding="utf-8")),
                    "published_a": old.get("modified", old["published"]),
                    "published_b": new.get("modified", new["published"]),
                    "expect": {"weight": "material" if is_material else "minor", "facets": facets},
                }


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out")
    for name in ("treebank", "rows", "stories"):
        parser.add_argument(f"--{name}", nargs="+", required=True)
    arguments = parser.parse_args()
    texts = documents(arguments.treebank)
    rows = [json.loads(line) for path in arguments.rows for line in open(path, encoding="utf-8")]
    draw = random.Random(5)
    made = {
        "same": same(texts),
        "context": in_context(rows, texts, draw),
        "joined": joined(rows, draw),
        "stories": (pair for folder in arguments.stories for pair in versions(folder)),
    }
    for name, pairs in made.items():
        with open(f"{arguments.out}/{name}.jsonl", "w", encoding="utf-8") as file:
            file.writelines(json.dumps(pair, ensure_ascii=False) + "\n" for pair in pairs)


if __name__ == "__main__":
    main()
