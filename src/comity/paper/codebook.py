"""The codebook of a release: every column of every table, what it means and what its cells may hold.

- It is made from the kinds' declarations and from the columns every table has; nothing is said twice.
- What is about a row as a whole stands in columns with a dot, which no field's name has: so no two columns have one name.
- As a table (`codebook.csv`) it holds the three languages side by side; for reading there is one text a language.

Source: docs/howto/cite-a-release.md.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from comity.paper.columns import BETWEEN, TYPES, Column, columns_of
from comity.paper.translate import translate
from comity.record.field import Field, Wording
from comity.record.kind import Kind
from comity.record.language import LANGUAGES, Labels
from comity.record.state import BodyState

BODY_WORDS = {
    BodyState.HELD: Labels("held here", "đang giữ", "在此保存"),
    BodyState.WITHHELD: Labels("never handed to the home this was made in", "chưa từng được chuyển đến kho này", "从未交到本库"),
    BodyState.ERASED: Labels("erased by its party", "đã được bên ghi xóa", "已由记录方删除"),
}
ANSWER_WORDS = {
    "true": Labels("yes", "có", "是"),
    "false": Labels("no", "không", "否"),
    "cannot say": Labels("cannot say from what is public", "không xác định được từ phần công khai", "据公开内容无法判断"),
}
# What every table begins with.
OF_EACH = (
    Column("entry.id", "id", Labels("Id of the entry that opened it", "Mã của mục ghi mở đầu", "开立记录的编号")),
    Column(
        "entry.book",
        "id",
        Labels(
            "Whose book it stands in: the word is theirs", "Nằm trong sổ của bên nào: theo lời bên đó", "载于何方台账：系该方所述"
        ),
    ),
    Column("entry.at", "instant", Labels("When it was entered", "Thời điểm ghi", "记录时间")),
    Column("entry.zone", "line", Labels("Time zone of the office (IANA)", "Múi giờ của cơ quan (IANA)", "机关所在时区（IANA）")),
    Column(
        "entry.body",
        "choice",
        Labels("Whether its content is held", "Có giữ nội dung hay không", "是否存有正文"),
        allowed={state.value: words for state, words in BODY_WORDS.items()},
    ),
    Column(
        "entry.ids",
        "id",
        Labels(
            "Entries the row is made of: the first and its corrections",
            "Các mục ghi tạo nên dòng này: mục đầu tiên và các đính chính",
            "构成本行的记录：首条记录及其更正",
        ),
        many=True,
    ),
    Column("source.ids", "id", Labels("Sources it rests on", "Nguồn tài liệu làm căn cứ", "所依据的资料来源"), many=True),
    Column(
        "source.addresses",
        "line",
        Labels("Address of each source, in the same order", "Địa chỉ của từng nguồn, theo cùng thứ tự", "各来源的网址，顺序相同"),
        many=True,
    ),
    Column(
        "source.coverage",
        "line",
        Labels(
            "Coverage of each source, in the same order",
            "Mức phản ánh của từng nguồn, theo cùng thứ tự",
            "各来源的涵盖程度，顺序相同",
        ),
        many=True,
    ),
    Column(
        "entry.findings",
        "line",
        Labels("Codes of what was found in its entries", "Mã các phát hiện", "所发现问题的代码"),
        many=True,
    ),
)
# What tables of things end with; statements lack it.
OF_THINGS = (
    Column(
        "entry.shows",
        "json",
        Labels(
            "What follows from the public statements about it",
            "Nội dung suy ra từ các ý kiến công khai về mục này",
            "由有关的公开陈述得出的内容",
        ),
    ),
)
OF_CONSENT = (
    Column(
        "consent.in_force",
        "choice",
        Labels("In force by consent of all parties named", "Có hiệu lực do mọi bên được nêu đã ký", "经所列各方签署而生效"),
        allowed=ANSWER_WORDS,
    ),
    Column("consent.signed_by", "id", Labels("Signed by", "Các bên đã ký", "已签署各方"), many=True),
    Column("consent.missing", "id", Labels("Signatures not here yet", "Chưa có chữ ký của", "尚未见签署的各方"), many=True),
)
# The table of titles, by which ids in all others can be read.
TITLES = "titles"
OF_TITLES = (
    OF_EACH[0],
    Column("entry.kind", "line", Labels("Kind: the table it stands in", "Loại: bảng có mục này", "类别：所在的表")),
    *columns_of(Field("title", Labels("What it is called", "Tên gọi", "名称"), Wording()))[:-1],
)
CONSENT_KINDS = ("item", "text")
_HEAD = ("file", "column", "type", "many", "required", "in_envelope", "limits")


def table_columns(kind: Kind) -> list[Column]:
    """Every column of the table of a kind, in order."""
    fields = [column for field in kind.fields for column in columns_of(field)]
    consent = OF_CONSENT if kind.name in CONSENT_KINDS else ()
    return [*OF_EACH, *fields, *consent, *(OF_THINGS if kind.opens else ())]


def codebook_table(kinds: Sequence[Kind]) -> list[list[str]]:
    """The codebook as rows, the heading first."""
    spoken = [f"{name}.{lang}" for name in ("label", "allowed") for lang in LANGUAGES]
    rows = [[*_HEAD, "allowed", *spoken]]
    for name, columns in _tables(kinds):
        for column in columns:
            marks = [str(mark).lower() for mark in (column.many, column.required, column.in_envelope)]
            labels = [_label(column, lang) for lang in LANGUAGES]
            allowed = [_allowed(column.allowed, lang) for lang in LANGUAGES]
            known = [f"{name}.csv", column.name, column.type, *marks, column.limits]
            rows.append([*known, BETWEEN.join(column.allowed), *labels, *allowed])
    return rows


def codebook_text(kinds: Sequence[Kind], lang: str) -> str:
    """The codebook to be read, in one language, as Markdown."""
    _ = translate(lang)
    lines = [f"# {_('Codebook')}", "", _("What each table holds, column by column.")]
    lines += ["", f"## {_('Types')}", "", *_rows((_("Type"), _("What a cell holds")), _types(lang))]
    said = {kind.name: (kind.plural.in_language(lang), kind.meaning.in_language(lang)) for kind in kinds}
    said[TITLES] = (_("Titles"), _("What each thing is called, so that ids in the other tables can be read."))
    for name, columns in _tables(kinds):
        title, meaning = said[name]
        lines += ["", f"## {title} (`{name}.csv`)", "", meaning, ""]
        heading = (_("Column"), _("Meaning"), _("Type"), _("Values"))
        lines += _rows(heading, ([f"`{c.name}`", _label(c, lang), _type(c, lang), _values(c, lang)] for c in columns))
    return "\n".join(lines) + "\n"


def _tables(kinds: Sequence[Kind]) -> list[tuple[str, Sequence[Column]]]:
    return [(TITLES, OF_TITLES), *((kind.name, table_columns(kind)) for kind in kinds)]


def _types(lang: str) -> list[list[str]]:
    return [[f"`{name}`", words.in_language(lang)] for name, words in TYPES.items()]


def _label(column: Column, lang: str) -> str:
    label = column.label.in_language(lang)
    return f"{label} ({column.part.in_language(lang)})" if column.part else label


def _type(column: Column, lang: str) -> str:
    _ = translate(lang)
    marks = [_("several"), _("must be given"), _("in the envelope")]
    given = [mark for mark, holds in zip(marks, (column.many, column.required, column.in_envelope), strict=True) if holds]
    return ", ".join([f"`{column.type}`", *given])


def _values(column: Column, lang: str) -> str:
    return _allowed(column.allowed, lang) or (f"`{column.limits}`" if column.limits else "")


def _allowed(options: Mapping[str, Labels], lang: str) -> str:
    return BETWEEN.join(f"{name} = {words.in_language(lang)}" for name, words in options.items())


def _rows(heading: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    cells = [heading, ["---"] * len(heading), *rows]
    return [f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in row)} |" for row in cells]
