"""A filter of OpusFilter, over pairs of a source and its translation: `module: calque.opusfilter`, `CalqueFilter`."""

from opusfilter import CLEAN_LOW, FilterABC

from .worker import Worker, penalty_of


class CalqueFilter(FilterABC):
    """
    Scores pairs by the MQM penalty per 1000 words of the translation, with the rules that compare it with its source.

    :param languages: of the source and of the translation
    :param threshold: pairs with a higher penalty are left out
    """

    score_direction = CLEAN_LOW
    accept_threshold = float("inf")
    reject_threshold = -1

    def __init__(self, languages=("", "en"), threshold=40.0, command=None, args=(), batch=256, **kwargs):
        super().__init__(**kwargs)
        self.threshold = threshold
        self.languages = languages
        self.batch = batch
        self.worker = Worker(*args, command=command)

    def score(self, pairs):
        held = []
        for pair in pairs:
            held.append(pair)
            if len(held) == self.batch:
                yield from self._scores(held)
                held = []
        yield from self._scores(held)

    def accept(self, score):
        return score <= self.threshold

    def _scores(self, pairs):
        source_language, language = self.languages
        records = [
            {"id": i, "text": target, "source": source, "source_language": source_language, "language": language}
            for i, (source, target) in enumerate(pairs)
        ]
        for answer in self.worker.lint(records) if records else []:
            penalty = penalty_of(answer)
            yield float("inf") if penalty is None else penalty
