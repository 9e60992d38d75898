"""What one side lets another know in advance: that a gate closes or opens, that hours change; who tells whom, and for when.

- A word of announcing needs what ceases, begins or changes behind it.
- "Informed each other", results and agendas announce nothing; nor does what is agreed or proposed.
"""

from __future__ import annotations

from comity.reader.clauses.acts import AGREED, HOPED, PROPOSED
from comity.reader.reading import Detail, Told
from comity.reader.text.page import Sentence
from comity.reader.told.asides import Asides, numbered
from comity.reader.words.lexicon import Hit

ANNOUNCEMENT = "announcement"
_REACH, _REACH_HAN = 160, 60
_TO, _TO_HAN = 40, 12


def announcements_of(asides: Asides) -> tuple[Told, ...]:
    """The announcements, in order of the text, one a sentence."""
    made: list[Told] = []
    for sentence in asides.body():
        hits = asides.words.of("announcements", sentence.start, sentence.end)
        for hit in hits:
            told = _announcement(asides, sentence, hits, hit) if hit.value == "told" else None
            if told is not None:
                made.append(told)
                break
    return numbered(made, "B")


def _announcement(asides: Asides, sentence: Sentence, hits: list[Hit], hit: Hit) -> Told | None:
    found = asides.draft_at(hit.start, hit.end)
    if found is not None and found[1].status in (AGREED, PROPOSED, HOPED):
        return None
    reach = hit.end + (_REACH_HAN if asides.page.lang == "zh" else _REACH)
    what = next((one for one in hits if one.value in ("stop", "start") and hit.end <= one.start < reach), None)
    if what is None or (what.value == "start" and not _is_of_border(asides, sentence, what)):
        return None
    who = asides.who_before(sentence.start, hit.start)
    to, ends = _to(asides, hits, hit, what)
    if to is None and asides.page.lang == "zh" and who is not None:
        who, to = _han_pair(asides, sentence, hits, who, hit)
    rest = asides.rest(_opens(hits, ends, what), sentence.end)
    if rest is None:
        return None
    more: list[Detail] = [asides.detail("change", (what.start, what.end), what.line.rule, 0.7, value=what.value)]
    more += [asides.detail(name, one[0], hit.line.rule, 0.65, code=one[1]) for name, one in (("from", who), ("to", to)) if one]
    days = asides.day_in(rest[0], rest[1])
    if len(days) == 1 and _is_last(asides, days[0][0]):
        more.append(asides.detail("until", days[0][:2], "grammar/day", 0.7, value=days[0][2]))
        days = []
    more += [asides.detail("since", days[0][:2], "grammar/day", 0.7, value=days[0][2])] if days else []
    more += [asides.detail("until", days[-1][:2], "grammar/day", 0.65, value=days[-1][2])] if len(days) > 1 else []
    evidence = (asides.page.quote(sentence.start, sentence.end),)
    return Told("", ANNOUNCEMENT, asides.folded(*rest), evidence, hit.line.rule, 0.7 if days else 0.6, None, tuple(more))


def _is_last(asides: Asides, at: int) -> bool:
    """Whether a day stands behind a word of "until"."""
    if asides.page.lang == "zh":
        return asides.page.text[at - 1 : at] in ("至", "到")
    before = asides.words.valued("deadlines", "by", max(0, at - _TO_HAN), at)
    return any(asides.page.text[hit.end : at].strip() in ("", "ngày", "the") for hit in before)


def _is_of_border(asides: Asides, sentence: Sentence, what: Hit) -> bool:
    """Whether gates, or clearing goods and people there, are spoken of beside what changes."""
    near = _TO_HAN if asides.page.lang == "zh" else _TO
    hits = asides.page.hits_in(max(sentence.start, what.start - near), min(sentence.end, what.end + near))
    return any((hit.role == "gates" and hit.value != "change") or (hit.role == "terms" and hit.value in _BORDER) for hit in hits)


_BORDER = ("gates", "customs & clearance")
_Who = tuple[tuple[int, int], str] | None


def _to(asides: Asides, hits: list[Hit], hit: Hit, what: Hit) -> tuple[_Who, int]:
    """Whom it tells, right behind the word, and where what is told may begin."""
    near = _TO_HAN if asides.page.lang == "zh" else _TO
    is_transitive = hit.line.words.endswith(_TO_WHOM)
    openings = [hit.end] if is_transitive else []
    openings += [one.end for one in hits if one.value == "to" and hit.start <= one.start <= hit.end + 4]
    for at in openings[:2]:
        who = asides.who_after(at, min(what.start, at + near))
        if who is not None:
            return who, who[0][1]
    return None, hit.end


_TO_WHOM = (
    "informed",
    "informs",
    "notified",
    "notifies",
    "notify",
    "thông báo cho",
    "gửi thông báo",
    "通知",
    "告知",
    "函告",
    "a notifié",
    "a informé",
    "notificó",
    "informó",
    "underrättade",
)


def _han_pair(
    asides: Asides, sentence: Sentence, hits: list[Hit], last: tuple[tuple[int, int], str], hit: Hit
) -> tuple[_Who, _Who]:
    """ "A 向 B 通报": the one behind 向 is told."""
    to = next((one for one in hits if one.value == "to" and one.end <= last[0][0] <= one.end + 2 and one.end < hit.start), None)
    if to is None:
        return last, None
    return asides.who_before(sentence.start, to.start), last


def _opens(hits: list[Hit], at: int, what: Hit) -> int:
    """Where what is announced begins: behind "that" or "of", else right there."""
    about = [one for one in hits if one.value == "about" and at <= one.start < what.start]
    return about[0].end if about and about[0].start - at <= 3 else at
