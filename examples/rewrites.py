#!/usr/bin/env python3
"""Heavy rewrites that change no fact, one fact hidden among other words, or several: as labelled rows, or measured.

usage: rewrites.py                 print a labelled row a line, as `train_facts.rs` reads it
       rewrites.py --bin PROGRAM   compare every pair and print how many are called material
       rewrites.py --bin PROGRAM --wrong harmless|hidden|several
                                   print the pairs that are judged wrongly

`rewrites/*.txt` holds groups of lines, written for this project:

    ## topic
    A: the first version
    B: the same facts, rewritten
    T: kind | words of A | words of B | what the words of B become

Each `T:` makes a row of its own, with one hidden change; `B` itself changes no fact. A group without `T:` is one row, and its
`F:` lines name all facts that `B` changes, if any:

    F: kind | words of A | words of B

`¶` stands for a new paragraph. An empty field of `A` puts something in, an empty last field drops it.
The same input prints the same rows.
"""
import argparse
import collections
import json
import pathlib
import subprocess
import sys

FOLDER = pathlib.Path(__file__).parent / "rewrites"


def text_of(line):
    return "\n\n".join(part.strip() for part in line.split("¶"))


def groups(path):
    """Yields each group of a file: topic, both texts, hidden changes (`T:`), changed facts (`F:`)."""
    group = {}
    for number, line in enumerate([*path.read_text(encoding="utf-8").splitlines(), ""], 1):
        key, _, rest = line.partition(" ")
        if key == "##":
            group = {"topic": rest, "changes": [], "facts": []}
        elif key in ("A:", "B:"):
            group[key[0]] = text_of(rest)
        elif key in ("T:", "F:"):
            if not {"A", "B"} <= group.keys():
                sys.exit(f"{path.name}:{number}: both texts come first")
            fields = [field.strip() for field in rest.split("|")]
            length, is_once = (4, group["B"].count(fields[-2]) == 1) if key == "T:" else (3, fields[-1] in group["B"])
            if len(fields) != length or not is_once or fields[1] not in group["A"]:
                sys.exit(f"{path.name}:{number}: the words do not stand in the texts as they should")
            group["changes" if key == "T:" else "facts"].append(fields)
        elif group and not line:
            yield group
            group = {}


def tidy(text):
    """Mends the blanks that a dropped word leaves."""
    for wrong, right in (("  ", " "), (" ,", ","), (" .", ".")):
        text = text.replace(wrong, right)
    return text


def facet_of(kind, before, after):
    return {"kind": kind, "before": before or None, "after": after or None}


def rows():
    for path in sorted(FOLDER.glob("*.txt")):
        for place, group in enumerate(groups(path)):
            document = f"{path.stem}-{place:03}"
            shared = {"doc": document, "topic": group["topic"], "a": group["A"]}
            facets = [facet_of(*fact) for fact in group["facts"]]
            expect = {"weight": "material" if facets else "minor", "facets": facets}
            yield {"id": document, **shared, "b": group["B"], "expect": expect}
            for at, (kind, before, words, after) in enumerate(group["changes"]):
                new = tidy(group["B"].replace(words, after))
                expect = {"weight": "material", "facets": [facet_of(kind, before, after)]}
                yield {"id": f"{document}-{at}", **shared, "b": new, "expect": expect}


def measure(program, wrong):
    pairs = list(rows())
    lines = "".join(json.dumps({key: row[key] for key in ("id", "a", "b")}) + "\n" for row in pairs)
    answers = subprocess.run([program, "pipe", "compare"], input=lines, capture_output=True, text=True, check=True).stdout
    called, total = collections.Counter(), collections.Counter()
    for row, answer in zip(pairs, map(json.loads, answers.splitlines()), strict=True):
        is_hidden = row["expect"]["weight"] == "material"
        is_called = answer["verdict"]["weight"] == "material"
        is_several = is_hidden and row["id"] == row["doc"]
        sort = "several" if is_several else row["expect"]["facets"][0]["kind"] if is_hidden else "harmless"
        total[sort] += 1
        called[sort] += is_called
        if is_called != is_hidden and wrong == ("several" if is_several else "hidden" if is_hidden else "harmless"):
            print(row["id"], row["expect"]["facets"] or [(facet["kind"], facet["before"], facet["after"])
                  for change in answer["changes"] if change["weight"] == "material" for facet in change["facets"]])
    for sort in sorted(total):
        print(f"{sort:10} called material {called[sort]:4} of {total[sort]:4}")
    hidden = [sort for sort in total if sort not in ("harmless", "several")]
    found, all_hidden = sum(called[sort] for sort in hidden), sum(total[sort] for sort in hidden)
    print(f"hidden changes missed {1 - found / all_hidden:.3f}, harmless called material {called['harmless'] / total['harmless']:.3f}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bin")
    parser.add_argument("--wrong", choices=("harmless", "hidden", "several"))
    options = parser.parse_args()
    if options.wrong and not options.bin:
        parser.error("--wrong needs --bin")
    if options.bin:
        measure(options.bin, options.wrong)
    else:
        for row in rows():
            print(json.dumps(row, ensure_ascii=False))


if __name__ == "__main__":
    main()
