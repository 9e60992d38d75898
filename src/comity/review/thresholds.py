"""The numbers the rules go by: those of `thresholds.toml`, and others where a person gives them."""

from __future__ import annotations

import tomllib
from dataclasses import asdict, dataclass, fields, replace
from importlib import resources

from comity.record.errors import ThresholdWrong

MOST = 36500


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Whole numbers from 0 to `MOST`; what each is for stands beside it in `thresholds.toml`."""

    look_back_days: int
    due_days: int
    no_mention_days: int
    recurring_times: int
    planned_days_listed: int
    waiting_days: int
    meeting_grace_days: int
    ending_days: int
    left_days: int

    def as_fields(self) -> dict[str, int]:
        """Each by its name."""
        return asdict(self)


def thresholds(changes: str = "") -> Thresholds:
    """The thresholds of this version with those that the TOML text `changes` names. Raises: ThresholdWrong."""
    own = tomllib.loads((resources.files("comity.review") / "thresholds.toml").read_text("utf-8"))
    try:
        given = tomllib.loads(changes)
    except tomllib.TOMLDecodeError as problem:
        raise ThresholdWrong(name="TOML") from problem
    known = {field.name for field in fields(Thresholds)}
    for name, value in given.items():
        if name not in known or type(value) is not int or not 0 <= value <= MOST:
            raise ThresholdWrong(name=name[:60])
    return replace(Thresholds(**own), **given)
