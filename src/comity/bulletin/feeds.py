"""Feeds and the map of the site: what is new for programs that look by themselves, in each language.

Source: RFC 4287 (Atom); JSON Feed 1.1; sitemaps.org 0.9 with xhtml:link for languages.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from xml.sax.saxutils import escape, quoteattr

from comity.bulletin.frame import address
from comity.bulletin.site import Site, changed_at
from comity.kinds import every_kind
from comity.paper.thing_view import title_parts
from comity.paper.translate import translate
from comity.paper.wording import lead_of
from comity.procedures.what_may_be_published import Shown
from comity.record.code import code_of
from comity.record.language import LANGUAGES

MOST_NEWS = 50
BEGINNING = "1970-01-01T00:00:00Z"


def news(site: Site) -> list[Shown]:
    """What was shown last, the newest first; what parties consented to before the rest of the same moment."""
    listed = [shown for name, rows in site.sections.items() if name not in ("sources", "parties") for shown in rows]
    return sorted(listed, key=lambda shown: (changed_at(shown), shown.publication is not None, shown.id), reverse=True)[
        :MOST_NEWS
    ]


def atom(site: Site, lang: str) -> bytes:
    """The feed as Atom."""
    title, shown = escape(translate(lang)("Cooperation bulletin")), news(site)
    home, own = quoteattr(address(site, lang, "index.html")), quoteattr(address(site, lang, "feed.atom"))
    entries = "".join(_entry(site, each, lang) for each in shown)
    return (
        f'<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{lang}">\n'
        f"<id>{escape(address(site, lang, ''))}</id>\n<title>{title}</title>\n"
        f"<updated>{max(map(changed_at, shown), default=BEGINNING)}</updated>\n"
        f'<link rel="alternate" type="text/html" href={home}/>\n<link rel="self" type="application/atom+xml" href={own}/>\n'
        f"<author><name>{title}</name></author>\n{entries}</feed>\n"
    ).encode()


def _entry(site: Site, shown: Shown, lang: str) -> str:
    tag, title = _title(shown, lang)
    href = quoteattr(address(site, lang, site.pages[shown.id]))
    return (
        f"<entry xml:lang={quoteattr(tag)}><id>urn:sha256:{shown.id}</id><title>{escape(title)}</title>"
        f"<updated>{changed_at(shown)}</updated>"
        f'<link rel="alternate" type="text/html" hreflang="{lang}" href={href}/>'
        f"<summary xml:lang={quoteattr(lang)}>{escape(summary(shown, lang))}</summary></entry>\n"
    )


def json_feed(site: Site, lang: str) -> bytes:
    """The feed as JSON."""
    items = [
        {
            "id": f"urn:sha256:{shown.id}",
            "url": address(site, lang, site.pages[shown.id]),
            "title": _title(shown, lang)[1],
            "content_text": summary(shown, lang),
            "language": _title(shown, lang)[0],
            "date_modified": changed_at(shown),
        }
        | _attached(site, shown, lang)
        for shown in news(site)
    ]
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": translate(lang)("Cooperation bulletin"),
        "home_page_url": address(site, lang, "index.html"),
        "feed_url": address(site, lang, "feed.json"),
        "language": lang,
        "items": items,
    }
    return (json.dumps(feed, ensure_ascii=False, indent=1) + "\n").encode()


def _attached(site: Site, shown: Shown, lang: str) -> dict[str, object]:
    """Its PDF, where papers are made."""
    paper = site.papers.get(shown.id)
    attached = [{"url": address(site, lang, paper), "mime_type": "application/pdf"}] if paper else []
    return {"attachments": attached} if attached else {}


def summary(shown: Shown, lang: str) -> str:
    """What a thing is and on whose word, in a line."""
    _ = translate(lang)
    kind = every_kind()[shown.kind].labels.in_language(lang)
    whose = _("by consent of the parties") if shown.publication else _("as public reports say")
    return f"{kind} · {whose} · {code_of(shown.id)}"


def _title(shown: Shown, lang: str) -> tuple[str, str]:
    lead = lead_of(title_parts(shown.row), lang)
    if lead is None:
        return lang, every_kind()[shown.kind].labels.in_language(lang)
    text = " ".join(lead.text.split())
    return lead.lang, text if len(text) <= 300 else text[:299] + "…"


def sitemap(site: Site, files: Mapping[str, str]) -> bytes:
    """The map: every page in each language, leading to its others; `files` with the instant each last changed, "" for none."""
    rows = "".join(_url(site, lang, file, changed) for file, changed in sorted(files.items()) for lang in LANGUAGES)
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
        f'xmlns:xhtml="http://www.w3.org/1999/xhtml">\n{rows}</urlset>\n'
    ).encode()


def _url(site: Site, lang: str, file: str, changed: str) -> str:
    others: Iterable[str] = (
        f'<xhtml:link rel="alternate" hreflang="{other}" href={quoteattr(address(site, other, file))}/>' for other in LANGUAGES
    )
    last = f"<lastmod>{changed}</lastmod>" if changed else ""
    return f"<url><loc>{escape(address(site, lang, file))}</loc>{last}{''.join(others)}</url>\n"


def robots(site: Site) -> bytes:
    """All may read all; where the map is."""
    return f"User-agent: *\nAllow: /\n\nSitemap: {site.address}sitemap.xml\n".encode()
