"""Commands that were mistyped, and help: in the language of the session, where click only speaks English."""

from __future__ import annotations

import click

from comity.cli.saying import _

HELP = {
    "Usage:": _("Usage:"),
    "\nOptions:\n": f"\n{_('Options')}:\n",
    "\nCommands:\n": f"\n{_('Commands')}:\n",
    "Show this message and exit.": _("Shows this help."),
    "Show the version and exit.": _("Shows the version."),
}
EXPECTED = {
    "integer": _("a whole number"),
    "integer range": _("a whole number within its bounds"),
    "float range": _("a number from 0 to 1"),
    "path": _("a place that exists"),
}


class Group(click.Group):
    """Commands in the order they were added; an unknown one is refused in the language of the session."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.commands)

    def resolve_command(self, ctx: click.Context, args: list[str]) -> tuple[str | None, click.Command | None, list[str]]:
        if args and not args[0].startswith("-") and args[0] not in self.commands:
            raise click.UsageError(_("There is no command {name}.", name=args[0]), ctx)
        return super().resolve_command(ctx, args)


class HelpFormatter(click.HelpFormatter):
    """Help with its fixed words translated."""

    def getvalue(self) -> str:
        text = super().getvalue()
        for english, words in HELP.items():
            text = text.replace(english, words, 1)
        return text


def mistyped_sentence(problem: click.ClickException) -> str:
    """What was mistyped, in one sentence, and where help is."""
    sentence = _sentence(problem)
    context = problem.ctx if isinstance(problem, click.UsageError) else None
    return f"{sentence} {_('See {command} --help.', command=context.command_path)}" if context else sentence


def _sentence(problem: click.ClickException) -> str:
    if isinstance(problem, click.NoSuchOption):
        return _("There is no option {option}.", option=problem.option_name)
    if isinstance(problem, click.BadOptionUsage):
        return _("{option} needs a value.", option=problem.option_name)
    if isinstance(problem, click.MissingParameter):
        return _("{option} is missing.", option=_called(problem.param))
    if isinstance(problem, click.BadParameter) and problem.param is not None:
        kind = problem.param.type
        choices = _("one of {options}", options=", ".join(map(str, kind.choices))) if isinstance(kind, click.Choice) else ""
        return _(
            "{option} takes {expected}.", option=_called(problem.param), expected=choices or EXPECTED.get(kind.name, kind.name)
        )
    if problem.message.startswith("Got unexpected extra argument"):
        return _("There is a word too many: {words}.", words=problem.message.partition("(")[2].rstrip(")"))
    return problem.format_message()


def _called(param: click.Parameter | None) -> str:
    if isinstance(param, click.Option):
        return param.opts[0]
    return (param.metavar or (param.name or "").upper()) if param is not None else ""
