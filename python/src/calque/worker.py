"""A process that stays: for tools that hand over one document or one batch at a time."""

import json
import os
import subprocess
import threading

from .client import CalqueError, find_command


class Worker:
    """
    Lints batches through one process, opened at the first one. Pickled, it is closed: each process of a tool opens its own.
    """

    def __init__(self, *args, command=None):
        self.args = list(args)
        self.command = command
        self._process = None
        self._owner = None
        self._lock = threading.Lock()

    def __getstate__(self):
        return {"args": self.args, "command": self.command}

    def __setstate__(self, state):
        self.__init__(*state["args"], command=state["command"])

    def lint(self, records):
        """
        The answers to a list of records, in their order.

        :raises CalqueError: where the process has died
        """
        with self._lock:
            process = self._open()
            # `calque stream` reads on only when its answers are read: a thread writes while this one reads.
            lines = [json.dumps(record, ensure_ascii=False).encode("utf-8", "surrogatepass") + b"\n" for record in records]
            feeder = threading.Thread(target=self._feed, args=(process, lines), daemon=True)
            feeder.start()
            answers = []
            for record in records:
                line = process.stdout.readline()
                if not line.endswith(b"\n"):
                    self._process = None
                    raise CalqueError(f"calque died with code {process.wait()} at record {record.get('id')!r}")
                answer = json.loads(line)
                if answer.get("id") != record.get("id") and "error" not in answer:
                    raise CalqueError(f"the answer to {record.get('id')!r} is that to {answer.get('id')!r}")
                answers.append(answer)
            feeder.join()
            return answers

    def close(self):
        """Ends the process. The next batch would open another."""
        process, self._process = self._process, None
        if process is None or self._owner != os.getpid():
            return
        process.stdin.close()
        process.stdout.close()
        process.wait()

    def __del__(self):
        try:
            self.close()
        except Exception:
            pass

    def _open(self):
        # After a fork the process belongs to the parent.
        if self._process is None or self._owner != os.getpid():
            words = [*find_command(self.command), "stream", "--no-line", *self.args]
            try:
                self._process = subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
            except OSError as error:
                raise CalqueError(f"{words[0]} cannot be started: {error}") from error
            self._owner = os.getpid()
        return self._process

    @staticmethod
    def _feed(process, lines):
        try:
            for line in lines:
                process.stdin.write(line)
            process.stdin.flush()
        except (BrokenPipeError, ConnectionResetError, ValueError):
            pass  # Told where the answers are read.


def penalty_of(answer):
    """The MQM penalty per 1000 words; `None` of a record that could not be read."""
    score = answer.get("score")
    return None if score is None else score["penalty_per_1000_words"]
