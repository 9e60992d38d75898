"""Drafts are settled by keyboard, without JavaScript, and in two tabs at once."""

import pytest
from playwright.sync_api import expect

pytestmark = [pytest.mark.xdist_group("browser"), pytest.mark.allow_hosts(["127.0.0.1"])]


def _states(small):
    with small.home.read() as reading:
        return {word: reading.draft(number).state for word, number in small.drafts.items()}


def _said(tab):
    tab.locator(".said").first.wait_for()
    return tab.locator(".said").all_inner_texts()


def test_drafts_are_settled_by_keyboard(own_site, visit):
    tab, drafts = visit(own_site), own_site.small.drafts
    tab.goto("/drafts/")
    tab.keyboard.press("j")
    tab.keyboard.press("Enter")
    expect(tab).to_have_url(f"{own_site.address}/drafts/{drafts['agreed']}")
    tab.keyboard.press("j")
    expect(tab).to_have_url(f"{own_site.address}/drafts/{drafts['within']}")
    tab.keyboard.press("k")
    expect(tab).to_have_url(f"{own_site.address}/drafts/{drafts['agreed']}")
    tab.keyboard.press("e")
    tab.keyboard.press("Control+A")
    tab.keyboard.type("reopen the route, jax?")
    tab.keyboard.press("Escape")
    tab.keyboard.press("a")
    expect(tab.locator(".said")).to_have_text("1 draft was entered in the book of Thanh Lac province. Nobody has signed it.")
    expect(tab).to_have_url(f"{own_site.address}/drafts/{drafts['within']}")
    tab.keyboard.press("x")
    expect(tab.locator(".said")).to_have_text("1 draft was dropped. It stands in no book.")
    with own_site.small.home.read() as reading:
        row = reading.draft(drafts["agreed"])
        title = reading.thing(row.entry)["fields"]["title"]
    assert (title[0]["text"], _states(own_site.small)["within"]) == ("reopen the route, jax?", "dropped")


def test_keys_can_be_shown_turned_off_and_on(own_site, visit):
    tab = visit(own_site)
    tab.goto(f"/drafts/{own_site.small.drafts['agreed']}")
    tab.keyboard.press("?")
    expect(tab.locator("#keys")).to_be_visible()
    tab.get_by_role("button", name="Turn the keys off").click()
    tab.keyboard.press("x")
    tab.reload()
    tab.keyboard.press("x")
    assert _states(own_site.small)["agreed"] == "open"
    tab.get_by_role("button", name="Keys", exact=True).click()
    tab.get_by_role("button", name="Turn the keys on").click()
    tab.get_by_role("button", name="Close").click()
    tab.keyboard.press("/")
    expect(tab.get_by_role("searchbox")).to_be_focused()


def test_everything_works_without_javascript(own_site, visit):
    tab, drafts = visit(own_site, java_script_enabled=False), own_site.small.drafts
    tab.goto(f"/sources/{own_site.small.report}")
    tab.locator(f'mark[data-key="{drafts["proposed"]}"] a').click()
    tab.get_by_label("by when").fill("2027-09")
    tab.get_by_role("button", name="Keep these corrections in the draft").click()
    assert _said(tab) == [f"Draft {drafts['proposed']} was corrected. It is still a draft."]
    tab.get_by_label("Book").select_option(label="Van Khe region")
    tab.get_by_role("button", name="Enter this in the book of").click()
    assert _said(tab) == ["1 draft was entered in the book of Van Khe region. Nobody has signed it."]
    tab.goto("/drafts/")
    tab.get_by_label(f"Choose draft {drafts['next']}", exact=True).check()
    tab.get_by_role("button", name="Drop the chosen ones").click()
    assert _said(tab) == ["1 draft was dropped. It stands in no book."]
    tab.get_by_role("link", name="Tiếng Việt").click()
    assert tab.locator("html").get_attribute("lang") == "vi"
    states = _states(own_site.small)
    assert {word: states[word] for word in ("proposed", "next", "agreed")} == {
        "proposed": "accepted",
        "next": "dropped",
        "agreed": "open",
    }


def test_two_tabs_on_one_draft(own_site, visit):
    first, second = visit(own_site), visit(own_site, lang="vi")
    path = f"/drafts/{own_site.small.drafts['agreed']}"
    first.goto(path)
    second.goto(path)
    first.keyboard.press("a")
    expect(first.locator(".said")).to_be_visible()
    second.keyboard.press("x")
    expect(second.locator("h1")).to_have_text("Đã có người xử lý trước")
    assert _states(own_site.small)["agreed"] == "accepted"


def test_evidence_leads_to_its_words_in_the_source(own_site, visit):
    tab = visit(own_site)
    tab.goto(f"/drafts/{own_site.small.drafts['agreed']}")
    tab.keyboard.press("a")
    expect(tab.locator(".said")).to_be_visible()
    tab.goto(f"/drafts/{own_site.small.drafts['agreed']}")
    tab.get_by_role("link", name="reopen the clearance route").last.click()
    tab.get_by_role("link", name="See it in the source").click()
    expect(tab.locator("#q-at + mark")).to_be_in_viewport()
