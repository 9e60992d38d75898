"""Who says or does what in a sentence: the words that govern what follows them.

- A strong act (agreed, proposed, hoped) governs up to the next act or saying.
- A saying (thanks, praise) governs nothing; it ends what came before it.
- Without an act, the parties with a modal or a perfect govern: "the two sides will", "hai bên đã".
- A phrase the lexicon lists as a near miss hides whatever act it seems to contain.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from comity.reader.lexicon import Hit
from comity.reader.page import Page, Sentence

AGREED, PROPOSED, HOPED, DONE, LIMITATION, INHERIT = "agreed", "proposed", "hoped", "done", "limitation", "inherit"
_FIGURE_REACH = 40
_STRONG_ROLES = ("acts", "statements", "limits")
_NOT_GOVERNING = re.compile(
    r"(?:\b(?:to be|as|the|of|mutually|previously|already|those|newly|các nội dung|nội dung)\s)$", re.IGNORECASE
)

# After one of these the parties are not who acts: "businesses of both sides".
_BESIDE = re.compile(
    r"(?:\b(?:of|between|for|by|to|with|from|của|giữa|cho|với|mellan|av|från|för|till|được|bởi|do|để)\s|[的对与和由被经])$",
    re.IGNORECASE,
)

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


def governing(page: Page, sentence: Sentence) -> list[Act]:
    """The acts, sayings and limits of a sentence, in order; a saying has the status "" and its kind in `takes`."""
    hits = page.hits_in(sentence.start, sentence.end)
    hidden = [(hit.start, hit.end) for hit in hits if hit.role == "nearmiss"]
    strong = _covering([hit for hit in hits if hit.role in _STRONG_ROLES and not _is_hidden(hit, hidden)])
    strong = [hit for hit in strong if not _is_named_only(page, sentence, hit)]
    subjects = [hit for hit in hits if hit.role == "subjects"]
    acts = [_strong(page, hit, subjects) for hit in _without_contents(strong)]
    weak = [act for act in _weak(page, hits, subjects, hidden) if not _is_under(act, acts, page)]
    ordered = sorted(acts + weak, key=lambda act: (act.start, -act.end))
    return _bounded(page, ordered, sentence)


def _is_named_only(page: Page, sentence: Sentence, hit: Hit) -> bool:
    """Whether "the", "of" or the like before an act makes a thing of it: "the agreed items"."""
    if hit.role != "acts" or " " in hit.value:
        return False
    return _NOT_GOVERNING.search(page.text[max(sentence.start, hit.start - 20) : hit.start]) is not None


def _is_hidden(hit: Hit, hidden: list[tuple[int, int]]) -> bool:
    return any(start <= hit.start and hit.end <= end for start, end in hidden)


def _covering(hits: list[Hit]) -> list[Hit]:
    """The hits without those inside a longer one; adjacent words of saying count by the first."""
    out: list[Hit] = []
    for hit in sorted(hits, key=lambda hit: (hit.start, -hit.end)):
        if not out or hit.start >= out[-1].end:
            out.append(hit)
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
    joint = [s for s in subjects if s.value != "speaker"]
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
        if subject.value == "speaker" or _BESIDE.search(page.text[max(0, subject.start - 9) : subject.start]):
            continue
        if page.lang in ("vi", "zh") and not _at_clause_start(page, subject, hits):
            continue
        found = _after_subject(page, subject, hits, hidden)
        if found is not None and (not out or found.start >= out[-1].end):
            out.append(found)
    out.extend(_by_place(page, hits, hidden, [act.start for act in out]))
    out.extend(_by_saying(page, hits, hidden, [act.start for act in out]))
    impersonal = [hit for hit in hits if hit.role == "modals" and hit.start == (hits[0].start if hits else -1)]
    if impersonal and not out and " " in impersonal[0].line.words and page.lang in ("en", "sv"):
        hit = impersonal[0]
        out.append(Act(hit.start, hit.end, hit.end, "need", "complement", hit.line.rule, None, True))
    return out


def _at_clause_start(page: Page, subject: Hit, hits: tuple[Hit, ...]) -> bool:
    """Whether nothing but a break or a word that opens clauses stands before the parties."""
    before = page.text[max(0, subject.start - 40) : subject.start].rstrip()
    if not before or before[-1] in ',，;；:：。.!?”")）\n' or subject is hits[0]:
        return True
    at = subject.start - (len(page.text[max(0, subject.start - 40) : subject.start]) - len(before))
    opening = ("leads", "pasts", "statements", "joins", "openers", "acts")
    return any(hit.end == at and hit.role in opening for hit in hits)


def _by_place(page: Page, hits: tuple[Hit, ...], hidden: list[tuple[int, int]], taken: list[int]) -> list[Act]:
    """One side named with "will": what it promises by itself is its proposal."""
    out: list[Act] = []
    for hit in hits:
        if hit.role != "modals" or hit.value != "will" or _is_hidden(hit, hidden):
            continue
        near = [m for m in page.places_in(max(0, hit.start - 40), hit.start) if m.place.level == "province"]
        if not near or page.text[near[-1].end : hit.start].strip(" ").lower() not in _OF_A_SIDE:
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
        if hit.role == "modals" and hit.value == "need"
        if hit.start in ends or (hit.start > first and page.text[hit.start - 1] in ",，;；")
    ]
    return [
        Act(hit.start, hit.end, hit.end, "need", "complement", hit.line.rule, None, True)
        for hit in found
        if not _is_hidden(hit, hidden) and hit.start not in taken
    ]


def _after_subject(page: Page, subject: Hit, hits: tuple[Hit, ...], hidden: list[tuple[int, int]]) -> Act | None:
    at, status, rule, reach = subject.end, "", subject.line.rule, subject.end
    continues, whom = False, (subject.start, subject.end)
    if any(hit.role == "pasts" and 0 <= subject.start - hit.end < 15 for hit in hits):
        status = DONE
    for _ in range(8):
        at = skip_space(page.text, at)
        here = [hit for hit in hits if hit.start == at and not _is_hidden(hit, hidden)]
        step = _step(here, status)
        if step is None:
            # "the parties have …ed 3 …": a perfect with a figure needs no verb of the lexicon.
            continues = continues or ("/perfects/" in rule and re.search(r"\d", page.text[at : at + _FIGURE_REACH]) is not None)
            # "the parties continue to …" undertakes whatever verb follows.
            return Act(subject.start, reach, reach, status or INHERIT, "complement", rule, whom, True) if continues else None
        hit, name = step
        if name == "head":
            status = status or (DONE if hit.form == "past" else INHERIT)
            return Act(subject.start, reach, reach, status, "complement", rule, whom, True)
        if name in ("will", "need", DONE) and (not status or status == INHERIT):
            status, rule = name, hit.line.rule
        continues = continues or is_continuing(hit)
        at = hit.end
        if not (hit.role == "leads" and hit.value == "keep"):
            reach = hit.end
    return None


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
            after = _back_to_break(page.text, act.end, after)
        out.append(Act(act.start, act.end, max(act.end, after), act.status, act.takes, act.rule, act.subject, act.is_weak))
    return out


def _back_to_break(text: str, start: int, end: int) -> int:
    """The last break before the next act: what stands between is the next one's subject."""
    breaks = [found.start() for found in re.finditer(r"[,;，；、]|\s(?:and|och|và)\s", text[start:end])]
    if not breaks:
        return end
    return start + breaks[-1] if end - (start + breaks[-1]) < 120 else end


def skip_space(text: str, at: int) -> int:
    """The next place that is neither white space, a comma nor a quotation mark."""
    size = len(text)
    while at < size and text[at] in " \n,，\"“”:：、'":
        at += 1
    return at
