import json

import pytest

from comity.procedures.accept_drafts import accept_drafts
from comity.procedures.correct_draft import correct_draft
from comity.procedures.drop_drafts import drop_drafts
from comity.procedures.erase_body import erase_body
from comity.procedures.hand import Hand
from comity.procedures.known_here import Known
from comity.procedures.learn_draft import Asked, proposal_of
from comity.procedures.own_cases import Case, is_right, keep_case, own_cases, take_back_case
from comity.procedures.own_lexicon import keep_line, new_line, own_lines, take_back_line
from comity.procedures.read_documents import GivenDocument, read_document
from comity.procedures.weigh_line import Measure, weigh_line
from comity.record.errors import BadLexicon, NotLearnable
from comity.store.backup import back_up, restore

from .conftest import MOMENT

pytestmark = pytest.mark.usefixtures("grammar_alone")

NAME = "talks.txt"
AGREED = "open the ferry landing before the harvest"
UNKNOWN = "repair the old lock gate of the canal"
TEXT = f"Talks of the river provinces\n\nThe two sides agreed to {AGREED}.\n\nThe two sides shook hands upon to {UNKNOWN}.\n"


@pytest.fixture
def read_home(home):
    read_document(home, GivenDocument(NAME, TEXT.encode), moment=MOMENT)
    return home


def number_of(home, words):
    with home.read() as reading:
        return next(row.number for row in reading.drafts(type="clause") if row.evidence[0]["quote"] == words)


def clauses(home, name="again.txt", text=TEXT + "\n"):
    read_document(home, GivenDocument(name, text.encode), moment=MOMENT)
    with home.read() as reading:
        digest = reading.document_called(name).digest
        return {str(row.evidence[0]["quote"]): row.value["status"] for row in reading.drafts(source=digest, type="clause")}


def test_rules_of_a_draft_are_named_with_file_and_line(read_home):
    proposal = proposal_of(read_home, number_of(read_home, AGREED))
    act, head = proposal.rules
    assert (act.name, act.where.partition(":")[0], act.is_own) == ("en/acts/agreed to", "en/acts.tsv", False)
    assert (head.name, proposal.asked, proposal.lang) == ("en/actions/open", (), "en")
    assert proposal.case == Case("en", f"The two sides agreed to {AGREED}.", AGREED, "agreed")


def test_corrected_status_and_area_ask_for_a_line_each(read_home):
    number = number_of(read_home, AGREED)
    with read_home.read() as reading:
        areas = list(reading.draft(number).value["areas"])
    correct_draft(read_home, number, {"status": "proposed", "areas": [*areas, "tourism"]}, moment=MOMENT)
    proposal = proposal_of(read_home, number)
    assert proposal.asked == (Asked("acts", "agreed to", "proposed", "status"), Asked("terms", "", "tourism", "areas"))
    assert proposal.case.status == "proposed"


def test_dropped_draft_asks_for_a_near_miss_and_gives_a_case_of_none(read_home):
    number = number_of(read_home, AGREED)
    drop_drafts(read_home, [number], moment=MOMENT)
    proposal = proposal_of(read_home, number)
    assert (proposal.asked, proposal.case.status) == ((Asked("nearmiss", "agreed to", "", "dropped"),), "none")


def test_only_clauses_can_be_learned_from(read_home):
    with read_home.read() as reading:
        other = next(row.number for row in reading.drafts() if row.type != "clause")
    with pytest.raises(NotLearnable):
        proposal_of(read_home, other)


def test_line_is_weighed_before_it_is_kept_and_read_by_afterwards(read_home):
    number = number_of(read_home, AGREED)
    correct_draft(read_home, number, {"status": "proposed"}, moment=MOMENT)
    line = new_line("en", "acts", "shook hands upon to", value="agreed", example="They shook hands upon to meet.")
    effect = weigh_line(read_home, line)
    assert (effect.measures, effect.added, effect.gone, effect.otherwise) == ([Measure("confirmed", 0, 0, 1)], [UNKNOWN], [], [])
    assert own_lines(read_home) == ()
    keep_line(read_home, line)
    assert clauses(read_home) == {AGREED: "agreed", UNKNOWN: "agreed"}


def test_line_of_the_home_stands_instead_of_the_packaged_one_and_undone_it_does_not(read_home):
    correct_draft(read_home, number_of(read_home, AGREED), {"status": "proposed"}, moment=MOMENT)
    line = new_line("en", "acts", "agreed to", value="proposed", example="They agreed to meet.")
    assert weigh_line(read_home, line).measures == [Measure("confirmed", 0, 1, 1)]
    keep_line(read_home, line)
    assert clauses(read_home) == {AGREED: "proposed"}
    assert take_back_line(read_home, "en/acts/agreed to").rule == line.rule
    assert own_lines(read_home) == ()
    assert clauses(read_home, "third.txt", TEXT + "\n\n") == {AGREED: "agreed"}


def test_dropped_clause_that_a_line_hides_counts(read_home):
    drop_drafts(read_home, [number_of(read_home, AGREED)], moment=MOMENT)
    line = new_line("en", "nearmiss", "agreed to open", value="", example="They agreed to open a door.")
    effect = weigh_line(read_home, line)
    assert (effect.measures, effect.gone) == ([Measure("dropped", 1, 0, 1)], [AGREED])


def test_case_is_held_against_every_line_and_taken_back(read_home):
    case = proposal_of(read_home, number_of(read_home, AGREED)).case
    keep_case(read_home, case)
    keep_case(read_home, case)
    assert (own_cases(read_home), is_right(case, Known())) == ((case,), True)
    line = new_line("en", "nearmiss", "agreed to open", value="", example="They agreed to open a door.")
    assert Measure("cases", 1, 0, 1) in weigh_line(read_home, line).measures
    take_back_case(read_home, case)
    assert own_cases(read_home) == ()


def test_erasing_a_source_takes_its_cases_away_and_leaves_others(read_home):
    number = number_of(read_home, AGREED)
    other = Case("en", "They vowed to go.", "go", "none")
    keep_case(read_home, proposal_of(read_home, number).case)
    keep_case(read_home, other)
    accept_drafts(read_home, [number], moment=MOMENT)
    with read_home.read() as reading:
        (source,) = [str(row["id"]) for row in reading.things("source")]
    erase_body(read_home, source, by=Hand("north", MOMENT), why="asked for")
    assert own_cases(read_home) == (other,)


def test_line_is_weighed_over_annotations_that_are_not_held_back(read_home, tmp_path):
    notes, texts = tmp_path / "notes", tmp_path / "texts"
    notes.mkdir()
    texts.mkdir()
    start = TEXT.index(UNKNOWN)
    gold = {name: [] for name in ("boilerplate", "parties", "meetings", "people", "instruments", "gates", "next_meetings")}
    clause = {"id": "C1", "status": "agreed", "areas": [], "agents": [], "concreteness": "concrete", "speaker": None}
    clause["evidence"] = [{"start": start, "end": start + len(UNKNOWN), "quote": UNKNOWN}]
    for name, split in (("one", "dev"), ("two", "held_back")):
        whole = gold | {"doc": {"id": name, "split": split, "lang": "en", "outlet": "x"}, "clauses": [clause]}
        (notes / f"{name}.json").write_text(json.dumps(whole))
    (texts / "one.txt").write_text(TEXT)
    line = new_line("en", "acts", "shook hands upon to", value="agreed", example="They shook hands upon to meet.")
    measures = {one.name: (one.before, one.after) for one in weigh_line(read_home, line, annotations=(notes, texts)).measures}
    assert measures["clauses_50"] == (0, 667)


@pytest.mark.parametrize(
    ("lang", "role", "words", "value", "example"),
    [
        ("xx", "acts", "vowed to", "agreed", "They vowed to go."),
        ("en", "spells", "vowed to", "agreed", "They vowed to go."),
        ("en", "acts", "vowed to", "perhaps", "They vowed to go."),
        ("en", "acts", "vowed to", "agreed", "They went."),
        ("en", "acts", "", "agreed", "They vowed to go."),
        ("en", "acts", "# vowed", "agreed", "They # vowed."),
        ("en", "acts", "v" * 201, "agreed", "v" * 201),
        ("en", "language", "vowed to", "agreed", "They vowed to go."),
        ("../../en", "acts", "vowed to", "agreed", "They vowed to go."),
    ],
)
def test_line_that_cannot_stand_is_refused(lang, role, words, value, example):
    with pytest.raises(BadLexicon):
        new_line(lang, role, words, value=value, example=example)


def test_words_that_stand_there_already_are_not_added_twice(home):
    line = new_line("en", "acts", "vowed to", value="agreed", example="They vowed to go.")
    keep_line(home, line)
    with pytest.raises(BadLexicon):
        keep_line(home, line)
    assert [one.rule for one in own_lines(home)] == ["en/acts/vowed to"]


@pytest.mark.parametrize(
    ("name", "written", "line"),
    [
        ("en/acts.tsv", b"# ours\nvowed to\tagreed\n", 2),
        ("en/acts.tsv", b"vowed to\tagreed\tThey went.\n", 1),
        ("en/acts.tsv", b"\xff\xfe", 1),
        ("en/spells.tsv", b"vowed to\tagreed\tThey vowed to go.\n", 1),
    ],
)
def test_bad_line_written_by_hand_is_named_and_nothing_is_read(home, name, written, line):
    file = home.path / "lexicon" / name
    file.parent.mkdir(parents=True)
    file.write_bytes(written)
    with pytest.raises(BadLexicon) as refused:
        read_document(home, GivenDocument(NAME, TEXT.encode), moment=MOMENT)
    assert (refused.value.values["file"], refused.value.values["line"]) == (f"lexicon/{name}", line)
    with home.read() as reading:
        assert list(reading.drafts()) == []


@pytest.mark.parametrize(
    "row", ["en\tonly three\tcells", "en\ta passage\tother words\tagreed", "en\ta passage\tpassage\tperhaps"]
)
def test_bad_case_written_by_hand_is_named(home, row):
    file = home.path / "lexicon" / "cases.tsv"
    file.parent.mkdir()
    file.write_text(f"# ours\n{row}\n")
    with pytest.raises(BadLexicon) as refused:
        own_cases(home)
    assert refused.value.values["line"] == 2


def test_own_lines_and_cases_go_into_a_backup(home, tmp_path):
    keep_line(home, new_line("en", "acts", "vowed to", value="agreed", example="They vowed to go."))
    keep_case(home, Case("en", "They vowed to go.", "go", "none"))
    restored = restore(back_up(home, tmp_path / "copy.tar"), tmp_path / "other", state_dir=tmp_path / "state")
    assert (own_lines(restored), own_cases(restored)) == (own_lines(home), own_cases(home))
