"""Whether a report tells of a country or of its provinces: by how often it names the one and the others.

- A country that is hardly ever named by its provinces takes part itself, and they are only where something is.
- Where both are named, a government that acts or talk of "the two countries" says that the country takes part beside them.
- A country that is named far less than others is only mentioned.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container
from dataclasses import dataclass
from itertools import islice

from comity.reader.names.han_countries import short_names
from comity.reader.text.layout import BODY, TITLE
from comity.reader.text.page import Page
from comity.reader.words.gazetteer import CITY, COUNTRY, PROVINCE, Mention

# Compared with text folded to lower case without accents, Chinese in simplified characters.
_TWO_COUNTRIES = re.compile(
    r"(?:two|both|three|neighbou?ring) (?:countries|nations|states|governments)|(?:hai|ca hai|ba) (?:nuoc|quoc gia|chinh phu)\b"
    r"|(?:dos|ambos|tres) (?:paises|gobiernos|naciones)|(?:deux|trois) (?:pays|gouvernements|nations)"
    r"|(?:tva|bada|tre) (?:lander|stater|regeringar)|[两三]国|两国政府"
)
# Of all times a country or a place of it is named, its places are at most so much.
_FEW, _HALF, _SOME = 0.2, 0.5, 0.4
# A country is named so much as the one named most: one of two, one beside its provinces, a third, one that is only mentioned.
_OFTEN, _BESIDE, _THIRD, _SELDOM = 0.2, 0.3, 0.4, 0.15
_TWICE, _SIDES, _MOST_PROVINCES = 2, 2, 3


@dataclass(frozen=True, slots=True)
class Share:
    """How often a country is named by itself and by its places; `first` is where it is first named by itself."""

    own: int
    local: int
    first: Mention | None

    @property
    def whole(self) -> int:
        """How often it is named at all."""
        return self.own + self.local

    @property
    def of_places(self) -> float:
        """What part of it the places are."""
        return self.local / max(1, self.whole)


def shares_of(page: Page) -> dict[str, Share]:
    """The countries by how often headline and body name them and their places."""
    short = [(one.start, one) for one in short_names(page)] if page.lang == "zh" else []
    told = sorted([*((one.start, one) for one in page.places), *short], key=lambda pair: pair[0])
    counts: dict[str, Share] = {}
    for at, mention in told:
        block = page.block_at(at)
        if block is None or block.label not in (BODY, TITLE) or mention.place.level not in (COUNTRY, PROVINCE, CITY):
            continue
        known = counts.get(mention.place.country, Share(0, 0, None))
        if mention.place.level == COUNTRY:
            counts[mention.place.country] = Share(known.own + 1, known.local, known.first or mention)
        else:
            counts[mention.place.country] = Share(known.own, known.local + 1, known.first)
    return counts


@dataclass(frozen=True, slots=True)
class Themselves:
    """The countries that take part themselves, those of them whose provinces do not, and those that are only mentioned."""

    named: dict[str, Mention]
    alone: frozenset[str]
    only_mentioned: frozenset[str]


def countries_themselves(page: Page, folded: str, acting: Container[str], provinces: Counter[str]) -> Themselves:
    """Which countries take part themselves; `acting` are those whose governments act, `provinces` counts those that take part."""
    shares = shares_of(page)
    order = sorted(shares, key=lambda country: -shares[country].whole)
    most = shares[order[0]].whole if order else 0
    told = page.lowered if page.lang == "zh" else folded
    out: dict[str, Mention] = {}
    alone: set[str] = set()
    for country, share in shares.items():
        is_third = country in order[_SIDES:]
        if share.first is None:
            continue
        if share.own >= _TWICE and share.of_places <= _FEW and share.whole > (_THIRD if is_third else _OFTEN) * most:
            out[country] = share.first
            alone |= {country} if share.own > _TWICE else set()
        elif share.whole > (_THIRD if is_third else _BESIDE) * most and (
            share.of_places <= (_HALF if country in acting else 0) or (share.of_places <= _SOME and _is_of_countries(told))
        ):
            out |= {country: share.first} if provinces[country] <= _MOST_PROVINCES else {}
    seldom = (country for country in order[_SIDES:] if shares[country].whole < _SELDOM * most)
    return Themselves(out, frozenset(alone), frozenset(seldom))


def _is_of_countries(told: str) -> bool:
    """Whether a text speaks of the two countries more than once."""
    return sum(1 for _ in islice(_TWO_COUNTRIES.finditer(told), _TWICE)) == _TWICE
