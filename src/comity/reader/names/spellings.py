"""How a name in characters is spelled in letters: what a report in another language calls it."""

from __future__ import annotations

from itertools import islice, product

from comity.reader.names import readings

_LONGEST = 6
_MOST = 8


def spellings_of(name: str) -> tuple[str, ...]:
    """Pinyin joined and spaced by the usual readings, and Han-Viet with its marks, at most eight; capitals as in a place's name.

    Empty where the name is not characters alone, is longer than six of them or has one without a reading.
    """
    characters = readings.simple(name.strip())
    read = [readings.table().get(one, ((), ())) for one in characters]
    if not 2 <= len(characters) <= _LONGEST or not all(pinyin and viet for pinyin, viet in read):
        return ()
    pinyin = [readings.syllable(each[0].replace("ü", "u")).letters for each, _viet in read]
    viet = islice(product(*([one.capitalize() for one in each] for _pinyin, each in read)), _MOST)
    return tuple(dict.fromkeys(("".join(pinyin).capitalize(), " ".join(pinyin).title(), *map(" ".join, viet))))
