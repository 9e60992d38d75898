"""Another language in the middle of typing, in a browser: nothing typed is lost, and the Enter key still enters."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.allow_hosts(["127.0.0.1"])


@pytest.mark.parametrize("script", [True, False])
def test_language_changes_while_typing(own_site, visit, script):
    tab = visit(own_site, java_script_enabled=script)
    tab.goto("/enter/letter/")
    tab.locator('[name="f-subject.vi"]').fill("Giờ phà")
    tab.locator('[name="f-number"]').fill("15/CT")
    scan = {"name": "scan.pdf", "mimeType": "application/pdf", "buffer": b"scan"}
    tab.locator('[name="file-f-attachments"]').set_input_files(scan)
    tab.get_by_role("button", name="中文").click()
    expect(tab.locator("html")).to_have_attribute("lang", "zh-Hans")
    expect(tab.locator('[name="f-subject.vi"]')).to_have_value("Giờ phà")
    tab.locator('[name="f-number"]').press("Enter")
    expect(tab.locator("h1")).to_have_text("Giờ phà")
    expect(tab).to_have_url(f"{own_site.address}/t/{_newest(own_site)}")
    expect(tab.get_by_role("link", name="scan.pdf")).to_have_count(1)
    with tab.expect_download() as saved:
        tab.get_by_role("link", name="scan.pdf").click()
    assert (saved.value.suggested_filename, saved.value.path().read_bytes()) == ("scan.pdf", b"scan")


def _newest(site):
    with site.small.home.read() as reading:
        return reading.things("letter", limit=1)[0]["id"]
