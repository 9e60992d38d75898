"""Somebody who holds a paper types its code, then gives the file; with the keyboard, in each language, on a narrow screen."""

import pytest
from tests.procedures.made_letters import page_saying

from comity.record.code import code_of

pytestmark = pytest.mark.allow_hosts(["127.0.0.1"])

FOUND = {"vi": "Nội dung đã xác nhận đúng", "zh-Hans": "已核验成立", "en": "What holds"}


@pytest.mark.parametrize("lang", ["vi", "zh-Hans", "en"])
def test_code_is_typed_and_a_file_given(site, visit, lang):
    charter = code_of(site.small.things["thanh-lac"])
    tab = visit(site, lang=lang, width=360)
    tab.goto("/check/")
    tab.locator("#code").fill(charter.lower().replace("-", " "))
    tab.keyboard.press("Enter")
    tab.get_by_role("heading", name=FOUND[lang]).wait_for()
    assert tab.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    paper = {"name": "paper.pdf", "mimeType": "application/pdf", "buffer": page_saying("Báo cáo", charter)}
    tab.locator("#file").set_input_files(paper)
    tab.locator("form[action='/check/file'] button").click()
    tab.get_by_role("link", name=charter).click()
    tab.get_by_role("heading", name=FOUND[lang]).wait_for()
