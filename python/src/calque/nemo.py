"""A filter of NeMo Curator, for `ScoreFilter`."""

try:
    from nemo_curator.stages.text.filters import DocumentFilter
except ImportError:
    from nemo_curator.filters import DocumentFilter

from .worker import Worker, penalty_of


class CalqueFilter(DocumentFilter):
    """Keeps documents whose MQM penalty per 1000 words is at most `max_penalty`."""

    def __init__(self, max_penalty=40.0, args=(), command=None):
        super().__init__()
        self._name = "calque_penalty"
        self.max_penalty = max_penalty
        self.worker = Worker(*args, command=command)

    def score_document(self, text):
        penalty = penalty_of(self.worker.lint([{"id": 0, "text": text}])[0])
        return float("inf") if penalty is None else penalty

    def keep_document(self, score):
        return score <= self.max_penalty
