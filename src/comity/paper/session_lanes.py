"""Picture: sessions on one time line, a lane for each mechanism and in it a line for each host.

- A session stands on its host's line, so that whose turn it was is read from the place; hosts follow one another as they
  first hosted.
- Filled was held, dashed is planned, a ring is put off, a cross was not held; each has its words in the key.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from comity.paper.canvas import SMALL, SOFT, WIDTH, Canvas, Look, Paint
from comity.paper.figure_table import Given, figure_table, picture
from comity.paper.lettering import width_of
from comity.paper.moment import show_day
from comity.paper.printed import Picture
from comity.paper.translate import translate

KEY = "session-lanes"
MOST_LANES, MOST_HOSTS, MOST_YEARS = 10, 6, 24
STAGE_SHAPES = {"held": "done", "planned": "none", "put_off": "wait", "not_held": "never"}
_NAMES, _ROW, _TOP = 214.0, 26.0, 32.0


@dataclass(frozen=True, slots=True)
class Met:
    """One session: its day as said, its number ("" where none is), its host in words, and its stage by code."""

    day: str
    edition: str
    host: str
    stage: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class Lane:
    """A mechanism in words, with its sessions."""

    words: str
    met: tuple[Met, ...]


def draw_session_lanes(lanes: Iterable[Lane], stages: Mapping[str, str], lang: str, *, remarks: Sequence[str] = ()) -> Picture:
    """The picture; `stages` gives the words of each stage. A session without a day is in the table alone."""
    _, every = translate(lang), sorted((lane for lane in lanes if lane.met), key=lambda lane: -len(lane.met))
    shown = [Lane(lane.words, tuple(met for met in lane.met if _when(met.day))) for lane in every[:MOST_LANES]]
    last = max([when for lane in shown for met in lane.met if (when := _when(met.day))], default=0.0)
    early = last - MOST_YEARS
    shown = [Lane(lane.words, tuple(met for met in lane.met if (_when(met.day) or 0) > early)) for lane in shown]
    drawn, count = sum(len(lane.met) for lane in shown), sum(len(lane.met) for lane in every)
    caption = _("Sessions by mechanism and host.")
    alt = "; ".join(f"{lane.words}: {_span(lane)}" for lane in every[:4])
    left_out = [_("Of {count} sessions {drawn} are drawn; the table has all.", count=count, drawn=drawn)] if drawn < count else []
    svg = _drawn([lane for lane in shown if lane.met], stages, lang, said=(caption, alt))
    rows: list[list[Given]] = [
        [lane.words, host, len(met), "; ".join(_told(each, stages, lang) for each in met)]
        for lane in every
        for host in dict.fromkeys(each.host for each in lane.met)
        if (met := [each for each in lane.met if each.host == host])
    ]
    heads = [_("Mechanism"), _("Host"), _("Sessions"), _("Number and day")]
    return picture(KEY, svg, (caption, alt, [*left_out, *remarks]), figure_table(KEY, caption, heads, rows))


def _drawn(lanes: Sequence[Lane], stages: Mapping[str, str], lang: str, *, said: tuple[str, str]) -> str:
    canvas = Canvas(KEY, lang)
    days = [when for lane in lanes for met in lane.met if (when := _when(met.day))]
    first, last = int(min(days, default=0)), int(max(days, default=0)) + 1
    scale = (WIDTH - _NAMES - 14) / max(1, last - first)
    top, rows = _TOP, [(lane, _hosts(lane)) for lane in lanes]
    height = _TOP + sum(24 + _ROW * len(hosts) for _lane, hosts in rows)
    _years(canvas, (first, last), scale, height)
    for lane, hosts in rows:
        canvas.block((0, top + 4), lane.words, (WIDTH, 1), look=Look(strong=True))
        for host in hosts:
            top += _ROW
            canvas.block((12, top + 4), host or translate(lang)("host not said"), (_NAMES - 26, 1), look=SOFT)
            canvas.line((_NAMES - 6, top), (WIDTH, top), Paint("rule", thick=0.7))
            _beads(canvas, [met for met in lane.met if _line_of(met, hosts) == host], (first, scale), top)
        top += 24
    _key(canvas, stages, {met.stage for lane in lanes for met in lane.met}, height)
    return canvas.finish(height + 18, *said)


def _years(canvas: Canvas, span: tuple[int, int], scale: float, height: float) -> None:
    step = 1 if scale >= 34 else 2 if scale >= 17 else 5
    for year in range(*span):
        x = _NAMES + (year - span[0]) * scale
        canvas.line((x, 18), (x, height - 8), Paint())
        if (year - span[0]) % step == 0:
            canvas.text((x + 2, 12), str(year), look=SOFT)


def _beads(canvas: Canvas, met: Sequence[Met], place: tuple[int, float], top: float) -> None:
    after, numbers = 0.0, list[tuple[tuple[float, float], str]]()
    for each in sorted(met, key=lambda each: each.day):
        x = max(_NAMES + ((_when(each.day) or 0) - place[0]) * place[1], after)
        canvas.mark([STAGE_SHAPES.get(each.stage, "not")], (x, top))
        numbers += [((x, top - 8), each.edition)] if each.edition else []
        after = x + 14
    if numbers:
        canvas.texts(numbers, look=Look("soft", 8.5, "middle"))


def _key(canvas: Canvas, stages: Mapping[str, str], used: set[str], top: float) -> None:
    x = _NAMES
    for stage, shape in STAGE_SHAPES.items():
        if stage in used:
            canvas.mark([shape], (x, top + 6))
            canvas.text((x + 11, top + 10), stages.get(stage, stage), look=SOFT)
            x += 30 + width_of(stages.get(stage, stage), SMALL)


def _told(met: Met, stages: Mapping[str, str], lang: str) -> str:
    day = show_day(met.day, lang) if met.day else translate(lang)("no day said")
    said = f"{met.edition} ({day})" if met.edition else day
    return said if met.stage == "held" else f"{said}, {stages.get(met.stage, met.stage)}"


def _hosts(lane: Lane) -> list[str]:
    found = list(dict.fromkeys(met.host for met in sorted(lane.met, key=lambda met: met.day)))
    return found if len(found) <= MOST_HOSTS else [*found[: MOST_HOSTS - 1], "…"]


def _line_of(met: Met, hosts: Sequence[str]) -> str:
    return met.host if met.host in hosts else hosts[-1]


def _span(lane: Lane) -> str:
    years = sorted(met.day[:4] for met in lane.met if met.day)
    return f"{len(lane.met)} ({years[0]}–{years[-1]})" if years else str(len(lane.met))


def _when(day: str) -> float | None:
    """A day, month or year as said on the line of years; None for what is none."""
    try:
        whole = date.fromisoformat((day + "-07-01"[len(day) - 4 :])[:10] if 4 <= len(day) < 10 else day)
    except ValueError:
        return None
    return whole.year + (whole.timetuple().tm_yday - 1) / 366
