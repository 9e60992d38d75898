"""Whose words an act is: a person, a party, or all parties together.

- The nearest name before the act in its sentence speaks; after it where the verb comes first.
- A pronoun is whoever spoke last.
- The parties together, named closer to the act than any person, speak for themselves.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

from comity.reader.clauses.acts import AGREED, HOPED, PROPOSED, Act
from comity.reader.names.people import Named
from comity.reader.text.page import Page, Sentence

# After a name: somebody met, not who speaks ("meeting B, A proposed").
_WHEN = ("时", "時", "的")
_PRONOUN_AFTER = 6
# One side named by its country alone, shortly before what it does.
_SIDE = re.compile(
    r"[中越老缅緬蒙俄哈吉塔朝柬泰]方|phía (?:Việt|Trung|Lào)|(?:Chinese|Vietnamese|Lao|Cambodian) (?:side|host)",
    re.IGNORECASE,
)
_SIDE_REACH = 30
_SIDES = {
    "中方": "CN", "越方": "VN", "老方": "LA", "缅方": "MM", "緬方": "MM", "蒙方": "MN", "俄方": "RU", "哈方": "KZ",
    "吉方": "KG", "塔方": "TJ", "朝方": "KP", "柬方": "KH", "泰方": "TH", "việt": "VN", "trung": "CN", "lào": "LA",
    "chinese": "CN", "vietnamese": "VN", "lao": "LA", "cambodian": "KH",
}  # fmt: skip
# How close the parties together stand before what they hope.
_JOINTLY = 3
_LONGEST_ADDRESS = 120


@dataclass(frozen=True, slots=True)
class Speaker:
    """A person's id, or a party's code, or neither: then `is_joint` says that all parties speak."""

    person: str | None
    party: str | None
    is_joint: bool


def names_near(named: tuple[tuple[Named, str], ...], start: int, end: int) -> tuple[tuple[Named, str], ...]:
    """Of the names in order, those that begin from `start` to a form of address behind `end`; the others cost nothing."""
    first = bisect_left(named, start, key=lambda pair: pair[0].start)
    after = bisect_left(named, end + _LONGEST_ADDRESS, lo=first, key=lambda pair: pair[0].start)
    return named[first:after]


def _alone(page: Page, near: tuple[tuple[Named, str], ...], sentence: Sentence, act: Act, last: Speaker) -> Speaker | None:
    """Who alone acts in Chinese: the place a promise begins with, or who spoke last where a sentence of a speech names nobody."""
    opens = next((one.place for one in page.places_in(act.start, act.start + 1)), None)
    if act.is_weak and opens is not None and opens.level in ("province", "city"):
        return Speaker(None, opens.within or opens.code, False)
    if act.status not in (PROPOSED, HOPED) or act.is_weak or last.person is None:
        return None
    joint = act.subject is not None and act.start - act.subject[1] <= _JOINTLY
    names = any(sentence.start <= name.start < act.start for name, _ in near)
    own = [
        one
        for one in page.places_in(sentence.start, act.start)
        if act.start - one.end <= _SIDE_REACH and one.place.level != "body"
    ]
    side = _SIDE.search(page.text, max(sentence.start, act.start - _JOINTLY - 2), act.start)
    return None if joint or names or own or side else last


def side_in(page: Page, start: int, end: int) -> Speaker | None:
    """The side that the words name by its country alone, the last one where there are several."""
    sides = [*_SIDE.finditer(page.text, start, end)]
    return Speaker(None, _SIDES[sides[-1].group().lower()], False) if sides and page.lang == "zh" else None


def speaker_of(page: Page, named: tuple[tuple[Named, str], ...], sentence: Sentence, act: Act, last: Speaker) -> Speaker:
    """Who acts in `act`."""
    near = names_near(named, sentence.start, act.end)
    if page.lang == "zh":
        alone = _alone(page, near, sentence, act, last)
        if alone is not None:
            return alone
    before = [
        (name.end, id_)
        for name, id_ in near
        if sentence.start <= name.start and name.end <= act.start and page.text[name.end : name.end + 1] not in _WHEN
    ]
    joint_at = act.subject[0] if act.subject is not None else -1
    if act.status == AGREED and len({id_ for _, id_ in before}) > 1 and joint_at < 0:
        return Speaker(None, None, True)  # "A of one side and B of the other agreed"
    if before and before[-1][0] > joint_at:
        return Speaker(before[-1][1], None, False)
    sides = [*_SIDE.finditer(page.text, max(sentence.start, act.start - _SIDE_REACH), act.end)]
    before_act = [one for one in sides if one.end() <= act.start]
    side = (before_act[-1] if page.lang == "zh" and before_act else sides[0]) if sides else None
    if side is not None and side.start() > joint_at:
        return Speaker(None, _SIDES[side.group().lower().split()[-1 if side.group().lower().startswith("phía") else 0]], False)
    if joint_at >= 0:
        return Speaker(None, None, True)
    after = [id_ for name, id_ in near if 0 <= name.opens - act.end <= 12]
    if after:
        return Speaker(after[0], None, False)
    # "He proposed", 他建议 as one word, and in Swedish "föreslog han".
    said_by = page.hits_in(sentence.start, min(sentence.end, act.end + _PRONOUN_AFTER))
    pronoun = any(hit.role == "subjects" and hit.value == "speaker" and hit.start <= act.end + 1 for hit in said_by)
    local = [mention for mention in page.places_in(sentence.start, act.start) if mention.place.level in ("province", "city")]
    places = [mention for mention in local if mention.place.level == "province"]
    if pronoun and last.person is not None:
        return last
    if local and act.start - local[-1].end < 30 and len({mention.place.country for mention in local}) > 1:
        return Speaker(None, None, True)  # "the provinces A and B and the region C have agreed"
    if places and act.start - places[-1].end < 30:
        return Speaker(None, places[-1].place.code, False)
    return Speaker(None, None, True)
