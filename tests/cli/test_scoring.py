import json
from unittest.mock import patch

import pytest

from .office import comity

TEXT = "The two sides agreed to open a school; mend the pier."


@pytest.fixture
def folder(tmp_path):
    """One dev and one held-back report, each annotated as it is read."""
    for split in ("dev", "held_back"):
        path = tmp_path / f"{split}.txt"
        path.write_text(f"{TEXT} In {split}.", encoding="utf-8")
        gold = json.loads(comity("read", path, "--json").out)
        gold["doc"] |= {"split": split, "outlet": f"Post of {split}"}
        (tmp_path / f"{split}.json").write_text(json.dumps(gold), encoding="utf-8")
    return tmp_path


def score(folder, *words):
    return comity("score", "--annotations", folder, "--texts", folder, *words)


def test_dev_is_told_with_intervals_and_what_must_be_none(folder):
    said = score(folder)
    rows = {line.split()[0]: line.split()[1:] for line in said.out.splitlines() if line.startswith("clauses_50 ")}
    assert (said.code, rows) == (0, {"clauses_50": ["1.000", "1.000", "1.000", "1.000-1.000", "2", "2", "2", "1.000", "1.000"]})
    assert "In page furniture: 0 clauses and 0 statements; there should be none.\n" in said.out
    assert not (folder / "held_back_log.tsv").exists()


def test_held_back_is_refused_until_it_is_said_and_then_written_down(folder):
    assert score(folder, "--split", "all").refused == "1 held_back_unasked"
    assert not (folder / "held_back_log.tsv").exists()
    told = score(folder, "--split", "all", "--held-back", "--json")
    assert (told.value["documents"], told.value["in_sample"], told.err) == (2, True, "")
    for _ in range(2):
        assert score(folder, "--split", "held_back", "--held-back", "--json").err == ""
    fourth = score(folder, "--split", "held_back", "--held-back", "--json")
    assert fourth.err == "Held-back reports were scored 3 times before: they no longer measure what nobody has seen.\n"
    assert len((folder / "held_back_log.tsv").read_text(encoding="utf-8").splitlines()) == 5


def test_groups_stand_in_tables_of_their_own(folder):
    said = score(folder, "--split", "all", "--held-back")
    outlets = [line.split()[:4] for line in said.out.splitlines() if line.startswith("Post of ")]
    assert outlets == [["Post", "of", "dev", "1"], ["Post", "of", "held_back", "1"]]


def test_rival_that_is_not_installed_is_one_sentence(folder, tmp_path):
    with patch("comity.procedures.rivals._PROGRAM", (tmp_path / "gone",)):
        said = score(folder, "--baselines")
    sentence = "spaCy's English model is not installed here, so nothing was measured beside it: make score installs it."
    assert (said.code, said.out.splitlines()[-1]) == (0, sentence)


def test_rival_is_told_beside_the_reader(folder):
    found = {"model": "plain 1", "documents": 1, "people": {"f1": 0.25}, "people_comity": {"f1": 0.75}}
    found |= {"times_as_fast": 4.5, "times_as_fast_as_names_alone": 3.5}
    with patch("comity.procedures.score_reader.names_rival", lambda *_, **__: found):
        said = score(folder, "--baselines")
    assert said.out.splitlines()[-2:] == [
        "People in 1 English documents: F1 0.750 here, 0.250 by spaCy's English model.",
        "Over the same texts Comity is 4.5 times as fast as that model, and 3.5 times as fast as its names alone.",
    ]


def test_quotes_that_are_not_verbatim_end_with_a_refusal(folder):
    with patch("comity.procedures.score_reader.Annotated.reading", lambda *_, **__: _shifted(folder)):
        said = score(folder)
    assert (said.code, said.err.splitlines()[-1].endswith("[quotes_not_verbatim]")) == (1, True)


def _shifted(folder):
    gold = json.loads((folder / "dev.json").read_text(encoding="utf-8"))
    for clause in gold["clauses"]:
        clause["evidence"][0]["start"] -= 1
    return gold
