#!/usr/bin/env python3
"""Has shards answered on a Dask cluster: a task a shard, each writes a Parquet file of its own.

usage: delayed.py --filter compare --program /opt/writethru/writethru --out RESULTS [--remote tcp://HOST:8786] SHARD...
`--merge` puts together the stories that `export shards --divide` divided.
Without `--remote`, a cluster of this machine's cores is started. Workers need pyarrow, and the folder RESULTS.
"""

import json
import os
import shutil
import sys

import pyarrow as pa
import pyarrow.parquet as pq
from distributed import Client, LocalCluster, get_worker

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "../spark"))
import command_line
import shards

SCHEMA = pa.schema([("id", pa.string()), ("answer", pa.string())])


def write(path, program, question_filter, target):
    """Answers one shard."""
    return _write(shards.answered(path, program, question_filter), target)


def merge(answered, program, target):
    """Puts the parts of divided stories together; what is whole passes through. Returns how many answers are errors."""
    errors = 0

    def lines():
        for path in answered:
            for batch in pq.ParquetFile(path).iter_batches(batch_size=shards.BATCH_ANSWERS, columns=["answer"]):
                yield from batch.column("answer").to_pylist()

    def counted(batches):
        nonlocal errors
        for batch in batches:
            errors += sum("error" in json.loads(answer) for answer in batch.column("answer").to_pylist())
            yield batch

    _write(counted(shards.piped(lines(), program, "merge", target)), target)
    return errors


def _write(batches, target):
    """Writes a file. What is half written has another name: a task that is tried again begins anew."""
    part = f"{target}.{get_worker().id}.part"
    with pq.ParquetWriter(part, SCHEMA) as file:
        for batch in batches:
            file.write_batch(batch)
    os.replace(part, target)
    return target


def main():
    args = command_line.read(__doc__)
    os.makedirs(args.out)
    cluster = args.remote or LocalCluster(threads_per_worker=1, dashboard_address=None)
    with Client(cluster) as client:
        client.upload_file(os.path.abspath(shards.__file__))
        # Parts wait for each other beside the results; the one task that puts them together is quick.
        folder = f"{args.out}.parts" if args.merge else args.out
        os.makedirs(folder, exist_ok=True)
        tasks = [
            client.submit(write, path, args.program, args.filter, os.path.join(folder, f"part-{n:05}.parquet"), retries=3)
            for n, path in enumerate(args.shards)
        ]
        answered = client.gather(tasks)
        if args.merge:
            target = os.path.join(args.out, "merged.parquet")
            try:
                errors = client.submit(merge, answered, args.program, target, retries=3).result()
            except Exception:
                print(f"the answers that were to be merged are kept in {folder}", file=sys.stderr)
                raise
            if errors:
                sys.exit(
                    f"errors in {target}: {errors}; each says what to do. "
                    f"The answers that were to be merged are kept in {folder}, a file a shard"
                )
            shutil.rmtree(folder)


if __name__ == "__main__":
    main()
