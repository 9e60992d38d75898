"""Every page, in three languages, light and dark: WCAG 2.2 AA by axe, and no scrolling sideways on a narrow screen."""

import pytest

from .wcag import TOO_WIDE, faults_of, with_axe

pytestmark = pytest.mark.allow_hosts(["127.0.0.1"])


def _paths(small):
    things = [f"/t/{small.things[word]}" for word in ("undertaking", "item", "text", "thanh-lac", "erased", "told")]
    drafts = [f"/drafts/{small.drafts[word]}{page}" for word, page in (("agreed", ""), ("agreed", "/split"), ("agreed", "/join"))]
    drafts += [f"/drafts/{small.drafts['person']}", "/drafts/deeds", "/drafts/1/split"]
    drafts.append(f"/drafts/{small.drafts['agreed']}/learn?role=acts&words=vowed+to&value=agreed")
    sources = [f"/sources/{small.report}", f"/sources/{small.page}", f"/sources/{small.report}/model"]
    lists = ["/k/", "/k/undertaking/", "/k/mechanism/", "/search?q=ferry", "/search?q=nothing-at-all"]
    record = [
        f"/{name}/"
        for name in ("sessions", "agreed", "parties", "people", "letters", "changes", "vocabulary", "places", "instruments")
    ]
    record += ["/agreed/?state=none", "/vocabulary/?kind=letter", "/findings/"]
    return [
        "/",
        *record,
        "/sources/",
        *sources,
        "/drafts/",
        "/threads/",
        "/events/",
        *drafts,
        *lists,
        *things,
        "/check",
        "/check/",
        "/help/",
        "/help/reading",
        "/help/drafts",
        "/kept/",
        "/nowhere",
    ]


@pytest.mark.parametrize("lang", ["vi", "zh-Hans", "en"])
def test_every_page_is_accessible(site, visit, lang):
    tab = with_axe(visit(site, lang=lang))
    faults = {}
    for path in _paths(site.small):
        tab.goto(path)
        if found := faults_of(tab, lang):
            faults[path] = found
    assert faults == {}


@pytest.mark.parametrize("lang", ["vi", "zh-Hans", "en"])
def test_no_page_scrolls_sideways_at_360_pixels(site, visit, lang):
    tab = visit(site, lang=lang, width=360)
    wide = {}
    for path in _paths(site.small):
        tab.goto(path)
        if found := tab.evaluate(TOO_WIDE):
            wide[path] = found
    assert wide == {}


def test_nothing_scrolls_sideways_at_twice_the_size(site, visit):
    """A window of 1280 pixels at 200 %, and letters alone at twice their size (WCAG 1.4.4)."""
    wide, window, letters = {}, visit(site, width=640, device_scale_factor=2), visit(site, lang="vi", width=1280)
    for path in _paths(site.small)[:12]:
        window.goto(path)
        letters.goto(path)
        letters.evaluate("() => { document.documentElement.style.fontSize = '200%' }")
        if found := window.evaluate(TOO_WIDE) + letters.evaluate(TOO_WIDE):
            wide[path] = found
    assert wide == {}


def test_dark_is_dark_and_light_is_light(site, visit):
    tab, seen = visit(site), {}
    for scheme in ("light", "dark"):
        tab.emulate_media(color_scheme=scheme)
        tab.goto("/")
        seen[scheme] = tab.evaluate("() => getComputedStyle(document.documentElement).backgroundColor")
    assert seen == {"light": "rgb(251, 250, 246)", "dark": "rgb(20, 23, 26)"}


def test_paper_drops_navigation_and_adds_address_and_date(site, visit):
    tab = visit(site)
    tab.goto("/check")
    tab.emulate_media(media="print")
    shown = {name: tab.locator(name).is_visible() for name in ("header nav", ".find", ".languages", ".paper-only")}
    assert shown == {"header nav": False, ".find": False, ".languages": False, ".paper-only": True}
    assert f"{site.address}/check" in tab.locator(".paper-only").inner_text()
