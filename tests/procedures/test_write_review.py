"""Review books as files: nothing home-only gets into a joint one, and every number is the same in all of them."""

import io
import json
import re
import tomllib
from dataclasses import replace

import pytest
from pypdf import PdfReader

from comity.paper.printed import Bullets, Heading, Paragraph, Printed, Table, plain
from comity.procedures.draft_review import About, review_books, review_material
from comity.procedures.erase_body import erase_body
from comity.procedures.gather_brief import BriefAsked, gather_brief
from comity.procedures.gather_findings import Asked, as_values, gather_findings
from comity.procedures.hand import Hand
from comity.procedures.write_brief import brief_bytes
from comity.procedures.write_review import FORMS, Wanted, write_review
from comity.record.errors import EditsElsewhere, EditsWrong, FileMissing, FileThere, NothingToWrite, UnknownThing, WrongValue
from comity.record.language import LANGUAGES
from comity.review.edits import Flag, Why
from comity.review.thresholds import thresholds

from .review_home import DAY, HIDDEN, MOMENT, SHOWN, ReviewHome, hide, make_review_home, show, titled, words_of

ALL = Wanted(LANGUAGES, FORMS)
PAGES = Wanted(("en",), ("html",))


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    return make_review_home(tmp_path_factory.mktemp("review"))


def asked(session="second", *, joint=False):
    return Asked(DAY, thresholds(), session=session, joint=joint)


def write(made, to, wanted=PAGES, *, joint=False):
    return write_review(made.home, asked(joint=joint), wanted, to)


def books(made, *, joint=False, session="second", langs=LANGUAGES):
    with made.home.read() as reading:
        return review_books(reading, asked(session, joint=joint), langs)


def paragraphs(printed: Printed):
    """Every paragraph of prose by key."""
    found = {}
    for block in printed.blocks:
        for each in block.items if isinstance(block, Bullets) else [block] if isinstance(block, Paragraph) else []:
            found[each.key] = each
    return found


def tables(printed: Printed):
    return {block.key: block for block in printed.blocks if isinstance(block, Table)}


@pytest.fixture(scope="module")
def home_words(made, tmp_path_factory):
    """All words of the home edition by form and language."""
    files = write(made, tmp_path_factory.mktemp("home-edition"), ALL).files
    return {tuple(path.name.split(".")[:0:-1]): words_of(path.suffix[1:], path.read_bytes()) for path in files}


@pytest.mark.parametrize("side_by_side", [False, True])
def test_joint_book_holds_nothing_that_not_every_party_may_see(made, tmp_path, side_by_side):
    """Every form, every language: no word of an entry for one side, for a third party or of this home alone."""
    written = write(made, tmp_path, replace(ALL, side_by_side=side_by_side, template=True), joint=True)
    found = {path.name: words_of(path.suffix[1:], path.read_bytes()) for path in written.files}
    assert len(found) == (4 if side_by_side else 10)
    assert {name: [word for word in HIDDEN if word in text] for name, text in found.items()} == {name: [] for name in found}
    printed = {name: text for name, text in found.items() if not name.endswith(".toml")}
    assert {name: [word for word in SHOWN if word not in text] for name, text in printed.items()} == {
        name: [] for name in printed
    }
    for name, text in printed.items():
        said = [words for words in ("no later mention", "chưa thấy nhắc lại", "暂未见后续提及", "to compare") if words in text]
        assert (name, said) == (name, [])


def test_home_book_holds_what_the_home_may_see(home_words):
    """So the words a joint book must not hold would be found in each form, were they there; three are in no book at all."""
    texts = {form: text for (form, lang), text in home_words.items() if lang == "en"}
    lacking = {form: [word for word in HIDDEN if word not in text] for form, text in texts.items()}
    assert lacking == {form: ["zqearlier", "zqshort", "zqtold"] for form in FORMS}
    # Words for pictures, which stand on no page, are read too.
    assert {form: "areas: " in text for form, text in texts.items()} == dict.fromkeys(FORMS, True)


def test_home_note_stands_under_its_item_in_the_home_edition_alone(made, home_words):
    """In every form; in a brief about the other side, in no language."""
    assert {place: text.count("zqnoted") for place, text in home_words.items()} == dict.fromkeys(home_words, 1)
    table = tables(books(made)["en"].printed)[f"agreed/{made.id('first')}/table"]
    (row,) = (row for row in table.rows if row[0].paragraphs[0].key == f"agreed/{made.id('ferry')}/what")
    assert plain(row[0].paragraphs[-1].line) == "Home note of 22 Nov 2026: zqnoted of the ferry"
    with made.home.read() as reading:
        material = gather_brief(reading, BriefAsked(DAY, thresholds(), "south"))
    briefs = [brief_bytes(material, lang, "txt").decode() for lang in LANGUAGES]
    assert [("ferry" in text, "zqnoted" in text) for text in briefs] == [(True, False)] * 3


def test_joint_book_says_what_both_stated_and_thanks_both(made):
    joint = paragraphs(books(made, joint=True)["en"].printed)
    ferry, south = made.id("ferry"), made.id("south")
    assert plain(joint[f"thanks/{ferry}/{south}"].line) == (
        "Thanks are due to South side for what it states to be done: xwferry at the ferry. "
        "In the words stated: xwresult at the ferry"
    )
    table = tables(books(made, joint=True)["en"].printed)[f"agreed/{made.id('first')}/table"]
    row = next(row for row in table.rows if row[0].paragraphs[0].key == f"agreed/{ferry}/what")
    assert sorted(plain(each.line) for each in row[2].paragraphs) == [
        "North side: under way (own word, 2 May 2026).",
        "South side: reported done (own word, 1 May 2026). xwresult at the ferry.",
    ]


def test_joint_book_does_not_change_with_what_it_may_not_hold(tmp_path):
    """It says the very same, whether anything was entered for fewer eyes or not."""
    without, whole = ReviewHome(tmp_path / "a"), ReviewHome(tmp_path / "b")
    for made in (without, whole):
        show(made)
    hide(whole)
    first, second = (_all_words(books(made, joint=True)["vi"].printed) for made in (without, whole))
    assert first == second


def _all_words(printed: Printed) -> list[str]:
    """Every sentence and cell; without what bears codes of its own home, and the order of what has one day."""
    cells = [
        plain(paragraph.line)
        for key, table in tables(printed).items()
        if not key.startswith(("codes", "signatures"))
        for row in table.rows
        for cell in row
        for paragraph in cell.paragraphs
    ]
    return sorted([*cells, *(plain(each.line) for key, each in paragraphs(printed).items() if key != "summary/agenda")])


def test_every_number_is_that_of_the_register_in_every_language(made):
    with made.home.read() as reading:
        told = as_values(gather_findings(reading, asked()))["counts"]
        states = dict(reading.facet_values("undertaking", "state", limit=99))
        count = reading.count("undertaking")
    for lang, book in books(made).items():
        numbers = {name: _numbers(table) for name, table in tables(book.printed).items() if name.startswith("summary/")}
        rules = ("thanks", "results", "difficulties", "to_compare", "recurring", "no_mention")
        assert (lang, numbers["summary/counts"]) == (lang, [told[rule] for rule in rules])
        facets = [states.get(each, 0) for each in ("done", "under_way", "waiting", "not_started", "none", "ended")]
        assert (lang, numbers["summary/standing"]) == (lang, [*facets, count])
        listed = {rule: _listed(book.printed, rule) for rule in rules}
        assert (lang, listed) == (lang, {rule: told[rule] for rule in rules})
        rows = sum(len(table.rows) for key, table in tables(book.printed).items() if key.startswith("agreed/"))
        assert (lang, rows) == (lang, count)


def _numbers(table: Table) -> list[int]:
    return [int(plain(cell.paragraphs[0].line)) for cell in table.rows[0][1:]]


def _listed(printed: Printed, rule: str) -> int:
    """How many entries stand in the lists of a chapter."""
    return sum(len(block.items) for block in printed.blocks if isinstance(block, Bullets) and block.key.startswith(f"{rule}/"))


def test_blocks_are_the_same_in_every_language_and_keys_are_used_once(made):
    for joint in (False, True):
        shapes = [
            [(type(block).__name__, block.key) for block in book.printed.blocks] for book in books(made, joint=joint).values()
        ]
        assert shapes[0] == shapes[1] == shapes[2]
        for book in books(made, joint=joint).values():
            cells = [p.key for t in tables(book.printed).values() for row in t.rows for cell in row for p in cell.paragraphs]
            keys = [*(block.key for block in book.printed.blocks), *paragraphs(book.printed), *cells]
            own = [key for key in keys if key not in {block.key for block in book.printed.blocks if isinstance(block, Paragraph)}]
            assert len(own) == len(set(own))
            assert [key for key in keys if re.search(r"\s", key)] == []
        digests = [book.digests for book in books(made, joint=joint).values()]
        assert digests[0] == digests[1] == digests[2]


def test_each_language_names_its_own_side_first(made):
    for lang, first in (("vi", "Tỉnh Thanh Lạc"), ("zh-Hans", "云溪地区")):
        table = tables(books(made)[lang].printed)[f"agreed/{made.id('first')}/table"]
        assert {plain(row[1].paragraphs[0].line).split("、")[0].split(", ")[0] for row in table.rows} == {first}


def test_forms_say_the_same_words(made, home_words):
    """Every sentence of the book stands in its page and in its Word file; a page of the PDF breaks lines where it will."""
    for lang, book in books(made).items():
        texts = {form: text for (form, of), text in home_words.items() if of == lang}
        assert texts.keys() == set(FORMS)
        codes = {each.code for each in paragraphs(book.printed).values() if each.code}
        for form, text in texts.items():
            assert (lang, form, [code for code in codes if code.lower() not in text]) == (lang, form, [])


def test_summary_keeps_to_one_page_and_opens_with_thanks(tmp_path):
    """However much there is to thank for, and however long it is called."""
    made = ReviewHome(tmp_path)
    made.enter("session", "second", title=titled("The second meeting"), parties="north,south", starts_on="2026-02-26")
    for number in range(5):
        title = {
            "vi": f"Mở lại lối thông quan {number} " * 9,
            "zh-Hans": f"恢复渡口通关通道{number}" * 20,
            "en": f"Reopen {number} " * 40,
        }
        made.enter("undertaking", f"item{number}", title=title, session="second", owners="north,south", nature="once")
        made.enter("progress", by="south", undertaking=f"item{number}", owner="south", state="done", word="own", result=title)
    for path in write(made, tmp_path / "to", Wanted(LANGUAGES, ("pdf",))).files:
        pages = [page.extract_text() for page in PdfReader(io.BytesIO(path.read_bytes())).pages]
        titles = {"vi": "II. Cảm ơn", "zh-Hans": "二、致谢", "en": "2. Thanks"}
        lang = path.name.split(".")[1]
        assert (lang, [titles[lang] in page for page in pages[:3]]) == (lang, [False, True, False])
    blocks = books(made)["en"].printed.blocks
    assert [block.key for block in blocks[:2]] == ["summary", "summary/thanks"]


def test_files_are_never_written_over(made, tmp_path):
    first = write(made, tmp_path)
    assert write(made, tmp_path).files == first.files
    first.files[0].write_text("A clerk worked here.")
    with pytest.raises(FileThere):
        write(made, tmp_path)
    assert first.files[0].read_text() == "A clerk worked here."


def test_what_cannot_be_written_is_refused(made, tmp_path):
    with pytest.raises(NothingToWrite):
        write(made, tmp_path, Wanted((), ("html",)))
    for session, problem in (("none", UnknownThing), ("ferry", WrongValue)):
        with pytest.raises(problem):
            write_review(made.home, asked(session), PAGES, tmp_path)


def _edits(made, path, changes, *, edition="home"):
    path.write_text(json.dumps({"session": made.id("second"), "edition": edition, "changes": changes}), encoding="utf-8")
    return path


def test_words_of_a_person_stand_and_are_flagged_when_facts_move(tmp_path):
    made = make_review_home(tmp_path)
    write(made, tmp_path / "1", replace(PAGES, template=True))
    template = tomllib.loads((tmp_path / "1/review.edits.toml").read_text("utf-8"))
    key = f"difficulties/{made.id('queue')}"
    facts = template["changes"][key]["en"]["facts"]
    changes = {
        key: {"en": {"text": "Mine, on the queue.", "facts": facts}},
        "gone/x": {"en": {"text": "Mine alone.", "facts": ""}},
    }
    wanted = replace(PAGES, edits=_edits(made, tmp_path / "edits.json", changes))
    first = write(made, tmp_path / "2", wanted)
    page = first.files[0].read_text("utf-8")
    assert first.flags == (Flag("gone/x", "en", Why.GONE),)
    assert ("Mine, on the queue." in page, "Mine alone." in page, "Changes whose paragraph is gone" in page) == (True,) * 3
    assert "The facts have moved" not in page
    made.enter("correction", thing="queue", changes={"title": titled("longer")})
    second = write(made, tmp_path / "3", wanted)
    assert second.flags == (Flag(key, "en", Why.MOVED), Flag("gone/x", "en", Why.GONE))
    moved = "The facts have moved since this was written. As drafted now: This is still to be cleared: longer at the ferry."
    assert moved in second.files[0].read_text("utf-8")


def test_head_and_foot_are_said_once_for_every_form(made, tmp_path):
    """Number, place, addressees, signatory and recipients in page, PDF and Word file; of a joint book the parties are known."""
    head = {"number": "xw1", "place": "xwplace", "addressees": ["xwto"], "signer_post": "xwpost", "signer": "xwsigner"}
    said = {lang: {**head, "recipients": ["xwcopy"], "over": "xwover"} for lang in LANGUAGES}
    path = tmp_path / "head.json"
    path.write_text(json.dumps({"session": made.id("second"), "edition": "home", "head": said}), encoding="utf-8")
    for file in write(made, tmp_path / "to", replace(ALL, edits=path)).files:
        text = words_of(file.suffix[1:], file.read_bytes())
        lacking = [
            words for words in (*head.values(), "xwcopy", "xwover") if (words if isinstance(words, str) else words[0]) not in text
        ]
        assert (file.name, lacking) == (file.name, [])
    (joint,) = write(made, tmp_path / "joint", PAGES, joint=True).files
    assert "To: North side; South side" in joint.read_text("utf-8") or "To: South side; North side" in joint.read_text("utf-8")


def test_words_for_one_edition_come_into_no_other(made, tmp_path):
    changes = {"gone/x": {"en": {"text": "zqedit", "facts": ""}}}
    with pytest.raises(EditsElsewhere):
        write(made, tmp_path / "a", replace(PAGES, edits=_edits(made, tmp_path / "e.json", changes)), joint=True)
    own = _edits(made, tmp_path / "e.json", changes, edition="joint")
    written = write(made, tmp_path / "b", replace(PAGES, edits=own), joint=True)
    assert written.flags == (Flag("gone/x", "en", Why.GONE),)
    assert "zqedit" not in written.files[0].read_text("utf-8")


@pytest.mark.parametrize(
    "content",
    [
        b"\xff",
        b"[1",
        b"[]",
        b'{"changes": []}',
        b'{"changes": {}}',
        b'{"session": 1, "edition": "home"}',
        b'{"session": "", "edition": "", "letter": ""}',
        b'{"session": "", "edition": "", "head": 1}',
        b'{"session": "", "edition": "", "head": {"fr": {}}}',
        b'{"session": "", "edition": "", "head": {"vi": {"country": "VN"}}}',
        b'{"session": "", "edition": "", "head": {"vi": {"number": ["1"]}}}',
        b'{"session": "", "edition": "", "head": {"vi": {"recipients": "x"}}}',
        b'{"session": "", "edition": "", "head": {"vi": {"place": "%s"}}}' % (b"x" * 301),
        b'{"session": "", "edition": "", "changes": {"a": 1}}',
        b'{"session": "", "edition": "", "changes": {"a": {"fr": {"text": "x"}}}}',
        b'{"session": "", "edition": "", "changes": {"a": {"en": {"text": 1}}}}',
        b'{"session": "", "edition": "", "changes": {"a": {"en": {"text": "%s"}}}}' % (b"x" * 5001),
        b"[" * 100_000,
    ],
)
def test_files_that_are_no_changes_are_refused(made, tmp_path, content):
    path = tmp_path / "edits.json"
    path.write_bytes(content)
    with pytest.raises(EditsWrong):
        write(made, tmp_path / "to", replace(PAGES, edits=path))
    with pytest.raises(FileMissing):
        write(made, tmp_path / "to", replace(PAGES, edits=tmp_path / "none"))


def _said(printed: Printed) -> dict[str, str]:
    return {key: plain(each.line) for key, each in paragraphs(printed).items() if key.startswith("unknown/")}


def test_session_without_any_progress_says_so(tmp_path):
    made = ReviewHome(tmp_path)
    made.enter("session", "second", title=titled("Alone"), parties="north,south", starts_on="2026-02-26")
    bare = books(made)["en"].printed
    assert plain(paragraphs(bare)["summary/thanks/none"].line).startswith("Nothing recorded since 26 Feb 2025 is there to thank")
    made.enter("undertaking", "ferry", title={"vi": "Mở phà"}, session="second", owners="north,south")
    book = books(made)
    assert _said(book["en"].printed)["unknown/progress"] == "No owner's word on any of these agreed items is held here."
    assert _said(book["en"].printed)["unknown/language"].startswith("1 agreed item has no wording in this language")
    assert "unknown/language" not in _said(book["vi"].printed)
    made.enter("progress", undertaking="ferry", owner="north", state="done", word="own", on="2026-03-03")
    one = _said(books(made)["en"].printed)
    assert one[f"unknown/own/{made.id('south')}"] == "No word of South side itself is held here on its 1 agreed item."
    erase_body(made.home, "ferry", by=Hand("north", MOMENT), why={"en": "A person is named."})
    gone = books(made)["en"].printed
    assert _said(gone)["unknown/erased"] == "Of 1 agreed item the words have been erased; nothing is said of it."
    assert plain(paragraphs(gone)["agreed/count"].line) == "Nothing is recorded here under this heading."


def test_long_names_and_marks_that_turn_writing_stay_in_their_place(tmp_path):
    made = ReviewHome(tmp_path)
    made.enter("session", "second", title=titled("Alone"), parties="north,south", starts_on="2026-02-26")
    long = "Rất dài " * 600
    made.enter("undertaking", title={"vi": long, "en": "x" * 4999}, session="second", owners="north", nature="once")
    written = write(made, tmp_path / "to", ALL)
    texts = {path.name: words_of(path.suffix[1:], path.read_bytes()) for path in written.files}
    assert {name: "x" * 700 in text for name, text in texts.items()} == dict.fromkeys(texts, False)
    for book in books(made).values():
        assert max(len(plain(each.line)) for each in paragraphs(book.printed).values()) < 1000


def test_book_of_a_session_not_for_all_says_that_its_words_are_not_there(tmp_path):
    made = ReviewHome(tmp_path)
    made.enter("session", "second", to=(), title=titled("zqsession"), parties="north,south", starts_on="2026-02-26")
    joint = books(made, joint=True)["en"].printed
    assert plain(joint.title) == "Results and difficulties: (not named here)"
    assert _said(joint)["unknown/session"] == "The words of the session itself are not held here."


def test_what_changed_since_the_last_book_is_counted(made):
    with made.home.read() as reading:
        now = gather_findings(reading, asked())
        earlier = {each["key"]: {"case": each["case"], "facts": each["facts"]} for each in as_values(now)["findings"]}
        gone, first = {"due/gone": {}}, sorted(earlier)[0]
        more = About({key: value for key, value in earlier.items() if key != first} | gone, has_earlier=True)
        for joint, said in ((False, "1 new, 0 changed, 1 no longer found."), (True, "")):
            material = review_material(reading, asked(joint=joint), more=more)
            assert material.changes is not None
            assert joint or (material.changes.new, material.changes.gone) == ((first,), ("due/gone",))
            assert said or material.changes.gone


def test_headings_bear_no_number_of_their_own(made):
    for book in books(made).values():
        titles = [plain(block.line) for block in book.printed.blocks if isinstance(block, Heading)]
        assert [title for title in titles if re.match(r"[\dIVX一二三]+[.、]", title)] == []
