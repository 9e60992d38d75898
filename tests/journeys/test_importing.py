"""A table is looked over and entered in a real browser, without JavaScript too; its pages are accessible and narrow enough."""

import pytest
from playwright.sync_api import expect

from .wcag import TOO_WIDE, faults_of, with_axe

pytestmark = pytest.mark.allow_hosts(["127.0.0.1"])

LONG = "https://example.org/" + "a" * 90
TABLE = (
    "id,title.vi,title.zh-Hans,title.en,owners,carries_out,due_on,departments\n"
    f"port,Mở bến tàu,恢复码头,Open the landing,thanh-lac,,2027-09,{LONG}\n"
    ",Mở đường,,,van-khe,port,,Sở Ngoại vụ; 外事办公室\n"
    f",Mở phà ngày chợ,,,nobody-of-a-very-long-name-that-goes-on-and-on,,2027-13,\n"
)


def _choose(tab, text=TABLE):
    tab.goto("/import/undertaking")
    tab.locator("#file").set_input_files([{"name": "plan.csv", "mimeType": "text/csv", "buffer": text.encode()}])
    with tab.expect_navigation():
        tab.locator("button.main").click()


@pytest.mark.parametrize("lang", ["vi", "zh-Hans", "en"])
def test_pages_of_tables_are_accessible_and_narrow_enough(site, visit, lang):
    tab, faults = with_axe(visit(site, lang=lang)), {}
    for name, there in (
        ("list", lambda: tab.goto("/import/")),
        ("choosing", lambda: tab.goto("/import/undertaking")),
        ("preview", lambda: _choose(tab)),
        ("refusal", lambda: _choose(tab, "colour\nred\n")),
    ):
        there()
        found = faults_of(tab, lang)
        tab.set_viewport_size({"width": 360, "height": 800})
        wide = tab.evaluate(TOO_WIDE)
        tab.set_viewport_size({"width": 1200, "height": 800})
        if found or wide:
            faults[name] = (found, wide)
    assert faults == {}


def test_table_is_entered_by_keyboard_without_javascript(own_site, visit):
    tab = visit(own_site, java_script_enabled=False)
    _choose(tab)
    expect(tab.get_by_role("heading", level=1)).to_have_text("What plan.csv would enter")
    tab.get_by_role("button", name="Enter the 2 good rows only").press("Enter")
    expect(tab.get_by_role("status")).to_have_text("2 rows entered in the book of Thanh Lac province.")
    expect(tab.get_by_role("link", name="Open the landing")).to_be_visible()
