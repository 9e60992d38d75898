"""What every refusal is: the four rooms they belong to, a code and a sentence."""

from __future__ import annotations

from typing import ClassVar


class ComityError(Exception):
    """A refusal. `values` fill the places of `sentence`; they are shown to people, never parsed."""

    code: ClassVar[str] = ""
    sentence: ClassVar[str] = ""

    def __init__(self, **values: str | int) -> None:
        self.values = values
        super().__init__(f"{self.code}: {self.sentence.format_map(values)}" if self.sentence else self.code)


class RecordError(ComityError):
    """What was to be entered or checked is not well formed."""


class StoreError(ComityError):
    """The home or its disk cannot take or give it."""


class ExchangeError(ComityError):
    """What came from another book cannot be taken."""


class ReaderError(ComityError):
    """A document cannot be read."""


def every_error(root: type[ComityError] = ComityError) -> dict[str, type[ComityError]]:
    """Every refusal below `root` by its code, rooms without a code left out."""
    found = {root.code: root} if root.code else {}
    for child in root.__subclasses__():
        found |= every_error(child)
    return found
