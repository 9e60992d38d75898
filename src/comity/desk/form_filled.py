"""What stands in a form: text by the name of its control, as it was typed or as the address asks for.

Names are those of the fields; a wording has one control a language (`title.vi`) with its standing
(`title.vi.standing`), several wordings are counted (`clauses.0.vi`).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.http import QueryDict

from comity.record.canonical import Fields

PREFIX = "f-"


class Filled:
    """The texts of a form."""

    def __init__(self, texts: Mapping[str, Iterable[str]] | None = None) -> None:
        self._texts = {name: [clean(text) for text in given] for name, given in (texts or {}).items()}

    def __call__(self, name: str) -> list[str]:
        """The texts under this name that are not empty."""
        return [text for text in self._texts.get(name, []) if text]

    def one(self, name: str, otherwise: str = "") -> str:
        """The first of them."""
        return next(iter(self(name)), otherwise)

    def put(self, name: str, *texts: str) -> None:
        """Puts texts under a name where there are none yet."""
        if not self(name):
            self._texts[name] = list(texts)

    def set(self, name: str, text: str) -> None:
        """Puts a text in the place of those under a name."""
        self._texts[name] = [text]

    def add(self, name: str, *texts: str) -> None:
        """Adds texts to those under a name."""
        self._texts[name] = [*self(name), *texts]

    def counted(self, name: str) -> int:
        """How many wordings are counted under this name, empty ones between included."""
        found = [key.split(".")[1] for key in self._texts if key.startswith(f"{name}.") and self(key) and _is_text(key)]
        return max((int(number) + 1 for number in found if number.isascii() and number.isdigit() and len(number) < 3), default=0)


@dataclass(frozen=True, slots=True)
class Sent:
    """A form with its token; `more` names the field for which more rows are asked, or is "". `judged`: it bore refusals."""

    filled: Filled
    token: str
    more: str = ""
    judged: bool = False


def sent(form: QueryDict) -> Sent:
    """A form that came back with what was typed into it."""
    texts = {name.removeprefix(PREFIX): form.getlist(name) for name in form if name.startswith(PREFIX)}
    return Sent(Filled(texts), form.get("once", ""), form.get("more", ""), "judged" in form)


def asked_for(query: QueryDict) -> Filled:
    """What the address asks to stand in the form."""
    return Filled({name: query.getlist(name) for name in query})


def filled_with(fields: Fields) -> Filled:
    """What the record holds, as it stands in a form."""
    texts: dict[str, list[str]] = {}
    for name, value in fields.items():
        rows = value if isinstance(value, list) else [value]
        for row in rows:
            if isinstance(row, dict) and {"lang", "standing", "text"} <= row.keys():
                texts[f"{name}.{row['lang']}"] = [str(row["text"])]
                texts[f"{name}.{row['lang']}.standing"] = [str(row["standing"])]
            elif isinstance(row, str | int):
                texts.setdefault(name, []).append(str(row).lower() if isinstance(row, bool) else str(row))
    return Filled(texts)


def clean(text: str) -> str:
    """Text as the record takes it: NFC, lines ended by line feeds, no space around."""
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n")).strip()


def _is_text(key: str) -> bool:
    return not key.endswith(".standing")
