"""What can be learned from a draft: a lexicon line of the home's own, weighed before it is kept, or a case."""

from __future__ import annotations

from collections.abc import Mapping

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from comity.desk.answering import show
from comity.desk.asking import Ask, deed, home_of, page
from comity.desk.draft_lines import draft_line
from comity.desk.languages import language
from comity.desk.source_lines import source_line
from comity.paper.learning_view import WHY, measure_cells
from comity.paper.refusal import refusal_sentence
from comity.paper.translate import translate
from comity.procedures.learn_draft import USUAL, Proposal, example_for, proposal_of
from comity.procedures.own_cases import keep_case, own_cases, take_back_case
from comity.procedures.own_lexicon import keep_line, new_line, own_lines, roles, take_back_line
from comity.procedures.weigh_line import weigh_line
from comity.reader.words.lexicon import Line
from comity.record.errors import BadLexicon, BodyNotHere, ComityError

_TYPED = ("role", "words", "value", "example")


def learn(request: HttpRequest, number: int) -> HttpResponse:
    """The page; with `?words=` what a line would change; by POST a line or a case is kept or taken back."""
    return _keep(request, number=number) if request.method == "POST" else _page(request, number=number)


@page
def _page(ask: Ask, number: int) -> HttpResponse:
    home = home_of(ask.request)
    proposal = proposal_of(home, number)
    document = ask.reading.document(proposal.draft.source)
    if document is None:
        raise BodyNotHere(name=proposal.draft.source[:12])
    _ = translate(ask.lang)
    typed = _typed(ask.request.GET, proposal)
    effect, refusal = None, ""
    if typed["words"] and "words" in ask.request.GET:
        try:
            effect = weigh_line(home, _line(proposal, typed))
        except ComityError as problem:
            refusal = refusal_sentence(problem, ask.lang)
    every = roles()
    return show(
        ask,
        "learn.html",
        line=draft_line(proposal.draft, ask.lang),
        source=source_line(document, {}),
        proposal=proposal,
        asked=[(_(WHY[one.why]), one) for one in proposal.asked],
        roles=[*(role for role in USUAL if role in every), *(role for role in every if role not in USUAL)],
        typed=typed,
        effect=effect,
        measures=[measure_cells(one.name, one.before, one.after, one.of, ask.lang) for one in effect.measures] if effect else [],
        refusal=refusal,
        own=own_lines(home),
        is_case=proposal.case in own_cases(home),
    )


@deed
def _keep(request: HttpRequest, number: int) -> HttpResponse:
    home, _ = home_of(request), translate(language(request))
    proposal, what = proposal_of(home, number), request.POST.get("what", "")
    if what == "case":
        keep_case(home, proposal.case)
        messages.success(request, _("Kept as a case of this home. Every line will be held against it."))
    elif what == "no-case":
        take_back_case(home, proposal.case)
        messages.success(request, _("It is no case of this home any more."))
    elif what == "take-back":
        line = take_back_line(home, request.POST.get("rule", ""))
        messages.success(request, _("Taken back: {rule}. What was read by it stays as it is.", rule=line.rule))
    else:
        line = _line(proposal, _typed(request.POST, proposal))
        keep_line(home, line)
        messages.success(request, _("Kept: {rule}. What is read from now on goes by it.", rule=line.rule))
    return HttpResponseRedirect(f"/drafts/{number}/learn")


def _typed(given: Mapping[str, str], proposal: Proposal) -> dict[str, str]:
    """What was typed, else what the correction asks for."""
    first = proposal.asked[0] if proposal.asked else None
    meant = {"role": first.role, "words": first.words, "value": first.value} if first else {"role": USUAL[0]}
    return {name: str(given[name] if name in given else meant.get(name, "")).strip() for name in _TYPED}


def _line(proposal: Proposal, typed: Mapping[str, str]) -> Line:
    """The line that was typed. Raises: BadLexicon."""
    example = typed["example"] or example_for(proposal.lang, typed["words"])
    if not typed["words"]:
        raise BadLexicon(
            file=f"lexicon/{proposal.lang}/{typed['role']}.tsv", line=1, problem="its words or its example are missing"
        )
    return new_line(proposal.lang, typed["role"], typed["words"], value=typed["value"], example=example)
