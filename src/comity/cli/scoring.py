"""The command that measures the reader. The reader is loaded only when it runs."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import click

from comity.cli.choosing import json_option
from comity.cli.saying import _, say, show_json, show_table
from comity.procedures.clock import now
from comity.record.errors import QuotesNotVerbatim

Record = dict[str, Any]
_SPLITS = ("dev", "held_back", "all")
_GROUP_FIELDS = ("clauses_50", "clauses_50_status", "areas", "agents", "people", "sessions", "session_dates")
_MOST_TIMES = 3


@click.command(
    help=_("Measures the reader against annotations by hand. The rules were written having read the sources it comes with.")
)
@click.option(
    "--annotations",
    "--gold",
    "annotations",
    required=True,
    type=click.Path(path_type=Path, exists=True),
    metavar="DIR",
    help=_("Annotations, one JSON file a document."),
)
@click.option(
    "--texts",
    "--sources",
    "texts",
    required=True,
    type=click.Path(path_type=Path, exists=True),
    metavar="DIR",
    help=_("The documents."),
)
@click.option("--split", type=click.Choice(_SPLITS), default="dev", help=_("Which part of the annotations: dev unless said."))
@click.option("--held-back", "is_asked", is_flag=True, help=_("Lets held-back reports be scored, which is written down."))
@click.option("--baselines", "has_baselines", is_flag=True, help=_("Measures a plain rule and spaCy's English model beside it."))
@click.option(
    "--rank", "is_ranked", is_flag=True, help=_("Measures the reader with the ranking model beside it (the part embed).")
)
@json_option
def score(annotations: Path, texts: Path, is_asked: bool, as_json: bool, **how: Any) -> None:
    from comity.procedures.score_reader import demand_asked, score_held_back, score_reader

    measure = partial(score_reader, annotations, texts, **how)
    if demand_asked(annotations, how["split"], is_asked=is_asked):
        report, before = score_held_back(annotations, measure, moment=now())
        if before >= _MOST_TIMES:
            say(
                _(
                    "Held-back reports were scored {count} times before: they no longer measure what nobody has seen.",
                    count=before,
                )
            )
    else:
        report = measure()
    if as_json:
        show_json(report)
    else:
        _show(report)
    if report["bad_quotes"]:
        raise QuotesNotVerbatim(count=report["bad_quotes"])


def _show(report: Record) -> None:
    if report["in_sample"]:
        say(_("In-sample wherever the rules were written having read these sources: not the quality on unseen reports."))
    others = (report.get("agreement", {}).get("micro", {}), (report.get("baselines") or {}).get("plain_rule", {}))
    beside = (*others, report.get("grammar", {}), report.get("ranked", {}))
    shown = [_("Field"), _("Precision"), _("Recall"), "F1", _("95 of 100"), _("Right"), _("Wanted"), _("Given"), _("Mean F1")]
    heading = (*shown, _("Two annotations"), _("Plain rule"), _("Grammar alone"), _("With the model"))
    is_there = [True] * len(shown) + [bool(other) for other in beside]
    rows = [_row(field, report, beside) for field in report["micro"]]
    show_table((_kept(row, is_there) for row in rows), _kept(heading, is_there))
    for title, groups in ((_("Language"), report["by_language"]), (_("Outlet"), report["by_outlet"])):
        if len(groups) > 1:
            click.echo("")
            show_table(_group_rows(groups), (title, _("Documents"), *_GROUP_FIELDS))
    click.echo("")
    for sentence in _sentences(report):
        click.echo(sentence)


def _row(field: str, report: Record, beside: tuple[Record, ...]) -> tuple[str, ...]:
    row = report["micro"][field]
    shown = (f"{row[name]:.3f}" for name in ("precision", "recall", "f1"))
    counts = (str(row[name]) for name in ("right", "wanted", "given"))
    others = (f"{other[field]['f1']:.3f}" if field in other else "" for other in beside)
    span = f"{row['low']:.3f}-{row['high']:.3f}"
    return (field, *shown, span, *counts, f"{report['macro_f1'][field]:.3f}", *others)


def _kept(cells: tuple[str, ...], is_there: list[bool]) -> tuple[str, ...]:
    return tuple(cell for cell, is_shown in zip(cells, is_there, strict=True) if is_shown)


def _group_rows(groups: Record) -> Iterator[tuple[str, ...]]:
    for name, group in groups.items():
        yield name or "-", str(group["documents"]), *(_f1(group["micro"][field]) for field in _GROUP_FIELDS)


def _f1(row: Record) -> str:
    """A dash where there was nothing to find and nothing was found."""
    return f"{row['f1']:.3f}" if row["wanted"] or row["given"] else "-"


def _sentences(report: Record) -> Iterator[str]:
    quotes, bad = report["quotes"], report["bad_quotes"]
    yield _("{right} of {all} quotes are verbatim what stands in the texts.", right=quotes - bad, all=quotes)
    yield _(
        "In page furniture: {clauses} clauses and {statements} statements; there should be none.",
        clauses=report["furniture_clauses"],
        statements=report["furniture_statements"],
    )
    sure, clauses = report["sure"]["all"], report["sure"]["clauses_50"]
    yield _(
        "Of {count} drafts at least 80 % sure, {share} are right; of {clauses} such clauses, {clause_share}.",
        count=sure["given"],
        share=_percent(sure["precision"]),
        clauses=clauses["given"],
        clause_share=_percent(clauses["precision"]),
    )
    speed = report["per_second"]
    yield _(
        "{documents} documents and {kchars} thousand characters a second on one core.",
        documents=speed["documents"],
        kchars=speed["kchars"],
    )
    if "agreement" in report:
        yield _(
            "A second annotation of {count} of these documents stands beside it: no score can mean more than how far two agree.",
            count=report["agreement"]["documents"],
        )
    yield from _names_sentences(report)


def _names_sentences(report: Record) -> Iterator[str]:
    if "baselines" not in report:
        return
    names = report["baselines"]["names"]
    if names is None:
        yield _("spaCy's English model is not installed here, so nothing was measured beside it: make score installs it.")
        return
    yield _(
        "People in {count} English documents: F1 {ours} here, {theirs} by spaCy's English model.",
        count=names["documents"],
        ours=f"{names['people_comity']['f1']:.3f}",
        theirs=f"{names['people']['f1']:.3f}",
    )
    yield _(
        "Over the same texts Comity is {times} times as fast as that model, and {alone} times as fast as its names alone.",
        times=names["times_as_fast"],
        alone=names["times_as_fast_as_names_alone"],
    )


def _percent(share: float) -> str:
    return f"{share * 100:.1f} %"


COMMANDS = (score,)
