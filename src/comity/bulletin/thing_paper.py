"""The page of one thing as a PDF of its own: the same words from the same template on A4, with code and address.

A paper takes far longer than a page to make, and far more room. So they are made where they are asked for.
Source: docs/decisions/0031-papers-of-single-pages.md.
"""

from __future__ import annotations

from comity.bulletin.frame import address, speaking
from comity.bulletin.site import Site, changed_at
from comity.bulletin.thing_page import page_title, page_words, thing_context
from comity.paper.printed_markup import held_here
from comity.paper.printed_page import style
from comity.paper.printed_sheets import plain_sheet
from comity.paper.rendering import render
from comity.paper.square import square_of
from comity.paper.translate import translate
from comity.procedures.what_may_be_published import Shown
from comity.record.code import code_of


def thing_paper(site: Site, shown: Shown, lang: str) -> bytes:
    """The paper as a tagged PDF. Raises: FontsMissing, PaperPartsMissing."""
    from comity.paper.printed_pdf import pdf_of_markup

    where, made_on = address(site, lang, site.pages[shown.id]), changed_at(shown)[:10]
    sheet = plain_sheet(lang, head=translate(lang)("Cooperation bulletin"), foot=code_of(shown.id))
    page = {
        "title": page_title(site, shown, lang),
        "address": where,
        "made_on": made_on,
        "sheet": style("bulletin_paper.css") + sheet,
        "square": held_here(square_of(where)),
    }
    words = thing_context(site, shown, lang, is_paper=True) | page_words(shown, lang)
    html = render("bulletin/paper.html", lang, page=page, **speaking(lang), **words)
    return pdf_of_markup(html, made_on=made_on, address=where)
