"""For Hugging Face datasets: `dataset.map(CalqueMap(), batched=True)`."""

from .worker import Worker, penalty_of


class CalqueMap:
    """Adds `calque_penalty` and `calque_findings` (ids of rules) to each row of a batch."""

    def __init__(self, column="text", args=(), command=None):
        self.column = column
        self.worker = Worker(*args, command=command)

    def __call__(self, batch):
        answers = self.worker.lint([{"id": i, "text": text or ""} for i, text in enumerate(batch[self.column])])
        return {
            "calque_penalty": [penalty_of(answer) for answer in answers],
            "calque_findings": [[finding["rule"] for finding in answer["findings"]] for answer in answers],
        }
