"""Compares lines of `legbrief stream` with the files of `legbrief batch --name {id}`: compare.py BATCH-FOLDER COUNT PART…

Prints how many files are the same; exit code 1 when one is not, is missing, or is there twice.
"""

import json
import pathlib
import sys

folder, count, *parts = sys.argv[1:]
files = {path.name: path for path in pathlib.Path(folder).rglob("*") if ".legbrief" not in path.parts and path.is_file()}
seen = set()
same = 0
for part in parts:
    with open(part, encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            name = record["record"]
            if name in seen:
                sys.exit(f"compare: {name} stands in the lines twice")
            seen.add(name)
            for report in record["reports"]:
                file = f"{name}.{report['format']}"
                if file not in files or files[file].read_text(encoding="utf-8") != report["text"]:
                    sys.exit(f"compare: {file} is not what batch wrote")
                same += 1
if len(seen) != int(count):
    sys.exit(f"compare: {len(seen)} records instead of {count}")
print(f"compare: {len(seen)} records, {same} files the same as those of batch")
