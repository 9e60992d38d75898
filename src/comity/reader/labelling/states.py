"""Whether two states act in a report or their provinces, where it says "both sides": learnt, since no word tells it.

- Facts are what places the headline, the opening and the whole text name, whom those named serve, and the offices it speaks of.
- Each fact has a weight in `weights.json`; their sum is the log of the odds that the states act.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from comity.reader.clauses.agents import Sides
from comity.reader.reading import Person
from comity.reader.text.layout import TITLE
from comity.reader.text.page import Page, Sentence
from comity.reader.told.namings import opening_of
from comity.reader.words.gazetteer import COUNTRY

# Words of a state's offices and of what is between two states, and those of provinces and towns, in whichever language.
_OF_STATE = re.compile(
    r"minist|ambassador|president|two countries|both countries|two governments"
    r"|thủ tướng|bộ trưởng|thứ trưởng|đại sứ|chủ tịch nước|hai nước"
    r"|外长|外長|总理|總理|部长|部長|大使|外交部|国防|國防|政府|两国|兩國"
)
_OF_PLACE = re.compile(
    r"provinc|governor|mayor|city|district|county|tỉnh|thành phố|huyện|省|市|州|县|縣|自治区|自治區",
)
_MANY = 5


def facts_of_sides(page: Page, sides: Sides, people: tuple[Person, ...]) -> tuple[float, ...]:
    """The facts of a report, numbers from 0 to 1 in a fixed order."""
    titles = [one for one in page.sentences if one.block.label == TITLE]
    opening = opening_of(page)
    heads = " ".join(page.lowered[one.start : one.end] for one in (*titles, *opening))
    posts = " ".join(title.quote.lower() for person in people for title in person.titles)
    return (
        *(fact for part in (titles, opening, page.sentences) for fact in _of_places(page, part)),
        *_of_people(people),
        *_of_sides(sides),
        *(fact for words in (heads, page.lowered, posts) for fact in _of_offices(words)),
    )


def _of_places(page: Page, part: Sequence[Sentence]) -> tuple[float, float, float]:
    levels = [one.place.level for sentence in part for one in page.places_in(sentence.start, sentence.end)]
    states, places = levels.count(COUNTRY), levels.count("province") + levels.count("city")
    return states / (states + places + 1), places / (states + places + 1), min(states, _MANY) / _MANY


def _of_people(people: tuple[Person, ...]) -> tuple[float, float]:
    served = [person.party for person in people if person.party]
    of_state, size = sum("-" not in one for one in served), max(1, len(people))
    return of_state / size, (len(served) - of_state) / size


def _of_sides(sides: Sides) -> tuple[float, ...]:
    codes, countries = sides.codes, {code.partition("-")[0] for code in sides.codes}
    return (
        float(sides.is_loose),
        min(len(codes), _MANY) / _MANY,
        float(all("-" not in code for code in codes)),
        float(all("-" in code for code in codes)),
        float(len(countries) == 2),
        float(len(countries) > 2),
        float(len(codes) > len(countries)),
    )


def _of_offices(words: str) -> tuple[float, float]:
    of_state, of_place = len(_OF_STATE.findall(words)), len(_OF_PLACE.findall(words))
    return of_state / (of_state + of_place + 1), of_place / (of_state + of_place + 1)


def are_states(facts: Sequence[float], numbers: Sequence[float]) -> bool:
    """Whether the states act, by a bias and a weight a fact. Raises: ValueError where the numbers are for other facts."""
    bias, *weights = numbers
    return bias + sum(weight * fact for weight, fact in zip(weights, facts, strict=True)) > 0
