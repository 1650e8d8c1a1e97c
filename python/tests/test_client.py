"""Tests of the client against the real command line: CALQUE names it."""

import json
import os
import pickle
import signal
import sys
import unittest

from calque import Calque, CalqueError
from calque.worker import Worker

MARKED = "The council met on Monday.\n\n[ad_1]\n\nIt will meet again on Friday.\n"
PLAIN = "The council met on Monday. It will meet again on Friday."


def records(count):
    return [{"id": f"a{i}", "text": MARKED if i % 3 == 0 else PLAIN} for i in range(count)]


class ClientTest(unittest.TestCase):
    def test_answers_in_order_without_filling_a_pipe(self):
        answers = list(Calque().lint(iter(records(3000))))
        self.assertEqual([answer["id"] for answer in answers], [f"a{i}" for i in range(3000)])
        for i, answer in enumerate(answers):
            rules = [finding["rule"] for finding in answer["findings"]]
            self.assertEqual(rules, ["residue/ad-marker"] if i % 3 == 0 else [])

    def test_broken_lines_have_answers_without_numbers(self):
        lines = [json.dumps(records(1)[0]), "not json", "", '{"id": 7}']
        answers = [json.loads(line) for line in Calque().lint_lines(lines)]
        self.assertEqual(len(answers), 3)
        self.assertTrue(all("line" not in answer for answer in answers))
        self.assertEqual([("error" in answer) for answer in answers], [False, True, True])

    def test_a_process_that_dies_raises(self):
        command = [sys.executable, "-c", "import sys; sys.stdin.readline(); print('{}', flush=True)"]
        with self.assertRaisesRegex(CalqueError, "answered 1 of"):
            list(Calque(command=command).lint_lines(map(json.dumps, records(5000))))
        command = [sys.executable, "-c", "import os; os.kill(os.getpid(), 9)"]
        with self.assertRaisesRegex(CalqueError, "code -9"):
            list(Calque(command=command).lint(records(3)))

    def test_misuse_is_told(self):
        with self.assertRaisesRegex(CalqueError, "code 2.*no-such-option"):
            list(Calque("--no-such-option").lint(records(1)))
        with self.assertRaisesRegex(CalqueError, "cannot be started"):
            list(Calque(command=["/nowhere/calque"]).lint(records(1)))

    def test_errors_of_the_input_come_through(self):
        def broken():
            yield records(1)[0]
            raise ValueError("the input broke")

        with self.assertRaisesRegex(ValueError, "the input broke"):
            list(Calque().lint(broken()))

    def test_whoever_stops_early_waits_for_nothing(self):
        for answer in Calque().lint(records(2000)):
            self.assertEqual(answer["id"], "a0")
            break

    def test_the_worker_stays_and_survives_pickling(self):
        worker = Worker()
        first = worker.lint(records(500))
        process = worker._process
        self.assertEqual(len(worker.lint(records(3))), 3)
        self.assertIs(worker._process, process)
        other = pickle.loads(pickle.dumps(worker))
        self.assertEqual(other.lint(records(500)), first)
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
        with self.assertRaisesRegex(CalqueError, "died"):
            worker.lint(records(1))
        self.assertEqual(worker.lint(records(500)), first)
        worker.close()
        other.close()

    def test_mentions(self):
        text = "President Temir Zhakypov met Aigul Sadykova in Borvesk."
        found = [json.loads(line) for line in Calque().mention_lines([json.dumps({"id": 1, "text": text})])]
        self.assertIn("Temir Zhakypov", [record.get("form") for record in found])


if __name__ == "__main__":
    unittest.main()
