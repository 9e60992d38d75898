"""What a letter on paper is made of, and how its parties and its subject are said in a language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from comity.paper.names import Name
from comity.paper.printed import Line, Run
from comity.paper.printed_head import DOTS
from comity.paper.printed_line import name_line, row_line, words_run
from comity.paper.row_parts import fields_in, ids_in
from comity.paper.wording import lead_of, parts_of
from comity.record.canonical import Fields
from comity.record.code import code_of

COUNTRY_OF = {"vi": "VN", "zh-Hans": "CN"}
LANGUAGE_OF = {"VN": "vi", "CN": "zh-Hans"}


@dataclass(frozen=True, slots=True)
class LetterParts:
    """The letter's row, with `names` and `countries` ("VN", "CN") of the parties it names by id, and the rows of what it names
    as far as they may be shown; that of a statement has under "of" the row it speaks of. `check_at` is where its code is checked,
    "" for nowhere.
    """

    row: Fields
    names: Mapping[str, Name]
    countries: Mapping[str, str]
    quoted: Mapping[str, Fields]
    check_at: str = ""

    @property
    def fields(self) -> Fields:
        return fields_in(self.row)

    @property
    def code(self) -> str:
        return code_of(str(self.row["id"]))

    def in_order(self, role: str, lang: str) -> list[str]:
        """The parties in a role, those of the language's own country first."""
        parties = ids_in(self.fields, role)
        return sorted(parties, key=lambda party: self.countries.get(party, "") != COUNTRY_OF.get(lang, "-"))


def parties_line(letter: LetterParts, role: str, lang: str) -> Line:
    """The parties in a role; dots where none has a name to be said."""
    lines = [name_line(letter.names[party], lang) for party in letter.in_order(role, lang) if party in letter.names]
    return row_line(lines, lang) or (Run(DOTS),)


def subject_line(letter: LetterParts, lang: str) -> Line:
    """What it is about, in `lang` or the language it has; dots where nobody has said it."""
    lead = lead_of(parts_of(letter.fields.get("subject")), lang)
    return (words_run(lead.text, lead.lang, lang),) if lead else (Run(DOTS),)
