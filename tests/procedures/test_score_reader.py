import hashlib
import json
from functools import partial

import pytest

from comity.procedures import rivals
from comity.procedures.held_back_log import FILE, set_of, times_scored
from comity.procedures.rivals import Told, names_rival
from comity.procedures.score_reader import ALL, HELD_BACK, demand_asked, score_held_back, score_reader
from comity.reader.edition import digest_of_reader
from comity.reader.files.document import open_document
from comity.reader.labelling.deciders import Deciders
from comity.reader.labelling.weights import packaged
from comity.reader.measuring.gold import to_gold
from comity.reader.read import READER_VERSION, read
from comity.record.errors import FileMissing, HeldBackUnasked, NotJson, OtherText

from .conftest import MOMENT

TEXT = "The two sides agreed to open a school; mend the pier.\nVan Khe and Thanh Lac met on 3 March 2031."


@pytest.fixture
def folder(tmp_path):
    """An annotated set of one dev and one held-back report, each annotated as it is read, and the texts beside it."""
    (tmp_path / "texts").mkdir()
    (tmp_path / "set" / "second").mkdir(parents=True)
    for name, split, lang in (("a-01", "dev", "en"), ("a-02", HELD_BACK, "vi")):
        raw = f"{TEXT} {name}".encode()
        (tmp_path / "texts" / f"{name}.txt").write_bytes(raw)
        gold = to_gold(read(open_document(raw, name=f"{name}.txt"), by=Deciders(packaged())))
        gold["doc"] = {"id": name, "lang": lang, "outlet": "Post", "split": split, "sha256": hashlib.sha256(raw).hexdigest()}
        (tmp_path / "set" / f"{name}.json").write_text(json.dumps(gold), encoding="utf-8")
        (tmp_path / "set" / "second" / f"{name}.json").write_text(json.dumps(gold), encoding="utf-8")
    return tmp_path


def test_dev_is_scored_alone_unless_more_is_said(folder):
    told = score_reader(folder / "set", folder / "texts", has_baselines=True)
    assert (told["split"], told["documents"], list(told["per_document"]), told["in_sample"]) == ("dev", 1, ["a-01.txt"], True)
    assert (told["micro"]["clauses_50"]["f1"], told["bad_quotes"]) == (1.0, 0)
    assert (told["agreement"]["documents"], told["agreement"]["micro"]["clauses_50"]["f1"]) == (1, 1.0)
    assert told["baselines"]["plain_rule"]["clauses_50"]["right"] == 2
    assert (told["reader"], told["digest"], told["per_second"]["kchars"] > 0) == (READER_VERSION, digest_of_reader(), True)


def test_held_back_is_scored_only_when_asked(folder):
    assert demand_asked(folder / "set", "dev", is_asked=False) is False
    for split in (HELD_BACK, ALL):
        with pytest.raises(HeldBackUnasked):
            demand_asked(folder / "set", split, is_asked=False)
        assert demand_asked(folder / "set", split, is_asked=True) is True
    (folder / "set" / "a-02.json").unlink()
    assert demand_asked(folder / "set", ALL, is_asked=False) is False


def test_each_scoring_of_held_back_is_written_down(folder):
    measure = partial(score_reader, folder / "set", folder / "texts", split=HELD_BACK)
    for before in range(4):
        told, times = score_held_back(folder / "set", measure, moment=MOMENT)
        assert (times, told["documents"], told["in_sample"]) == (before, 1, False)
    lines = [line.split("\t") for line in (folder / "set" / FILE).read_text(encoding="utf-8").splitlines()]
    name = set_of([json.loads((folder / "set" / "a-02.json").read_bytes())["doc"]["sha256"]])
    assert lines[0][:6] == ["day", "reader", "digest", "set", "documents", "clauses_50 F1"]
    assert [line[:6] for line in lines[1:]] == [[MOMENT.day, READER_VERSION, digest_of_reader(), name, "1", "1.000"]] * 4
    assert (times_scored(folder / "set", name), times_scored(folder / "set", "another"), times_scored(folder, name)) == (4, 0, 0)


def test_text_that_was_not_annotated_is_refused(folder):
    (folder / "texts" / "a-01.txt").write_text("another", encoding="utf-8")
    with pytest.raises(OtherText):
        score_reader(folder / "set", folder / "texts")
    (folder / "texts" / "a-01.txt").unlink()
    with pytest.raises(FileMissing):
        score_reader(folder / "set", folder / "texts")


@pytest.mark.parametrize("content", ["{", "[]", '{"doc": {}}', '{"doc": 1}', '{"doc": {}, "boilerplate": 3}'])
def test_what_is_no_annotation_is_refused(folder, content):
    (folder / "set" / "a-03.json").write_text(content, encoding="utf-8")
    with pytest.raises(NotJson):
        score_reader(folder / "set", folder / "texts")


def test_annotation_without_its_fields_is_refused(folder):
    gold = json.loads((folder / "set" / "a-01.json").read_text(encoding="utf-8"))
    gold["clauses"] = [{"id": "C1"}]
    (folder / "set" / "a-01.json").write_text(json.dumps(gold), encoding="utf-8")
    with pytest.raises(NotJson):
        score_reader(folder / "set", folder / "texts")


def test_names_of_a_rival_are_counted_beside_ours(tmp_path, monkeypatch):
    program = tmp_path / "rival"
    answer = {"names": [["Tran Cuong", "Van Khe", "Tran Cuong"]], "model": "plain 1", "seconds": 4.0, "seconds_names_alone": 2.0}
    program.write_text(f"#!/bin/sh\ncat > /dev/null\necho '{json.dumps(answer)}'\n", encoding="utf-8")
    program.chmod(0o700)
    told = [Told("x" * 2000, ("Trần Cương", "Lưu Ninh"), ("Lưu Ninh", "Trần Cương"))]
    monkeypatch.setattr(rivals, "_PROGRAM", (program,))
    found = names_rival(told, our_seconds=0.5)
    assert (found["people"]["right"], found["people"]["given"], found["people_comity"]["f1"]) == (1, 2, 1.0)
    assert found["kchars_per_second"] == {"comity": 4.0, "model": 0.5, "names_alone": 1.0}
    assert (found["times_as_fast"], found["times_as_fast_as_names_alone"]) == (8.0, 4.0)


def test_rival_that_is_not_there_or_stops_is_none(tmp_path, monkeypatch):
    told = [Told("x", (), ())]
    monkeypatch.setattr(rivals, "_PROGRAM", (tmp_path / "gone",))
    assert names_rival(told, our_seconds=1.0) is None
    program = tmp_path / "stops"
    program.write_text("#!/bin/sh\nexit 3\n", encoding="utf-8")
    program.chmod(0o700)
    monkeypatch.setattr(rivals, "_PROGRAM", (program,))
    assert names_rival(told, our_seconds=1.0) is None


def test_measures_with_the_ranking_model_stand_beside_those_by_rules(folder):
    told = score_reader(folder / "set", folder / "texts", is_ranked=True)
    assert told["ranked"].keys() == told["micro"].keys()
    assert (told["grammar"].keys(), "ranked" in score_reader(folder / "set", folder / "texts")) == (told["micro"].keys(), False)
