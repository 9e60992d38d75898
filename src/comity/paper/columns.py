"""The columns in which a field stands in a table, and its cells: made from the declaration, for every kind alike.

- A wording takes five columns: one for each of the three languages, one for the others, one that says what each is worth.
  The clauses of a list of wordings are parted by an empty line.
- Several values of one field are parted by "; ". What is made of parts is one cell of JSON.
- A field without a value is an empty cell.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from comity.paper.areas import AREAS
from comity.paper.wording import Part
from comity.record.canonical import Fields, Value
from comity.record.field import Choice, Day, Evidence, Field, Flag, Line, Place, Prose, Record, Ref, Whole, Wording
from comity.record.language import LANGUAGES, Labels

BETWEEN = "; "
_CLAUSES = "\n\n"

# What the cells of a column hold, by its type.
TYPES: dict[str, Labels] = {
    "id": Labels(
        "the id of an entry: 64 hexadecimal digits", "mã của mục ghi: 64 chữ số thập lục phân", "记录编号：64 位十六进制数字"
    ),
    "line": Labels("one line of text", "một dòng chữ", "一行文字"),
    "text": Labels("text, with line breaks", "đoạn văn, có xuống dòng", "文字，可有换行"),
    "day": Labels(
        "a day, month or year as said: 2024-02-27, 2024-02 or 2024",
        "ngày, tháng hoặc năm như đã nêu: 2024-02-27, 2024-02 hoặc 2024",
        "所述的日、月或年：2024-02-27、2024-02 或 2024",
    ),
    "instant": Labels("date and time, UTC (ISO 8601)", "ngày giờ theo UTC (ISO 8601)", "日期和时间，协调世界时（ISO 8601）"),
    "number": Labels("a whole number", "số nguyên", "整数"),
    "yes_no": Labels("true or false", "true (có) hoặc false (không)", "true（是）或 false（否）"),
    "choice": Labels("one of the values listed", "một trong các giá trị đã liệt kê", "所列数值之一"),
    "wording": Labels("text in one language", "lời văn bằng một ngôn ngữ", "一种语言的文字"),
    "json": Labels("JSON text", "văn bản JSON", "JSON 文本"),
}
_IN_LANGUAGE: dict[str, Labels] = {
    "vi": Labels("in Vietnamese", "bằng tiếng Việt", "越南文"),
    "zh-Hans": Labels("in Chinese", "bằng tiếng Trung", "中文"),
    "en": Labels("in English", "bằng tiếng Anh", "英文"),
}
_OTHER = Labels(
    "further languages, each as lang: text", "các ngôn ngữ khác, dạng ngôn ngữ: lời văn", "其他语言，格式为 语言: 文字"
)
_WORTH = Labels("value of each language text", "giá trị của từng bản ngôn ngữ", "各语言文本的性质")


@dataclass(frozen=True)
class Column:
    """One column. `part`: which part of the field it holds, or None for all of it; `allowed`: values with their labels."""

    name: str
    type: str
    label: Labels
    part: Labels | None = None
    many: bool = False
    required: bool = False
    in_envelope: bool = False
    allowed: Mapping[str, Labels] = field(default_factory=dict)
    limits: str = ""


def columns_of(declared: Field) -> list[Column]:
    """The columns in which a field stands, in their order."""
    if isinstance(declared.form, Wording):
        named = [(f"{declared.name}.{lang}", "wording", _IN_LANGUAGE[lang]) for lang in LANGUAGES]
        named += [(f"{declared.name}.other", "text", _OTHER), (f"{declared.name}.standing", "line", _WORTH)]
        return [Column(name, type_, declared.labels, words, declared.many) for name, type_, words in named]
    form = declared.form
    return [
        Column(
            declared.name,
            _type_of(declared),
            declared.labels,
            many=declared.many,
            required=declared.required,
            in_envelope=declared.place is not Place.BODY,
            allowed=form.options if isinstance(form, Choice) else AREAS if declared.name == "areas" else {},
            limits=_limits(declared),
        )
    ]


def cells_of(declared: Field, value: Value | None) -> list[str]:
    """The cells of one value, as many as `columns_of` gives columns."""
    if isinstance(declared.form, Wording):
        clauses: Value = value if declared.many and value is not None else [] if value is None else [value]
        return _wording_cells(clauses)
    if value is None:
        return [""]
    if isinstance(declared.form, Evidence | Record) or _type_of(declared) == "json":
        return [as_json(value)]
    return [joined(value if isinstance(value, list) else [value])]


def title_cells(parts: Sequence[Part]) -> list[str]:
    """A title as four cells: the three languages, then what is in another one or in none."""
    known = {part.lang: part.text for part in parts}
    named = [known.pop(lang, "") for lang in LANGUAGES]
    return [*named, BETWEEN.join(text if lang == "und" else f"{lang}: {text}" for lang, text in known.items())]


def joined(values: list[Value]) -> str:
    """Several plain values in one cell."""
    return BETWEEN.join(str(value).lower() if isinstance(value, bool) else str(value) for value in values)


def as_json(value: Value) -> str:
    """A value made of parts in one cell: JSON with its keys in order, written without blanks."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _wording_cells(value: Value) -> list[str]:
    clauses = [_parts(clause) for clause in value] if isinstance(value, list) else []
    known = [
        _CLAUSES.join(str(part["text"]) for parts in clauses for part in parts if part["lang"] == lang) for lang in LANGUAGES
    ]
    others = [f"{part['lang']}: {part['text']}" for parts in clauses for part in parts if part["lang"] not in LANGUAGES]
    worth = dict.fromkeys(f"{part['lang']}={part['standing']}" for parts in clauses for part in parts)
    return [*known, _CLAUSES.join(others), BETWEEN.join(worth)]


def _parts(clause: Value) -> list[Fields]:
    rows = clause if isinstance(clause, list) else []
    return [part for part in rows if isinstance(part, dict) and {"lang", "text", "standing"} <= part.keys()]


def _type_of(declared: Field) -> str:
    match declared.form:
        case Ref():
            return "id"
        case Choice():
            return "choice"
        case Day():
            return "day"
        case Whole():
            return "number"
        case Flag():
            return "yes_no"
        case Line():
            return "line"
        case Prose():
            return "text"
        case _:
            return "json"


def _limits(declared: Field) -> str:
    """What the type alone does not say: kinds referred to, bounds, a pattern, the parts of a record."""
    match declared.form:
        case Ref(kinds=kinds):
            return BETWEEN.join(kinds)
        case Whole(least=least, most=most):
            return f"{least}..{most}"
        case Line(pattern=pattern):
            return pattern
        case Record(parts=parts):
            return BETWEEN.join(parts)
        case _:
            return ""
