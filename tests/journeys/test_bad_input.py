"""Names without end, scripts in every field and marks that turn writing, in a real browser on a narrow screen."""

import threading
import time

import pytest
from tests.desk.bad_home import make_bad_home
from waitress.server import create_server

from comity.desk.app import serving
from comity.desk.server import address_of

from .test_access import TOO_WIDE

pytestmark = [pytest.mark.xdist_group("browser"), pytest.mark.allow_hosts(["127.0.0.1"])]
LISTS = ("/", "/sessions/", "/agreed/", "/parties/", "/changes/", "/sources/", "/drafts/", "/k/undertaking/", "/kept/", "/check")


class BadSite:
    """The bad home and the address it is served at."""

    def __init__(self, folder):
        self.bad = make_bad_home(folder)
        self.server = create_server(serving(self.bad.home), host="127.0.0.1", port=0, threads=2, ident="")
        self.address = address_of(self.server).rstrip("/")
        self._thread = threading.Thread(target=self.server.run, daemon=True)
        self._thread.start()

    def close(self):
        ends_at = time.monotonic() + 5
        while self.server.active_channels and time.monotonic() < ends_at:
            time.sleep(0.02)
        self.server.close()
        self._thread.join(10)
        self.bad.home.close()


@pytest.fixture
def bad_site(tmp_path):
    opened = BadSite(tmp_path)
    yield opened
    opened.close()


@pytest.mark.parametrize("lang", ["vi", "zh-Hans", "en"])
def test_nothing_scrolls_sideways_and_nothing_runs(bad_site, visit, lang):
    bad, tab = bad_site.bad, visit(bad_site, lang=lang, width=360)
    tab.goto("/agreed/?nature=once")
    tab.locator("details.keep summary").click()
    tab.locator("#kept-name").fill("<b>" + "x" * 70)
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
