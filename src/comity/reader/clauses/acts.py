"""Who says or does what in a sentence: the words that govern what follows them.

- A strong act (agreed, proposed, hoped) governs up to the next act or saying.
- A saying (thanks, praise) governs nothing; it ends what came before it.
- Without an act, the parties with a modal or a perfect govern: "the two sides will", "hai bên đã".
- A phrase the lexicon lists as a near miss hides whatever act it seems to contain.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from comity.reader.clauses import han_acts
from comity.reader.clauses.english_actors import unnamed_actors
from comity.reader.clauses.han_phrases import is_talk
from comity.reader.clauses.participles import tells_deed
from comity.reader.text.page import Page, Sentence, once_a_page
from comity.reader.words.inflection import FUTURE, PARTICIPLE
from comity.reader.words.language_words import joints
from comity.reader.words.lexicon import Hit

AGREED, PROPOSED, HOPED, DONE, LIMITATION, INHERIT = "agreed", "proposed", "hoped", "done", "limitation", "inherit"
_FIGURE_REACH = 40
_NOUN_REACH = 44
_NO_NOUN = frozenset({"actions", "acts", "statements", "modals", "perfects", "pasts", "leads", "limits", "mechanisms"})
# How far before its "will" the first of two sides is named, and what joins them.
_PAIR_REACH = 90
_PAIRED = re.compile(r"\s(?:và|cùng|với|cùng với)\s")
_LEVELS = (("province",), ("province", "city"))
# Where a verb's form alone tells who does it from what is done.
_TELLS_FORMS = ("en",)
_PASSIVE = re.compile(r"\s*be\s")
_STRONG_ROLES = ("acts", "statements", "limits")
_NOT_GOVERNING = re.compile(
    r"(?:\b(?:to be|as|the|of|mutually|previously|already|those|newly|các nội dung|nội dung)\s)$", re.IGNORECASE
)
# "经省政府同意,": leave that was given, not what the parties agreed.
_LEAVE = re.compile(r"[经經][^,，;；。]{2,14}(?:同意|批准)[,，]|未[经經][^,，;；。]{2,12}(?:同意|批准)")
_SHORT_BARE = 6
# Offices that an act is said of open a sentence or a part of it; elsewhere they are spoken of.
_OPENS = re.compile(
    r"(?:[,，;；。.:：\n“\"]|^|\bthat|\brằng|\band|\bvà)\s*(?:the |các |những |relevant |their |our )?$", re.IGNORECASE
)
_HAN_BREAK = re.compile("[,;，；]")
# 应 alone opens "at the invitation of" as often.
_OPENING_NEED = ("要", "必须", "必须要", "需要", "应当", "应该", "有必要")
_AS_WHAT = re.compile("(?:省|市|州|自治区)?作[为為][^,，;；]{2,34}[,，]")
# "X表示,…,将…": what one side says it will do, it promises.
_SAID = {"need": "need", "will": "promise"}
_COUNTED = re.compile(r"\s(?:gần |hơn |trên )?\d")

_OF_A_SIDE = frozenset(
    {"", "province", "prefecture", "region", "side", "also", "cũng", "省", "方", "方面", "州", "地区", "市", "自治区"}
)


@dataclass(frozen=True, slots=True)
class Act:
    """Governing words at `text[start:end]`; what they govern is `text[end:until]`.

    `takes` is complement, title or before; `subject` the span of a collective subject found with it, if any.
    """

    start: int
    end: int
    until: int
    status: str
    takes: str
    rule: str
    subject: tuple[int, int] | None
    is_weak: bool


@once_a_page
def governing(page: Page, sentence: Sentence) -> tuple[Act, ...]:
    """The acts, sayings and limits of a sentence, in order; a saying has the status "" and its kind in `takes`."""
    hits = page.hits_in(sentence.start, sentence.end)
    hidden = [(hit.start, hit.end) for hit in hits if hit.role == "nearmiss"]
    clear = [
        hit for hit in hits if hit.role in _STRONG_ROLES and not is_blurred(page, hit) and not han_acts.is_kept_up(page, hit)
    ]
    strong = _covering([hit for hit in clear if not _is_hidden(hit, hidden)])
    strong = [hit for hit in strong if not _is_named_only(page, sentence, hit)]
    strong = [hit for n, hit in enumerate(strong) if not _is_lack_within(page, hit, strong[:n])]
    subjects = [hit for hit in hits if hit.role == "subjects"]
    acts = [_strong(page, hit, subjects) for hit in _without_contents(strong)]
    acts += [act for act in _weak(page, hits, subjects, hidden) if not _is_under(act, acts, page)]
    return tuple(_bounded(page, sorted(acts, key=lambda act: (act.start, -act.end)), sentence))


def is_blurred(page: Page, hit: Hit) -> bool:
    """Whether a short word of lack is like too many others in a text without accents: "chua" is "not yet" and "mend"."""
    return page.is_bare and hit.role == "limits" and len(hit.line.words) < _SHORT_BARE


def _is_named_only(page: Page, sentence: Sentence, hit: Hit) -> bool:
    """Whether "the", "of" or the like before an act makes a thing of it: "the agreed items"."""
    if is_counting(page, hit):
        return True
    if hit.role != "acts" or " " in hit.value:
        return False
    if page.lang == "zh" and _LEAVE.search(page.text[max(sentence.start, hit.start - 18) : hit.start + 3]):
        return True
    if han_acts.is_named_only(page, hit):
        return True
    return _NOT_GOVERNING.search(page.text[max(sentence.start, hit.start - 20) : hit.start]) is not None


def _is_lack_within(page: Page, hit: Hit, before: list[Hit]) -> bool:
    """Whether a word of lack only describes what is asked for: "giải quyết các đoạn chưa phân giới"."""
    if hit.role != "limits" or page.lang not in ("vi", "zh") or (page.lang == "vi" and hit.value != "lack"):
        return False
    return any(other.role == "acts" for other in before) or (page.lang == "zh" and han_acts.is_case(page, hit))


def is_counting(page: Page, hit: Hit) -> bool:
    """Whether a word of praise counts something, so that it tells a deed: "ghi nhận 5 trường hợp"."""
    return hit.line.words == "ghi nhận" and _COUNTED.match(page.text, hit.end) is not None


def _is_hidden(hit: Hit, hidden: list[tuple[int, int]]) -> bool:
    return any(start <= hit.start and hit.end <= end for start, end in hidden)


def _covering(hits: list[Hit]) -> list[Hit]:
    """The hits without those inside a longer one; adjacent words of saying count by the first."""
    out: list[Hit] = []
    for hit in sorted(hits, key=lambda hit: (hit.start, -hit.end)):
        if not out or hit.start >= out[-1].end:
            out.append(hit)
        elif out[-1].role == "statements" and hit.role == "acts" and hit.end > out[-1].end:
            out[-1] = hit  # "also stressed the need to": the longer words ask for something
    return out


def _without_contents(hits: list[Hit]) -> list[Hit]:
    """The hits without talk that is itself what was agreed: "agreed to … and exchange views on …"."""
    out: list[Hit] = []
    is_under_act = False
    for hit in hits:
        is_under_act = is_under_act or (hit.role == "acts" and " " not in hit.value)
        if not (is_under_act and hit.role == "statements" and hit.value == "discussed" and not hit.line.words.endswith("了")):
            out.append(hit)
    return out


def _strong(page: Page, hit: Hit, subjects: list[Hit]) -> Act:
    joint = [
        s
        for s in subjects
        if s.value != "speaker" and (s.value != "organ" or _OPENS.search(page.text, max(0, s.start - 24), s.start))
    ]
    subject = next((s for s in reversed(joint) if s.end <= hit.start and hit.start - s.end < 40), None)
    span = (subject.start, subject.end) if subject is not None else None
    if hit.role == "statements":
        return Act(hit.start, hit.end, hit.end, "", hit.value, hit.line.rule, span, False)
    if hit.role == "limits":
        return Act(hit.start, hit.end, hit.end, LIMITATION, "before", hit.line.rule, span, False)
    status, _, takes = hit.value.partition(" ")
    return Act(hit.start, hit.end, hit.end, status, takes or "complement", hit.line.rule, span, False)


def _weak(page: Page, hits: tuple[Hit, ...], subjects: list[Hit], hidden: list[tuple[int, int]]) -> list[Act]:
    """The parties followed by a modal, a perfect, a past form or a lead such as "continue to"."""
    out: list[Act] = []
    for subject in subjects:
        if (
            subject.value == "speaker"
            or _is_beside(page, subject)
            or is_talk(page, subject.end)
            or han_acts.is_tied(page, subject)
        ):
            continue
        if page.lang in ("vi", "zh") and not _at_clause_start(page, subject, hits):
            continue
        found = _after_subject(page, subject, hits, hidden)
        if found is not None and subject.value == "organ" and not _may_act(page, subject, found, hits):
            continue
        if found is not None and (not out or found.start >= out[-1].end):
            out.append(found)
    out.extend(_by_place(page, hits, hidden, [act.start for act in out]))
    out.extend(_by_saying(page, hits, hidden, [act.start for act in out]))
    out.extend(_by_actor(page, hits, hidden, out))
    impersonal = [hit for hit in hits if hit.role == "modals" and hit.start == (hits[0].start if hits else -1)]
    is_han_need = (
        page.lang == "zh" and any(hit.line.words in _OPENING_NEED for hit in impersonal) and not _is_hidden(impersonal[0], hidden)
    )
    if impersonal and not out and (is_han_need or (" " in impersonal[0].line.words and page.lang in ("en", "sv"))):
        hit = impersonal[0]
        out.append(Act(hit.start, hit.end, hit.end, "need", "complement", hit.line.rule, None, True))
    return out


def _is_beside(page: Page, subject: Hit) -> bool:
    """Whether the parties only stand beside who acts: "businesses of both sides"."""
    return joints(page.lang).beside.search(page.text, max(0, subject.start - 9), subject.start) is not None


def _may_act(page: Page, organ: Hit, act: Act, hits: tuple[Hit, ...]) -> bool:
    """Whether offices that stand somewhere in a sentence act in it: with an auxiliary, or at its beginning."""
    return act.status in ("will", "need") or "/perfects/" in act.rule or _at_clause_start(page, organ, hits)


def _at_clause_start(page: Page, subject: Hit, hits: tuple[Hit, ...]) -> bool:
    """Whether nothing but a break or a word that opens clauses stands before the parties."""
    before = page.text[max(0, subject.start - 40) : subject.start].rstrip()
    if not before or before[-1] in ',，;；:：。.!?”")）\n' or subject is hits[0]:
        return True
    if page.lang == "vi" and _is_named_longer(page, subject, hits):
        return True
    at = subject.start - (len(page.text[max(0, subject.start - 40) : subject.start]) - len(before))
    opening = ("leads", "pasts", "statements", "joins", "openers", "acts")
    return any(hit.end == at and hit.role in opening for hit in hits)


def _is_named_longer(page: Page, subject: Hit, hits: tuple[Hit, ...]) -> bool:
    """Whether only a noun stands between a break and the parties, so that both name who acts: "các trạm kiểm dịch hai bên"."""
    floor = max(0, subject.start - _NOUN_REACH)
    begin = max(page.text.rfind(mark, floor, subject.start) for mark in (", ", "; ", ": "))
    if begin < 0 or not subject.line.words.startswith(("hai ", "các bên", "2 ")):
        return False
    if any(begin < hit.start < subject.start and hit.role in _NO_NOUN for hit in hits):
        return False
    after = page.hits_at(skip_space(page.text, subject.end))
    return any(hit.role == "modals" or is_continuing(hit) for hit in after)


def _by_place(page: Page, hits: tuple[Hit, ...], hidden: list[tuple[int, int]], taken: list[int]) -> list[Act]:
    """One side named with "will": what it promises by itself is its proposal."""
    out: list[Act] = []
    for hit in hits:
        if hit.role != "modals" or hit.value != "will" or _is_hidden(hit, hidden):
            continue
        near = [m for m in page.places_in(max(0, hit.start - 40), hit.start) if m.place.level in _LEVELS[page.lang == "zh"]]
        between = page.text[near[-1].end : hit.start].strip(" ").lower() if near else ""
        if not near or (between not in _OF_A_SIDE and not _AS_WHAT.fullmatch(between)) or _PASSIVE.match(page.text, hit.end):
            continue
        sides = [m for m in page.places_in(max(0, hit.start - _PAIR_REACH), hit.start) if m.place.level == "province"]
        if (
            page.lang == "vi"
            and len({m.place.country for m in sides}) > 1
            and _PAIRED.search(page.text[sides[0].end : near[-1].start])
        ):
            # "A and B will": what both sides promise is agreed.
            span = (sides[0].start, hit.start)
            out.append(Act(sides[0].start, hit.end, hit.end, "will", "complement", hit.line.rule, span, True))
            continue
        if near[-1].start not in taken:
            out.append(Act(near[-1].start, hit.end, hit.end, "promise", "complement", hit.line.rule, None, True))
    return out


def _by_saying(page: Page, hits: tuple[Hit, ...], hidden: list[tuple[int, int]], taken: list[int]) -> list[Act]:
    """ "He stressed: must …": a saying straight before a need asks for something."""
    ends = {
        skip_space(page.text, hit.end): hit
        for hit in hits
        if hit.role == "statements" and hit.value in ("emphasised", "affirmed", "assessed")
    }
    first = min(ends, default=len(page.text))
    found = [
        hit
        for hit in hits
        if hit.role == "modals" and (hit.value == "need" or (hit.value == "will" and page.lang == "zh"))
        if hit.start in ends or (hit.start > first and han_acts.opens_part(page, hit.start))
    ]
    return [
        Act(hit.start, hit.end, hit.end, _SAID[hit.value], "complement", hit.line.rule, None, True)
        for hit in found
        if not _is_hidden(hit, hidden) and hit.start not in taken
    ]


def _by_actor(page: Page, hits: tuple[Hit, ...], hidden: list[tuple[int, int]], taken: list[Act]) -> list[Act]:
    """Offices and sides no line names, with a Chinese modal."""
    out: list[Act] = []
    for begin, hit, is_joint in (*han_acts.modals_of_actors(page, hits), *unnamed_actors(page, hits)):
        if _is_hidden(hit, hidden) or any(act.start < hit.end <= act.end for act in (*taken, *out)):
            continue
        span, status = ((begin, hit.start), hit.value) if is_joint else (None, "promise")
        out.append(Act(begin, hit.end, hit.end, status, "complement", hit.line.rule, span, True))
    return out


def _after_subject(page: Page, subject: Hit, hits: tuple[Hit, ...], hidden: list[tuple[int, int]]) -> Act | None:
    at, status, rule, reach = subject.end, "", subject.line.rule, subject.end
    continues, whom = False, (subject.start, subject.end)
    if han_acts.is_afterwards(page, subject.start) or any(
        hit.role == "pasts" and 0 <= subject.start - hit.end < 15 for hit in hits
    ):
        status = DONE
    for _ in range(8):
        after, at = at, skip_space(page.text, at)
        if page.lang == "vi" and after == subject.end and "," in page.text[after:at]:
            return None  # one of several in a list
        here = [hit for hit in hits if hit.start == at and not _is_hidden(hit, hidden)]
        if at == skip_space(page.text, subject.end) and page.lang in _TELLS_FORMS and _is_not_finite(page, at, here):
            return None
        step = _step(here, status)
        if step is None:
            # "the parties have …ed 3 …": a perfect with a figure needs no verb of the lexicon.
            continues = continues or ("/perfects/" in rule and re.search(r"\d", page.text[at : at + _FIGURE_REACH]) is not None)
            continues = continues or ("/perfects/" in rule and tells_deed(page.lang, page.text, at) is True)
            # "the parties continue to …" undertakes whatever verb follows, and so do "will" and "should".
            is_said = page.lang in _TELLS_FORMS and status in ("will", "need") and _PASSIVE.match(page.text, at) is None
            continues = continues or is_said or _is_bound(page, subject, status, at)
            return Act(subject.start, reach, reach, status or INHERIT, "complement", rule, whom, True) if continues else None
        hit, name = step
        if hit.role == "leads" and hit.value == "phrase":
            # "双方将于年内启动": a phrase of time or place may stand between "will" and its verb.
            acts = (page.lang == "zh" and status in ("will", "need")) or han_acts.is_doing(page, hit, hits)
            return Act(subject.start, reach, reach, status or INHERIT, "complement", rule, whom, True) if acts else None
        if name == "head":
            if not status and (hit.form == PARTICIPLE or han_acts.is_of_parties(page, subject, hit)):
                return None
            status = status or {"past": DONE, FUTURE: "will"}.get(hit.form, INHERIT)
            return Act(subject.start, reach, reach, status, "complement", rule, whom, True)
        if name in ("will", "need", DONE) and (not status or status == INHERIT):
            status, rule = name, hit.line.rule
        continues = continues or is_continuing(hit)
        at = hit.end
        if not (hit.role == "leads" and hit.value == "keep"):
            reach = hit.end
    return None


def _is_bound(page: Page, subject: Hit, status: str, at: int) -> bool:
    """Whether a Chinese modal binds the parties to whatever follows; 将 before a thing that is dealt with is no "will"."""
    return page.lang == "zh" and status in ("will", "need") and subject.value == "both" and page.text[at - 1] not in "将將"


def _is_not_finite(page: Page, at: int, here: list[Hit]) -> bool:
    """Whether a "to", an "and" or a gerund follows the parties: then they are not who does it."""
    if page.text.startswith(("to ", "and "), at):
        return True
    after = next((hit.end for hit in here if hit.role == "leads" and hit.value == "keep"), at)
    verbs = (*here, *page.hits_at(skip_space(page.text, after)))
    return any(hit.role == "actions" and hit.form == "gerund" for hit in verbs)


def is_continuing(hit: Hit) -> bool:
    """Whether a hit is a lead that says "continue to"."""
    return hit.role == "leads" and hit.line.words.startswith(("continue to", "continuing", "tiếp tục", "继续", "fortsätt"))


def _step(here: list[Hit], status: str) -> tuple[Hit, str] | None:
    """The hit to go on with after a subject, and what it means."""
    by_role = {hit.role: hit for hit in reversed(here)}
    if "perfects" in by_role:
        return by_role["perfects"], DONE
    if "modals" in by_role:
        modal = by_role["modals"]
        return None if modal.value == "subjunctive" else (modal, modal.value)
    lead, head = by_role.get("leads"), by_role.get("actions")
    if head is not None and (lead is None or head.end >= lead.end):
        return head, "head"
    if lead is not None:
        return lead, "lead"
    other = by_role.get("pasts") or by_role.get("subjects")
    return None if other is None else (other, "lead")


def _is_under(weak: Act, strong: list[Act], page: Page) -> bool:
    """Whether a strong act before it in the sentence governs this subject and its modal already."""
    for act in strong:
        if act.start < weak.end and weak.start < act.end:
            return True
        if act.end <= weak.start and act.status in (AGREED, PROPOSED, HOPED) and weak.status != DONE:
            return True
        if act.end <= weak.start and act.status in (AGREED,) and weak.status == DONE:
            return False
    return False


def _bounded(page: Page, acts: list[Act], sentence: Sentence) -> list[Act]:
    out: list[Act] = []
    for n, act in enumerate(acts):
        after = acts[n + 1].start if n + 1 < len(acts) else sentence.end
        if n + 1 < len(acts):
            after = _back_to_break(page, act.end, after)
        out.append(Act(act.start, act.end, max(act.end, after), act.status, act.takes, act.rule, act.subject, act.is_weak))
    return out


def _back_to_break(page: Page, start: int, end: int) -> int:
    """The last break before the next act: what stands between is the next one's subject."""
    listing = _HAN_BREAK if page.lang == "zh" else joints(page.lang).listing
    breaks = [found.start() for found in listing.finditer(page.text, start, end)]
    if not breaks:
        return end
    return breaks[-1] if end - breaks[-1] < 120 else end


def skip_space(text: str, at: int) -> int:
    """The next place that is neither white space, a comma nor a quotation mark."""
    size = len(text)
    while at < size and text[at] in " \n,，\"“”:：、'":
        at += 1
    return at
