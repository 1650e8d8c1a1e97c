"""One calque process, fed by a thread: with both ends in one thread, two full pipes would wait for each other."""

import json
import os
import shlex
import shutil
import subprocess
import tempfile
import threading


class CalqueError(RuntimeError):
    """The process died, or did not answer every record."""


def find_command(command=None):
    """The words that start calque: those given, else `CALQUE` of the environment, else `calque` of the path."""
    if command is None:
        command = os.environ.get("CALQUE")
    if command is None:
        found = shutil.which("calque")
        if found is None:
            raise CalqueError(
                "calque is not on the path: install it with npm, or name it: "
                "Calque(command=['node', 'dist/cli.js']), or CALQUE in the environment"
            )
        return [found]
    return shlex.split(command) if isinstance(command, str) else list(command)


class Calque:
    """
    Lints records. Holds no process of its own, so it can be pickled; each call of a method starts one and ends it.

    :param args: options of `calque stream`, such as `"--preset", "strict"`
    :param command: the words that start calque, or one line of them
    """

    def __init__(self, *args, command=None):
        self.args = list(args)
        self.command = command

    def lint(self, records):
        """
        The answers to records (`{"id": …, "text": …}`), in their order, as the records come.

        :raises CalqueError: where an answer is missing, is another record's, or the process failed
        """
        ids = []
        lock = threading.Lock()

        def lines():
            for record in records:
                line = json.dumps(record, ensure_ascii=False)
                with lock:
                    ids.append(record.get("id"))
                yield line

        at = 0
        for line in self.lint_lines(lines()):
            answer = json.loads(line)
            with lock:
                expected, ids[at] = ids[at], None
            if answer.get("id") != expected and "error" not in answer:
                raise CalqueError(f"the answer to record {expected!r} is that to {answer.get('id')!r}")
            at += 1
            yield answer

    def lint_lines(self, lines):
        """
        The same of JSON lines, broken ones too: a line for each line that is not blank. Answers do not tell the numbers
        of lines, which depend on how the input is cut.
        """
        return self._run(["stream", "--no-line", *self.args], lines, one_each=True)

    def mention_lines(self, lines):
        """The mention records of articles as JSON lines, see `calque archive mentions`."""
        return self._run(["archive", "mentions", "--jobs", "1", *self.args], lines, one_each=False)

    def _run(self, words, lines, one_each):
        words = [*find_command(self.command), *words]
        with tempfile.TemporaryFile() as errors:
            try:
                process = subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=errors)
            except OSError as error:
                raise CalqueError(f"{words[0]} cannot be started: {error}") from error
            feeder = _Feeder(process.stdin, lines)
            feeder.start()
            answers = 0
            is_whole = False
            try:
                for line in process.stdout:
                    answers += 1
                    yield line.decode("utf-8").rstrip("\n")
                is_whole = True
            finally:
                if not is_whole:
                    process.kill()
                process.stdout.close()
                code = process.wait()
                feeder.stop()
            if feeder.error is not None:
                raise feeder.error
            errors.seek(0)
            said = errors.read().decode("utf-8", "replace").strip()
            if code != 0:
                raise CalqueError(f"calque ended with code {code}: {said[-2000:]}")
            if feeder.broken or (one_each and answers != feeder.count):
                raise CalqueError(f"calque answered {answers} of {feeder.count} records: {said[-2000:]}")


class _Feeder(threading.Thread):
    """Writes lines to a process."""

    def __init__(self, pipe, lines):
        super().__init__(daemon=True)
        self.pipe = pipe
        self.lines = lines
        self.count = 0
        self.broken = False
        self.error = None
        self.stopped = False

    def run(self):
        try:
            for line in self.lines:
                if self.stopped:
                    return
                data = line.encode("utf-8", "surrogatepass") if isinstance(line, str) else line
                data = data.rstrip(b"\r\n")
                if not data.strip(b" \t\r"):
                    continue
                self.count += 1
                self.pipe.write(data + b"\n")
        except (BrokenPipeError, ConnectionResetError):
            self.broken = True
        except BaseException as error:  # It is raised where the answers are read.
            self.error = error
        finally:
            try:
                self.pipe.close()
            except OSError:
                self.broken = True

    def stop(self):
        self.stopped = True
        self.join(timeout=10)
