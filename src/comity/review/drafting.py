"""One book in one language while it is written: names, order of sides, numbers of sources, paragraphs with their facts.

- A paragraph keeps the digest of the facts it is made from, the same in all languages: a change of wording in one is noticed in
  every one. How many days have passed is no fact that moves.
- Sources bear the same numbers in every language.
- Each language names its own side first; English lets the order alternate from matter to matter.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from comity.paper.printed import Line, Paragraph, Run
from comity.paper.printed_line import MOST_NAME, joined, many_line, name_line, row_line, say_line, upper_first, within
from comity.paper.row_parts import fields_in, words_in
from comity.paper.translate import Msgid, translate
from comity.record import canonical
from comity.record.canonical import Fields, Value
from comity.record.code import code_of
from comity.review.changed import facts_of
from comity.review.found import Found
from comity.review.material import Material
from comity.review.saying import sentence

OWN_COUNTRY = {"vi": "VN", "zh-Hans": "CN"}
# How many characters of the words stated stand in a book; the thing itself has them all.
MOST_WORDS = 600


@dataclass(slots=True)
class Drafting:
    """`digests` of the facts by the key of their paragraph; `cited` entries whose code is printed, in that order."""

    material: Material
    lang: str
    numbers: Mapping[str, int]
    digests: dict[str, str] = field(default_factory=dict)
    cited: dict[str, None] = field(default_factory=dict)
    most_name: int = MOST_NAME

    def briefly(self, most: int) -> Drafting:
        """The same hand with names cut shorter; what it writes counts here too."""
        return replace(self, most_name=most)

    def say(self, msgid: str, /, **values: Line | str | int) -> Line:
        """A sentence in the language of the book."""
        return say_line(self.lang, msgid, **values)

    def many(self, one: str, more: str, count: int, /, **values: Line | str | int) -> Line:
        """A sentence with a number."""
        return many_line(self.lang, one, more, count, **values)

    def text(self, msgid: str) -> str:
        """A few words in the language of the book."""
        return translate(self.lang)(msgid)

    def name(self, thing: str) -> Line:
        """What a thing is called."""
        href = self.material.link + thing if self.material.link else ""
        return name_line(self.material.names.get(thing), self.lang, href=href, most=self.most_name)

    def row(self, things: Iterable[str], matter: str) -> Line:
        """Several names in a row, sides in their order."""
        return upper_first(row_line([within(self.name(each), self.lang) for each in self.sides(things, matter)], self.lang))

    def by_owner(self, owners: Sequence[str], said: Mapping[str, Line], none: Msgid) -> list[tuple[str, Line]]:
        """What each owner has said, by owner; those of whom nothing is said together at the end, under ""."""
        told = [(owner, said[owner]) for owner in owners if owner in said]
        others = [self.name(owner) for owner in owners if owner not in said]
        return [*told, *([("", self.say(none, party=row_line(others, self.lang)))] if others else [])]

    def parted(self, lines: Iterable[Line]) -> Line:
        """Several short sayings in a row."""
        apart, runs = Run("；" if self.lang == "zh-Hans" else "; "), list[Run]()
        for line in lines:
            runs += [apart, *line] if runs else line
        return joined(runs)

    def sides(self, parties: Iterable[str], matter: str) -> list[str]:
        """Parties in the order of this language, when one speaks of `matter`."""
        given, turned = list(parties), self._turns(matter)
        own = OWN_COUNTRY.get(self.lang) or ("CN" if turned else "VN")
        isos = self.material.isos
        placed = given[::-1] if turned and not any(each in isos for each in given) else given

        def place(party: str) -> tuple[bool, bool]:
            away = party not in self.material.state.us
            return not isos.get(party, "").startswith(own), away and self.lang in OWN_COUNTRY

        return sorted(placed, key=place)

    def finding(self, found: Found, *, before: str = "") -> Paragraph:
        """A finding as a paragraph; `before` its key where it is said again."""
        ordered = replace(found, facts=self._in_order(found))
        line = sentence(ordered, self.lang, self.name, most=MOST_WORDS)
        named = (str(each) for name in ("party", "others") for each in _listed(found, name))
        facts: Fields = {"rule": found.rule, **facts_of(found), "names": self.wordings({found.thing, *named})}
        entries = [entry for entry in found.evidence if entry in self.material.entries]
        return self.paragraph(before + found.key, line, facts=facts, entries=entries, sources=found.sources)

    def paragraph(
        self, key: str, line: Line, *, facts: Fields | None = None, entries: Sequence[str] = (), sources: Iterable[str] = ()
    ) -> Paragraph:
        """A paragraph; with `facts` a person may put his own words in its place."""
        if facts is not None:
            self.digests[key] = hashlib.sha256(canonical.encode(facts)).hexdigest()[:16]
        cited = next((code for entry in entries if (code := self.cite(entry))), "")
        return Paragraph(key, line, rests_on=tuple(entries), sources=tuple(self.source_runs(sources)), code=cited)

    def cite(self, entry: str) -> str:
        """The code of an entry, which the annex will explain."""
        code = code_of(entry)
        if code:
            self.cited.setdefault(entry)
        return code

    def source_runs(self, sources: Iterable[str]) -> list[Run]:
        """The numbers under which sources stand in the annex, ascending; each leads to where it was published."""
        numbered = sorted((self.numbers[source], source) for source in set(sources) if source in self.numbers)
        return [Run(f"[{number}]", href=self._address(source)) for number, source in numbered]

    def _address(self, source: str) -> str:
        row = self.material.state.called(source)
        address = words_in(fields_in(row), "address") if row else ""
        return address if address.startswith(("https://", "http://")) else ""

    def _turns(self, matter: str) -> bool:
        return self.lang not in OWN_COUNTRY and hashlib.sha256(matter.encode()).digest()[0] % 2 == 1

    def _in_order(self, found: Found) -> Fields:
        ordered: Fields = dict(found.facts)
        for name in ("party", "others"):
            given = found.facts.get(name)
            if isinstance(given, list) and "states" not in found.facts:
                ordered[name] = list[Value](self.sides(map(str, given), found.thing))
        return ordered

    def wordings(self, things: Iterable[str]) -> list[Value]:
        """The wordings a sentence rests on, so that a corrected one is noticed."""
        known = [self.material.names[thing] for thing in sorted(set(things)) if thing in self.material.names]
        return [f"{name.id} {part.lang} {part.text}" for name in known for part in name.parts]


def numbers_of(sources: Iterable[str], material: Material) -> dict[str, int]:
    """Sources that are held by their number: by the day they are dated, those without one last, then by id."""

    def place(source: str) -> tuple[str, str]:
        row = material.state.called(source)
        return (words_in(fields_in(row), "dated_on") if row else "") or "~", source

    held = sorted({each for each in sources if material.state.called(each) is not None}, key=place)
    return {source: number for number, source in enumerate(held, 1)}


def _listed(found: Found, name: str) -> list[Value]:
    value = found.facts.get(name)
    return value if isinstance(value, list) else []
