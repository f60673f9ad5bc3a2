#!/usr/bin/env python3
"""Times the web app as a visitor meets it, on a large story, and prints a line for each target.

    benches/serve.py PROGRAM [--articles 1000] [--versions 10] [--store FILE]

Makes a story of so many articles with so many versions each, reads it once, serves it, and asks each page again and
again, first alone, then while another process records a version every second. Needs Python 3 and nothing else; a
store that is named is made where there is none and kept for the next run.
"""
import argparse
import http.client
import json
import os
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from multiprocessing import Pool

PLACES = "Harrow Milford Kestrel Ashby Denton Corfe Lyndon Marlow Tarn".split()
THINGS = "bridge ferry dam tunnel school harbour station market clinic".split()
KINDS = "old new main northern southern eastern western stone iron".split()
DEEDS = ["collapsed", "was closed", "was evacuated", "caught fire", "was flooded", "was reopened"]
PEOPLE = ["Ann Lee", "Peter Dolan", "Maria Voss", "James Okoro", "Helen Marsh", "Omar Haddad"]
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
SENTENCES = 20


def scatter(seed):
    """Returns a number that looks random and is the same on every run."""
    mixed = (seed * 0x9E3779B97F4A7C15) % 2**64
    return ((mixed << 23 | mixed >> 41) % 2**64) >> 7


def pick(words, seed):
    return words[scatter(seed) % len(words)]


def sentence(article, at, changed):
    """A third is common to many articles, the rest an article's own; `changed` makes the count another one."""
    seed = scatter(article + at) % 60 * 7 if at % 3 == 0 else (article * SENTENCES + at) * 7
    kind, thing, place = pick(KINDS, seed), pick(THINGS, seed + 1), pick(PLACES, seed + 2)
    day, who = pick(DAYS, seed + 3), pick(PEOPLE, seed + 4)
    n = 2 + scatter(seed + 5) % 40 + changed
    if at % 5 in (0, 3):
        return f"The {kind} {thing} near {place} {pick(DEEDS, seed + 6)} on {day}, and {n} people were hurt."
    if at % 5 == 1:
        return f"“We will rebuild {n} homes at the {kind} {thing} in {place},” said {who}, the mayor, on {day}."
    if at % 5 == 2:
        return f"{who} said that the {thing} in {place} had been inspected {n} times since 2014."
    return f"Engineers are due to return to the {kind} {thing} in {place} on {1 + n % 30} July."


def line(article, version):
    """Returns a version as a line of JSON; each changes one sentence of the one before."""
    def told(at):
        return sentence(article, at, len(range(at, version + 1, SENTENCES)))
    text = "".join(told(at) + ("\n\n" if at % 3 == 2 else " ") for at in range(SENTENCES))
    day, hour = 1 + version % 28, article % 24
    return json.dumps({
        "story": "storm", "timezone": "Europe/London", "article": f"a{article}", "outlet": f"Outlet {article % 50}",
        "captured": f"2024-06-{day:02}T{hour:02}:{version // 28 % 60:02}:00Z", "headline": "Storm damage", "text": text,
    })


class Program:
    """The program with a store."""

    def __init__(self, program, store):
        self.program = os.path.realpath(program)
        self.env = {**os.environ, "WRITETHRU_DB": store, "WRITETHRU_AUTHOR": "bench"}

    def run(self, *words, lines=None):
        typed = None if lines is None else "\n".join(lines) + "\n"
        command = [self.program, "--quiet", *words]
        subprocess.run(command, env=self.env, input=typed, text=True, check=True, stdout=subprocess.DEVNULL)

    def serve(self):
        command = [self.program, "--quiet", "serve", "--port", "0"]
        server = subprocess.Popen(command, env=self.env, text=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        address, key = server.stdout.readline().strip().removeprefix("http://").split("/?key=")
        return server, address, key


class Visitor:
    """One connection that is kept open."""

    def __init__(self, address, key):
        self.connection = http.client.HTTPConnection(address, timeout=120)
        self.headers = {"Authorization": f"Bearer {key}"}

    def get(self, path):
        """Returns the seconds an answer took, and its text."""
        begun = time.perf_counter()
        self.connection.request("GET", path, headers=self.headers)
        response = self.connection.getresponse()
        body = response.read()
        if response.status != 200:
            sys.exit(f"{path}: status {response.status}")
        return time.perf_counter() - begun, body.decode()


def told(name, seconds, targets=""):
    times = sorted(1000 * own for own in seconds)
    p99 = times[min(len(times) - 1, round(0.99 * len(times)))]
    print(f"{name:<34} median {statistics.median(times):7.1f} ms   p99 {p99:7.1f} ms   {targets}", flush=True)


def resident(pid):
    """Returns the memory of a process in megabytes, now and at most."""
    with open(f"/proc/{pid}/status") as file:
        fields = dict(line.split(":", 1) for line in file)
    return [int(fields[name].split()[0]) // 1024 for name in ("VmRSS", "VmHWM")]


def hammer(job):
    address, key, path, seconds = job
    visitor, answers, until = Visitor(address, key), 0, time.monotonic() + seconds
    while time.monotonic() < until:
        visitor.get(path)
        answers += 1
    return answers


def measure(program, articles, versions, asked):
    server, address, key = program.serve()
    try:
        visitor = Visitor(address, key)
        first, _ = visitor.get("/story/storm/")
        print(f"first page after the start: {1000 * first:.0f} ms (target 300)", flush=True)
        _, claims = visitor.get("/story/storm/claims/")
        claim = claims.split("story/storm/claim/")[1].split("/")[0]
        pages = {
            "story": "/story/storm/", "diff": "/article/storm/a{n}/1..2/", "claims": "/story/storm/claims/",
            "claim": f"/story/storm/claim/{claim}/", "search": "/search/?q=rebuild+harrow",
            "search of changes": "/search/?q=material+harrow", "search of claims": "/search/?q=speaker:lee+harrow",
        }
        ask = lambda path, at: visitor.get(path.replace("{n}", str(at % articles)))[0]
        for name, path in pages.items():
            told(name, [ask(path, at) for at in range(asked)], "(targets 50 and 200)")
        done = threading.Event()

        def record():
            for at in range(10_000):
                program.run("import", "jsonl", "-", lines=[line(at % articles, versions + at // articles)])
                if done.wait(1):
                    return
        writer = threading.Thread(target=record, daemon=True)
        writer.start()
        for name, path in pages.items():
            told(f"{name}, with a writer", [ask(path, at) for at in range(asked)], "(targets 50 and 200)")
        done.set()
        writer.join()
        time.sleep(5)
        with Pool(4) as pool:
            answers = sum(pool.map(hammer, [(address, key, "/story/storm/", 5)] * 4))
        print(f"story, four visitors at once: {answers / 5:.0f} requests a second (target 500)")
        now, most = resident(server.pid)
        print(f"memory: {now} MB, {most} MB at most (target 200)")
    finally:
        server.terminate()
        server.wait()


def cold_diff(program):
    """Times the comparison of two versions of 1,000 words that nobody has asked for before."""
    words = [" ".join(sentence(5_000 + pair, at, step) for at in range(66)) for pair in range(20) for step in (0, 1)]
    lines = [json.dumps({
        "story": "long", "article": f"b{at // 2}", "captured": f"2024-06-0{1 + at % 2}T08:00:00Z", "text": text,
    }) for at, text in enumerate(words)]
    program.run("import", "jsonl", "-", lines=lines)
    server, address, key = program.serve()
    try:
        visitor = Visitor(address, key)
        visitor.get("/stories/")
        told("diff of 1,000 words, cold", [visitor.get(f"/article/long/b{at}/1..2/")[0] for at in range(20)], "(target 20)")
    finally:
        server.terminate()
        server.wait()


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("program")
    parser.add_argument("--articles", type=int, default=1_000)
    parser.add_argument("--versions", type=int, default=10)
    parser.add_argument("--asked", type=int, default=50, help="how often each page is asked for")
    parser.add_argument("--store", help="the store; made where there is none")
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        store = wanted.store or os.path.join(folder, "store.db")
        is_new = not os.path.exists(store)
        program = Program(wanted.program, store)
        if is_new:
            begun = time.monotonic()
            places = [(article, version) for version in range(wanted.versions) for article in range(wanted.articles)]
            for at in range(0, len(places), 5_000):
                program.run("import", "jsonl", "-", lines=[line(*place) for place in places[at:at + 5_000]])
            print(f"{len(places)} versions recorded in {time.monotonic() - begun:.0f} s", flush=True)
        begun = time.monotonic()
        program.run("reindex")
        print(f"read in {time.monotonic() - begun:.0f} s", flush=True)
        cold_diff(program)
        measure(program, wanted.articles, wanted.versions, wanted.asked)


if __name__ == "__main__":
    main()
