"""Drafts are settled by keyboard, without JavaScript, and in two tabs at once."""

from dataclasses import replace
from itertools import pairwise

import pytest
from playwright.sync_api import expect

from comity.procedures.draft_keys import keep_all_keys

pytestmark = pytest.mark.allow_hosts(["127.0.0.1"])


def _states(small):
    with small.home.read() as reading:
        return {word: reading.draft(number).state for word, number in small.drafts.items()}


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
    expect(tab.locator(".said")).to_have_text([f"Draft {drafts['proposed']} was corrected. It is still a draft."])
    tab.get_by_label("Book").select_option(label="Van Khe region")
    tab.get_by_role("button", name="Enter this in the book of").click()
    expect(tab.locator(".said")).to_have_text(["1 draft was entered in the book of Van Khe region. Nobody has signed it."])
    tab.goto("/drafts/")
    tab.get_by_label(f"Choose draft {drafts['next']}", exact=True).check()
    tab.get_by_role("button", name="Drop the chosen ones").click()
    expect(tab.locator(".said")).to_have_text(["1 draft was dropped. It stands in no book."])
    tab.get_by_role("link", name="Tiếng Việt").click()
    expect(tab.locator("html")).to_have_attribute("lang", "vi")
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


class _Typist:
    """Presses keys in a tab and counts them; typed words count by the letter."""

    def __init__(self, tab):
        self.tab, self.pressed = tab, 0

    def press(self, *keys):
        for key in keys:
            self.tab.wait_for_load_state("domcontentloaded")  # the keys answer from here on
            self.tab.keyboard.press(key)
            self.pressed += 1


def _ten_drafts(small):
    """Ten more drafts that wait, less sure than all others, in the order in which they come; their numbers."""
    with small.home.write(entering=False) as writing:
        like = writing.draft(small.drafts["agreed"])
        longer = writing.draft(small.drafts["proposed"])
        person = writing.draft(small.drafts["person"])
        two = "agreed to reopen the clearance route at the ferry before the harvest, and proposed longer hours on market days"
        start = writing.document(like.source).original.index(two)
        both = [{"quote": two, "start": start, "end": start + len(two)}]
        rows = [replace(like, evidence=both), replace(like, type="gate"), replace(longer, type="gate")]
        rows += [
            replace(person, state="open", value={"name": name, "party": "van-khe"}) for name in ("Mac Thu Son", "Mac Thu Song")
        ]
        rows += [replace(like, type="statement", value={"act": str(number)}) for number in range(5)]
        numbers = writing.add_drafts([replace(row, confidence=10 + place) for place, row in enumerate(rows)])
        keep_all_keys(writing)
    return numbers


def test_ten_drafts_are_handled_by_keyboard_alone(own_site, visit):
    tab, home = visit(own_site), own_site.small.home
    cut, gate, other_gate, first, second, *rest = _ten_drafts(own_site.small)
    typist = _Typist(tab)
    at = lambda number: expect(tab).to_have_url(f"{own_site.address}/drafts/{number}")  # noqa: E731
    tab.goto("/drafts/")
    typist.press("j", "Enter")
    at(cut)
    typist.press("s")
    expect(tab).to_have_url(f"{own_site.address}/drafts/{cut}/split")
    typist.press("1", "Enter")
    expect(tab.locator(".said")).to_have_text(f"Draft {cut} was split into 2.")
    parts = [rest[-1] + 1, rest[-1] + 2]
    at(parts[0])
    typist.press("a")
    at(parts[1])
    typist.press("a")
    at(gate)
    typist.press("w")
    expect(tab).to_have_url(f"{own_site.address}/drafts/{gate}/join")
    typist.press("1", "Enter")
    expect(tab.locator(".said")).to_contain_text("The drafts were joined into draft")
    typist.press("a")
    at(first)
    typist.press("y")
    expect(tab.locator(".said")).to_contain_text("Noted in this home: the same.")
    typist.press("a")
    at(second)
    typist.press("a")
    at(rest[0])
    for number, onward in pairwise(rest):
        typist.press("x" if number % 2 else "a")
        at(onward)
    typist.press("x")
    expect(tab.locator(".said")).to_contain_text("was dropped")
    typist.press("u")
    at(rest[-1])
    expect(tab.locator(".said")).to_have_text(f"Undone. Dropped: {rest[-1]}.")
    typist.press("a")
    expect(tab.locator(".said")).to_contain_text("was entered")
    with home.read() as reading:
        states = [reading.draft(number).state for number in (cut, *parts, gate, other_gate, first, second, *rest)]
        same = reading.draft(first).entry == reading.draft(second).entry
    middle = ["dropped" if number % 2 else "accepted" for number in rest[:-1]]
    assert (states, same) == (
        ["split", "accepted", "accepted", "joined", "joined", "accepted", "accepted", *middle, "accepted"],
        True,
    )
    assert typist.pressed == 21


def test_next_draft_has_the_focus_and_keys_stand_on_the_page(own_site, visit):
    tab, drafts = visit(own_site), own_site.small.drafts
    tab.goto(f"/drafts/{drafts['agreed']}")
    tab.keyboard.press("x")
    expect(tab).to_have_url(f"{own_site.address}/drafts/{drafts['within']}")
    expect(tab.locator("h1")).to_be_focused()
    expect(tab.locator('[data-deed="enter"] kbd')).to_be_visible()
    expect(tab.locator('[data-deed="enter"] kbd')).to_have_text("a")
    tab.keyboard.press("?")
    keys = ["j", "k", "a", "x", "e", "s", "w", "1", "9", "y", "n", "u", "/", "?"]
    expect(tab.locator("#keys kbd")).to_have_text(keys)


def test_split_and_undo_need_no_javascript(own_site, visit):
    tab, drafts = visit(own_site, java_script_enabled=False), own_site.small.drafts
    tab.goto(f"/drafts/{drafts['agreed']}")
    tab.get_by_role("link", name="Split into several").click()
    tab.get_by_label("Or the first words of each further part, one part a line").fill("at the ferry")
    tab.get_by_role("button", name="Split the draft here").click()
    expect(tab.locator(".said")).to_have_text([f"Draft {drafts['agreed']} was split into 2."])
    tab.get_by_role("button", name="Undo").click()
    expect(tab.locator(".said")).to_have_text([f"Undone. Split: {drafts['agreed']}."])
    assert _states(own_site.small)["agreed"] == "open"
