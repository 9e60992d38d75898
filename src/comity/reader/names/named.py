"""A name in a text, and the family names that show one."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from comity.reader.text.page import Page
from comity.reader.words import folding
from comity.reader.words.gazetteer import rows_of

# So many words a Vietnamese name has at most.
_MOST_SYLLABLES = 4


@dataclass(frozen=True, slots=True)
class Named:
    """A name at `text[start:end]`, the form of address included from `opens` on; `speaks`: a verb of saying follows at once."""

    opens: int
    start: int
    end: int
    has_address: bool
    titles: tuple[tuple[int, int], ...]
    speaks: bool = False


@lru_cache(maxsize=1)
def surnames() -> dict[str, frozenset[str]]:
    """The family names by script: vi and pinyin without accents, zh and jp in characters."""
    by_script: dict[str, set[str]] = {"vi": set(), "pinyin": set(), "zh": set(), "jp": set()}
    for words, script, _example in rows_of("surnames.tsv", 3):
        by_script[script].add(folding.bare(words) if script in ("vi", "pinyin") else words)
    return {script: frozenset(words) for script, words in by_script.items()}


@lru_cache(maxsize=1)
def every_surname() -> frozenset[str]:
    """The family names written in letters, without accents."""
    known = surnames()
    return known["vi"] | known["pinyin"]


@lru_cache(maxsize=1)
def historical() -> frozenset[str]:
    """The names of people of the past, without accents."""
    return frozenset(folding.bare(words) for words, _example in rows_of("historical.tsv", 2))


def is_place_name(page: Page, start: int, end: int) -> bool:
    """Whether what looks like a name stands in a place's."""
    around = page.places_in(max(0, start - 30), end)
    return any(mention.start <= start < mention.end for mention in around)


def begins_with_place(page: Page, words: list[str]) -> bool:
    """Whether a Vietnamese run of five words or more is a place, then a name: "Bí thư Tỉnh ủy An Bình Lê Văn An"."""
    family = surnames()["vi"]
    is_family = [folding.bare(word) in family for word in words]
    return page.lang == "vi" and len(words) > _MOST_SYLLABLES and not is_family[0] and any(is_family[1:-1])
