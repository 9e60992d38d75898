"""Names without end, scripts in every field and marks that turn writing, in a real browser on a narrow screen."""

import pytest
from tests.desk.bad_home import make_bad_home

from .conftest import Site
from .wcag import TOO_WIDE

pytestmark = pytest.mark.allow_hosts(["127.0.0.1"])
LISTS = ("/", "/sessions/", "/agreed/", "/parties/", "/changes/", "/sources/", "/drafts/", "/k/undertaking/", "/kept/", "/check")


@pytest.fixture
def bad_site(tmp_path):
    opened = Site(make_bad_home(tmp_path))
    yield opened
    opened.close()


@pytest.mark.parametrize("lang", ["vi", "zh-Hans", "en"])
def test_nothing_scrolls_sideways_and_nothing_runs(bad_site, visit, lang):
    bad, tab = bad_site.small, visit(bad_site, lang=lang, width=360)
    tab.goto("/agreed/?nature=once")
    tab.locator("details.keep summary").click()
    tab.locator("#kept-name").fill("<b>" + "x" * 70)
    with tab.expect_navigation():
        tab.locator("details.keep button").click()
    paths = [*LISTS, *(f"/t/{thing}" for thing in bad.things.values()), f"/drafts/{bad.draft}", f"/sources/{bad.document}"]
    wide, ran = {}, []
    for path in [*paths, "/search?q=" + "Thanh" * 400, "/t/" + "x" * 2000, "/" + "y" * 2000]:
        tab.goto(path)
        if found := tab.evaluate(TOO_WIDE):
            wide[path[:40]] = found
        if tab.title() == "run":
            ran.append(path)
    assert (wide, ran) == ({}, [])
