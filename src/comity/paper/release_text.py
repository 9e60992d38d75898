"""The page that goes with a release: what it is, how to cite, check and read it; in three languages, one below the other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from comity.paper.translate import LANGUAGE_NAMES, translate
from comity.record.language import LANGUAGES


@dataclass(frozen=True, slots=True)
class ReleaseNotes:
    """What the page tells. `names`: whose record it is, by language; `books`: the folder of each book below `books/`."""

    names: Mapping[str, str]
    version: str
    last_on: str
    things: int
    statements: int
    books: Sequence[str]


def citation(notes: ReleaseNotes, lang: str) -> str:
    """How the release is cited in one language."""
    return translate(lang)(
        "{names}. Public record kept with Comity. Release {version}.", names=notes.names[lang], version=notes.version
    )


def release_page(notes: ReleaseNotes) -> str:
    """The page as Markdown."""
    return "\n\n".join(_section(notes, lang) for lang in LANGUAGES) + "\n"


def _section(notes: ReleaseNotes, lang: str) -> str:
    _ = translate(lang)
    first = _(
        "This is what the books named below say to anybody: {things} things and {statements} statements, up to {day}.",
        things=notes.things,
        statements=notes.statements,
        day=notes.last_on,
    )
    parts = [
        f"# {_('Public record of {names}', names=notes.names[lang])} ({LANGUAGE_NAMES[lang]})",
        first,
        f"## {_('How to cite it')}",
        f"> {citation(notes, lang)}",
        f"## {_('What is in it')}",
        _files(lang),
        f"## {_('How to check it')}",
        _("That the files are as they were released:"),
        "```sh\nsha256sum -c SHA256SUMS\n```",
        _("That the rows stand in the books: ask the party for its book as files, and check that with the key given here:"),
        "```sh\n" + "\n".join(f"comity verify --book DIR --vkey books/{book}/vkey" for book in notes.books) + "\n```",
        _("The checkpoint given here is that of the book or an earlier one of it. Ids under `entry.ids` are ids of its entries."),
        f"## {_('How to read it')}",
        _reading(lang),
    ]
    return "\n\n".join(parts)


def _files(lang: str) -> str:
    _ = translate(lang)
    codebooks = ", ".join(f"`codebook.{tag}.md`" for tag in LANGUAGES)
    return _listed(
        _("a table for each kind (`undertaking.csv` and others): UTF-8 with a byte order mark, one row a thing or statement"),
        _("`titles.csv`: what each thing is called, by its id"),
        _("`things.jsonl`: the same things whole, one JSON object a line"),
        _("`codebook.csv`, {files}: every column, its meaning, type and values", files=codebooks),
        _("`books/`: the checkpoint and the key of each book"),
        _("`release.json`: this page for programs; `SHA256SUMS`: the digest of every other file"),
    )


def _reading(lang: str) -> str:
    _ = translate(lang)
    return _listed(
        _("Each row is the word of the party in whose book it stands, or what that party read in a source."),
        _(
            "Only what is public is here. What goes to fewer readers is left out without a mark, "
            "and so is a thing corrected for fewer."
        ),
        _("So where nothing is found on a matter, nothing is said about it."),
        _("A cell that begins with =, +, - or @ has an apostrophe before it, so that no spreadsheet reckons it out."),
    )


def _listed(*lines: str) -> str:
    return "\n".join(f"- {line}" for line in lines)
