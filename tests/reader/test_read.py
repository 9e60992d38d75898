import re
import textwrap
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from comity.reader.explain import explain
from comity.reader.files.document import open_document
from comity.reader.measuring.gold import to_gold
from comity.reader.measuring.score import paired, quotes
from comity.reader.read import read
from comity.record.errors import ReaderError

from .reports_here import NAMES, PLACES, clause_lines, opened, reading_of, text_of, wanted


@pytest.mark.parametrize("name", NAMES)
def test_report_gives_its_parties_people_and_sessions(name):
    reading, want = reading_of(text_of(name)), wanted(name)
    assert sorted(party.code for party in reading.parties) == sorted(want["parties"])
    assert [person.name for person in reading.people] == want["people"]
    main = [session for session in reading.sessions if session.role == "main"]
    assert [f"{session.mechanism} {session.edition or session.year}" for session in main] == want["sessions"]
    assert [f"{coming.mechanism} {coming.edition}" for coming in reading.next_sessions] == want["next"]


@pytest.mark.parametrize(("lang", "least"), [("en", 0.9), ("vi", 0.9), ("zh", 0.9)])
def test_reports_of_a_language_give_most_of_their_clauses(lang, least):
    right = size = 0
    for name in (name for name in NAMES if name.startswith(lang)):
        text, got = text_of(name), to_gold(reading_of(text_of(name)))["clauses"]
        starts = [(text.find(clause["quote"]), len(clause["quote"])) for clause in wanted(name)["clauses"]]
        want = [{"evidence": [{"start": start, "end": start + length}]} for start, length in starts]
        right += len(paired(want, got, 0.5))
        size += len(want) + len(got)
    assert 2 * right / size >= least


@pytest.mark.parametrize("name", NAMES)
def test_no_clause_comes_from_furniture(name):
    reading = reading_of(text_of(name))
    spans = [(quote.start, quote.end) for quote in reading.furniture]
    assert [c for c in reading.clauses for s, e in spans if c.evidence[0].start < e and s < c.evidence[0].end] == []


@pytest.mark.parametrize("name", NAMES)
def test_two_readings_are_the_same(name):
    assert reading_of(text_of(name)) == reading_of(text_of(name))


@pytest.mark.parametrize("name", NAMES)
def test_decomposed_text_gives_the_same_drafts_with_quotes_of_the_original(name):
    text = unicodedata.normalize("NFD", text_of(name))
    composed, decomposed = reading_of(text_of(name)), reading_of(text)
    assert [(s, unicodedata.normalize("NFC", q)) for s, q in clause_lines(decomposed)] == clause_lines(composed)
    assert all(text[q["start"] : q["end"]] == q["quote"] for q in quotes(to_gold(decomposed)))


@pytest.mark.parametrize("name", NAMES)
def test_page_and_text_give_the_same_clauses(name):
    lines = [line for line in text_of(name).split("\n") if line]
    body = "".join(f"<p>{line.replace('&', '&amp;')}</p>\n" for line in lines)
    page = f"<!doctype html><html><head><title>t</title></head><body><nav>Home</nav>{body}</body></html>"
    assert clause_lines(reading_of(page, "report.html")) == clause_lines(reading_of(text_of(name)))


@pytest.mark.parametrize("name", [name for name in NAMES if not name.startswith("zh")])
def test_wrapped_text_gives_the_same_clauses(name):
    lines = [textwrap.fill(line, 90, break_on_hyphens=False) for line in text_of(name).split("\n")]
    assert clause_lines(reading_of("\n".join(lines))) == clause_lines(reading_of(text_of(name)))


@pytest.mark.parametrize("name", [name for name in NAMES if name.startswith("vi")])
def test_text_without_accents_still_gives_parties_people_and_clauses(name):
    bare = "".join(c for c in unicodedata.normalize("NFD", text_of(name)) if not unicodedata.combining(c))
    bare = bare.replace("đ", "d").replace("Đ", "D")
    plain, full = reading_of(bare), reading_of(text_of(name))
    assert [party.code for party in plain.parties] == [party.code for party in full.parties]
    assert len(plain.people) == len(full.people)
    assert len(plain.clauses) >= 0.6 * len(full.clauses)


def test_instruments_are_each_paper_signed():
    reading = reading_of(text_of("vi_2"))
    assert [(one.type, one.evidence[0].quote) for one in reading.instruments] == [
        ("minutes", "Biên bản hội đàm năm 2032"),
        (
            "cooperation agreement",
            "Thỏa thuận hợp tác về phòng cháy rừng giữa Chi cục Kiểm lâm Vân Khê và Cục Lâm nghiệp Thanh Lạc",
        ),
    ]


def test_speaker_and_agents_of_a_clause():
    reading = reading_of(text_of("en_3"))
    asked = next(clause for clause in reading.clauses if clause.evidence[0].quote.startswith("prevent poultry"))
    names = {person.id: person.name for person in reading.people}
    assert (names[asked.speaker], asked.agents) == ("Nong Van Thu", ("ZZ-VK",))


def test_internal_mark_is_a_notice():
    assert reading_of("内部资料\n" + text_of("zh_1")).notices == ("internal_mark",)
    assert reading_of(text_of("zh_1")).notices == ()


def test_explanation_names_rule_file_and_confidence():
    told = explain(reading_of(text_of("vi_1")))
    assert re.search(r"clause {2}agreed .*\(0\.\d\d\)\n(?: {4}.*\n)+", told)
    assert re.search(r"by vi/acts/thống nhất {2}lexicon/vi/acts\.tsv:\d+", told)


PIECES = st.sampled_from(
    [
        *["Hai bên", "thống nhất", "tăng cường", ", ", "; ", "và ", "双方", "同意", "加强", "、", "，", "。"],
        *["The two sides ", "agreed to ", "strengthen", " trade", "\n", "第三次", "会晤", "Mr. ", "Nguyen Van"],
        *[" An", "ngày 3/4", "Lạng Sơn", " - ", "…", "(", "\u0301"],
    ]
)
BYTES = st.one_of(
    st.binary(max_size=200),
    st.text(max_size=200).map(str.encode),
    st.lists(PIECES, max_size=60).map(lambda pieces: "".join(pieces).encode()),
)


@settings(max_examples=150, deadline=None)
@given(BYTES)
def test_any_bytes_are_refused_or_read_with_verbatim_evidence(raw):
    try:
        document = open_document(raw, name="any.txt")
    except ReaderError:
        return
    reading = read(document, gazetteer=PLACES)
    found = to_gold(reading)
    assert all(document.original[q["start"] : q["end"]] == q["quote"] and q["quote"] for q in quotes(found))
    assert to_gold(read(document, gazetteer=PLACES)) == found


def test_reading_names_document_and_language():
    document = opened(text_of("zh_2"), "zh_2.txt")
    reading = read(document, gazetteer=PLACES)
    assert (reading.document_name, reading.digest) == ("zh_2.txt", document.digest)
    assert (reading.lang, reading.date) == ("zh", "2032-02-21")
    assert reading.title is not None
    assert reading.title.quote == "清乐与云溪、富山举行2032年党委书记新春会晤"


def test_traditional_characters_are_read_as_simplified_ones_are():
    simplified = "双方一致同意加强边境贸易合作，推动口岸开放。"
    traditional = "雙方一致同意加強邊境貿易合作，推動口岸開放。"
    places = [(clause.status, clause.evidence[0].start, clause.evidence[0].end) for clause in reading_of(simplified).clauses]
    assert [
        (clause.status, clause.evidence[0].start, clause.evidence[0].end) for clause in reading_of(traditional).clauses
    ] == places
    assert [quote for _, quote in clause_lines(reading_of(traditional))] == ["加強邊境貿易合作", "推動口岸開放"]
