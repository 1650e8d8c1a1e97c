"""The filters against the real packages, each where it is installed."""

import importlib.util
import unittest


def has(name):
    try:
        return importlib.util.find_spec(name) is not None
    except (ImportError, ValueError):
        return False


MARKED = "The council met on Monday. [ad_1] [ad_2] It will meet again."
PLAIN = "The council met on Monday. It will meet again on Friday."


class FilterTest(unittest.TestCase):
    @unittest.skipUnless(has("datatrove"), "datatrove is not installed")
    def test_datatrove(self):
        from datatrove.data import Document

        from calque.datatrove import CalqueFilter

        documents = [Document(id=f"d{i}", text=MARKED if i % 2 else PLAIN) for i in range(130)]
        kept = list(CalqueFilter(max_penalty=10)(documents, rank=0, world_size=1))
        self.assertEqual([document.id for document in kept], [f"d{i}" for i in range(0, 130, 2)])
        self.assertEqual(kept[0].metadata["calque_penalty"], 0)

    @unittest.skipUnless(has("dolma"), "dolma is not installed")
    def test_dolma(self):
        from dolma.core.data_types import Document

        from calque.dolma import CalqueTagger

        text = "\U0001f600 " + MARKED
        spans = CalqueTagger().predict(Document(id="1", text=text, source="test")).spans
        found = [text[span.start : span.end] for span in spans if span.type == "residue_ad_marker"]
        self.assertEqual(found, ["[ad_1]", "[ad_2]"])
        self.assertTrue(any(span.type == "penalty" and span.score > 0 for span in spans))

    @unittest.skipUnless(has("nemo_curator"), "nemo-curator is not installed")
    def test_nemo(self):
        from calque.nemo import CalqueFilter

        keep = CalqueFilter(max_penalty=10)
        self.assertTrue(keep.keep_document(keep.score_document(PLAIN)))
        self.assertFalse(keep.keep_document(keep.score_document(MARKED)))

    @unittest.skipUnless(has("opusfilter"), "opusfilter is not installed")
    def test_opusfilter(self):
        from calque.opusfilter import CalqueFilter

        wrong = CalqueFilter(languages=("de", "en"), threshold=1)
        pairs = [("Es kamen 312 Leute.", "312 people came."), ("Es kamen 312 Leute.", "321 people came.")]
        self.assertEqual(list(wrong.filter(pairs)), pairs[:1])

    @unittest.skipUnless(has("datasets"), "datasets is not installed")
    def test_datasets(self):
        from datasets import Dataset

        from calque.datasets import CalqueMap

        rows = Dataset.from_dict({"text": [PLAIN, MARKED]}).map(CalqueMap(), batched=True)
        self.assertEqual(rows["calque_findings"][0], [])
        self.assertIn("residue/ad-marker", rows["calque_findings"][1])


if __name__ == "__main__":
    unittest.main()
