#!/usr/bin/env python3
"""Has shards answered by `mapInArrow`: Spark hands out names of shards, and the lines never pass through the JVM.

usage: spark-submit map_in_arrow.py --filter compare --program /opt/writethru/writethru --out RESULTS SHARD...
`--remote sc://HOST:15002` works over Spark Connect; `--remote local` starts such a server in this process.
`--manifest FILE` names a file with a shard (or a web archive) a line, as CC-NEWS publishes its `warc.paths`.
"""

import os

from pyspark.sql import SparkSession

import command_line
import shards


def main():
    args = command_line.read(__doc__)
    builder = SparkSession.builder.appName(f"writethru {args.filter}")
    spark = (builder.remote(args.remote) if args.remote else builder).getOrCreate()
    spark.addArtifact(os.path.abspath(shards.__file__), pyfile=True)
    program, question_filter = args.program, args.filter

    def answer(batches):
        import shards

        for batch in batches:
            for path in batch.column("shard").to_pylist():
                yield from shards.answered(path, program, question_filter)

    names = spark.createDataFrame([(path,) for path in args.shards], "shard string").repartition(len(args.shards))
    names.mapInArrow(answer, "id string, answer string").write.mode("error").parquet(args.out)
    spark.stop()


if __name__ == "__main__":
    main()
