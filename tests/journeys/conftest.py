"""A real Chromium against the real server on a free port of this machine. Nothing here is skipped.

COMITY_CHROMIUM names the browser where it is not /usr/bin/chromium-headless-shell (Debian: apt-get install
chromium-headless-shell): the same Chromium without windows of its own, which opens a page in half the time.
"""

import os
import threading
import time
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright
from tests.desk.small_home import make_small_home
from tests.made_homes import copied
from waitress.server import create_server

from comity.desk.app import serving
from comity.desk.server import address_of

CHROMIUM = os.environ.get("COMITY_CHROMIUM", "/usr/bin/chromium-headless-shell")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
]


@pytest.fixture(scope="session")
def browser():
    if not Path(CHROMIUM).is_file():
        pytest.fail(f"These tests need Chromium. There is none at {CHROMIUM}: install it, or name it in COMITY_CHROMIUM.")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, headless=True, args=FLAGS)
        yield started
        started.close()


class Site:
    """A home made for tests (anything with a `home`) and the address it is served at."""

    def __init__(self, small):
        self.small = small
        self.server = create_server(serving(small.home), host="127.0.0.1", port=0, threads=2, ident="")
        self.address = address_of(self.server).rstrip("/")
        self._is_over = threading.Event()
        self._thread = threading.Thread(target=self._answer, daemon=True)
        self._thread.start()

    def _answer(self):
        """Answers until it is over; only then may what the server waits on be closed."""
        while not self._is_over.is_set():
            self.server.asyncore.loop(timeout=0.05, map=self.server._map, count=1)

    def close(self):
        """Waits for the browser's connections to end, so that none is left open behind the server."""
        ends_at = time.monotonic() + 5
        while self.server.active_channels and time.monotonic() < ends_at:
            time.sleep(0.02)
        self._is_over.set()
        self._thread.join(10)
        self.server.asyncore.close_all(self.server._map, ignore_all=True)
        self.server.task_dispatcher.shutdown()
        self.small.home.close()


@pytest.fixture(scope="session")
def site(tmp_path_factory):
    """For tests that change nothing."""
    opened = Site(make_small_home(tmp_path_factory.mktemp("site")))
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def untouched(tmp_path_factory):
    """Nobody visits this one: the small home that others are copies of."""
    return make_small_home(tmp_path_factory.mktemp("untouched"))


@pytest.fixture
def own_site(untouched, tmp_path):
    """For tests that change something."""
    opened = Site(replace(untouched, home=copied(untouched.home, tmp_path)))
    yield opened
    opened.close()


@pytest.fixture
def visit(browser):
    """Opens a tab: visit(site, lang="vi", width=360). What the browser complains of fails the test."""
    contexts, complaints = [], []

    def open_tab(site, lang="en", width=1200, **options):
        context = browser.new_context(viewport={"width": width, "height": 800}, base_url=site.address, **options)
        context.add_cookies([{"name": "comity_language", "value": lang, "url": site.address}])
        contexts.append(context)
        tab = context.new_page()
        tab.on("console", lambda message: complaints.append(message.text) if message.type in ("error", "warning") else None)
        tab.on("pageerror", lambda error: complaints.append(str(error)))
        return tab

    yield open_tab
    for context in contexts:
        context.close()
    assert [text for text in complaints if "status of 40" not in text] == []
