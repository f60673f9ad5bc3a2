"""The command line that all drivers take."""

import argparse
import os


def read(usage):
    """Returns the arguments; the shards of a manifest follow those that are named."""
    parser = argparse.ArgumentParser(description=usage, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--filter", choices=["analyze", "compare", "timeline", "reindex"], required=True)
    parser.add_argument("--program", required=True, help="where the program lies on every worker")
    parser.add_argument("--out", required=True, help="folder for the answers as Parquet: columns id and answer")
    parser.add_argument("--merge", action="store_true", help="put together what `export shards --divide` divided")
    parser.add_argument("--manifest", help="file with a shard a line")
    parser.add_argument("--prefix", default="", help="what stands before each line of the manifest")
    parser.add_argument("--remote", help="Spark Connect server or `local`; Dask scheduler")
    parser.add_argument("shards", nargs="*")
    args = parser.parse_args()
    if args.manifest:
        with open(args.manifest, encoding="utf-8") as lines:
            args.shards += [args.prefix + line.strip() for line in lines if line.strip()]
    if not args.shards:
        parser.error("no shard is named: give files, or --manifest")
    if args.merge and args.filter != "timeline":
        parser.error("--merge is for --filter timeline: nothing else is divided")
    if args.filter == "reindex" and any(path.endswith((".warc", ".warc.gz")) for path in args.shards):
        parser.error("--filter reindex takes what `export shards --for reindex` wrote: its answers go back into that store")
    if not os.path.isabs(args.program):
        parser.error("--program must be an absolute path, the same on every worker")
    return args
