"""Picture: open items by how long ago they were agreed, one mark for each, with the shape of its state.

- Standing duties have no end they could reach: they are counted beside the drawing, never in it. Nothing is called late.
- Where there are too many, one mark stands for several, and the drawing says for how many.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from comity.paper.canvas import SMALL, SOFT, WIDTH, Canvas, Look, Paint
from comity.paper.figure_table import Given, figure_table, picture
from comity.paper.lettering import width_of
from comity.paper.printed import Picture
from comity.paper.state_words import OPEN, state_of_items
from comity.paper.translate import N_, Msgid, translate

KEY = "open-ageing"
# Ages by the days from which they count.
AGES: dict[str, tuple[int, Msgid]] = {
    "first": (0, N_("under one year")),
    "second": (366, N_("one to two years")),
    "third": (731, N_("two to three years")),
    "fifth": (1096, N_("three to five years")),
    "older": (1827, N_("over five years")),
    "unsaid": (-1, N_("no day said")),
}
_NAMES, _STEP, _LINES, _TOP = 176.0, 16.0, 3, 40.0

# How many open items of an age are in a state.
Ages = Mapping[tuple[str, str], int]


def age_of(days: int | None) -> str:
    """The age a number of days belongs to; "unsaid" for None and for days to come."""
    if days is None or days < 0:
        return "unsaid"
    return [age for age, (first, _words) in AGES.items() if 0 <= first <= days][-1]


def draw_open_ageing(ages: Ages, lang: str, *, standing: int = 0, remarks: Sequence[str] = ()) -> Picture:
    """The picture; `ages` counts open items by (age of `AGES`, state of `OPEN`), `standing` are the duties left out."""
    _, words = translate(lang), state_of_items(lang)
    rows = {age: {state: ages.get((age, state), 0) for state in OPEN} for age in AGES}
    counts = {age: sum(row.values()) for age, row in rows.items()}
    caption = _("Open items by how long ago they were agreed.")
    alt = ", ".join(f"{_(AGES[age][1])}: {count}" for age, count in counts.items() if count) or _("There are none.")
    stand_for = _stand_for(rows.values())
    notes = [_("Standing duties are not counted here: {count}.", count=standing)] if standing else []
    notes += [_("One mark stands for up to {count} items.", count=stand_for)] if stand_for > 1 else []
    svg = _drawn({age: row for age, row in rows.items() if counts[age]}, stand_for, lang, said=(caption, alt))
    heads = [_("Agreed"), *(words[state] for state in OPEN), _("All")]
    told: list[list[Given]] = [[_(AGES[age][1]), *rows[age].values(), counts[age]] for age in AGES if counts[age]]
    return picture(KEY, svg, (caption, alt, [*notes, *remarks]), figure_table(KEY, caption, heads, told))


def _stand_for(rows: Iterable[Mapping[str, int]]) -> int:
    """For how many items one mark stands, so that the fullest row has room."""
    room, known = int((WIDTH - _NAMES - 40) // _STEP) * _LINES, list(rows)
    many = 1
    while any(_marks(row, many) > room for row in known):
        many += 1 if many < 10 else many // 2
    return many


def _marks(row: Mapping[str, int], many: int) -> int:
    return sum(-(-count // many) for count in row.values())


def _drawn(rows: Mapping[str, Mapping[str, int]], many: int, lang: str, *, said: tuple[str, str]) -> str:
    canvas, top = Canvas(KEY, lang), _TOP
    all_of = Counter[str]()
    for row in rows.values():
        all_of.update(row)
    height = _key(canvas, {state: count for state, count in all_of.items() if count}, lang)
    top = max(top, height + 26)
    for age, row in rows.items():
        canvas.block((0, top + 4), translate(lang)(AGES[age][1]), (_NAMES - 30, 2))
        canvas.text((_NAMES - 12, top + 4), str(sum(row.values())), look=Look("soft", SMALL, "end"))
        at, across = 0, int((WIDTH - _NAMES - 10) // _STEP)
        for state, count in row.items():
            for _each in range(-(-count // many)):
                canvas.mark([state], (_NAMES + 8 + at % across * _STEP, top + at // across * _STEP))
                at += 1
        top += max(1, -(-at // across)) * _STEP + 12
        canvas.line((0, top - 11), (WIDTH, top - 11), Paint())
        top += 2
    return canvas.finish(top, *said)


def _key(canvas: Canvas, counts: Mapping[str, int], lang: str) -> float:
    x, y, words = _NAMES + 8, 8.0, state_of_items(lang)
    for state, count in counts.items():
        said = f"{words[state]} · {count}"
        room = 14 + width_of(said, SMALL) + 16
        if x + room > WIDTH + 16 and x > _NAMES + 8:
            x, y = _NAMES + 8, y + 18
        canvas.mark([state], (x, y))
        canvas.text((x + 11, y + 4), said, look=SOFT)
        x += room
    return y
