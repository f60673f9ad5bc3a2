#!/usr/bin/env python3
"""Has shards answered by `RDD.pipe`: Spark hands every question to a process of the program.

usage: spark-submit rdd_pipe.py --filter timeline --program /opt/writethru/writethru --out RESULTS SHARD...
`--merge` puts together the stories that `export shards --divide` divided.
`--manifest FILE` names a file with a shard (or a web archive) a line, as CC-NEWS publishes its `warc.paths`.
"""

import os
import shlex
import zlib

from pyspark.sql import SparkSession

import command_line
import shards


def main():
    args = command_line.read(__doc__)
    spark = SparkSession.builder.appName(f"writethru {args.filter}").getOrCreate()
    context = spark.sparkContext
    context.addPyFile(os.path.abspath(shards.__file__))
    program, question_filter = args.program, args.filter
    paths = context.parallelize(args.shards, len(args.shards))
    questions = paths.flatMap(lambda path: shards.questions(path, program, question_filter))
    # A process that fails makes the task fail, which Spark then gives to another worker.
    answers = questions.pipe(f"{shlex.quote(program)} pipe {question_filter} --threads 1", checkCode=True)
    if args.merge:
        # The parts of a story meet in one process; whole stories pass through it.
        keyed = answers.map(lambda answer: (shards.story(answer), answer))
        met = keyed.partitionBy(len(args.shards), lambda story: zlib.crc32(story.encode())).values()
        answers = met.pipe(f"{shlex.quote(program)} pipe merge --threads 1", checkCode=True)
    answers.map(shards.row).toDF("id string, answer string").write.mode("error").parquet(args.out)
    spark.stop()


if __name__ == "__main__":
    main()
