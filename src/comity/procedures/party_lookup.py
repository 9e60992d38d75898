"""Which party a code of a reading means here: one that bears it, else one described anew from the gazetteer."""

from __future__ import annotations

import re

from comity.procedures.entering import Entering
from comity.procedures.same_as import same_as
from comity.procedures.short_names import give_name
from comity.reader.words.gazetteer import Place, places
from comity.record.act import EntryId, PartyId
from comity.record.canonical import Fields, Value

ISO = re.compile(r"[A-Z]{2}(-[A-Z0-9]{1,3})?")
TAGS = {"en": "en", "vi": "vi", "zh": "zh-Hans"}


class PartyLookup:
    """Parties by ISO code, short name or id, within one transaction."""

    def __init__(self, entering: Entering, party: PartyId) -> None:
        self.entering, self.party = entering, party
        self.by_code: dict[str, EntryId] = {}
        for kind in ("party", "charter"):
            for row in entering.writing.things(kind):
                self._learn(row)

    def known(self, code: str) -> EntryId | None:
        """The party here that the code means, by itself or because a person said it is the same, or None."""
        if code and code not in self.by_code:
            same = same_as(self.entering.writing, f"party:{code}")
            if same is not None:
                self.by_code[code] = same
        return self.by_code.get(code)

    def find(self, code: str, *, name: Fields | None = None) -> EntryId | None:
        """The party the code means, described here first where it is not known.

        None where neither the gazetteer knows the code nor `name` (by language) says what it is called.
        """
        known = self.known(code)
        if known is not None:
            return known
        place = next((place for place in places() if place.code == code), None)
        described: Fields = _described(place) if place else {"name": name} if name else {}
        if not described:
            return None
        entry = self.entering.act("party", described, self.party)
        if code:
            self.by_code[code] = entry
            if "iso" not in described:
                give_name(self.entering.writing, code, entry)
        return entry

    def find_all(self, codes: Value | None) -> list[Value]:
        """The ids of the parties that the codes mean; a country or an unknown word means none."""
        rows = codes if isinstance(codes, list) else [part.strip() for part in str(codes or "").split(";")]
        found = [self.find(str(code)) for code in rows if "-" in str(code) or self.known(str(code)) is not None]
        return list[Value](sorted({entry for entry in found if entry}))

    def _learn(self, row: Fields) -> None:
        entry, fields = EntryId(str(row["id"])), row.get("fields")
        short = self.entering.writing.short_name_of(entry)
        iso = fields.get("iso") if isinstance(fields, dict) else None
        for code in (entry, short, iso):
            if code:
                self.by_code[str(code)] = entry


def _described(place: Place) -> Fields:
    """A party as the gazetteer names it, the first name of each language; `iso` where its code is one."""
    firsts = {tag: place.names.get(lang, "").split(",")[0].strip() for lang, tag in TAGS.items()}
    names = {tag: first for tag, first in firsts.items() if first}
    described: Fields = {"name": dict[str, Value](names)}
    return described | ({"iso": place.code} if ISO.fullmatch(place.code) else {})
