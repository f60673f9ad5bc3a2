#!/usr/bin/env python3
"""Has shards answered by `mapInArrow`: Spark hands out names of shards, and the lines never pass through the JVM.

usage: spark-submit map_in_arrow.py --filter compare --program /opt/writethru/writethru --out RESULTS SHARD...
`--remote sc://HOST:15002` works over Spark Connect; `--remote local` starts such a server in this process.
`--merge` puts together the stories that `export shards --divide` divided.
`--manifest FILE` names a file with a shard (or a web archive) a line, as CC-NEWS publishes its `warc.paths`.
"""

import os

from pyspark.sql import SparkSession, functions

import command_line
import shards

COLUMNS = "id string, answer string"


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

    def merge(batches):
        import shards

        lines = (line for batch in batches for line in batch.column("answer").to_pylist())
        yield from shards.piped(lines, program, "merge", "merge")

    names = spark.createDataFrame([(path,) for path in args.shards], "shard string").repartition(len(args.shards))
    answers = names.mapInArrow(answer, COLUMNS)
    if args.merge:
        # The parts of a story meet in one process; whole stories pass through it.
        story = functions.coalesce(functions.get_json_object("answer", "$.part.of"), "id")
        met = answers.withColumn("story", story).repartition(len(args.shards), "story").select("answer")
        answers = met.mapInArrow(merge, COLUMNS)
    answers.write.mode("error").parquet(args.out)
    spark.stop()


if __name__ == "__main__":
    main()
