import pytest

REPORT = "Talks of the river provinces\n\nThe two sides agreed to open the ferry landing before the harvest.\n"
LINE = ("lexicon", "add", "en", "acts", "shook hands upon to", "--value", "agreed", "--example", "They shook hands upon to meet.")


@pytest.fixture
def taught(office, tmp_path):
    """A home in which a short report was read; the number of its one clause."""
    path = tmp_path / "talks.txt"
    path.write_text(REPORT)
    assert office("read", path).code == 0
    office.clause = next(row["number"] for row in office("drafts", "list", "--json").value if row["type"] == "clause")
    return office


def test_draft_tells_its_rules_and_its_case(taught):
    told = taught("drafts", "learn", str(taught.clause), "--json").value
    assert [part["rule"] for part in told["rules"]] == ["en/acts/agreed to", "en/actions/open", "weights"]
    assert (told["language"], told["asked"], told["case"]["status"]) == ("en", [], "agreed")
    assert "en/acts.tsv:" in taught("drafts", "learn", str(taught.clause)).out


def test_correction_asks_for_its_line_which_is_weighed_kept_and_taken_back(taught):
    number = str(taught.clause)
    taught("drafts", "correct", number, "status=proposed")
    weighed = taught("drafts", "learn", number, "--role", "acts", "--json").value
    assert (weighed["rule"], weighed["kept"]) == ("en/acts/agreed to", False)
    assert weighed["measures"] == [{"name": "confirmed", "before": 0, "after": 1, "of": 1}]
    assert taught("lexicon", "list", "--json").value == []
    shown = taught("drafts", "learn", number, "--role", "acts", "--keep")
    assert (shown.code, "0 of 1" in shown.out, "1 of 1" in shown.out) == (0, True, True)
    assert [row["rule"] for row in taught("lexicon", "list", "--json").value] == ["en/acts/agreed to"]
    assert taught("lexicon", "remove", "en/acts/agreed to").code == 0
    assert taught("lexicon", "list", "--json").value == []


def test_case_is_kept_in_one_step_and_checked(taught):
    assert taught("drafts", "learn", str(taught.clause), "--case").code == 0
    assert taught("lexicon", "check").err == "0 lines are well formed; 1 of 1 cases are read as they should be.\n"


def test_line_without_a_draft_is_only_shown_until_kept(taught):
    assert taught(*LINE, "--json").value["kept"] is False
    assert taught(*LINE, "--keep", "--json").value["kept"] is True
    assert taught(*LINE, "--keep").refused == "1 bad_lexicon"


def test_bad_line_is_refused(taught):
    assert taught("lexicon", "add", "en", "acts", "vowed", "--value", "perhaps").refused == "1 bad_lexicon"
    assert taught("lexicon", "remove", "en/acts/vowed").refused == "1 bad_lexicon"
    assert taught(*LINE, "--annotations", ".").code == 2


def test_model_is_refused_until_allowed_and_told_before(taught):
    assert taught("model", "show", "talks.txt").refused == "1 model_not_allowed"
    assert taught("model", "ask", "talks.txt", "--yes").refused == "1 model_not_allowed"
    assert taught("model", "allow", "talks.txt", "http://elsewhere.example").refused == "1 model_address_refused"
    assert taught("model", "allow", "talks.txt", "https://models.example/v1").code == 0
    told = taught("model", "show", "talks.txt", "--json").value
    assert (told["address"], told["characters"] > 500, told["segments"] > 0) == ("https://models.example/v1", True, True)
    assert f"{told['characters']} characters" in taught("model", "show", "talks.txt").out
    assert taught("model", "forbid", "talks.txt").code == 0
    assert taught("model", "forbid", "talks.txt").refused == "1 model_not_allowed"


def test_ranked_drafts_name_the_model_of_this_machine(office, tmp_path):
    path = tmp_path / "talks.txt"
    path.write_text(REPORT)
    assert office("read", "--rank", path).code == 0
    rules = [row["rule"] for row in office("drafts", "list", "--json").value if row["type"] == "clause"]
    assert rules == ["en/acts/agreed to + en/actions/open + model/local"]
