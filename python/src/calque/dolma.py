"""A tagger of Dolma: an attribute for each finding, and the penalty of the document. Import it with `dolma tag --tagger_modules calque.dolma`."""

from dolma.core.data_types import DocResult, Document, Span
from dolma.core.registry import TaggerRegistry
from dolma.core.taggers import BaseTagger

from .worker import Worker, penalty_of


@TaggerRegistry.add("calque")
class CalqueTagger(BaseTagger):
    """Spans count characters, not UTF-16 units as calque does."""

    def __init__(self):
        self.worker = Worker()

    def predict(self, doc: Document) -> DocResult:
        answer = self.worker.lint([{"id": doc.id, "text": doc.text}])[0]
        spans = [
            Span(start, end, type=finding["rule"].replace("/", "_").replace("-", "_"), score=1.0)
            for finding in answer["findings"]
            for start, end in [characters(doc.text, finding["start"], finding["end"])]
        ]
        penalty = penalty_of(answer)
        if penalty is not None:
            spans.append(Span(0, len(doc.text), type="penalty", score=penalty))
        return DocResult(doc=doc, spans=spans)


def characters(text, start, end):
    """A range of UTF-16 units as one of characters."""
    if text.isascii():
        return start, end
    units = text.encode("utf-16-le", "surrogatepass")
    before = len(units[: 2 * start].decode("utf-16-le", "surrogatepass"))
    return before, before + len(units[2 * start : 2 * end].decode("utf-16-le", "surrogatepass"))
