"""One vector for each kind: its own example, entered, and the row it folds to. A kind dropped in gets one too."""

from __future__ import annotations

from tests.kinds.world import SALT, enter, example, folded

from comity.kinds import every_kind
from comity.record.act import encode_body


def kinds():
    """For each kind by name: the example's entry, body, salt and id, and the row of the register."""
    return {name: _vector(name) for name in every_kind()}


def _vector(name):
    act = enter(name, example(name), index=0 if name == "charter" else 1)
    return {
        "entry": act.entry.raw.decode(),
        "id": act.entry.id,
        "body": encode_body(act.body).decode(),
        "salt": SALT.hex(),
        "row": folded(act),
    }
