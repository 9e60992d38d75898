"""What stands around every page: its address in each language, what it is about in a line, and what programs may read of it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, partial
from importlib import resources
from typing import cast

from markupsafe import Markup

from comity.bulletin.site import SECTIONS, Site, day_of
from comity.kinds import every_kind
from comity.paper.areas import area_words
from comity.paper.labels import choice_label
from comity.paper.names import Names, no_names
from comity.paper.rendering import render
from comity.paper.translate import N_, Msgid, translate
from comity.procedures.what_may_be_published import Shown
from comity.record.canonical import Fields
from comity.record.code import code_of
from comity.record.language import LANGUAGES

POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; base-uri 'none'; form-action 'self'; "
    "manifest-src 'none'; connect-src 'none'"
)
STATIC = ("look.css", "bulletin.css", "bulletin.js", "check.js", "search.js", "sign.svg")
CARD = "look/card.png"
LOCALES = {"vi": "vi_VN", "zh-Hans": "zh_CN", "en": "en_GB"}
SEARCH: Msgid = N_("Search")
AREAS: Msgid = N_("Areas")
ABOUT: Msgid = N_("About")


@dataclass(frozen=True, slots=True)
class Head:
    """What a page says of itself.

    `structured` is its JSON-LD; `code` and `changed_at` are printed, `paper` is the file of its PDF; "" for none.
    """

    file: str
    title: str
    about: str
    structured: Fields
    section: str = ""
    og_type: str = "website"
    changed_at: str = ""
    code: str = ""
    paper: str = ""


def page(site: Site, template: str, lang: str, head: Head, context: dict[str, object]) -> bytes:
    """The page as it is served."""
    _ = translate(lang)
    shown: dict[str, object] = {
        "policy": POLICY,
        "file": head.file,
        "title": head.title,
        "about": " ".join(head.about.split()),
        "address": address(site, lang, head.file),
        "home": site.address,
        "card": site.address + CARD,
        "og_type": head.og_type,
        "locale": LOCALES[lang],
        "changed_at": head.changed_at,
        "code": head.code,
        "paper": head.paper,
        "languages": [{"lang": other, "address": address(site, other, head.file)} for other in LANGUAGES],
        "files": {name: f"../{path}" for name, path in static_files().items()},
        "nav": [*_nav(site, lang, head), _entry("search.html", _(SEARCH), head), _entry("about.html", _(ABOUT), head)],
        "structured": _script(head.structured),
    }
    line = partial(_line, site, lang, cast(Names, context.get("names", no_names)))
    return render(f"bulletin/{template}", lang, page=shown, line=line, **speaking(lang), **context).encode()


def _line(site: Site, lang: str, names: Names, shown: Shown, *, with_day: bool = True) -> Markup:
    """A thing in a list: the same wherever it is listed, so that it is made once. The page must be one that may name it."""
    names(shown.id)
    key = (lang, shown.id, with_day)
    if key not in site.lines:
        given = {"shown": shown, "with_day": with_day, "names": site.scope([shown.id]).name}
        site.lines[key] = Markup(render("bulletin/line.html", lang, **given, **speaking(lang)) + "\n")
    return site.lines[key]


def speaking(lang: str) -> dict[str, object]:
    """The words and figures that templates of the bulletin ask for."""
    says = every_kind()["reading"].field("says")
    return {
        "area_name": lambda code: area_words(code, lang),
        "says_words": lambda word: choice_label(says, word, lang),
        "day_of": day_of,
        "code_of": code_of,
        # Chinese sets no space behind its own stops.
        "gap": "" if lang == "zh-Hans" else " ",
        "full_stop": "。" if lang == "zh-Hans" else ".",
    }


def address(site: Site, lang: str, file: str) -> str:
    """Where a page stands on the web."""
    return f"{site.address}{lang}/{file}"


def _nav(site: Site, lang: str, head: Head) -> list[dict[str, object]]:
    _ = translate(lang)
    names = [name for name in SECTIONS if site.sections[name]]
    found = [_entry("index.html", _("Front page"), head), *(_entry(f"{name}.html", _(SECTIONS[name]), head) for name in names)]
    return [*found, _entry("areas.html", _(AREAS), head)] if site.areas else found


def _entry(file: str, words: str, head: Head) -> dict[str, object]:
    return {"file": file, "words": words, "current": file in (head.file, f"{head.section}.html")}


def _script(structured: Fields) -> Markup:
    """JSON that cannot end the element it stands in."""
    text = json.dumps(structured, ensure_ascii=False, sort_keys=True)
    return Markup(text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026"))


@cache
def static_files() -> dict[str, str]:
    """The path of each file pages load, by its name; a path holds a digest, so that it can be kept for ever."""
    found = {}
    for name in STATIC:
        stem, dot, ending = name.rpartition(".")
        found[name] = f"look/{stem}.{hashlib.sha256(static(name)).hexdigest()[:12]}{dot}{ending}"
    return found


@cache
def static(name: str) -> bytes:
    """A file that pages load."""
    return (resources.files("comity.paper") / "static" / name).read_bytes()


Make = Callable[[], bytes]
