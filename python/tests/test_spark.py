"""The Spark job gives, byte for byte, what one process gives, also where a worker and a node process are killed."""

import glob
import json
import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
import unittest

try:
    import pyspark
except ImportError:
    pyspark = None

from calque import Calque

TEXT = "President Temir Zhakypov met Aigul Sadykova in Borvesk.\n\n[ad_1]\n\nArticle %d told more of it."


def children(pattern):
    found = subprocess.run(["ps", "-eo", "pid,args"], capture_output=True, text=True).stdout
    return [int(line.split()[0]) for line in found.splitlines() if all(part in line for part in pattern)]


@unittest.skipIf(pyspark is None, "pyspark is not installed")
class SparkTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.input = os.path.join(cls.folder.name, "in.jsonl")
        cls.count = int(os.environ.get("CALQUE_SPARK_RECORDS", "1200"))
        with open(cls.input, "w", encoding="utf-8") as file:
            for i in range(cls.count):
                if i % 97 == 5:
                    file.write('{"id": "broken\n')
                else:
                    file.write(json.dumps({"id": f"a{i}", "text": TEXT % i}) + "\n")
        with open(cls.input, encoding="utf-8") as file:
            cls.expected = list(Calque().lint_lines(file))

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def spark(self, name, *more, master="local[2]", kill=None):
        output = os.path.join(self.folder.name, name)
        environment = {**os.environ, "PYSPARK_PYTHON": sys.executable, "PYTHONPATH": os.pathsep.join(sys.path)}
        submit = [sys.executable, "-m", "calque.spark", *more[:1], "--input", self.input, "--output", output, *more[1:]]
        environment["PYSPARK_SUBMIT_ARGS"] = f"--master {master} --conf spark.ui.enabled=false pyspark-shell"
        job = subprocess.Popen(submit, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        killed = []
        if kill is not None:
            thread = threading.Thread(target=kill, args=(job, killed), daemon=True)
            thread.start()
        said, _ = job.communicate(timeout=240)
        self.assertEqual(job.returncode, 0, said[-3000:])
        return output, killed

    def lines(self, output):
        found = []
        for part in sorted(glob.glob(os.path.join(output, "part-*"))):
            with open(part, encoding="utf-8") as file:
                found.extend(file.read().splitlines())
        return found

    def test_lint_is_that_of_one_process(self):
        output, _ = self.spark("plain", "lint", "--partitions", "5")
        self.assertEqual(self.lines(output), self.expected)

    def test_parquet(self):
        output, _ = self.spark("parquet", "lint", "--output-format", "parquet")
        import pyarrow.parquet

        table = pyarrow.parquet.read_table(output)
        self.assertEqual(sorted(table["answer"].to_pylist()), sorted(self.expected))

    def test_mentions_are_those_of_one_process(self):
        output, _ = self.spark("mentions", "mentions", "--partitions", "4")
        with open(self.input, encoding="utf-8") as file:
            self.assertEqual(self.lines(output), list(Calque().mention_lines(file)))

    def test_an_executor_and_a_node_process_are_killed(self):
        def kill(job, killed):
            while job.poll() is None and len(killed) < 2:
                nodes = children(["--no-line", "stream", "node"])
                executors = children(["CoarseGrainedExecutorBackend", self.folder.name]) or children(
                    ["CoarseGrainedExecutorBackend"]
                )
                for what, pids in (("node", nodes), ("executor", executors)):
                    if pids and what not in killed and (what == "node" or "node" in killed):
                        try:
                            os.kill(pids[0], signal.SIGKILL)
                            killed.append(what)
                            time.sleep(1)
                        except ProcessLookupError:
                            pass
                time.sleep(0.02)

        output, killed = self.spark("killed", "lint", "--partitions", "8", master="local-cluster[2,1,1024]", kill=kill)
        self.assertEqual(killed, ["node", "executor"])
        self.assertEqual(self.lines(output), self.expected)


if __name__ == "__main__":
    unittest.main()
