"""Agreed items in lists: how each stands by its owners' words, and of which no later mention was found.

- The state of an item is never one: each owner's own stands; a list chooses items by "at least one owner".
- Absence is told with what was read: "no later mention in the n reports read (m of them in part)".
- A standing duty has no day it could miss; nobody's item is called late.
"""

from __future__ import annotations

from dataclasses import dataclass

from comity.kinds.progress import due_of
from comity.paper.disc import STATES, Sector
from comity.paper.names import Names
from comity.paper.row_parts import fields_in, ids_in, rows_in, statements_in, view_of, words_in
from comity.paper.thing_view import sectors, title_parts
from comity.paper.translate import N_, Msgid, translate
from comity.paper.wording import Part
from comity.record.canonical import Fields

# The five states, and "not started", which is a word of its own; each is shown with its shape.
SHAPES: dict[str, Msgid] = {
    "done": N_("reported done"),
    "way": N_("under way"),
    "wait": N_("waits for somebody"),
    "not": N_("not started"),
    "none": N_("no word yet"),
    "never": N_("ended otherwise"),
}
SILENT = "silent"
# What changes the wording of an entry, and says nothing new of the matter.
_NO_MENTION = ("correction", "erasure")


@dataclass(frozen=True, slots=True)
class AgreedLine:
    """An agreed item as lists show it. `shapes` as `SHAPES`; `silent`: no progress and no later mention.

    `mentions` how many statements and things speak of it again.
    """

    id: str
    title: tuple[Part, ...]
    owners: tuple[str, ...]
    areas: tuple[str, ...]
    nature: str
    session: str
    agreed_on: str
    due_on: str
    shapes: tuple[str, ...]
    silent: bool
    mentions: int


@dataclass(frozen=True, slots=True)
class Read:
    """How many reports were read here, and how many of them only in part."""

    sources: int
    in_part: int


def agreed_line(row: Fields, *, again: bool = False) -> AgreedLine:
    """The line of an agreed item; `again`: another one has the very same wording, which is a mention too."""
    fields = fields_in(row)
    return AgreedLine(
        id=str(row["id"]),
        title=tuple(title_parts(row)),
        owners=ids_in(fields, "owners"),
        areas=ids_in(fields, "areas"),
        nature=words_in(fields, "nature"),
        session=next(iter(ids_in(fields, "session")), ""),
        agreed_on=words_in(fields, "agreed_on"),
        due_on="" if fields.get("nature") == "standing" else due_of(row),
        shapes=shapes_of(row),
        silent=is_silent(row) and not again,
        mentions=len(later_mentions(row)),
    )


def shapes_of(row: Fields) -> tuple[str, ...]:
    """The shapes of its owners' states, each once; "none" alone where no owner has said anything."""
    said = [words_in(part, "state") for part in rows_in(view_of(row), "progress")]
    shapes = {STATES.get(state, "not") for state in said if state}
    return tuple(shape for shape in SHAPES if shape in shapes) or ("none",)


def is_silent(row: Fields) -> bool:
    """Whether nothing held says anything more of it: no progress, no later reading, nothing that refers to it."""
    return shapes_of(row) == ("none",) and not later_mentions(row)


def later_mentions(row: Fields) -> list[Fields]:
    """What speaks of it again, beside what it rests on."""
    own = set(ids_in(fields_in(row), "evidence"))
    return [said for said in statements_in(row) if said["kind"] not in _NO_MENTION and said["id"] not in own]


def no_mention(read: Read, lang: str) -> str:
    """The sentence for an item of which nothing more was found."""
    if not read.sources:
        return translate(lang)("no word yet")
    many = translate(lang).many
    if not read.in_part:
        return many("no later mention in the {count} report read", "no later mention in the {count} reports read", read.sources)
    if read.in_part == read.sources:
        return many(
            "no later mention in the {count} report read, which was read in part",
            "no later mention in the {count} reports read, all of them in part",
            read.sources,
        )
    return many(
        "no later mention in the {count} report read ({part} of it in part)",
        "no later mention in the {count} reports read ({part} of them in part)",
        read.sources,
        part=read.in_part,
    )


def shape_sectors(lang: str) -> dict[str, Sector]:
    """Each state as a disc of one owner, for keys and filters."""
    return {shape: Sector(shape, True, translate(lang)(words)) for shape, words in SHAPES.items()}


def discs(rows: list[Fields], lang: str, names: Names) -> dict[str, list[Sector]]:
    """The split disc of each row by its id."""
    return {str(row["id"]): sectors(row, lang, names) for row in rows}
