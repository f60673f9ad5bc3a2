#!/usr/bin/env python3
"""Has shards answered on a Dask cluster: a task a shard, each writes a Parquet file of its own.

usage: delayed.py --filter compare --program /opt/writethru/writethru --out RESULTS [--remote tcp://HOST:8786] SHARD...
Without `--remote`, a cluster of this machine's cores is started. Workers need pyarrow, and the folder RESULTS.
"""

import os
import sys

import pyarrow as pa
import pyarrow.parquet as pq
from distributed import Client, LocalCluster, get_worker

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "../spark"))
import command_line
import shards

SCHEMA = pa.schema([("id", pa.string()), ("answer", pa.string())])


def write(path, program, question_filter, target):
    """Answers one shard. What is half written has another name: a task that is tried again begins anew."""
    part = f"{target}.{get_worker().id}.part"
    with pq.ParquetWriter(part, SCHEMA, compression="zstd") as file:
        for batch in shards.answered(path, program, question_filter):
            file.write_batch(batch)
    os.replace(part, target)
    return target


def main():
    args = command_line.read(__doc__)
    os.makedirs(args.out)
    cluster = args.remote or LocalCluster(threads_per_worker=1, dashboard_address=None)
    with Client(cluster) as client:
        client.upload_file(os.path.abspath(shards.__file__))
        tasks = [
            client.submit(write, path, args.program, args.filter, os.path.join(args.out, f"part-{n:05}.parquet"), retries=3)
            for n, path in enumerate(args.shards)
        ]
        client.gather(tasks)


if __name__ == "__main__":
    main()
