#!/usr/bin/env python3
"""Runs the drivers of examples/spark and examples/dask on real clusters, and holds the answers against one process.

usage: check.py PROGRAM GENERATE WORK [VERSIONS]
A standalone master and two workers on loopback answer a generated archive and the fixture; one worker is killed when
some tasks are done. `mapInArrow` runs over Spark Connect as well, and Dask on two workers. DuckDB reads the Parquet
files back; the answers must be equal byte for byte, those about divided stories too. What Dask derives for `reindex` is
taken back into the store, where a check derives everything anew.
"""

import glob
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request

import duckdb
import pyspark

PROGRAM, GENERATE, WORK = (os.path.abspath(path) for path in sys.argv[1:4])
VERSIONS = sys.argv[4] if 4 < len(sys.argv) else "1200"
HERE = os.path.dirname(os.path.abspath(__file__))
DRIVERS = os.path.join(HERE, "../../examples/spark")
DASK = os.path.join(HERE, "../../examples/dask/delayed.py")
SPARK = os.path.dirname(pyspark.__file__)
SHARDS = 12
# The folder of questions for `timeline` in which long stories are divided.
DIVIDED = "divided"
ENVIRONMENT = {
    **os.environ,
    "SPARK_HOME": SPARK,
    "SPARK_LOCAL_IP": "127.0.0.1",
    "PYSPARK_PYTHON": sys.executable,
    "PYSPARK_DRIVER_PYTHON": sys.executable,
}
running = []


def run(*command, **options):
    return subprocess.run(command, check=True, **options)


def free_port():
    with socket.socket() as own:
        own.bind(("127.0.0.1", 0))
        return own.getsockname()[1]


def start(name, *command):
    """Starts a process with a group of its own, so that what it starts ends with it."""
    log = open(f"{WORK}/{name}.log", "wb")
    process = subprocess.Popen(command, stdout=log, stderr=log, env=ENVIRONMENT, start_new_session=True)
    running.append(process)
    return process


def end(process):
    if process in running:
        running.remove(process)
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def ask(address):
    try:
        with urllib.request.urlopen(address, timeout=5) as answer:
            return json.load(answer)
    except (OSError, ValueError):
        return None


def wait_for(what, found, seconds=120):
    until = time.time() + seconds
    while time.time() < until:
        if value := found():
            return value
        time.sleep(0.1)
    sys.exit(f"error: {what} did not come about in {seconds} s; the logs are in {WORK}")


def make_archive():
    store = f"{WORK}/store.db"
    lines = subprocess.Popen([GENERATE, "--versions", VERSIONS], stdout=subprocess.PIPE)
    run(PROGRAM, "--quiet", "--db", store, "import", "jsonl", "-", stdin=lines.stdout)
    for file in sorted(glob.glob(f"{HERE}/../../fixtures/stories/ukraine-talks/*.v*")):
        article, version = os.path.basename(file).split(".")[:2]
        captured = f"2025-04-24T{10 + int(version[1:])}:00:00Z"
        run(PROGRAM, "--quiet", "--db", store, "add", file, "--story", "ukraine-talks", "--article", article,
            "--captured", captured)
    for question_filter in ("analyze", "compare", "timeline", "reindex"):
        run(PROGRAM, "--quiet", "--db", store, "export", "shards", f"{WORK}/{question_filter}", "--for",
            question_filter, "--shards", str(SHARDS))
    run(PROGRAM, "--quiet", "--db", store, "export", "shards", f"{WORK}/{DIVIDED}", "--for", "timeline", "--divide",
        "20", "--shards", str(SHARDS))


def shards(folder):
    return sorted(glob.glob(f"{WORK}/{folder}/*.zst"))


def arguments(folder, out):
    """Returns what a driver is told about a folder of questions."""
    own = ["--filter", "timeline", "--merge"] if folder == DIVIDED else ["--filter", folder]
    return [*own, "--program", PROGRAM, "--out", out, *shards(folder)]


def alone(question_filter):
    """Returns the sorted answers of one process on one core, and the seconds that it took."""
    answers, begun = [], time.time()
    for shard in shards(question_filter):
        with open(shard, "rb") as file:
            done = run(PROGRAM, "pipe", question_filter, "--threads", "1", stdin=file, stdout=subprocess.PIPE)
        answers += done.stdout.splitlines()
    return sorted(answers), time.time() - begun


def of_cluster(folder):
    rows = duckdb.sql(f"SELECT answer FROM '{folder}/*.parquet'").fetchall()
    return sorted(answer.encode() for (answer,) in rows)


def submit(driver, folder, out, *options):
    configured = [f"--conf={option}" for option in options if not option.startswith("--remote")]
    own = [option for option in options if option.startswith("--remote")]
    shutil.rmtree(out, ignore_errors=True)
    if own:
        program = [sys.executable, f"{DRIVERS}/{driver}"]
    else:
        program = [f"{SPARK}/bin/spark-submit", *configured, f"{DRIVERS}/{driver}"]
    return start(os.path.basename(out), *program, *own, *arguments(folder, out))


def kill_half_way(worker, ui):
    """Kills a worker with its executor once some tasks are done and others are not."""

    def is_half_way():
        for application in ask(f"{ui}/api/v1/applications") or []:
            stages = ask(f"{ui}/api/v1/applications/{application['id']}/stages?status=active") or []
            for stage in stages:
                if 0 < stage["numCompleteTasks"] and stage["numTasks"] == SHARDS:
                    return stage["numCompleteTasks"]
        return None

    done = wait_for("a task that is done", is_half_way)
    end(worker)
    return done


def same(name, got, wanted):
    if got != wanted:
        sys.exit(f"error: {name}: {len(got)} answers of the cluster differ from {len(wanted)} of one process")
    print(f"{name}: {len(got)} answers, byte for byte those of one process", flush=True)


def check_dask(folder):
    wanted, seconds = alone("timeline" if folder == DIVIDED else folder)
    out, begun = f"{WORK}/dask-{folder}", time.time()
    process = start(f"dask-{folder}", sys.executable, DASK, *arguments(folder, out))
    if process.wait():
        sys.exit(f"error: delayed.py failed; its log is {out}.log")
    running.remove(process)
    same(f"dask/delayed.py {folder}", of_cluster(out), wanted)
    print(f"  one process {seconds:.1f} s, cluster {time.time() - begun:.1f} s with its start", flush=True)
    return out


def check_dask_keeps_parts():
    """Gives all shards but one: stories lack parts, and nothing that was answered is thrown away."""
    out = f"{WORK}/dask-lacking"
    process = start("dask-lacking", sys.executable, DASK, *arguments(DIVIDED, out)[:-1])
    status = process.wait()
    running.remove(process)
    kept = len(of_cluster(f"{out}.parts"))
    if not status or not kept:
        sys.exit(f"error: delayed.py ended with status {status} where parts lacked, and kept {kept} answers")
    print(f"dask/delayed.py: {kept} answers are kept where some lacked", flush=True)


def take_back(folder):
    """Takes results back into the store; a check derives everything anew."""
    store = f"{WORK}/store.db"
    run(PROGRAM, "--db", store, "import", "results", "-", input=b"\n".join(of_cluster(folder)))
    run(PROGRAM, "--db", store, "check", "--all")


def main():
    shutil.rmtree(WORK, ignore_errors=True)
    os.makedirs(WORK)
    make_archive()
    check_dask("compare")
    check_dask(DIVIDED)
    check_dask_keeps_parts()
    take_back(check_dask("reindex"))
    host, port, page = "127.0.0.1", free_port(), free_port()
    java = f"{SPARK}/bin/spark-class"
    start("master", java, "org.apache.spark.deploy.master.Master", "--host", host, "--port", str(port),
          "--webui-port", str(page))
    master = f"spark://{host}:{port}"

    def worker(name):
        return start(name, java, "org.apache.spark.deploy.worker.Worker", "--host", host, "--cores", "1", "--memory",
                     "1g", "--webui-port", str(free_port()), "--work-dir", f"{WORK}/{name}", master)

    workers = [worker("worker-1"), worker("worker-2")]
    wait_for("a master with two workers", lambda: (ask(f"http://{host}:{page}/json/") or {}).get("aliveworkers") == 2)
    for driver, folder, kills in [
        ("rdd_pipe.py", "timeline", True),
        ("rdd_pipe.py", DIVIDED, False),
        ("rdd_pipe.py", "compare", False),
        ("map_in_arrow.py", "analyze", False),
        ("map_in_arrow.py", DIVIDED, False),
    ]:
        wanted, seconds = alone("timeline" if folder == DIVIDED else folder)
        ui, out = free_port(), f"{WORK}/{driver[:-3]}-{folder}"
        conf = [f"spark.master={master}", f"spark.ui.port={ui}", "spark.executor.memory=512m",
                "spark.driver.memory=512m", "spark.cores.max=2", "spark.executor.cores=1"]
        begun = time.time()
        process = submit(driver, folder, out, *conf)
        told = ""
        if kills:
            told = f", one worker killed after {kill_half_way(workers[0], f'http://{host}:{ui}')} of {SHARDS} tasks"
        if process.wait():
            sys.exit(f"error: {driver} failed; its log is {out}.log")
        running.remove(process)
        same(f"{driver} {folder}{told}", of_cluster(out), wanted)
        print(f"  one process {seconds:.1f} s, cluster {time.time() - begun:.1f} s with its start", flush=True)
        if kills:
            workers[0] = worker("worker-3")
    wanted, _ = alone("timeline")
    out = f"{WORK}/connect-timeline"
    process = submit("map_in_arrow.py", "timeline", out, "--remote=local")
    if process.wait():
        sys.exit(f"error: map_in_arrow.py over Spark Connect failed; its log is {out}.log")
    running.remove(process)
    same("map_in_arrow.py timeline over Spark Connect", of_cluster(out), wanted)


if __name__ == "__main__":
    try:
        main()
    finally:
        for process in list(running):
            end(process)
