"""Labels: to whom an entry's body may go. A label never falls along any path out.

The data carry the words of TLP 2.0; people read plain words (`words` below each).
- clear: anybody; no audience is named.
- green: the parties of the mechanism; amber: the addressed parties; red: named persons of those
  parties. The parties meant are named in the envelope's audience; the entering party always belongs.

Source: FIRST TLP 2.0; docs/format.md section 2.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from comity.record.language import Labels


class Label(StrEnum):
    CLEAR = "clear"
    GREEN = "green"
    AMBER = "amber"
    RED = "red"


WORDS: dict[Label, Labels] = {
    Label.CLEAR: Labels(en="public", vi="công khai", zh_hans="公开"),
    Label.GREEN: Labels(en="the mechanism's parties", vi="các bên của cơ chế", zh_hans="机制各方"),
    Label.AMBER: Labels(en="the addressed parties", vi="bên nhận", zh_hans="收件方"),
    Label.RED: Labels(en="named persons", vi="đích danh", zh_hans="指定人员"),
}

_RANK = {label: rank for rank, label in enumerate(Label)}


def strictest(labels: Iterable[Label]) -> Label:
    """The highest of `labels`; clear where there are none. What is made of several parts bears it."""
    return max(labels, key=_RANK.__getitem__, default=Label.CLEAR)


def may_go_to(label: Label, audience: Iterable[str], *, owner: str, reader: str | None) -> bool:
    """Whether a body so labelled may be handed to `reader` (a party id, or None for anybody at all)."""
    return label is Label.CLEAR or (reader is not None and (reader == owner or reader in audience))
