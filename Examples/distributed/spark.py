"""Reports of many records under Apache Spark: spark.py PROGRAM INPUT.ndjson OUTPUT-FOLDER MASTER PARTITIONS [OPTIONS OF legbrief stream]

Every partition of the input goes through one `legbrief stream`: records in, lines out, in order. Spark retries the partitions of an
executor that dies. The output folder holds part files whose lines, one after the other, are those of one `legbrief stream` over the input.
"""

import shlex
import sys

from pyspark.sql import SparkSession

program, source, target, master, partitions, *options = sys.argv[1:]
session = (
    SparkSession.builder.appName("legbrief")
    .master(master)
    .config("spark.ui.enabled", "false")
    .config("spark.task.maxFailures", "8")
    .getOrCreate()
)
command = shlex.join([program, "stream", "--jobs", "1", *options])
# A record with faults is a line of its own and exit code 1: only 2 and above mean that the program did not work.
command = shlex.join(["sh", "-c", command + "; code=$?; [ $code -le 1 ]"])
lines = session.sparkContext.textFile(source, int(partitions)).pipe(command, checkCode=True)
lines.saveAsTextFile(target)
session.stop()
