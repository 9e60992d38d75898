"""Whose words an act is: a person, a party, or all parties together.

- The nearest name before the act in its sentence speaks; after it where the verb comes first.
- A pronoun is whoever spoke last.
- The parties together, named closer to the act than any person, speak for themselves.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

from comity.reader.clauses.acts import AGREED, HOPED, INHERIT, PROPOSED, Act
from comity.reader.clauses.han_speakers import addressed, saying_before, scene_end, served_at
from comity.reader.clauses.own_subjects import served_by_name
from comity.reader.names.named import Named
from comity.reader.names.sides import code_of, side_at, somebody_of
from comity.reader.text.page import Page, Sentence
from comity.reader.words import folding
from comity.reader.words.gazetteer import Mention

# After a name: somebody met, not who speaks ("meeting B, A proposed").
_WHEN = ("时", "時", "的")
_PRONOUN_AFTER = 6
_SIDE_REACH = 40
# How close the parties together stand before what they hope.
_JOINTLY = 3
# Between two places that are one subject.
_AND = re.compile(r"(?: (?:province|city|region|prefecture))?,? and (?:the )?|[省市州县区]?(?:和|与|及|同|、)")
_LONGEST_ADDRESS = 120
# A Chinese word of saying.
_SAYING_WORD = 2
# How far behind a name its verb may begin: "X还说".
_STRAIGHT = 3
# How soon after a name its verb of saying begins.
_SPEAKS_WITHIN = 60
_ACCORDING = re.compile(r"(?:According to|Theo|Según|Selon|D'après|Enligt|据|根据)\b", re.IGNORECASE)
# "The" before a side's name, which belongs to it.
_THE = 5
# "chair", "head": too short to tell whose.
_SHORT_OFFICE = 6
_TIED = re.compile("[与和同、及]")
_JOINED = 3
_BREAK = re.compile(r"[,，;；。:：\n]")
# What one side says of itself, and a promise that goes on with a speech.
_OWN = re.compile(
    r"(?:我们|我省|我市|我区|我州|我县|我方|我国)[^,，;；]{0,8}$|^(?:今后|未来|下一步|接下来)?[,，]?(?:我们)?(?:也|还|并)?$"
)
_OWN_SIDE = re.compile(
    r"\b(?:his|her) (?:own )?(?:province|region|country|city|government|side|department|agency|locality|district|county)\b"
    r"|\b(?:tỉnh|địa phương|phía|đơn vị|nước) mình\b|(?:本|我)(?:省|市|州|县|方|国)"
)
_BOTH = re.compile("[双两各]|会议|大家")
_ADVERB = re.compile(r"\s(?:also|further|then|cung|tiep tuc|da|dong thoi|phat bieu|con)$")


@dataclass(frozen=True, slots=True)
class Speaker:
    """A person's id, or a party's code, or neither: then `is_joint` says that all parties speak."""

    person: str | None
    party: str | None
    is_joint: bool


def begun_by(page: Page, named: tuple[tuple[Named, str], ...], sentence: Sentence) -> Speaker | None:
    """Whoever a sentence begins with, or speaks in it first: who "he" is in the next."""
    start = scene_end(page, sentence) if page.lang == "zh" else sentence.start
    near = names_near(named, start, sentence.end)
    first = next(((name, id_) for name, id_ in near if start <= name.opens < sentence.end), None)
    known = addressed(page, named, start, sentence.end) if page.lang == "zh" else None
    if known is not None:
        return Speaker(known, None, False)
    served = served_at(page, start, sentence.end) if page.lang == "zh" and (first is None or first[0].opens > start) else None
    if served is not None:
        return Speaker(None, served, False)
    if first is None:
        return None
    name, id_ = first
    if name.opens == start:
        return Speaker(id_, None, False)
    before = page.text[sentence.start : name.opens]
    opens = (len(before) < 60 and not any(mark in before for mark in ",，;；:：")) or _ACCORDING.match(before) is not None
    after = page.hits_in(name.end, min(sentence.end, name.end + _SPEAKS_WITHIN))
    speaks = len(before) < 160 and any(hit.role in ("acts", "statements") for hit in after)
    return Speaker(id_, None, False) if opens or speaks else None


def names_near(named: tuple[tuple[Named, str], ...], start: int, end: int) -> tuple[tuple[Named, str], ...]:
    """Of the names in order, those that begin from `start` to a form of address behind `end`; the others cost nothing."""
    first = bisect_left(named, start, key=lambda pair: pair[0].start)
    after = bisect_left(named, end + _LONGEST_ADDRESS, lo=first, key=lambda pair: pair[0].start)
    return named[first:after]


def _alone(page: Page, near: tuple[tuple[Named, str], ...], sentence: Sentence, act: Act, last: Speaker) -> Speaker | None:
    """Who alone acts in Chinese: the place a promise begins with, or who spoke last where a sentence of a speech names nobody."""
    opens = next((one.place for one in page.places_in(act.start, act.start + 1)), None)
    if act.is_weak and opens is not None and opens.level in ("province", "city"):
        return Speaker(None, None, True) if _is_joined(page, sentence, act) else Speaker(None, opens.within or opens.code, False)
    side = side_at(page, sentence.start, sentence.start + 2) if act.is_weak and act.status == "promise" else None
    if side is not None:
        return Speaker(None, side[1], False)
    begins = min(act.start, act.subject[0]) if act.subject is not None else act.start
    is_both = _BOTH.search(page.lowered, begins, act.end) is not None
    if is_one(last) and act.is_weak and not is_both and _OWN.search(page.lowered[sentence.start : act.start]):
        return last
    joint_at = act.subject[1] if act.subject is not None else -1
    is_known = any(sentence.start <= name.start < act.start for name, _ in near)
    if (act.status in (PROPOSED, HOPED) or act.status == "promise") and not is_known and act.start - joint_at > _JOINTLY:
        served = served_by_name(page, sentence.start, act.end)
        if served is not None:
            return Speaker(None, served, False)
    if act.status not in (PROPOSED, HOPED) or act.is_weak or not is_one(last):
        return None
    joint = act.subject is not None and act.start - act.subject[1] <= _JOINTLY
    names = any(sentence.start <= name.start < act.start for name, _ in near)
    own = [
        one
        for one in page.places_in(sentence.start, act.start)
        if act.start - one.end <= _SIDE_REACH and one.place.level not in ("body", "country")
    ]
    side = side_at(page, max(sentence.start, act.start - _JOINTLY - 2), act.start)
    served = None if joint or names or side else served_at(page, scene_end(page, sentence), act.end)
    if served is not None:
        return Speaker(None, served, False)
    return None if joint or names or own or side else last


def _in_saying(page: Page, named: tuple[tuple[Named, str], ...], sentence: Sentence, act: Act, last: Speaker) -> Speaker | None:
    """Who says in Chinese what is needed, whoever is to do it: "X强调,双方要"."""
    saying = saying_before(page, sentence, act.start) if act.is_weak and act.status in ("need", INHERIT) else None
    if saying is None:
        return None
    before = [(name.end, id_) for name, id_ in names_near(named, sentence.start, saying) if sentence.start <= name.start < saying]
    opening = page.hits_of("subjects", sentence.start, saying)
    if before and all(hit.end <= before[-1][0] for hit in opening if hit.value == "both"):
        return Speaker(before[-1][1], None, False)
    if before or any(hit.value in ("both", "organ", "body") for hit in opening):
        return None
    if any(hit.value == "speaker" for hit in opening):
        return last if is_one(last) else None
    served = served_at(page, scene_end(page, sentence), saying + _SAYING_WORD)
    return None if served is None else Speaker(None, served, False)


def _opening(page: Page, near: tuple[tuple[Named, str], ...], sentence: Sentence, act: Act) -> Speaker | None:
    """Who asks or hopes in a Chinese sentence that begins with who speaks, though the parties are named between."""
    if act.is_weak or act.status not in (PROPOSED, HOPED):
        return None
    if act.subject is not None and act.start - act.subject[1] <= _JOINTLY:
        return None
    start = scene_end(page, sentence)
    before = [(name, id_) for name, id_ in near if start <= name.start and name.end <= act.start]
    speaking = [id_ for name, id_ in before if _says_at(page, name.end, act)]
    if speaking:
        return Speaker(speaking[-1], None, False)
    if before and before[0][0].opens == start and page.text[before[0][0].end : before[0][0].end + 1] not in _WHEN:
        return Speaker(before[0][1], None, False)
    side = side_at(page, start, act.start)
    if side is not None and side[0] == start and saying_before(page, sentence, act.start) is not None:
        return Speaker(None, side[1], False)
    return None


def _says_at(page: Page, at: int, act: Act) -> bool:
    """Whether a saying, or the act itself, follows a name straight away."""
    if page.text[at : at + 1] in _WHEN:
        return False
    if act.start - at <= _STRAIGHT:
        return True
    return page.has(at, at + _STRAIGHT, "statements")


def is_one(speaker: Speaker) -> bool:
    """Whether a speaker is one person or party."""
    return speaker.person is not None or speaker.party is not None


def _is_joined(page: Page, sentence: Sentence, act: Act) -> bool:
    """Whether the place an act begins with is the second of two: "Thanh Lac and Van Khe will"."""
    places = page.places_in(sentence.start, act.start)
    return bool(places) and _AND.fullmatch(page.lowered, places[-1].end, act.start) is not None


def speaker_of(page: Page, named: tuple[tuple[Named, str], ...], sentence: Sentence, act: Act, last: Speaker) -> Speaker:
    """Who acts in `act`."""
    near = names_near(named, sentence.start, act.end)
    if page.lang == "zh":
        alone = _in_saying(page, named, sentence, act, last) or _opening(page, near, sentence, act)
        alone = alone or _alone(page, near, sentence, act, last)
        if alone is not None:
            return alone
    if page.lang == "en" and act.status == "promise":
        opens = next((one.place for one in page.places_in(act.start, act.start + 1)), None)
        if opens is not None:
            return (
                Speaker(None, None, True) if _is_joined(page, sentence, act) else Speaker(None, opens.within or opens.code, False)
            )
    before = [
        (name.end, id_)
        for name, id_ in near
        if sentence.start <= name.start and name.end <= act.start and page.text[name.end : name.end + 1] not in _WHEN
    ]
    joint_at = act.subject[0] if act.subject is not None else -1
    if before and _is_of_one(page, sentence, before[-1][0], act):
        return Speaker(before[-1][1], None, False)
    if act.status == AGREED and len({id_ for _, id_ in before}) > 1 and joint_at < 0:
        return Speaker(None, None, True)  # "A of one side and B of the other agreed"
    if before and before[-1][0] > joint_at:
        return Speaker(before[-1][1], None, False)
    side = side_at(page, max(sentence.start, act.start - _SIDE_REACH), act.end, before=act.start)
    asked = page.lang == "zh" and act.status in (PROPOSED, HOPED) and side is not None and side[0] >= act.start
    if side is not None and side[0] > joint_at - _THE and not asked:
        return Speaker(None, side[1], False)
    if joint_at >= 0:
        return Speaker(None, None, True)
    return _otherwise_told(page, named, sentence, act, last)


def _is_of_one(page: Page, sentence: Sentence, at: int, act: Act) -> bool:
    """Whether an act is told after a person ("according to X, both sides need to"), or of the person's own side."""
    need = act.is_weak and act.status == "need"
    if need and _ACCORDING.match(page.text, sentence.start) is not None:
        return True
    return act.is_weak and _OWN_SIDE.search(page.lowered, at, act.end) is not None


def _otherwise_told(page: Page, named: tuple[tuple[Named, str], ...], sentence: Sentence, act: Act, last: Speaker) -> Speaker:
    """Who acts where neither a name, a side nor the parties stand before the act."""
    near = names_near(named, sentence.start, act.end)
    after = [id_ for name, id_ in near if 0 <= name.opens - act.end <= 12]
    if after:
        return Speaker(after[0], None, False)
    # "He proposed", 他建议 as one word, and in Swedish "föreslog han".
    said_by = page.hits_in(sentence.start, min(sentence.end, act.end + _PRONOUN_AFTER))
    pronoun = any(hit.role == "subjects" and hit.value == "speaker" and hit.start <= act.end + 1 for hit in said_by)
    local = [mention for mention in page.places_in(sentence.start, act.start) if mention.place.level in ("province", "city")]
    places = [mention for mention in local if mention.place.level == "province"]
    if pronoun and is_one(last):
        return last
    if act.status in (PROPOSED, HOPED) and is_one(last) and _goes_on(page, named, sentence, act):
        return last
    known = holder_of(page, named, sentence, act)
    if known is not None:
        return Speaker(known, None, False)
    own = _first_named(page, sentence, local) if page.lang == "zh" and act.status in (PROPOSED, HOPED) else None
    if own is not None:
        return Speaker(None, own, False)
    if local and act.start - local[-1].end < 30 and len({mention.place.country for mention in local}) > 1:
        return Speaker(None, None, True)  # "the provinces A and B and the region C have agreed"
    if places and act.start - places[-1].end < 30:
        return Speaker(None, places[-1].place.code, False)
    served = somebody_of(page, sentence, act.start)
    return Speaker(None, None, True) if served is None else Speaker(None, served, False)


def _first_named(page: Page, sentence: Sentence, local: list[Mention]) -> str | None:
    """The place a Chinese sentence of asking or hoping begins with, if none is joined to it: "云溪省政府致函清乐省,希望双方…"."""
    if not local or local[0].start - sentence.start > 1:
        return None
    after = page.text[local[0].end : local[1].start] if len(local) > 1 else ""
    return None if len(local) > 1 and _TIED.search(after[-_JOINED:]) else code_of(local[0])


def _goes_on(page: Page, named: tuple[tuple[Named, str], ...], sentence: Sentence, act: Act) -> bool:
    """Whether an act without any subject goes on with what somebody named before in its paragraph says: "他说……。希望……"."""
    if page.lang != "zh" and page.lang != "vi":
        return False
    before = page.text[sentence.start : act.start]
    last = _BREAK.split(before)[-1].strip()
    block = sentence.block
    spoke = any(block.start <= name.start < sentence.start for name, _ in named)
    return spoke and len(last) <= (2 if page.lang == "zh" else 12) and not page.places_in(sentence.start, act.start)


def holder_of(page: Page, named: tuple[tuple[Named, str], ...], sentence: Sentence, act: Act) -> str | None:
    """The person whose office stands alone before an act: "the Chairman proposed", where one known person bears it."""
    heads = [hit for hit in page.hits_of("titles", sentence.start, act.start) if hit.value == "post"]
    if not heads or page.lang == "zh" or act.start - heads[0].start > _LONGEST_ADDRESS:
        return None
    office = " ".join(folding.bare(page.text[heads[0].start : act.start]).split()).strip(" ,:")
    office = _ADVERB.sub("", office)
    served = {code_of(mention) for mention in page.places_in(heads[0].start, act.start)}
    bearers = {id_ for name, id_ in named for title in name.titles if _is_same_office(page, office, title)}
    return bearers.pop() if len(bearers) == 1 and not served else None


def _is_same_office(page: Page, office: str, title: tuple[int, int]) -> bool:
    borne = " ".join(folding.bare(page.text[title[0] : title[1]]).split())
    return len(office) > _SHORT_OFFICE and borne.startswith(office)
