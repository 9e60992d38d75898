"""Sentences of printed documents: a template of the catalogues with names put in, each under its own language.

- A name keeps its letters and its language; a long one is cut, its whole wording stands with the thing itself.
- A name that is not known is said to be not named here; no id stands in a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from string import Formatter

from comity.paper.labels import kind_label
from comity.paper.names import Name, tongue
from comity.paper.printed import Line, Run
from comity.paper.translate import N_, catalogue, translate
from comity.paper.wording import lead_of

MOST_NAME = 160
UNNAMED = N_("(not named here)")
WITHOUT_NAME = N_("({kind}, whose words are not held here)")
Named = Callable[[str], Line]


def say_line(lang: str, msgid: str, /, **values: Line | str | int) -> Line:
    """The sentence in `lang` with lines, words and numbers put in."""
    return fill_line(catalogue(lang).get(msgid, msgid), values)


def many_line(lang: str, one: str, more: str, count: int, /, **values: Line | str | int) -> Line:
    """The sentence that fits a number, which fills {count}."""
    return fill_line(catalogue(lang).get(one) or (one if count == 1 else more), {"count": count, **values})


def fill_line(template: str, values: dict[str, Line | str | int]) -> Line:
    """A template whose places in braces are filled; neighbouring runs of the document's own language become one."""
    runs: list[Run] = []
    for words, name, _form, _conversion in Formatter().parse(template):
        runs += [Run(words)] if words else []
        if name is not None:
            value = values[name]
            runs += value if isinstance(value, tuple) else [Run(str(value))]
    return joined(runs)


def joined(runs: Iterable[Run]) -> Line:
    """The runs with neighbours of one kind made one."""
    line: list[Run] = []
    for run in runs:
        last = line[-1] if line else None
        if last is not None and (last.lang, last.href, last.is_strong) == (run.lang, run.href, run.is_strong):
            line[-1] = Run(last.text + run.text, run.lang, run.href, run.is_strong)
        else:
            line.append(run)
    return tuple(line)


def name_line(name: Name | None, lang: str, *, href: str = "", most: int = MOST_NAME) -> Line:
    """What a thing is called in `lang` or the language it has, on one line; a short name of the home stands on no paper."""
    lead = lead_of(name.parts, lang) if name is not None else None
    if lead is not None:
        return (words_run(lead.text, lead.lang, lang, href=href, most=most),)
    if name is not None and name.kind:
        return (Run(translate(lang)(WITHOUT_NAME, kind=kind_label(name.kind, lang))),)
    return (Run(translate(lang)(UNNAMED)),)


def words_run(text: str, stated: str, lang: str, *, href: str = "", most: int = 0) -> Run:
    """Words in the language stated or shown by their letters, as they stand in a document of `lang`; `most` 0 cuts nothing."""
    plain = " ".join(text.split())
    own = tongue(plain, stated)
    return Run(plain if not most or len(plain) <= most else plain[: most - 1] + "…", "" if own in (lang, "und") else own, href)


def row_line(lines: Iterable[Line], lang: str) -> Line:
    """Several in a row, set apart as the language does."""
    apart = Run("、" if lang == "zh-Hans" else ", ")
    runs: list[Run] = []
    for line in lines:
        runs += [apart, *line] if runs else line
    return joined(runs)


def and_line(lines: Sequence[Line], lang: str) -> Line:
    """Several in a sentence, the last joined by the word for and; Chinese sets them apart alike."""
    if len(lines) < 2 or lang == "zh-Hans":
        return row_line(lines, lang)
    word = {"vi": " và "}.get(lang, " and ")
    return joined([*row_line(lines[:-1], lang), Run(word), *lines[-1]])


# What a Vietnamese name of a place begins with where it is no part of a proper name: lower case within a sentence.
# Source: Decree 30/2020/ND-CP, appendix II.
_UNIT = re.compile(r"(?:Tỉnh|Thành phố|Khu|Huyện|Quận|Xã|Thị xã|Thị trấn|Phường|Châu)(?= (?!ủy\b|tự trị\b|Hồ Chí Minh\b))")


def within(name: Line, lang: str) -> Line:
    """A name as it stands within a sentence of `lang`."""
    if lang != "vi" or not name or name[0].lang not in ("", "vi") or not _UNIT.match(name[0].text):
        return name
    return (replace(name[0], text=name[0].text[:1].lower() + name[0].text[1:]), *name[1:])


def upper_first(line: Line) -> Line:
    """A line as the beginning of a sentence."""
    return (replace(line[0], text=line[0].text[:1].upper() + line[0].text[1:]), *line[1:]) if line else line
