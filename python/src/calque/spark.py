"""
calque on Spark: `python -m calque.spark lint|mentions --input … --output …`.

Each partition has a process of its own. Where it dies, or leaves a record without an answer, the task fails and Spark
tries it again; `rdd.pipe` would by default go on without the records that were lost.
"""

import argparse
import json

from .client import Calque


def lint_partition(calque):
    """For `rdd.mapPartitions`: answers to JSON lines."""
    return lambda lines: calque.lint_lines(lines)


def mentions_partition(calque):
    """For `rdd.mapPartitions`: mention records of JSON lines."""
    return lambda lines: calque.mention_lines(lines)


def lines_of(spark, path, input_format, partitions=None):
    """The records of a file or folder as JSON lines: text as it stands, Parquet by its columns."""
    if input_format == "parquet":
        rows = spark.read.parquet(path)
        lines = rows.rdd.map(lambda row: json.dumps(row.asDict(recursive=True), ensure_ascii=False, default=str))
    else:
        lines = spark.sparkContext.textFile(path, minPartitions=partitions)
    return lines


answer_schema = "id string, penalty double, penalty_per_1000_words double, words long, findings int, error string, answer string"


def answer_row(line):
    """An answer as a row of Parquet: what one filters by in columns, and the whole as JSON."""
    answer = json.loads(line)
    score = answer.get("score") or {}
    number = lambda key: float(score[key]) if key in score else None
    identity = answer.get("id")
    return (
        identity if isinstance(identity, str) or identity is None else json.dumps(identity),
        number("penalty"),
        number("penalty_per_1000_words"),
        int(score["words"]) if "words" in score else None,
        len(answer.get("findings", [])),
        answer.get("error"),
        line,
    )


def main(arguments=None):
    parser = argparse.ArgumentParser(prog="python -m calque.spark", description=__doc__)
    parser.add_argument("step", choices=["lint", "mentions"])
    parser.add_argument("--input", required=True, help="file or folder")
    parser.add_argument("--output", required=True, help="folder that there is not yet")
    parser.add_argument("--input-format", choices=["jsonl", "parquet"], default="jsonl")
    parser.add_argument("--output-format", choices=["jsonl", "parquet"], default="jsonl")
    parser.add_argument("--partitions", type=int, help="at least so many")
    parser.add_argument("--calque", help="what starts calque on a worker: './node/bin/node ./calque/dist/cli.js'")
    parser.add_argument("options", nargs="*", help="options of calque, behind --")
    given = parser.parse_args(arguments)
    from pyspark.sql import SparkSession

    spark = SparkSession.builder.appName(f"calque {given.step}").getOrCreate()
    calque = Calque(*given.options, command=given.calque)
    lines = lines_of(spark, given.input, given.input_format, given.partitions)
    run = lint_partition(calque) if given.step == "lint" else mentions_partition(calque)
    answers = lines.mapPartitions(run)
    if given.output_format == "jsonl":
        answers.saveAsTextFile(given.output)
    elif given.step == "lint":
        spark.createDataFrame(answers.map(answer_row), answer_schema).write.parquet(given.output)
    else:
        spark.read.json(answers).write.parquet(given.output)
    spark.stop()


if __name__ == "__main__":
    main()
