"""Templates to pages: `render("thing.html", "vi", row=...)`.

- Everything is escaped; a name a template uses and nobody gave is an error, never an empty place.
- Marks that turn the direction of writing are shown by their code, wherever they come from: none turns what stands around it.
- Filters speak the language of the page; `names` turns ids into what things are called.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import cast

from jinja2 import Environment, PackageLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from comity.paper import assets, disc, labels, moment, values
from comity.paper.names import Names, brief, called, linked, no_names, of_line, plain_name, run, tongue
from comity.paper.printed import has_long_head, is_long, numbers_stand_in, rows_of, table_behind, widths_of
from comity.paper.translate import LANGUAGE_NAMES, Translate, TranslateMarkup
from comity.paper.wording import lead_of
from comity.record.canonical import Value
from comity.record.field import Field


def render(template: str, lang: str, **context: object) -> str:
    """The page or part of it, in `lang`."""
    said = TranslateMarkup(lang)
    known: dict[str, object] = {"lang": lang, "_": said, "many": said.many, "plain": Translate(lang), "names": no_names}
    known["colon"] = "：" if lang == "zh-Hans" else ": "
    known["comma"] = "、" if lang == "zh-Hans" else ", "
    return show_marks(environment().get_template(template).render(known | context))


def show_marks(text: str) -> str:
    """The text with each mark that turns the direction of writing, and each sign no file of text may hold, shown by its code."""
    return _TURNING.sub(_code, text)


_TURNING = re.compile(
    "[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]"
)


def _code(mark: re.Match[str]) -> str:
    return f"[U+{ord(mark.group()):04X}]"


@cache
def environment() -> Environment:
    """The templates of this package with the filters they use."""
    env = Environment(
        loader=PackageLoader("comity.paper", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.do"],
    )
    env.filters |= {name: _in_language(function) for name, function in _SPEAKING.items()}
    env.filters |= {"name": _name, "title_text": _title_text, "label_of": _called, "value": _value, "moment": _moment}
    env.filters |= {"run": run, "tongue": tongue, "brief": brief}
    env.filters |= {"rows_of": rows_of, "widths_of": widths_of, "numbers_stand_in": numbers_stand_in}
    env.filters |= {"is_long": is_long, "has_long_head": has_long_head, "table_behind": table_behind}
    env.filters |= {"kind_of": lambda block: type(block).__name__}
    env.globals |= {"asset": assets.address, "disc": disc.draw, "definitions": disc.definitions}
    env.globals |= {"logo": disc.LOGO, "language_names": LANGUAGE_NAMES}
    return env


_SPEAKING: dict[str, Callable[..., object]] = {
    "wording": values.show_wording,
    "day": moment.show_day,
    "lead": lead_of,
    "of_line": of_line,
    "number": values.number,
    "label_words": labels.label_words,
    "standing_words": labels.standing_words,
    "status_words": labels.status_words,
    "finding_words": labels.finding_words,
    "draft_words": labels.draft_words,
    "draft_key": labels.draft_key,
}


def _in_language(function: Callable[..., object]) -> Callable[..., object]:
    @pass_context
    def speaking(context: Context, value: object) -> object:
        return function(value, context["lang"])

    return speaking


@pass_context
def _name(context: Context, thing: str) -> Markup:
    return linked(cast(Names, context["names"])(thing), context["lang"])


@pass_context
def _called(context: Context, thing: str) -> Markup:
    return called(cast(Names, context["names"])(thing), context["lang"])


@pass_context
def _title_text(context: Context, thing: str) -> str:
    return plain_name(cast(Names, context["names"])(thing), context["lang"])


@pass_context
def _value(context: Context, value: Value, field: Field) -> Markup:
    return values.show(field, value, context["lang"], cast(Names, context["names"]))


@pass_context
def _moment(context: Context, at: str, zone: str = "") -> Markup:
    return moment.both_clocks(at, zone, context["lang"])
