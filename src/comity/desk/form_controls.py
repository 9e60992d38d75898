"""Controls: what a form shows for each field, from the form its kind declares. Nothing here knows a field by name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from comity.desk.asking import Ask
from comity.desk.form_files import MOST_MEGABYTES
from comity.desk.form_filled import PREFIX, Filled
from comity.desk.form_kinds import is_required, takes_several, typed_fields
from comity.desk.form_options import Choosable, References
from comity.paper.areas import AREAS, area_words
from comity.paper.refusal import part_in_language
from comity.paper.translate import LANGUAGE_NAMES, translate
from comity.record.field import DIGEST, Changes, Choice, Day, Field, Flag, Form, Line, Prose, Ref, Whole, Wording
from comity.record.kind import Kind
from comity.record.language import LANGUAGES

FEW = 8
FEWEST = 3
BLANKS = 3
PLAIN = "one line of text"


@dataclass(frozen=True, slots=True)
class Box:
    """The text of a wording in one language, with its standing."""

    name: str
    lang: str
    language: str
    text: str
    standing: str


@dataclass(frozen=True, slots=True)
class Control:
    """What one field is typed into.

    `widget` is line, area, number, day, wording, radio, checks, select, typed or nothing; `values` and `boxes` one a row.
    `hex`: a digest, which a file may be chosen for. `offers`: the list of things a typed reference is helped by;
    `called`: what the typed values mean, by row.
    """

    name: str
    widget: str
    label: str
    hint: str = ""
    required: bool = False
    several: bool = False
    error: str = ""
    values: tuple[str, ...] = ("",)
    options: tuple[Choosable, ...] = ()
    boxes: tuple[tuple[Box, ...], ...] = ()
    hex: bool = False
    offers: str = ""
    called: tuple[str, ...] = ()

    @property
    def narrow(self) -> bool:
        """Whether it takes half a line only."""
        if self.widget == "radio":
            return len(self.options) <= FEWEST
        return self.widget in ("line", "number", "day", "select", "typed", "nothing") and len(self.values) == 1 and not self.hex

    @property
    def id(self) -> str:
        """The id under which the control stands in the page."""
        return PREFIX + self.name


class Controls:
    """Makes the controls of one form."""

    def __init__(self, ask: Ask, filled: Filled, errors: Mapping[str, str], *, more: str = "") -> None:
        self._ask, self._filled, self._errors, self._more = ask, filled, errors, more
        self.references = References(ask)

    def of_kind(self, kind: Kind) -> list[Control]:
        """One control for each field a person fills."""
        return [self.of(field, is_required(kind, field), takes_several(kind, field)) for field in typed_fields(kind)]

    def of(self, field: Field, required: bool, several: bool) -> Control:
        """The control of one field."""
        form, lang = field.form, self._ask.lang
        blank = Control(field.name, "line", field.labels.in_language(lang), self._hint(field), required, several)
        blank = replace(blank, error=self._errors.get(field.name, ""))
        if isinstance(form, Wording):
            return replace(blank, widget="wording", boxes=self._wordings(field.name, several=several))
        if isinstance(form, Ref):
            return self._reference(blank, form)
        options = _options(form, lang)
        if options:
            few = len(options) <= FEW
            return self._rows(replace(blank, options=options, widget="select" if several or not few else "radio"))
        widgets = ((Prose, "area"), (Changes, "area"), (Whole, "number"), (Day, "day"))
        widget = next((widget for made, widget in widgets if isinstance(form, made)), "line")
        if form is DIGEST:
            return self._file(blank)
        return self._rows(replace(blank, widget=widget))

    def boxes(self, name: str, langs: Iterable[str], *, standing: str = "authentic") -> tuple[Box, ...]:
        """A box in each of these languages, peers in a fixed order; `standing` where none was chosen."""
        return tuple(
            Box(
                f"{PREFIX}{name}.{lang}",
                lang,
                LANGUAGE_NAMES[lang],
                self._filled.one(f"{name}.{lang}"),
                self._filled.one(f"{name}.{lang}.standing", standing),
            )
            for lang in langs
        )

    def _wordings(self, name: str, *, several: bool) -> tuple[tuple[Box, ...], ...]:
        if not several:
            return (self.boxes(name, LANGUAGES),)
        rows = self._filled.counted(name) + (1 if self._more == name else 0)
        return tuple(self.boxes(f"{name}.{row}", LANGUAGES) for row in range(max(rows, 1)))

    def _reference(self, blank: Control, form: Ref) -> Control:
        _, given = translate(self._ask.lang), self._filled(blank.name)
        found = self.references.choosing(form, lists=1 + len(given) if blank.several else 1)
        resolved = [self.references.resolve(text) for text in given]
        if not found.all_here:
            hint = f"{blank.hint} {_('Its id, the beginning of it, or its short name here.')}".strip()
            called = tuple(self.references.called(thing) if thing else "" for thing in resolved)
            return self._rows(replace(blank, widget="typed", offers=found.key, hint=hint, called=called))
        values = tuple(thing or text for thing, text in zip(resolved, given, strict=True))
        if not found.options and not values:
            return replace(blank, widget="nothing", hint=_("None is held here yet."))
        if blank.several and len(found.options) <= FEW and {option.value for option in found.options} >= set(values):
            return replace(blank, widget="checks", options=found.options, values=values)
        strange = tuple(Choosable(value, value, "und") for value in values if value not in {o.value for o in found.options})
        return self._rows(replace(blank, widget="select", options=found.options + strange), values)

    def _file(self, blank: Control) -> Control:
        """Digests, each with what the file is called that the home keeps under it."""
        _, known = translate(self._ask.lang), self._ask.reading.attachments(self._filled(blank.name))
        kept = _(
            "A file you choose is kept in this home, up to {limit} MB. "
            "The entry names it by its digest; the file goes to nobody.",
            limit=MOST_MEGABYTES,
        )
        called = tuple(known[digest].name if digest in known else "" for digest in self._filled(blank.name))
        return self._rows(replace(blank, hex=True, hint=f"{kept} {blank.hint}".strip(), called=called))

    def _rows(self, blank: Control, values: tuple[str, ...] | None = None) -> Control:
        """As many rows as are filled; where several may stand, one more, or three when more were asked for."""
        held = tuple(self._filled(blank.name)) if values is None else values
        empty = (BLANKS if self._more == blank.name else 1) if blank.several else 0 if held else 1
        return replace(blank, values=held + ("",) * empty)

    def _hint(self, field: Field) -> str:
        if field.hint is not None:
            return field.hint.in_language(self._ask.lang)
        form = field.form
        tells = isinstance(form, Day | Whole | Changes) or (isinstance(form, Line) and form.expected != PLAIN)
        return part_in_language(form.expected, self._ask.lang) if tells else ""


def _options(form: Form, lang: str) -> tuple[Choosable, ...]:
    """The words of a closed list: a choice, yes or no, or the codes of the areas."""
    if isinstance(form, Choice):
        return tuple(Choosable(value, labels.in_language(lang), lang) for value, labels in form.options.items())
    if isinstance(form, Flag):
        _ = translate(lang)
        return (Choosable("true", _("yes"), lang), Choosable("false", _("no"), lang))
    if isinstance(form, Line) and form.pattern and all(re.fullmatch(form.pattern, code) for code in AREAS):
        return tuple(Choosable(code, area_words(code, lang), lang) for code in AREAS)
    return ()
