"""An office types in by keyboard and without JavaScript; the forms are accessible in three languages, light and dark."""

import pytest
from playwright.sync_api import expect

from .wcag import TOO_WIDE, faults_of, with_axe

pytestmark = pytest.mark.allow_hosts(["127.0.0.1"])

FORMS = ("undertaking", "progress", "letter", "post_holding", "text", "correction")


def _paths(small):
    return [
        "/enter/",
        *(f"/enter/{kind}/" for kind in FORMS),
        *(f"/{deed}/{small.things['undertaking']}" for deed in ("translate", "correct")),
    ]


@pytest.mark.parametrize("lang", ["vi", "zh-Hans", "en"])
def test_forms_are_accessible_and_narrow_enough(site, visit, lang):
    tab, faults = with_axe(visit(site, lang=lang)), {}

    def look(path):
        found = faults_of(tab, lang)
        tab.set_viewport_size({"width": 360, "height": 800})
        wide = tab.evaluate(TOO_WIDE)
        tab.set_viewport_size({"width": 1200, "height": 800})
        if found or wide:
            faults[path] = (found, wide)

    for path in _paths(site.small):
        tab.goto(path)
        look(path)
    tab.goto("/enter/undertaking/")
    tab.locator('[name="f-due_on"]').fill("?")
    with tab.expect_navigation():
        tab.locator("button.main").click()
    look("a form that came back")
    assert faults == {}


def test_an_agreed_item_is_followed_by_keyboard_alone(own_site, visit):
    tab = visit(own_site, lang="vi")
    tab.goto(f"/t/{own_site.small.things['undertaking']}")
    tab.get_by_role("link", name="Nêu tình hình thực hiện của Khu Vân Khê").focus()
    tab.keyboard.press("Enter")
    tab.get_by_role("radio", name="đang chờ").focus()
    tab.keyboard.press("Space")
    tab.get_by_label("Tính đến").focus()
    tab.keyboard.type("2026-13")
    tab.keyboard.press("Enter")
    tab.get_by_role("link", name="Tính đến").focus()
    tab.keyboard.press("Enter")
    tab.keyboard.press("Control+A")
    tab.keyboard.type("2026-12")
    tab.keyboard.press("Enter")
    expect(tab.locator(".said")).to_have_text("Đã ghi vào sổ của Khu Vân Khê.")
    expect(tab).to_have_url(f"{own_site.address}/t/{own_site.small.things['undertaking']}")
    expect(tab.locator(".sides").get_by_text("đang chờ")).to_have_count(1)


def test_a_letter_is_entered_and_answered_without_javascript(own_site, visit):
    tab = visit(own_site, java_script_enabled=False)
    tab.goto("/enter/")
    tab.get_by_role("link", name="letter", exact=True).click()
    tab.get_by_role("group", name="Subject").get_by_label("English", exact=True).fill("Ferry hours")
    tab.get_by_role("group", name="From side").get_by_label("Van Khe region").check()
    tab.get_by_role("group", name="What it asks for").get_by_label("an answer").check()
    tab.get_by_role("group", name="Digests of the attachments").locator("input[type=file]").set_input_files(
        {"name": "scan.pdf", "mimeType": "application/pdf", "buffer": b"scan"}
    )
    tab.locator("button.main").click()
    expect(tab.locator(".said")).to_have_text(["Entered in the book of Thanh Lac province."])
    tab.get_by_role("link", name="Answer this").click()
    tab.get_by_role("group", name="Subject").get_by_label("English", exact=True).fill("Hours agreed")
    tab.locator("button.main").click()
    tab.get_by_role("link", name="Ferry hours").first.click()
    expect(tab.locator("h1")).to_have_text("Ferry hours")
    expect(tab.get_by_role("link", name="Hours agreed").first).to_be_visible()
