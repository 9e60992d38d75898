"""Where a text names sessions: which sitting of which mechanism, with its number and year, and whether it is told as held.

- A sitting told as held, chaired or attended, or named in the headline, is what the text is about.
- One that is only followed, marked or referred back to, or of another year than the document's, is referred to.
- The same words name another mechanism with another partner; the places named closest tell which.
- Captions name a sitting only where nothing else does.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from comity.reader.text.dates import years
from comity.reader.text.layout import CAPTION, TITLE
from comity.reader.text.page import Page, Sentence
from comity.reader.text.sentences import sentences
from comity.reader.words.language_words import any_of, words_of
from comity.reader.words.lexicon import Hit

TALKS, OTHER, SITTING = "bilateral-talks", "other", "sitting"
SPRING, COMMITTEE, GROUP, SECRETARIES = (
    "spring-meeting", "joint-working-committee", "joint-working-group", "party-secretaries-meeting",
)  # fmt: skip
# What counts only where no numbered or named mechanism does.
LOOSE = (TALKS, SITTING)
_NUMBER = re.compile(
    r"(?<![\d/])(\d{1,2})(?:st|nd|rd|th)\b|(?:lần|thứ|lan|thu)\s+(?:thứ\s+|thu\s+)?(\d{1,2})\b|第\s*(\d{1,2})\s*[次届屆]"
)
_SITTING = re.compile(rf"meeting|conference|session|gặp|hội|phiên|họp|kỳ|会|會|möte|konferens|{any_of(words_of('sitting'))}")
# How far around its name a mechanism's partner is looked for.
_AROUND = 160
# A working group for one matter alone is not the joint working group of a mechanism.
_OF_ONE_MATTER = re.compile(r"(?:建设|建設|项目|項目|铁路|鐵路|旅游|旅遊|经济区|經濟區|合作区|合作區)$")

# What the parties are told to have organised together is a result, and not what the report is about.
_ORGANISED = re.compile(
    r"\b(?:have|has|had) (?:\w+ly )?(?:coordinated|cooperated|worked)\b[^.;]{0,60}(?:organi[sz]|hold|host)"
    r"|\bđã (?:\w+ ){0,2}phối hợp[^.;]{0,60}tổ chức|双方(?:已|共同|联合|先后)?(?:成功)?举办了|has(?:ta)? organizado conjuntamente"
)


@dataclass(frozen=True, slots=True)
class Naming:
    """One place where a session is named; `mechanism` may be SITTING: some sitting that its words do not tell."""

    hit: Hit
    sentence: Sentence
    mechanism: str
    edition: int | None
    year: int | None
    is_main: bool
    in_title: bool
    is_referred: bool = False


def namings_of(page: Page, doc_year: int | None, partners: frozenset[str]) -> list[Naming]:
    """Every naming of a session in order of the text; `partners` are the codes of the document's parties."""
    found = [
        _naming(page, hit, sentence, doc_year, partners)
        for sentence in page.sentences
        for hit in mechanism_hits(page, sentence.start, sentence.end)
    ]
    return found or _in_captions(page, doc_year, partners)


def _in_captions(page: Page, doc_year: int | None, partners: frozenset[str]) -> list[Naming]:
    for block in page.blocks:
        if block.label == CAPTION:
            for start, end in sentences(page.text, block.start, block.end):
                for hit in mechanism_hits(page, start, end):
                    return [_naming(page, hit, Sentence(start, end, block), doc_year, partners)]
    return []


def mechanism_hits(page: Page, start: int, end: int) -> list[Hit]:
    """The names of sessions in `text[start:end]`, none within another."""
    out: list[Hit] = []
    for hit in page.hits_in(start, end):
        if hit.role == "mechanisms" and (not out or hit.start >= out[-1].end):
            out.append(hit)
    return out


def _naming(page: Page, hit: Hit, sentence: Sentence, doc_year: int | None, partners: frozenset[str]) -> Naming:
    in_title = sentence.block.label == TITLE
    year = _near_year(page, hit, sentence)
    cues = [cue for cue in page.hits_in(sentence.start, sentence.end) if cue.role == "cues"]
    is_referred = any(
        (cue.value == "refer" and 0 <= hit.start - cue.end <= 12) or (cue.value == "past" and 0 <= hit.start - cue.end <= _AROUND)
        for cue in cues
    )
    is_referred = is_referred or _ORGANISED.search(page.text, sentence.start, hit.start) is not None
    is_held = any(cue.value in ("held", "chair", "host") for cue in cues)
    is_past = year is not None and doc_year is not None and year < doc_year
    mechanism = _mechanism(page, hit, sentence, partners)
    edition = None if mechanism in LOOSE else _edition(page, hit, sentence)
    # A committee named without a sitting of it or a number may only be somebody's office.
    is_sitting = edition is not None or _SITTING.search(hit.line.words) is not None
    if hit.value == COMMITTEE:
        is_sitting = is_sitting or _SITTING.search(page.text[sentence.start : hit.start].lower()) is not None
    is_held = (is_held and is_sitting) or mechanism in LOOSE
    is_main = (is_held or in_title) and not is_referred and not is_past
    return Naming(hit, sentence, mechanism, edition, year, is_main, in_title, is_referred or is_past)


def _mechanism(page: Page, hit: Hit, sentence: Sentence, partners: frozenset[str]) -> str:
    """The mechanism a name means: same words, other partners, other mechanism."""
    name = hit.value
    if name == GROUP and _OF_ONE_MATTER.search(page.text[max(sentence.start, hit.start - 6) : hit.start]):
        return OTHER
    if name not in (GROUP, COMMITTEE, SECRETARIES):
        return name
    near = {
        mention.place.code
        for mention in page.places_in(max(sentence.start, hit.start - _AROUND), min(sentence.end, hit.end + _AROUND))
    }
    for known in (near, partners):
        if "CN-YN" in known and "CN-GX" not in known:
            return f"{GROUP if name == COMMITTEE else name}-yunnan"
        if "CN-GX" in known and "CN-YN" not in known:
            return SPRING if name == SECRETARIES else COMMITTEE
    return name


def _near_year(page: Page, hit: Hit, sentence: Sentence) -> int | None:
    start, end = max(sentence.start, hit.start - 30), min(sentence.end, hit.end + 30)
    found = [(abs(at - hit.start), year) for at, _, year in years(page.text, start, end)]
    close = [pair for pair in found if pair[0] < 40]
    return min(close)[1] if close else None


def _edition(page: Page, hit: Hit, sentence: Sentence) -> int | None:
    start, end = max(sentence.start, hit.start - 24), min(sentence.end, hit.end + 26)
    before: list[tuple[int, int]] = []
    for found in _NUMBER.finditer(page.text, start, end):
        number = next(int(group) for group in found.groups() if group)
        if _is_nearest(page, hit, found.start(), found.end(), sentence):
            before.append((_distance(hit, found.start(), found.end()), number))
    for other in page.hits_in(start, end):
        if other.role == "ordinals" and _is_nearest(page, hit, other.start, other.end, sentence):
            before.append((_distance(hit, other.start, other.end), int(other.value)))
    return min(before)[1] if before else None


def _is_nearest(page: Page, hit: Hit, start: int, end: int, sentence: Sentence) -> bool:
    """Whether no other session named in the sentence stands closer to a number than `hit` does."""
    own = _distance(hit, start, end)
    others = (other for other in mechanism_hits(page, sentence.start, sentence.end) if other.value not in LOOSE)
    return all(own <= _distance(other, start, end) for other in others)


def _distance(hit: Hit, start: int, end: int) -> int:
    return hit.start - end if end <= hit.start else max(0, start - hit.end)
