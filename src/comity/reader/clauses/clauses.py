"""Clauses: what was proposed, hoped, agreed, done or found limited, with who said so.

- One act governs the sentences after it that begin with a verb or with the parties, until somebody else speaks,
  something is thanked for or praised, or a long sentence tells facts.
- What the text puts behind is done, even after "agreed that".
- A heading's act governs the points of the list below it, until the next plain line.
- Results and difficulties told under a heading, or stated by one side as a fact, are done or limited whatever their verbs.
- Titles give a clause only where the text says that the headline was agreed; furniture gives none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from comity.reader.clauses.accounts import Account, Told, is_undertaking, opened, stated, told
from comity.reader.clauses.acts import AGREED, DONE, HOPED, INHERIT, PROPOSED, Act, governing, skip_space
from comity.reader.clauses.backwards import told_before, told_in_title
from comity.reader.clauses.carried import with_carried
from comity.reader.clauses.complements import after_purpose, counted, is_contents, opener, past_of, whole
from comity.reader.clauses.cuts import cut_after, cut_after_modal
from comity.reader.clauses.drafts import Draft
from comity.reader.clauses.endings import trimmed
from comity.reader.clauses.english_breaks import before_finite, is_participial
from comity.reader.clauses.english_objects import is_noun_first
from comity.reader.clauses.english_results import is_assessed, lack_in, results_in
from comity.reader.clauses.han_deeds import is_framed, tells_effect
from comity.reader.clauses.han_phrases import is_signed
from comity.reader.clauses.han_results import scope_after, told_plainly
from comity.reader.clauses.han_to_come import with_comings
from comity.reader.clauses.heads import head_at, is_verbal
from comity.reader.clauses.participles import tells_deed
from comity.reader.clauses.passive_results import passive_result
from comity.reader.clauses.plain_deeds import informed, informed_in
from comity.reader.clauses.plain_perfects import any_perfect
from comity.reader.clauses.plain_sentences import counts, deeds, opening_verbs, promised
from comity.reader.clauses.scope import Scope, behind
from comity.reader.clauses.segments import LIST, PLAIN, POINT, STRONG, Segment, segments
from comity.reader.clauses.speakers import Speaker, begun_by, speaker_of
from comity.reader.clauses.viet_accounts import carried_on, is_signing, is_sitting, reported
from comity.reader.clauses.viet_states import is_told_of, states_before
from comity.reader.names.named import Named
from comity.reader.reading import Statement
from comity.reader.text.items import after_label, ends_open, points_of
from comity.reader.text.layout import TITLE
from comity.reader.text.page import Page, Sentence

_LEAST_WORDS = 12
_GOES_ON = re.compile(r"continu|tiếp tục|继续|fortsätt", re.IGNORECASE)
_SIGNED = re.compile(r"\b(?:signed|adopted|approved|ký|thông qua)\b|签署|签订|通过", re.IGNORECASE)
_AND_HAVE = re.compile(r"(?:,|;|\svà|,\svà|\sand|,\sand)\s+(?=(?:đã|have|has)\s)")
_LOOKED_BACK = Scope(DONE, (0, 1), "grammar/contents", Speaker(None, None, True), 0.5)


class _Reader:
    """Walks the sentences once and gathers drafts; `scope` is what governs at the moment."""

    def __init__(self, page: Page, named: tuple[tuple[Named, str], ...]) -> None:
        self.page = page
        self.named = named
        self.points = points_of(page)
        self.scope: Scope | None = None
        self.account: Account | None = None
        # What a sentence announced without saying it, and what governs the list that is being read.
        self.open: Scope | Account | None = None
        self.heading: Scope | Account | None = None
        # Since an account, until something is agreed, proposed or hoped.
        self.is_looking_back = False
        self.last = Speaker(None, None, False)
        self.drafts: list[Draft] = []
        self.statements: list[Statement] = []

    def walk(self) -> None:
        """Read every sentence of the body in order."""
        for sentence in self.page.sentences:
            if sentence.block.label == TITLE:
                continue
            if sentence.start == sentence.block.start:
                self._enter(sentence)
            acts = governing(self.page, sentence)
            was, size = self.scope, len(self.drafts)
            if self._point(sentence, acts) or self._account(sentence, acts) or self._told(sentence, acts):
                self.last = begun_by(self.page, self.named, sentence) or self.last
                continue
            self._read(sentence, acts)
            self.last = begun_by(self.page, self.named, sentence) or self.last
            is_new = self.scope is not None and self.scope is not was
            says_nothing = is_new and (len(self.drafts) == size or ends_open(self.page, sentence.start, sentence.end))
            self.open = self._as_heading(sentence) if says_nothing else None

    def _as_heading(self, sentence: Sentence) -> Scope | None:
        """The scope as it governs a list: what was signed "on the following:" is agreed."""
        scope = self.scope
        if scope is None or scope.status != DONE or not _SIGNED.search(self.page.text, sentence.start, sentence.end):
            return scope
        return Scope(AGREED, scope.act, scope.rule, scope.speaker, scope.confidence - 0.1)

    def _enter(self, sentence: Sentence) -> None:
        """A new line: a list begins, goes on or ends with it, and so does an account."""
        if sentence.block.start in self.points:
            self.heading = self.open or self.heading
            if isinstance(self.heading, Scope):
                self.scope = self.heading
        else:
            self.heading = None
            self.account = self.open if isinstance(self.open, Account) else None
        self.open = None

    def _read(self, sentence: Sentence, acts: Sequence[Act]) -> None:
        if not acts or is_contents(self.page, sentence, acts, self.scope.status if self.scope else None):
            self._plain(sentence)
            return
        lack = lack_in(self.page, sentence.start, sentence.end) if not is_undertaking(acts) else None
        if lack is not None:
            self.drafts.append(lack)
            return
        self._lead_in(sentence, acts[0])
        self.drafts.extend(states_before(self.page, sentence.start, acts[0]))
        size = len(self.drafts)
        for n, act in enumerate(acts):
            self._act(sentence, act, acts[n - 1] if n else None)
        if len(self.drafts) == size and self.page.lang == "en" and all(act.status in ("", DONE) for act in acts):
            self.drafts.extend(results_in(self.page, acts[-1].start, sentence.end, floor=sentence.start))
        if len(self.drafts) == size and self.page.lang in ("vi", "zh") and all(act.status == "" for act in acts):
            self.drafts.extend(informed_in(self.page, sentence))

    def _point(self, sentence: Sentence, acts: Sequence[Act]) -> bool:
        """Whether a sentence is a point of a list, read under the list's heading."""
        heading, block = self.heading, sentence.block
        if heading is None or block.start not in self.points:
            return False
        start = max(sentence.start, self.points[block.start])
        if isinstance(heading, Account):
            self._tell((after_label(self.page, start, sentence.end), sentence.end), heading)
            return True
        speaks = [act for act in acts if not act.is_weak and act.status in (AGREED, PROPOSED, HOPED) and act.subject is not None]
        if sentence.start != block.start or speaks:
            return False
        begin = after_label(self.page, start, sentence.end)
        if begin < sentence.end:
            self._governed(begin, sentence.end, heading, cut=POINT)
        return True

    def _account(self, sentence: Sentence, acts: Sequence[Act]) -> bool:
        """Whether a sentence tells results or difficulties, or announces them."""
        if is_undertaking(acts):
            self.account = None
            return False
        opening = opened(self.page, sentence)
        if opening is not None:
            self.account, begin = opening
            self.scope = behind(self.account)
            self._tell((begin, sentence.end), self.account)
            is_open = begin >= sentence.end or ends_open(self.page, sentence.start, sentence.end)
            self.open = self.account if is_open and sentence.end == sentence.block.end else None
            return True
        if self.account is not None and self._tell((sentence.start, sentence.end), self.account):
            return True
        report = stated(self.page, self.named, (sentence.start, sentence.end))
        if report is None:
            return False
        self.account = self.account or report[0]
        self.scope = behind(report[0])
        self._add(report[1], report[0])
        return True

    def _told(self, sentence: Sentence, acts: Sequence[Act]) -> bool:
        """Whether a sentence tells nothing but deeds; those told before an act are read as well."""
        made, is_all = told_plainly(self.page, sentence, acts, self.scope.status if self.scope else None)
        self.drafts.extend(made)
        for act in acts if is_all else ():
            if act.status == "":
                self._act(sentence, act, None)
        if is_all:
            self.scope = Scope(scope_after(made[-1]), made[-1].act, made[-1].rule, made[-1].speaker, 0.5)
        return is_all

    def _tell(self, span: tuple[int, int], account: Account) -> bool:
        things = tuple(told(self.page, self.named, span, account))
        self._add(things, account)
        return bool(things)

    def _add(self, things: Iterable[Told], account: Account) -> None:
        self.is_looking_back = True
        for one in things:
            rule, sure = f"{account.rule} + grammar/account", 0.5 if account.is_strict else 0.6
            self.drafts.append(Draft(one.start, one.end, one.status, account.act, rule, one.speaker, sure))

    def _lead_in(self, sentence: Sentence, first: Act) -> None:
        """What stands before the first act of a sentence may still be governed from before it."""
        if self.scope is None or first.start - sentence.start < (6 if self.page.lang == "zh" else 20) or first.takes == "before":
            return
        if is_participial(self.page, sentence.start, sentence.end):
            return
        is_told = self.page.lang == "zh" and (self.scope.status == DONE or is_framed(self.page, sentence.start, first.start - 1))
        if is_told or head_at(self.page, sentence.start, first.start) is None or first.subject == (sentence.start, first.end):
            return
        before = first.subject[0] if first.subject else first.start
        start = sentence.start
        if is_noun_first(self.page, start, before):
            mark = self.page.text.find(";", start, before)
            start = before if mark < 0 else mark + 1
        self._governed(start, before, self.scope, cut=PLAIN)

    def _plain(self, sentence: Sentence) -> None:
        page = self.page
        is_noun = is_noun_first(page, sentence.start, sentence.end) or is_participial(page, sentence.start, sentence.end)
        is_verb = not is_noun and any(head is not None and is_verbal(page, head) for head in opening_verbs(page, sentence))
        carried = carried_on(page, sentence, self.scope.status if self.scope else None, is_looking_back=self.is_looking_back)
        if carried is not None:
            self._governed(carried[0], sentence.end, self.scope or _LOOKED_BACK, cut=carried[1])
            return
        made = (
            deeds(page, sentence)
            if page.lang != "en"
            else results_in(page, sentence.start, sentence.end) or deeds(page, sentence)
        )
        if made:
            self.drafts.extend(made)
            return
        if self.scope is not None and is_verb and self.scope.status != DONE:
            self._governed(sentence.start, sentence.end, self.scope, cut=PLAIN)
            return
        passive = passive_result(page, sentence)
        if passive is not None:
            self.drafts.append(passive)
            return
        if self._promised(sentence):
            return
        if sentence.end - sentence.start > (45 if page.lang == "zh" else 130):
            self.scope = None

    def _promised(self, sentence: Sentence) -> bool:
        scope = self.scope if self.scope is not None and self.scope.status != DONE else None
        made = promised(self.page, self.named, sentence, status=scope.status if scope else None)
        if made is not None:
            self.drafts.append(made if scope is None else replace(made, speaker=scope.speaker))
        return made is not None

    def _act(self, sentence: Sentence, act: Act, before: Act | None) -> None:
        speaker = speaker_of(self.page, self.named, sentence, act, self.last)
        if speaker.person is not None:
            self.last = speaker
        if act.status == "":
            self._say(sentence, act, speaker)
        elif act.takes == "title":
            self._title(act, speaker)
        elif act.takes == "before":
            self._before(sentence, act, speaker)
        elif act.is_weak:
            self._weak(act, speaker, before)
        else:
            past = past_of(self.page, act)
            if past is not None and self._tell((past, act.until), Account(DONE, (act.start, act.end), act.rule)):
                return
            scope = Scope(act.status, (act.start, act.end), act.rule, speaker, 0.85)
            self.scope, self.is_looking_back = scope, False
            self._governed(act.end, act.until, scope, cut=cut_after(self.page, act))

    def _say(self, sentence: Sentence, act: Act, speaker: Speaker) -> None:
        end = trimmed(self.page.text, act.start, act.until)
        quote = self.page.quote(act.start, max(end, act.end))
        id_ = f"S{len(self.statements) + 1}"
        self.statements.append(Statement(id_, speaker.person, act.takes, (quote,), act.rule, 0.7))
        self.scope = None
        if self.page.lang in ("vi", "zh"):
            self.is_looking_back = self.is_looking_back or (act.takes == "assessed" and act.subject is not None)
            made = informed(self.page, act.start, sentence.end, floor=sentence.start)
            for one in (made,) if made is not None else reported(self.page, act.end, act.until):
                self.drafts.append(replace(one, speaker=speaker))

    def _title(self, act: Act, speaker: Speaker) -> None:
        self.drafts.extend(told_in_title(self.page, act, speaker))

    def _before(self, sentence: Sentence, act: Act, speaker: Speaker) -> None:
        made = told_before(self.page, sentence, act, speaker)
        if made is not None:
            self.drafts.append(made)

    def _weak(self, act: Act, speaker: Speaker, before: Act | None) -> None:
        status, confidence = act.status, 0.7
        if status == "promise":
            status, confidence = AGREED if self.page.lang in ("en", "zh") else PROPOSED, 0.5
        elif status == INHERIT and any(hit.role == "informs" for hit in self.page.hits_at(skip_space(self.page.text, act.end))):
            status, confidence = DONE, 0.6
        elif status in ("will", "need", INHERIT):
            governed = self.scope if self.scope is not None and self.scope.status != DONE else None
            if governed is not None:
                asks = status == "need" and governed.status == HOPED and self.page.lang in ("vi", "zh")
                speaker = speaker if speaker.party and governed.status == AGREED else governed.speaker
                status, confidence = PROPOSED if asks else governed.status, 0.75
            elif status == INHERIT and counted(self.page, act):
                status, confidence = DONE, 0.55
            elif status == INHERIT and self.is_looking_back and not _GOES_ON.search(self.page.text, act.start, act.end + 12):
                status, confidence = DONE, 0.5
            elif before is not None and before.status == "" and before.takes in ("emphasised", "affirmed"):
                is_joint = before.subject is not None or (status == "will" and act.subject is not None)
                status, confidence = (AGREED if is_joint else PROPOSED), 0.5
            elif status == INHERIT and self.page.lang != "zh":
                status, confidence = (DONE if is_told_of(self.page, act) else AGREED), 0.5
            else:
                is_asked = status == "need" and (before is None or self.page.lang != "zh")
                status, confidence = PROPOSED if is_asked else AGREED, 0.6
        elif status == DONE and self.page.lang == "sv" and self.scope is not None and "/perfects/" not in act.rule:
            # Machine-made Swedish puts into the past what the parties will do.
            status, speaker, confidence = self.scope.status, self.scope.speaker, 0.5
        scope = Scope(status, (act.start, act.end), act.rule, speaker, confidence)
        plain = results_in(self.page, act.start, act.until) if status == DONE and "/perfects/" in act.rule else ()
        if plain or (status == DONE and is_assessed(self.page, act.start, act.until)):
            self.drafts.extend(plain)
            self.scope = self.scope or scope
            return
        if status == DONE and "/perfects/" in act.rule:
            self._accomplished(act, scope)
        else:
            self._governed(act.end, act.until, scope, cut=cut_after_modal(self.page, act))
        if self.scope is None or (status == DONE and "/perfects/" in act.rule):
            self.scope = scope

    def _accomplished(self, act: Act, scope: Scope) -> None:
        """ "have done A, have done B": each perfect begins a clause; one with a figure needs no verb of the lexicon."""
        text, at = self.page.text, act.end
        for stop in [*(found.end() for found in _AND_HAVE.finditer(text, act.end, act.until)), act.until]:
            size = len(self.drafts)
            if self._perfects(at, stop, scope):
                at = stop
                continue
            self._governed(at, stop, scope, cut=PLAIN)
            perfect = next((hit.end for hit in self.page.hits_at(at) if hit.role == "perfects"), at)
            begin, after = skip_space(text, perfect), trimmed(text, at, stop)
            is_own = after - begin < 200 and not is_signing(self.page, begin)
            if len(self.drafts) == size and re.search(r"\d", text[begin:after]) and is_own:
                rule = f"{scope.rule} + grammar/figure"
                self.drafts.append(Draft(begin, after, DONE, scope.act, rule, scope.speaker, scope.confidence - 0.2))
            elif len(self.drafts) == size and at != act.end and after - begin > _LEAST_WORDS:
                rule = f"{scope.rule} + grammar/beside"
                self.drafts.append(Draft(begin, after, DONE, scope.act, rule, scope.speaker, scope.confidence - 0.3))
            at = stop

    def _perfects(self, at: int, stop: int, scope: Scope) -> bool:
        """Whether a participle begins here, of a deed or of none, in a language whose participles tell it."""
        is_deed = tells_deed(self.page.lang, self.page.text, at)
        rule = f"{scope.rule} + grammar/perfect"
        for span in any_perfect(self.page, at, stop) if is_deed else ():
            self.drafts.append(Draft(*span, DONE, scope.act, rule, scope.speaker, scope.confidence - 0.1))
        return is_deed is not None

    def _governed(self, start: int, end: int, scope: Scope, *, cut: str) -> None:
        page, is_strong = self.page, cut != PLAIN
        start = after_purpose(page, start, end) if cut == STRONG else start
        end = before_finite(page, start, end)
        opening = opener(page, start, end) if cut == STRONG else None
        cut = cut if opening is None else LIST
        made = segments(page, start if opening is None else opening, end, cut=cut)
        if not made and is_strong:
            self._whole(start, end, scope)
        for segment in made:
            status = DONE if segment.has_past and scope.status in (AGREED, DONE) else scope.status
            is_plain = not is_strong and "/modals/" not in scope.rule
            if (status == DONE or is_plain) and self._is_narrative(segment, status):
                continue
            sure = scope.confidence if segment.is_sure else scope.confidence - 0.2
            self.drafts.append(
                Draft(segment.start, segment.end, status, scope.act, f"{scope.rule} + {segment.rule}", scope.speaker, sure)
            )

    def _whole(self, start: int, end: int, scope: Scope) -> None:
        """What an act governs without any verb of the lexicon."""
        made = whole(self.page, start, end) if scope.status in (AGREED, PROPOSED, HOPED) else None
        if made is not None:
            rule = f"{scope.rule} + {made.rule}"
            self.drafts.append(Draft(made.start, made.end, scope.status, scope.act, rule, scope.speaker, made.confidence))

    def _is_narrative(self, segment: Segment, status: str) -> bool:
        head = head_at(self.page, segment.start, segment.end)
        at = segment.start if head is None else head.hit.start
        if self.page.lang == "vi" and (status == DONE or is_signing(self.page, segment.start)):
            return is_sitting(self.page, segment.start, segment.end)
        if self.page.lang == "zh" and status == DONE and is_signed(self.page, at):
            return True
        if any(hit.role == "informs" for hit in self.page.hits_at(at)) or (
            self.page.lang in ("vi", "zh") and segment.start < at and status != DONE
        ):
            return False  # "continue to exchange letters" is still to be done
        is_of_session = any(hit.role == "narrative" for hit in self.page.hits_at(at))
        is_told = is_of_session and not counts(self.page, segment.start, segment.end)
        return is_told or (status == DONE and tells_effect(self.page, at))


def clauses_of(page: Page, named: tuple[tuple[Named, str], ...]) -> tuple[tuple[Draft, ...], tuple[Statement, ...]]:
    """The clauses as drafts in order of the text without overlaps, and what was said besides."""
    reader = _Reader(page, named)
    reader.walk()
    drafts = sorted(with_comings(page, reader.drafts), key=lambda draft: (draft.start, -draft.end))
    kept: list[Draft] = []
    for draft in drafts:
        if not kept or draft.start >= kept[-1].end:
            kept.append(draft)
    return tuple(with_carried(page, named, kept)), tuple(reader.statements)
