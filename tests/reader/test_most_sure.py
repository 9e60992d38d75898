import pytest

from comity.reader import most_sure
from comity.reader.files.document import open_document
from comity.reader.most_sure import at_most, ceilings
from comity.reader.read import read
from comity.record.errors import BadLexicon

ZH = "清乐与云溪两县会谈\n\n双方积极向上级建议加快口岸建设进度；认真指导边民遣返、接收非法出入境人员，配合调查违法案件。\n"
VI = (
    "Hội đàm giữa hai huyện\n\nHai bên nhất trí tăng cường tuần tra chung trên biên giới, tổ chức hội chợ thương mại; "
    "duy trì đường dây nóng giữa hai đồn.\n"
)


@pytest.fixture
def reread():
    """The table is read anew before and afterwards."""
    ceilings.cache_clear()
    yield
    ceilings.cache_clear()


def sure(text):
    reading = read(open_document(text.encode(), name="talks.txt"))
    return {one.evidence[0].quote: one.confidence for one in reading.clauses}


def rules_of(text, monkeypatch):
    """How sure the rules are without a ceiling."""
    with monkeypatch.context() as without:
        without.setattr(most_sure, "ceilings", tuple)
        return sure(text)


def test_clause_behind_a_mark_that_may_part_nouns_is_not_sure(monkeypatch):
    text = "Hội đàm giữa hai huyện\n\nHai bên mong muốn mở rộng tuần tra chung trên biên giới, tổ chức hội chợ thương mại.\n"
    assert (list(sure(text).values()), list(rules_of(text, monkeypatch).values())) == ([0.85, 0.75], [0.85, 0.85])


@pytest.mark.parametrize("text", [ZH, VI])
def test_clauses_whose_acts_were_right_less_than_nine_times_of_ten_are_not_sure(text, monkeypatch):
    found, rules_alone = sure(text), rules_of(text, monkeypatch)
    assert max(rules_alone.values()) >= 0.8
    assert found == {quote: min(confidence, 0.75) for quote, confidence in rules_alone.items()}


def test_session_without_its_number_is_not_sure():
    numbered = "The 12th meeting of the joint working committee of Thanh Lac and Van Khe was held in Phu Son on 3 May 2031.\n"
    plain = numbered.replace("The 12th", "The")
    (one,), (other,) = (read(open_document(text.encode(), name="a.txt")).sessions for text in (numbered, plain))
    assert (one.edition, other.edition) == (12, None)
    assert one.confidence >= 0.8 > other.confidence


def test_ceiling_never_raises_and_changes_nothing_else():
    document = open_document(ZH.encode(), name="a.txt")
    reading = read(document)
    assert at_most(reading, document.original) == reading
    assert all(0 < one.most < 0.8 for one in ceilings())


def test_unknown_condition_is_refused(reread, monkeypatch):
    monkeypatch.setattr(most_sure, "rows_of", lambda *_: iter([["clause", "*", "at dusk", "0.7", "why"]]))
    with pytest.raises(BadLexicon, match="dusk"):
        ceilings()
