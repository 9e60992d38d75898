"""Where a text names sessions: which sitting of which mechanism, with its number and year, and whether it is told as held.

- A sitting told as held, chaired or attended, or named in the headline, is what the text is about.
- One that is only followed, marked or referred back to, or of another year than the document's, is referred to.
- The same words name another mechanism with another partner; the places named closest tell which.
- Talks that are kept up, counted or held at times are a habit and no sitting.
- Captions name a sitting only where nothing else does.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from comity.reader.text.dates import days, years
from comity.reader.text.layout import BODY, CAPTION, TITLE
from comity.reader.text.page import Page, Sentence, once_a_page
from comity.reader.text.sentences import sentences
from comity.reader.told.attended import is_attended
from comity.reader.told.bodies import BODY as BODY_NAME
from comity.reader.told.numbered import BARE, BY_BODY, NUMBERED, OF_YEAR, ROMAN, Sitting, number_in, sittings
from comity.reader.told.report_year import is_of_period
from comity.reader.words.language_words import any_of, words_of
from comity.reader.words.lexicon import Hit

TALKS, OTHER, SITTING, EVENT = "bilateral-talks", "other", "sitting", "event"
SPRING, COMMITTEE, GROUP, SECRETARIES = (
    "spring-meeting", "joint-working-committee", "joint-working-group", "party-secretaries-meeting",
)  # fmt: skip
STANDING = (SPRING, COMMITTEE, GROUP, SECRETARIES)
# What counts only where no numbered or named mechanism does.
LOOSE = (TALKS, SITTING, EVENT)
# Sittings whose mechanism is that of the session the text is about.
OF_MAIN = (BARE, OF_YEAR)
# A text tells what it is about in its headline or its first sentences.
OPENING = 3
_SHORT_LINE, _A_WORD = 26, 8
# Sittings so many years ago are told of by nobody.
HISTORY = 15
_NUMBER = re.compile(
    r"(?<![\d/])(\d{1,2}) ?(?:st|nd|rd|th|[.]?[ªºa]|e|ème|:a|:e)\b|(?:lần|thứ|[Vv]òng|lan|thu)\s+(?:thứ\s+|thu\s+)?(\d{1,2})\b"
    rf"|\b[Rr]ound\s+(\d{{1,2}})\b|第\s*(\d{{1,2}})\s*[次届屆轮輪]|{ROMAN}"
)
# "Their first forum in ten years" opens no series.
_FIRST_IN = re.compile(
    r"\s(?:in|for|since|sau|trong|kể từ)\s(?:[\w-]+\s){0,3}?(?:years?|months?|decades?|năm|tháng|(?:19|20)\d{2})\b", re.IGNORECASE
)
_SITTING = re.compile(rf"meeting|conference|session|gặp|hội|phiên|họp|kỳ|会|會|möte|konferens|{any_of(words_of('sitting'))}")
_OF_COUNTRY = re.compile(r"[A-Z]{2}(?:-|$)")
_ITS = re.compile(r"\b(?:its|their|sus?|sa|son|leur|sin|sitt)\s+(?:(\d{1,2})(?:st|nd|rd|th|ª|º|e|ème|:e|:a)?\b)?", re.IGNORECASE)
# How far from a name its year may stand; of talks in a text of no known day only straight beside it.
_NEAR_YEAR, _BESIDE_YEAR = 30, 6
# How far around its name a mechanism's partner is looked for.
_AROUND = 160
# 议会议长 is the speaker of a council and no 会议.
_CHAIR_OF = re.compile("[议議][长長员員]")
# Journalists are met by everybody.
_PRESS = re.compile("[传傳]媒|媒[体體]|[记記]者")
_A_BODY = re.compile("委员会|委員會|联委会|聯委會|理事会|理事會")
_SITTING_NEAR = 16
# 书记会晤、联工委会晤机制 are ways to work and no sittings.
_OF_MECHANISM = re.compile(
    r"(?:[、和及与與][^,，。;；、]{0,12})?(?:会晤|會晤|会议|會議)?(?:等)?(?:机制|機制)(?!会|會|性会|性會|下)"
)
_SET_UP = re.compile(r"(?:机制|機制)(?:正式|成功)?(?:建立|设立|設立|成立|启动|啟動)")
_HABIT_BEFORE = re.compile(
    r"(?:chế độ|cơ chế|các cuộc|các buổi|các đợt|thường xuyên|định kỳ|nhiều (?:cuộc|buổi)|\d (?:cuộc|buổi)|duy trì"
    r"|mechanisms? (?:of|for|such as)"
    r"|regular|routine|periodic|frequent|numerous|several|many|various|maintain\w{0,4}|through|机制|定期|经常|多次|保持"
    r"|[一二三四五六七八九十两\d]{1,4}次)[^,.;，；。]{0,12}$"
    r"|(?:sẽ|tiếp tục)[^,.;]{0,20}\b(?:các|những)\s$"
    r"|(?:chế độ|cơ chế|thường xuyên|mechanisms? (?:of|for|such as))[^.;]{0,110}$"
    r"|duy trì (?!lệnh|thỏa thuận|hòa bình|ổn định)[^.;]{0,50}$",
    re.IGNORECASE,
)
_HABIT_AFTER = re.compile(
    r"(?:会晤|會晤)?(?:机制|機制|制度)|\s?\d{1,4}\s?(?:余|多)?次|\s(?:mechanism"
    r"|between (?:departments|agencies)|giữa các (?:ngành|cấp|sở|lực lượng|địa phương|đơn vị))"
)
# What is to be stepped up or kept up is no ceremony or patrol that was held.
_WANTED = re.compile(
    r"(?:\b(?:will|would|should|must|to) (?:\w+ ){1,4}"
    r"|\b(?:step(?:ped)? up|strengthen\w*|intensif\w+|increas\w+|boost\w*) (?:\w+ ){0,2}"
    r"|\b(?:sẽ|cần|tiếp tục|tăng cường|đẩy mạnh|duy trì)\b[^,.;]{0,30}"
    r"|(?:将|將|继续|繼續|加强|加強|加大|深化|推动|推動|推进|推進|强化|強化)[^,，。;；]{0,10})$",
    re.IGNORECASE,
)
_AHEAD = re.compile(
    r"(?:chuẩn bị (?:tốt )?(?:cho |các |nội dung )?|dự kiến|sắp tới|sẽ tổ chức|sẽ diễn ra"
    r"|gearing up for|prepar\w{1,5} (?:for|well)"
    r"|preparations for|upcoming|will (?:hold|host)|to be held|to hold|筹备|籌備|即将|即將|拟|做好|办好|辦好)[^.。;；]{0,50}$",
    re.IGNORECASE,
)
_TO_HOLD = re.compile(
    r"(?:tổ chức|chuẩn bị|hold|holding|organi[sz]e|convene|举行|召开|举办)\s?(?!thành công)[^,.;，；。]{0,16}$", re.IGNORECASE
)
_IS_TO_BE = re.compile(
    r"[^.,;。，；]{0,40}?(?:dự kiến|sẽ (?:được )?(?:tổ chức|diễn ra)|\bwill (?:be held|take place)"
    r"|\bis (?:expected|scheduled|due)|将[于在])"
)
# "Head of the joint working group of A" names an office and no sitting.
_OFFICE = re.compile(r"(?:\b(?:heads?|chair\w{0,5}|members?) of (?:the )?|trưởng |thành viên |组长|委员)$", re.IGNORECASE)
# "The first meeting of this kind took place last year."
_LAST_YEAR = re.compile(r"[^,;.，；。]{0,60}?(?:\blast year\b|\bnăm (?:ngoái|trước)\b|\bförra året\b|\bel año pasado\b|去年)")
_OF_ONE_MATTER = re.compile(r"(?:建设|建設|项目|項目|铁路|鐵路|旅游|旅遊|经济区|經濟區|合作区|合作區)$")

# What the parties are told to have organised together is a result, and not what the report is about.
_ORGANISED = re.compile(
    r"\b(?:have|has|had) (?:\w+ly )?(?:coordinated|cooperated|worked)\b[^.;]{0,60}(?:organi[sz]|hold|host)"
    r"|\bđã (?:\w+ ){0,2}phối hợp[^.;]{0,60}tổ chức|双方(?:已|共同|联合|先后)?(?:成功)?举办了|has(?:ta)? organizado conjuntamente"
)
# "Taking the forum as an opportunity", "during the fair", "after the regular meeting": what is told is something else.
_OCCASION = re.compile(
    r"[^,，。;；]{0,4}(?:为契机|為契機|为平台|為平台|之机|之機)"
    r"|(?:会议|會議|活动|活動|开幕式|開幕式)?(?:举行|舉行|召开|召開|举办|舉辦|开幕|開幕|结束|結束|闭幕|閉幕)?之?(?:期间|期間|后[,，]|後[,，]"
    r"|前夕|之际|之際|间隙|間隙|框架)"
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
    is_office: bool = False
    in_opening: bool = False
    is_ahead: bool = False


def namings_of(page: Page, doc_year: int | None, partners: frozenset[str]) -> list[Naming]:
    """Every naming of a session in order of the text; `partners` are the codes of the document's parties."""
    return list(_namings(page, doc_year, partners))


@once_a_page
def _namings(page: Page, doc_year: int | None, partners: frozenset[str]) -> tuple[Naming, ...]:
    opening = opening_of(page)
    found: list[Naming] = []
    for sentence in page.sentences:
        hits = mechanism_hits(page, sentence.start, sentence.end)
        made = [naming_of(page, hit, sentence, doc_year, partners) for hit in hits]
        named = [one.hit for one in made if one.mechanism not in LOOSE]
        other = list(sittings(page, sentence.start, sentence.end, named))
        made = [one for one in made if one.mechanism != EVENT or not any(_is_within(one.hit, sitting.hit) for sitting in other)]
        made += [_unnamed(page, one, sentence, doc_year) for one in other]
        is_opening = any(sentence is one for one in opening)
        found.extend(replace(one, in_opening=True) if is_opening or one.in_title else one for one in made)
    return tuple(found or _in_captions(page, doc_year, partners))


def _is_within(inner: Hit, outer: Hit) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def opening_of(page: Page) -> list[Sentence]:
    """The first sentences of the body; a byline, a date or a place on a line of its own is none."""
    body = [sentence for sentence in page.sentences if sentence.block.label == BODY]
    whole = [
        one
        for one in body
        if one.end - one.start >= _SHORT_LINE or (one.end - one.start >= _A_WORD and page.text[one.end - 1] in ".。!?！？")
    ]
    return (whole or body)[:OPENING]


def _unnamed(page: Page, sitting: Sitting, sentence: Sentence, doc_year: int | None) -> Naming:
    """A sitting known by its number, its committee or its year."""
    made = naming_of(page, sitting.hit, sentence, doc_year, frozenset())
    if sitting.sort in (NUMBERED, BY_BODY):
        return made
    return replace(made, mechanism=sitting.sort, is_main=made.is_main and sitting.sort == BARE)


def _in_captions(page: Page, doc_year: int | None, partners: frozenset[str]) -> list[Naming]:
    for block in page.blocks:
        if block.label == CAPTION:
            for start, end in sentences(page.text, block.start, block.end):
                for hit in mechanism_hits(page, start, end):
                    return [naming_of(page, hit, Sentence(start, end, block), doc_year, partners)]
    return []


def is_only_body(page: Page, one: Naming) -> bool:
    """Whether a committee or group is named without a sitting of it: "the joint working group has since 2030 agreed"."""
    if one.hit.value not in STANDING or one.edition is not None or one.is_main:
        return False
    if _OF_MECHANISM.match(page.text, one.hit.end, one.sentence.end):
        return True
    if _SET_UP.match(page.text, one.hit.end - 2, one.sentence.end):
        return True
    if one.hit.value not in (GROUP, COMMITTEE):
        return False
    named = page.text[one.hit.start : min(one.sentence.end, one.hit.end + _SITTING_NEAR)].lower()
    before = page.text[max(one.sentence.start, one.hit.start - _SITTING_NEAR) : one.hit.start].lower()
    return all(_SITTING.search(_A_BODY.sub("", part)) is None for part in (named, before))


@once_a_page
def mechanism_hits(page: Page, start: int, end: int) -> tuple[Hit, ...]:
    """The names of sessions in `text[start:end]`, none within another; that of a mechanism before one of any sitting."""
    out: list[Hit] = []
    for hit in page.hits_of("mechanisms", start, end):
        if hit.value == SITTING and _CHAIR_OF.match(page.text, hit.end - 1, end):
            continue
        if hit.value == TALKS and _PRESS.match(page.text, hit.end, end):
            continue
        if not out or hit.start >= out[-1].end:
            out.append(hit)
        elif out[-1].value in LOOSE and hit.value not in LOOSE:
            out[-1] = hit
    return tuple(out)


def naming_of(page: Page, hit: Hit, sentence: Sentence, doc_year: int | None, partners: frozenset[str]) -> Naming:
    """The naming that a hit is, with what its sentence says of it."""
    in_title = sentence.block.label == TITLE
    reach = _NEAR_YEAR if doc_year is not None or hit.value not in LOOSE else _BESIDE_YEAR
    year = _near_year(page, hit.start, hit.end, sentence, reach)
    if year is not None and doc_year is not None and year < doc_year - HISTORY:
        year = None  # a founding or an anniversary
    if year is None and doc_year is not None and _LAST_YEAR.match(page.text, hit.end, sentence.end):
        year = doc_year - 1
    cues = page.hits_of("cues", sentence.start, sentence.end)
    is_referred = _is_referred(page, hit.start, sentence)
    is_referred = is_referred or (hit.value == OTHER and _OCCASION.match(page.text, hit.end, sentence.end) is not None)
    is_referred = is_referred or (hit.value in (OTHER, EVENT) and is_attended(page, hit, sentence))
    is_held = any(cue.value in ("held", "chair", "host") for cue in cues)
    is_past = year is not None and doc_year is not None and year < doc_year
    mechanism = _mechanism(page, hit, sentence, partners)
    is_office = mechanism not in LOOSE and _OFFICE.search(page.text[max(sentence.start, hit.start - 24) : hit.start]) is not None
    edition = None if mechanism in LOOSE else _edition(page, hit, sentence) or _own_number(page, hit, sentence)
    if mechanism == OTHER and edition is None and BODY_NAME.search(page.text[hit.start : hit.end]) is None:
        mechanism = EVENT
    # A committee named without a sitting of it or a number may only be somebody's office.
    is_sitting = edition is not None or hit.line.lang == "grammar" or _SITTING.search(hit.line.words) is not None
    if hit.value in (COMMITTEE, OTHER) and not is_sitting:
        is_sitting = _SITTING.search(page.text[sentence.start : hit.start].lower()) is not None
    is_held = (is_held and is_sitting) or mechanism in LOOSE
    is_held = is_held and not (mechanism in LOOSE and _is_habit(page, hit.start, hit.end, sentence))
    if is_held and mechanism == EVENT and not in_title and hit.role == "mechanisms":
        acts = page.hits_of("acts", sentence.start, hit.start)
        is_held = not any(one.value.startswith(("agreed", "proposed", "hoped")) for one in acts)
    if mechanism == EVENT and _WANTED.search(page.text[max(sentence.start, hit.start - 40) : hit.start]):
        is_held = in_title = False
    is_main = (is_held or in_title) and not is_referred and not is_past and not is_office
    is_ahead = _is_ahead(page, hit.start, hit.end, sentence) or (year is not None and doc_year is not None and year > doc_year)
    return Naming(
        hit, sentence, mechanism, edition, year, is_main, in_title, is_referred or is_past, is_office=is_office, is_ahead=is_ahead
    )


@once_a_page
def _is_referred(page: Page, start: int, sentence: Sentence) -> bool:
    """Whether the words before a sitting refer to it only, or tell it as a result."""
    cues = [cue for cue in page.hits_of("cues", sentence.start, sentence.end) if cue.value in ("refer", "past")]
    if any(0 <= start - cue.end <= (12 if cue.value == "refer" else _AROUND) for cue in cues):
        return True
    return _ORGANISED.search(page.text, sentence.start, start) is not None


@once_a_page
def _is_habit(page: Page, start: int, end: int, sentence: Sentence) -> bool:
    """Whether talks are told of as a habit or counted, so that no one sitting is meant."""
    if sentence.block.label == TITLE:
        return False
    if _HABIT_AFTER.match(page.text, end, sentence.end):
        return True
    return _HABIT_BEFORE.search(page.text[max(sentence.start, start - 120) : start]) is not None


@once_a_page
def _is_ahead(page: Page, start: int, end: int, sentence: Sentence) -> bool:
    """Whether a sitting is still to come."""
    cues = page.hits_of("cues", sentence.start, sentence.end)
    if any(cue.value == "next" and start - 12 <= cue.end and cue.start <= end + 40 for cue in cues):
        return True
    if _IS_TO_BE.match(page.text, end, sentence.end):
        return True
    act = page.has(sentence.start, start, "acts")
    if act and _TO_HOLD.search(page.text[max(sentence.start, start - 40) : start]):
        return True
    return _AHEAD.search(page.text[max(sentence.start, start - 70) : start]) is not None


def _mechanism(page: Page, hit: Hit, sentence: Sentence, partners: frozenset[str]) -> str:
    """The mechanism a name means: same words, other partners, other mechanism."""
    name = hit.value
    if name in STANDING and _is_elsewhere(partners):
        return TALKS if name == SPRING else OTHER
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
    # A joint working group of neither region is another body's.
    return OTHER if name == GROUP and near | partners and not any(code.startswith("ZZ") for code in near | partners) else name


def _is_elsewhere(partners: frozenset[str]) -> bool:
    """Whether the countries of a text are others than those that sit in the mechanisms with names of their own."""
    countries = {code[:2] for code in partners if _OF_COUNTRY.match(code)}
    if len(countries) < 2 or any(country.startswith("ZZ") for country in countries):
        return False
    return "CN" not in countries or not countries & {"VN", "LA"}


@once_a_page
def _near_year(page: Page, start: int, end: int, sentence: Sentence, reach: int) -> int | None:
    """The year told beside a name at `text[start:end]`, so far before or behind it at most."""
    since, until = max(sentence.start, start - reach), min(sentence.end, end + reach)
    found = [
        (abs(at - start), year) for at, after, year in years(page.text, since, until) if not is_of_period(page.text, at, after)
    ]
    found += [(named.start - start, named.year) for named in days(page.text, start=end, end=until) if named.year]
    close = [pair for pair in found if pair[0] < 40]
    return min(close)[1] if close else None


def _edition(page: Page, hit: Hit, sentence: Sentence) -> int | None:
    start, end = max(sentence.start, hit.start - 24), min(sentence.end, hit.end + 26)
    before: list[tuple[int, int]] = []
    for found in _NUMBER.finditer(page.text, start, end):
        number = number_in(next(group for group in found.groups() if group))
        if found.start() > hit.end + 1 and _has_own_sitting(page, hit, found.end(), sentence):
            continue
        if _is_nearest(page, hit, found.start(), found.end(), sentence):
            before.append((_distance(hit, found.start(), found.end()), number))
    for other in page.hits_of("ordinals", start, end):
        if _is_nearest(page, hit, other.start, other.end, sentence):
            before.append((_distance(hit, other.start, other.end), int(other.value)))
    if not before or (min(before)[1] == 1 and _FIRST_IN.match(page.text, hit.end, sentence.end)):
        return None
    return min(before)[1]


def _own_number(page: Page, hit: Hit, sentence: Sentence) -> int | None:
    """The number of a sitting that a body is told to have held: "the committee convened its 16th conference"."""
    found = _ITS.search(page.text, hit.end, sentence.end) if hit.value in (GROUP, COMMITTEE, SECRETARIES) else None
    if found is None:
        return None
    if found.group(1):
        return number_in(found.group(1))
    words = page.hits_of("ordinals", found.end(), min(sentence.end, found.end() + 20))
    return next((int(one.value) for one in words if one.start <= found.end() + 1), None)


def _has_own_sitting(page: Page, hit: Hit, at: int, sentence: Sentence) -> bool:
    """Whether a number behind a name of a meeting counts another one: "the spring meeting and the 12th session"."""
    if at <= hit.end or _SITTING.search(hit.line.words) is None:
        return False
    return _SITTING.match(page.text[at : sentence.end].lstrip().lower()) is not None


def _is_nearest(page: Page, hit: Hit, start: int, end: int, sentence: Sentence) -> bool:
    """Whether no other session named in the sentence stands closer to a number than `hit` does."""
    own = _distance(hit, start, end)
    others = (other for other in mechanism_hits(page, sentence.start, sentence.end) if other.value not in LOOSE)
    return all(own <= _distance(other, start, end) for other in others)


def _distance(hit: Hit, start: int, end: int) -> int:
    return hit.start - end if end <= hit.start else max(0, start - hit.end)
