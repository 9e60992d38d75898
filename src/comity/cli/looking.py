"""Commands that show what is in the register."""

from __future__ import annotations

from pathlib import Path

import click

from comity.cli.choosing import home_option, json_option, open_home
from comity.cli.saying import _, show_csv, show_json, show_table
from comity.cli.telling import brief, title_of, told
from comity.kinds import kind_of
from comity.procedures.clock import now
from comity.procedures.show_thing import show_thing, shown_row
from comity.record.act import EntryId
from comity.record.canonical import Fields
from comity.record.errors import NotAFieldWord, UnknownField
from comity.record.field import Ref
from comity.record.kind import Kind
from comity.store.reading import Reading

# The options that narrow a search, by what the store finds things by.
SOUGHT = {"kind": "kind", "year": "year", "party": "concerned", "area": "areas", "lang": "lang", "outlet": "outlet"}


@click.command("list", help=_("Lists the things of one KIND, newest first."))
@click.argument("kind")
@home_option()
@json_option
@click.option("--csv", "as_csv", is_flag=True, help=_("Answer in CSV."))
@click.option(
    "--where",
    multiple=True,
    metavar="FIELD=VALUE",
    help=_("Only those with this value in a field that can be filtered by, or in the book of this party."),
)
def list_things(kind: str, home: Path, as_json: bool, as_csv: bool, where: tuple[str, ...]) -> None:
    declared = kind_of(kind)
    with open_home(home).read() as reading:
        facets = _facets(reading, declared, where)
        rows = [shown_row(reading, row, on=now().day) for row in reading.things(kind, facets=facets)]
        table = [row | _called(reading, declared, row) for row in rows] if as_csv else []
    if as_json:
        show_json(rows)
    elif as_csv:
        columns = ["id", "short", "party", "at", "label", *(field.name for field in declared.fields)]
        show_csv(table, columns)
    else:
        show_table(_lines(rows), (_("Id"), _("Title"), _("Book of"), _("Entered")))


@click.command(help=_("Shows everything known of one thing."))
@click.argument("name", metavar="ID")
@home_option()
@json_option
def show(name: str, home: Path, as_json: bool) -> None:
    with open_home(home).read() as reading:
        shown = show_thing(reading, name, on=now().day)
        lines = [] if as_json else told(shown, reading)
    if as_json:
        show_json(shown)
    else:
        click.echo("\n".join(lines))


@click.command(help=_("Searches all wordings, in any of the three languages, with or without accents."))
@click.argument("words", nargs=-1, required=True)
@home_option()
@json_option
@click.option("--kind", help=_("Only things of this kind."))
@click.option("--year", help=_("Only things of this year."))
@click.option("--party", help=_("Only things that name this party."))
@click.option("--area", help=_("Only things of this area."))
@click.option("--lang", help=_("Only things with a title in this language."))
@click.option("--outlet", help=_("Only sources published by this outlet."))
@click.option("--after", help=_("Only what stands after this thing, the last one shown."))
@click.option("--limit", default=50, show_default=True, help=_("At most so many."))
def search(words: tuple[str, ...], home: Path, as_json: bool, limit: int, after: str | None, **narrowed: str | None) -> None:
    with open_home(home).read() as reading:
        facets = {SOUGHT[name]: value for name, value in narrowed.items() if value}
        if "concerned" in facets:
            facets["concerned"] = reading.resolve(facets["concerned"])
        start = reading.resolve(after) if after else None
        sought = " ".join(words)
        found = reading.search(sought, facets=facets, after=start, limit=limit)
        if start is None:
            found = _with_spellings(reading, sought, facets, found)[:limit]
        rows = [shown_row(reading, row, on=now().day) for row in found]
    if as_json:
        show_json(rows)
    else:
        show_table(_lines(rows), (_("Id"), _("Title"), _("Book of"), _("Entered")))


def _with_spellings(reading: Reading, sought: str, facets: dict[str, str], found: list[Fields]) -> list[Fields]:
    """What was found, and what is found by the names that known things bear in other languages."""
    from comity.procedures.known_names import other_spellings

    by_id = {str(row["id"]): row for row in found}
    for name in other_spellings(reading, sought):
        for row in reading.search(name, facets=facets):
            by_id.setdefault(str(row["id"]), row)
    return list(by_id.values())


def _facets(reading: Reading, kind: Kind, where: tuple[str, ...]) -> dict[str, str]:
    """What lists are narrowed by; where a field names things, its value may be a short name."""
    facets = {}
    for word in where:
        name, sign, value = word.partition("=")
        if not sign:
            raise NotAFieldWord(word=word[:60])
        field = next((field for field in kind.fields if field.name == name and field.facet), None)
        if field is None and name != "party":
            raise UnknownField(kind=kind.name, field=name)
        names_things = field is None or isinstance(field.form, Ref)
        facets[name] = reading.resolve(value) if names_things else value
    return facets


def _lines(rows: list[Fields]) -> list[tuple[str, str, str, str]]:
    return [(str(row["short"] or str(row["id"])[:12]), title_of(row), brief(str(row["party"])), str(row["at"])) for row in rows]


def _called(reading: Reading, kind: Kind, row: Fields) -> Fields:
    """The fields of a row, with what they refer to by its short name here."""
    fields = row["fields"] if isinstance(row["fields"], dict) else {}
    called: Fields = dict(fields)
    for field in kind.fields:
        ids = fields.get(field.name)
        if isinstance(field.form, Ref) and isinstance(ids, list):
            called[field.name] = [reading.short_name_of(EntryId(str(one))) or one for one in ids]
    return called


COMMANDS = (list_things, show, search)
