"""Writes docs/kinds.md from the kinds themselves. Run it after adding or changing one."""

from __future__ import annotations

from pathlib import Path

from comity.kinds import every_kind
from comity.record.field import Field
from comity.record.kind import Kind
from comity.record.language import Labels

PAGE = Path(__file__).resolve().parents[1] / "docs/kinds.md"
OPENING = """# Kinds of acts

Written by `scripts/write_kinds_page.py`; do not edit by hand. How to add one: [add an act kind](howto/add-an-act-kind.md).

- **signed**: void unless an authorised person signed it. **binding**: part of it stands in the envelope and is never erased.
- **thing**: it opens something of its own; the others are statements about a thing, shown on its page.

| kind | English | Tiếng Việt | 中文 | meaning | marks | source |
|---|---|---|---|---|---|---|
"""
FIELDS = """
## Fields

A field in *italics* must be given, one marked ° is made by the program, one in **bold** stands in the envelope.

| kind | fields |
|---|---|
"""


def render() -> str:
    """The whole page."""
    kinds = every_kind().values()
    rows = [_row(f"`{kind.name}`", *_words(kind.labels), kind.meaning.en, _marks(kind), kind.source) for kind in kinds]
    fields = [_row(f"`{kind.name}`", ", ".join(_field(field) for field in kind.fields)) for kind in kinds]
    return OPENING + "\n".join(rows) + "\n" + FIELDS + "\n".join(fields) + "\n"


def _row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"


def _words(labels: Labels) -> tuple[str, str, str]:
    return labels.en, labels.vi, labels.zh_hans


def _marks(kind: Kind) -> str:
    marks = {"thing": kind.opens, "signed": kind.signed, "binding": kind.binding}
    return ", ".join(mark for mark, holds in marks.items() if holds)


def _field(field: Field) -> str:
    name = f"`{field.name}`"
    if field.computed:
        name += "°"
    elif field.required:
        name = f"*{name}*"
    return name if field.place.value == "body" else f"**{name}**"


if __name__ == "__main__":
    PAGE.write_text(render(), encoding="utf-8")
