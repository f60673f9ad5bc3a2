#!/usr/bin/env python3
"""Makes further labelled pairs for `train_facts.rs` out of labelled changes and free text.

usage: train_facts_rows.py OUT TREEBANK… -- ROWS…

TREEBANK  CoNLL-U files, gzipped (`# newdoc`, `# newpar`, `# text`), whose paragraphs surround the changes
ROWS      files of labelled changes as `train_facts.rs` reads them

OUT/same.jsonl     documents that did not change, in which `train_facts` plants changes
OUT/context.jsonl  single changes set between paragraphs of a document
OUT/joined.jsonl   two to four changes in one text, all of one fold, so that nothing held out is learnt from

The same input makes the same rows.
"""
import collections
import gzip
import json
import random
import sys

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


def main(arguments):
    out, rest = arguments[0], arguments[1:]
    split = rest.index("--")
    texts = documents(rest[:split])
    rows = [json.loads(line) for path in rest[split + 1:] for line in open(path, encoding="utf-8")]
    draw = random.Random(5)
    for name, made in (("same", same(texts)), ("context", in_context(rows, texts, draw)), ("joined", joined(rows, draw))):
        with open(f"{out}/{name}.jsonl", "w", encoding="utf-8") as file:
            file.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in made)


if __name__ == "__main__":
    main(sys.argv[1:]) if "--" in sys.argv else sys.exit(__doc__)
