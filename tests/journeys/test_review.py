"""The review book in the browser: accessible by day and at night, whole on a narrow screen, its files led to."""

import pytest
from playwright.sync_api import expect

from .conftest import Site
from .wcag import TOO_WIDE, faults_of, with_axe

pytestmark = pytest.mark.allow_hosts(["127.0.0.1"])

PATHS = [f"/review/spring-meeting-3/?day=2026-11-22&edition={edition}" for edition in ("home", "joint")]


class Kept:
    """A home as a site takes it."""

    def __init__(self, home):
        self.home = home


@pytest.fixture(scope="module")
def invented(whole_home):
    opened = Site(Kept(whole_home("invented")))
    yield opened
    opened.close()


@pytest.mark.parametrize("lang", ["vi", "zh-Hans", "en"])
def test_both_editions_are_accessible_and_keep_to_a_narrow_screen(invented, visit, lang):
    tab, narrow = with_axe(visit(invented, lang=lang)), visit(invented, lang=lang, width=360)
    faults = {}
    for path in PATHS:
        tab.goto(path)
        found = faults_of(tab, lang)
        narrow.goto(path)
        wide = narrow.evaluate(TOO_WIDE)
        if found or wide:
            faults[path] = (found, wide)
    assert faults == {}


def test_reader_goes_from_the_session_to_the_book_and_to_the_other_edition(invented, visit):
    tab = visit(invented, lang="en")
    tab.goto("/sessions/")
    tab.get_by_role("link", name="Review book").first.click()
    expect(tab.locator("#to_compare")).to_have_count(1)
    tab.get_by_role("link", name="Joint edition").click()
    expect(tab.locator("#to_compare")).to_have_count(0)
    with tab.expect_download() as waited:
        tab.get_by_role("link", name="DOCX").click()
    assert waited.value.suggested_filename == "review.en.docx"
