"""Reads shards and has their questions answered; shared by the drivers, which send it to the workers.

A shard is a file that `writethru export shards` wrote (`.jsonl.zst`, or plain lines), or a web archive (`.warc`,
`.warc.gz`): its pages are recorded in a store that lives as long as the task.
"""

import json
import subprocess
import tempfile
import threading

import pyarrow as pa

# Answers that go back to Spark in one batch, and their bytes.
BATCH_ANSWERS = 256
BATCH_BYTES = 8 << 20


def questions(path, program, question_filter):
    """Yields the lines of a shard."""
    if path.endswith((".warc", ".warc.gz")):
        yield from _pages(path, program, question_filter)
        return
    compression = "zstd" if path.endswith(".zst") else None
    with pa.input_stream(path, compression=compression) as stream:
        rest = b""
        while block := stream.read(1 << 20):
            *lines, rest = (rest + block).split(b"\n")
            yield from (line.decode() for line in lines if line)
        if rest:
            yield rest.decode()


def _pages(path, program, question_filter):
    """Yields the questions about the pages of a web archive."""
    with tempfile.TemporaryDirectory(prefix="writethru-") as folder:
        store = [program, "--quiet", "--db", f"{folder}/store.db"]
        # Status 1 with a store: some pages could not be read, which is the way of the web.
        status = subprocess.run([*store, "import", "warc", path, "--no-originals"], check=False).returncode
        if status not in (0, 1):
            raise RuntimeError(f"{path}: `import warc` ended with status {status}")
        export = [*store, "export", "shards", "-", "--for", question_filter]
        with subprocess.Popen(export, stdout=subprocess.PIPE) as process:
            for line in process.stdout:
                yield line.decode().rstrip("\n")
        if process.returncode:
            raise RuntimeError(f"{path}: `export shards` ended with status {process.returncode}")


def row(answer):
    """Returns the id of an answer and the answer itself, both as text."""
    name = json.loads(answer)["id"]
    return (name if isinstance(name, str) else json.dumps(name)), answer


def story(answer):
    """Returns the story that an answer is a part of, or the id of one that is whole."""
    part = json.loads(answer).get("part")
    return part["of"] if part else row(answer)[0]


def answered(path, program, question_filter):
    """Yields the answers to a shard as record batches with the columns `id` and `answer`."""
    return piped(questions(path, program, question_filter), program, question_filter, path)


def piped(lines, program, question_filter, name):
    """Yields what a filter makes of lines, as record batches with the columns `id` and `answer`."""
    command = [program, "pipe", question_filter, "--threads", "1"]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    failures = []

    def feed():
        try:
            with process.stdin as stdin:
                for line in lines:
                    stdin.write(line.encode() + b"\n")
        except Exception as error:  # told by the thread that reads the answers
            failures.append(error)

    feeder = threading.Thread(target=feed, daemon=True)
    feeder.start()
    rows, size = [], 0
    with process.stdout as stdout:
        for line in stdout:
            answer = line.decode().rstrip("\n")
            rows.append(row(answer))
            size += len(answer)
            if BATCH_ANSWERS <= len(rows) or BATCH_BYTES <= size:
                yield _batch(rows)
                rows, size = [], 0
    feeder.join()
    if process.wait() or failures:
        raise RuntimeError(f"{name}: status {process.returncode}, {failures}")
    if rows:
        yield _batch(rows)


def _batch(rows):
    names, answers = zip(*rows)
    return pa.RecordBatch.from_arrays([pa.array(names, pa.string()), pa.array(answers, pa.string())], ["id", "answer"])
