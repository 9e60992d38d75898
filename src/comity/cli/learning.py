"""Commands by which people teach the reader: a line of the home's own lexicon or a case, out of a draft or by itself."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from comity.cli.choosing import home_option, json_option, open_home
from comity.cli.mistyped import Group
from comity.cli.saying import LANG, _, say, show_json, show_table
from comity.store.home import Home

if TYPE_CHECKING:
    from comity.procedures.learn_draft import Proposal
    from comity.procedures.weigh_line import Effect
    from comity.reader.words.lexicon import Line

F = TypeVar("F", bound=Callable[..., object])


def _weighing(command: F) -> F:
    """The options of a line that is weighed and perhaps kept."""
    options = (
        click.option("--value", metavar="V", help=_("What the words stand for, as the file of their role says; often empty.")),
        click.option("--example", metavar="SENTENCE", help=_("A made-up sentence in which the words stand; else one is made.")),
        click.option("--keep", is_flag=True, help=_("Keeps the line in this home; without it only what would change is shown.")),
        click.option(
            "--annotations",
            type=click.Path(path_type=Path, exists=True),
            metavar="DIR",
            help=_("Weighs the line over these annotations too; held-back ones are left out."),
        ),
        click.option(
            "--texts", type=click.Path(path_type=Path, exists=True), metavar="DIR", help=_("The texts of the annotations.")
        ),
        json_option,
    )
    for option in reversed(options):
        command = option(command)
    return command


@click.command(
    help=_(
        "Shows which rule made a draft and what can be learned from it; "
        "with --words, what a lexicon line would change; --keep keeps it."
    )
)
@click.argument("number", type=int)
@home_option()
@click.option("--words", metavar="WORDS", help=_("The words of the line."))
@click.option("--role", metavar="ROLE", help=_("The file the line belongs in, such as acts, terms or nearmiss."))
@click.option(
    "--case", "as_case", is_flag=True, help=_("Keeps the draft as a case of this home: its passage and what must be read in it.")
)
@_weighing
def learn(number: int, home: Path, words: str | None, role: str | None, as_case: bool, **line: object) -> None:
    from comity.procedures.learn_draft import proposal_of
    from comity.procedures.own_cases import keep_case

    at = open_home(home)
    proposal = proposal_of(at, number)
    if as_case:
        keep_case(at, proposal.case)
        say(_("Kept as a case of this home. Every line will be held against it."))
    if words is None and role is None:
        if not as_case:
            _show(proposal, as_json=bool(line["as_json"]))
        return
    asked = next((one for one in proposal.asked if role in (None, one.role)), None)
    role = role or (asked.role if asked else "")
    words = words if words is not None else (asked.words if asked else "")
    value = line["value"] if line["value"] is not None else (asked.value if asked and asked.role == role else "")
    _weigh(at, (proposal.lang, role, words), **{**line, "value": value})


def _show(proposal: Proposal, *, as_json: bool) -> None:
    if as_json:
        asked = [{"role": one.role, "words": one.words, "value": one.value, "why": one.why} for one in proposal.asked]
        rules = [{"rule": one.name, "where": one.where, "own": one.is_own} for one in proposal.rules]
        case = {"text": proposal.case.text, "words": proposal.case.words, "status": proposal.case.status}
        show_json({"draft": proposal.draft.number, "language": proposal.lang, "rules": rules, "asked": asked, "case": case})
        return
    show_table([(one.name, one.where) for one in proposal.rules], (_("Rule"), _("File and line")))
    if proposal.asked:
        click.echo("")
        show_table([(one.role, one.words or "…", one.value) for one in proposal.asked], (_("Role"), _("Words"), _("Value")))
    say(_("Say the words with --words to see what a line would change; --case keeps this draft as a case."))


def _weigh(home: Home, line: tuple[str, str, str], **given: object) -> None:
    from comity.procedures.learn_draft import example_for
    from comity.procedures.own_lexicon import keep_line, new_line
    from comity.procedures.weigh_line import weigh_line

    annotations, texts = given["annotations"], given["texts"]
    if (annotations is None) != (texts is None):
        raise click.UsageError(_("Give --annotations and --texts together."))
    lang, role, words = line
    example = str(given["example"] or example_for(lang, words))
    made = new_line(lang, role, words, value=str(given["value"] or ""), example=example)
    both = (annotations, texts) if isinstance(annotations, Path) and isinstance(texts, Path) else None
    effect = weigh_line(home, made, annotations=both)
    if given["keep"]:
        keep_line(home, made)
    _show_effect(effect, made, as_json=bool(given["as_json"]), is_kept=bool(given["keep"]))


def _show_effect(effect: Effect, line: Line, *, as_json: bool, is_kept: bool) -> None:
    from comity.paper.learning_view import measure_cells

    if as_json:
        measures = [{"name": one.name, "before": one.before, "after": one.after, "of": one.of} for one in effect.measures]
        told = {"rule": line.rule, "kept": is_kept, "measures": measures}
        show_json(told | {"added": effect.added, "gone": effect.gone, "otherwise": effect.otherwise})
        return
    rows = [measure_cells(one.name, one.before, one.after, one.of, LANG) for one in effect.measures]
    show_table(rows, (_("What is measured"), _("Before"), _("After")))
    for heading, quotes in (
        (_("Read anew"), effect.added),
        (_("No longer read"), effect.gone),
        (_("Read otherwise"), effect.otherwise),
    ):
        for quote in quotes:
            click.echo(f"{heading}: {quote}")
    if is_kept:
        say(_("Kept: {rule}. What is read from now on goes by it; comity lexicon remove takes it back.", rule=line.rule))
    else:
        say(_("Nothing was kept; say --keep to keep this line."))


@click.group(cls=Group, help=_("The lines and cases this home adds to the reader."))
def lexicon() -> None:
    pass


@lexicon.command("list", help=_("Lists the lines of this home."))
@home_option()
@json_option
def list_lines(home: Path, as_json: bool) -> None:
    from comity.procedures.own_lexicon import own_lines

    lines = own_lines(open_home(home))
    if as_json:
        show_json(
            [{"rule": one.rule, "value": one.value, "example": one.example, "where": f"{one.file}:{one.number}"} for one in lines]
        )
        return
    show_table([(one.rule, one.value, one.example) for one in lines], (_("Rule"), _("Value"), _("Example")))


@lexicon.command(help=_("Shows what a line would change; with --keep, adds it to this home."))
@click.argument("lang")
@click.argument("role")
@click.argument("words")
@home_option()
@_weighing
def add(lang: str, role: str, words: str, home: Path, **line: object) -> None:
    _weigh(open_home(home), (lang, role, words), **line)


@lexicon.command(help=_("Takes a line of this home back, by its rule: language/role/words."))
@click.argument("rule")
@home_option()
def remove(rule: str, home: Path) -> None:
    from comity.procedures.own_lexicon import take_back_line

    line = take_back_line(open_home(home), rule)
    say(_("Taken back: {rule}. What was read by it stays as it is.", rule=line.rule))


@lexicon.command(help=_("Holds every line and case of this home against its example."))
@home_option()
def check(home: Path) -> None:
    from comity.procedures.known_here import Known
    from comity.procedures.own_cases import is_right, own_cases
    from comity.procedures.own_lexicon import own_lines

    at = open_home(home)
    own, cases = own_lines(at), own_cases(at)
    right = sum(is_right(case, Known(own=own)) for case in cases)
    say(
        _(
            "{lines} lines are well formed; {right} of {cases} cases are read as they should be.",
            lines=len(own),
            right=right,
            cases=len(cases),
        )
    )


DRAFT_COMMANDS = (learn,)
COMMANDS = (lexicon,)
