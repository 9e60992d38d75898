"""A field's value as people read it, from the form its kind declares. Nothing here knows a field by name."""

from __future__ import annotations

from collections.abc import Mapping

from babel.core import Locale, UnknownLocaleError
from babel.numbers import format_decimal
from markupsafe import Markup

from comity.paper.areas import AREAS, area_words
from comity.paper.labels import choice_label, draft_key, part_choice_label, standing_words
from comity.paper.moment import both_clocks, show_day
from comity.paper.names import Names, linked, run
from comity.paper.translate import N_, Msgid, translate
from comity.paper.wording import Wordings, arrange
from comity.record.canonical import Value
from comity.record.field import (
    ADDRESS,
    COUNTRY_PATTERN,
    INSTANT,
    Choice,
    Day,
    Evidence,
    Field,
    Flag,
    Form,
    Line,
    Prose,
    Record,
    Ref,
    Whole,
    Wording,
)
from comity.record.language import TAG

COUNTRIES: dict[str, Msgid] = {"VN": N_("Viet Nam"), "CN": N_("China")}
_LOCALE = {"vi": "vi", "zh-Hans": "zh_Hans"}


def show(field: Field, value: Value, lang: str, names: Names) -> Markup:
    """The value of a field; a list where it holds several."""
    rows = value if field.many and isinstance(value, list) else [value]
    shown = [_one(field, row, lang, names) for row in rows]
    if len(shown) == 1:
        return shown[0]
    if isinstance(field.form, (Ref, Choice)) or all(isinstance(row, str) and len(row) <= 12 for row in rows):
        return Markup(" · ").join(shown)
    return Markup('<ul class="plain">{}</ul>').format(Markup("").join(Markup("<li>{}</li>").format(row) for row in shown))


def number(value: int, lang: str) -> str:
    """A whole number with its groups set apart as the language does."""
    return format_decimal(value, locale=_LOCALE.get(lang, "en"))


def show_wording(value: object, lang: str) -> Markup:
    """A wording: the chosen language first, the others beneath with what they are worth."""
    wordings = arrange(value, lang)
    if wordings is None:
        return Markup("")
    lead = Markup('<span class="lead" lang="{}">{}</span>').format(wordings.lead.lang, wordings.lead.text)
    return Markup('<span class="wording">{}{}{}</span>').format(missing(wordings, lang), lead, beneath(wordings, lang))


def beneath(wordings: Wordings, lang: str) -> Markup:
    """The other languages. What each text is worth stands beside it unless all are authentic, which makes them equal."""
    parts = [wordings.lead, *wordings.others]
    equal = all(part.standing == "authentic" for part in parts)
    shown = [
        Markup('<span class="other"><span lang="{}">{}</span>{}</span>').format(
            part.lang, part.text, Markup("") if equal else worth(part.standing, lang)
        )
        for part in wordings.others
    ]
    return (Markup("") if equal else worth(wordings.lead.standing, lang)) + Markup("").join(shown)


def worth(standing: str, lang: str) -> Markup:
    """What a language text is worth, in words; nothing where nobody said."""
    return Markup(' <small class="worth">({})</small>').format(standing_words(standing, lang)) if standing else Markup("")


def missing(wordings: Wordings, lang: str) -> Markup:
    """Says that the wording is not here in the language of the page, where it is not."""
    if wordings.wanted:
        return Markup("")
    return Markup('<small class="missing">{}</small> ').format(translate(lang)("Not here in English:"))


def _one(field: Field, value: Value, lang: str, names: Names) -> Markup:
    if isinstance(field.form, Choice):
        return Markup("{}").format(choice_label(field, str(value), lang))
    return _by_form(field.form, value, lang, names)


def _by_form(form: Form, value: Value, lang: str, names: Names) -> Markup:
    if isinstance(form, Wording):
        return show_wording(value, lang)
    if isinstance(form, Record) and isinstance(value, Mapping):
        return _record(form, value, lang, names)
    if isinstance(form, Evidence) and isinstance(value, Mapping):
        return _quote(value, lang)
    if isinstance(form, Flag):
        return Markup("{}").format(translate(lang)("yes") if value else translate(lang)("no"))
    if isinstance(form, Whole) and isinstance(value, int):
        return Markup("{}").format(number(value, lang))
    if isinstance(form, Ref):
        return linked(names(str(value)), lang)
    if isinstance(form, Day):
        return Markup('<time datetime="{}">{}</time>').format(value, show_day(str(value), lang))
    if isinstance(form, Line):
        return Markup("{}").format(area_words(value, lang)) if value in AREAS else _line(form, str(value), lang)
    if isinstance(form, Prose):
        return Markup('<span class="prose">{}</span>').format(run(str(value)))
    return Markup("{}").format(str(value))


def _line(form: Line, text: str, lang: str) -> Markup:
    if form is INSTANT:
        return both_clocks(text, "", lang)
    if form is ADDRESS:
        return Markup('<a class="long" href="{0}" rel="noreferrer">{0}</a>').format(text)
    if form.pattern in (TAG.pattern, COUNTRY_PATTERN):
        return Markup("{}").format(code_words(text, lang))
    if "0-9a-f" in form.pattern:
        return Markup('<code class="long">{}</code>').format(text)
    return run(text, name=True)


def code_words(code: str, lang: str) -> str:
    """What a language ("vi") or a country ("VN") is called; the code itself where it has no name."""
    if code in COUNTRIES:
        return translate(lang)(COUNTRIES[code])
    words = Locale.parse(_LOCALE.get(lang, "en"))
    if code.isupper():
        return str(words.territories.get(code, code))
    try:
        said = Locale.parse(code, sep="-").get_display_name(words) or code
        return said.replace(" (", "（").replace(")", "）") if lang == "zh-Hans" else said
    except (UnknownLocaleError, ValueError):
        return code


def _quote(value: Mapping[str, Value], lang: str) -> Markup:
    place = translate(lang)("characters {start} to {end}", start=str(value.get("start", "")), end=str(value.get("end", "")))
    return Markup("<q>{}</q> <small>{}</small>").format(run(str(value.get("quote", ""))), place)


def _record(form: Record, value: Mapping[str, Value], lang: str, names: Names) -> Markup:
    rows = []
    for name, part in value.items():
        inner = form.parts.get(name)
        if isinstance(inner, Choice):
            shown = Markup("{}").format(part_choice_label(form, name, str(part), lang))
        else:
            shown = _by_form(inner, part, lang, names) if inner is not None else Markup("{}").format(str(part))
        rows.append(Markup("<small>{}</small> {}").format(draft_key(name, lang), shown))
    return Markup('<span class="record">{}</span>').format(Markup(" · ").join(rows))
