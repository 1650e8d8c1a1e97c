"""A filter of datatrove: keeps documents whose MQM penalty per 1000 words is low enough."""

from datatrove.pipeline.filters.base_filter import BaseFilter

from .worker import Worker, penalty_of


class CalqueFilter(BaseFilter):
    """
    Writes `calque_penalty` and `calque_findings` into the metadata of each document.

    :param max_penalty: penalty per 1000 words above which a document is dropped
    :param language: of the documents; a `language` in their metadata counts more
    """

    name = "calque"

    def __init__(self, max_penalty=40.0, args=(), command=None, language=None, batch_size=64, exclusion_writer=None):
        super().__init__(exclusion_writer, batch_size=batch_size)
        self.max_penalty = max_penalty
        self.language = language
        self.worker = Worker(*args, command=command)

    def filter(self, doc):
        return self.filter_batch([doc])[0]

    def filter_batch(self, batch):
        answers = self.worker.lint([self._record(doc) for doc in batch])
        return [self._judge(doc, answer) for doc, answer in zip(batch, answers)]

    def _record(self, doc):
        record = {"id": doc.id, "text": doc.text}
        if self.language is not None:
            record["language"] = self.language
        for key in ("source_language", "source"):
            if isinstance(doc.metadata.get(key), str):
                record[key] = doc.metadata[key]
        return record

    def _judge(self, doc, answer):
        penalty = penalty_of(answer)
        if penalty is None:
            return False, "calque_unreadable"
        doc.metadata["calque_penalty"] = penalty
        doc.metadata["calque_findings"] = len(answer["findings"])
        return True if penalty <= self.max_penalty else (False, "calque_penalty")
