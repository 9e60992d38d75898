"""Columns and codebook: made from the declarations for every kind, and saying of each column what it holds."""

import pytest

from comity.kinds import every_kind
from comity.paper.codebook import OF_TITLES, TITLES, codebook_table, codebook_text, table_columns
from comity.paper.columns import TYPES, cells_of, columns_of, title_cells
from comity.paper.wording import Part
from comity.record.field import Choice, Evidence, Field, Flag, Line, Place, Record, Ref, Whole, Wording
from comity.record.language import LANGUAGES, Labels

NAME = Labels("Name", "Tên", "名称")
KINDS = list(every_kind().values())


def field(form, **more):
    return Field("name", NAME, form, **more)


def parts(**texts):
    return [{"lang": lang.replace("_", "-"), "standing": "authentic", "text": text} for lang, text in texts.items()]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_each_column_of_a_kind_has_a_name_of_its_own_a_type_and_labels(kind):
    columns = table_columns(kind)
    assert len({column.name for column in columns}) == len(columns)
    assert {column.type for column in columns} <= TYPES.keys()
    for declared in kind.fields:
        assert len(cells_of(declared, None)) == len(columns_of(declared))


@pytest.mark.parametrize(
    ("declared", "value", "cells"),
    [
        (field(Line()), "ferry", ["ferry"]),
        (field(Line(), many=True), ["ferry", "gate"], ["ferry; gate"]),
        (field(Flag()), True, ["true"]),
        (field(Whole()), 0, ["0"]),
        (field(Ref(("party",)), many=True, place=Place.REFS), ["a5" * 32], ["a5" * 32]),
        (field(Choice({"once": NAME})), "once", ["once"]),
        (field(Record({"name": Line()})), {"name": "渡口"}, ['{"name":"渡口"}']),
        (field(Evidence(), many=True), [{"start": 0, "end": 1, "quote": "x"}], ['[{"end":1,"quote":"x","start":0}]']),
        (field(Line()), None, [""]),
        (field(Wording()), None, ["", "", "", "", ""]),
        (
            field(Wording()),
            parts(en="Ferry", sv="Färja", vi="Phà"),
            ["Phà", "", "Ferry", "sv: Färja", "en=authentic; sv=authentic; vi=authentic"],
        ),
        (
            field(Wording(), many=True),
            [parts(en="First.", zh_Hans="第一"), parts(en="Second.")],
            ["", "第一", "First.\n\nSecond.", "", "en=authentic; zh-Hans=authentic"],
        ),
    ],
)
def test_value_stands_in_its_cells(declared, value, cells):
    assert cells_of(declared, value) == cells


def test_title_stands_in_four_cells():
    assert title_cells([Part("vi", "", "Phà"), Part("und", "", "F1"), Part("sv", "", "Färja")]) == [
        "Phà",
        "",
        "",
        "F1; sv: Färja",
    ]


def test_codebook_names_every_column_of_every_table_once():
    rows = codebook_table(KINDS)
    named = [(row[0], row[1]) for row in rows[1:]]
    expected = [(f"{TITLES}.csv", column.name) for column in OF_TITLES]
    expected += [(f"{kind.name}.csv", column.name) for kind in KINDS for column in table_columns(kind)]
    assert named == expected
    assert {len(row) for row in rows} == {len(rows[0])}


def test_codebook_gives_type_bounds_and_values_of_a_column():
    rows = codebook_table([every_kind()["undertaking"], every_kind()["session"]])
    held = {(row[0], row[1]): dict(zip(rows[0], row, strict=True)) for row in rows[1:]}
    nature = held["undertaking.csv", "nature"]
    assert (nature["type"], nature["allowed"], nature["allowed.vi"]) == (
        "choice",
        "once; periodic; standing",
        "once = một lần; periodic = định kỳ; standing = thường xuyên",
    )
    assert held["session.csv", "edition"]["limits"] == "1..999"
    assert held["undertaking.csv", "owners"]["limits"] == "charter; party"
    assert held["undertaking.csv", "areas"]["allowed"].startswith("A01; A02; ")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_codebook_to_be_read_names_every_column(lang):
    text = codebook_text(KINDS, lang)
    assert [column.name for kind in KINDS for column in table_columns(kind) if f"| `{column.name}` |" not in text] == []
    assert [kind.name for kind in KINDS if kind.meaning.in_language(lang) not in text] == []
