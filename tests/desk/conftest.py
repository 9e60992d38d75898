"""One small home a session; tests that change something make their own."""

from dataclasses import replace

import pytest
from tests.made_homes import copied

from comity.desk.settings import configure

from .small_home import make_small_home

configure()


class Visitor:
    """Somebody at the desk: `get` and `post` as a browser on this machine does them."""

    def __init__(self, small, lang="en"):
        from django.test import Client

        self.small = small
        self.client = Client(**{"comity.home": small.home, "HTTP_HOST": "localhost:8000", "REMOTE_ADDR": "127.0.0.1"})
        self.client.cookies["comity_language"] = lang

    def get(self, path, **extra):
        return self.client.get(path, **extra)

    def text(self, path, **extra):
        return self.client.get(path, **extra).content.decode()

    def post(self, path, fields, follow=True):
        return self.client.post(path, fields, follow=follow)


@pytest.fixture(scope="session")
def small(tmp_path_factory):
    return make_small_home(tmp_path_factory.mktemp("small"))


@pytest.fixture(scope="session")
def untouched(tmp_path_factory):
    """Nobody visits this one: the small home that others are copies of."""
    return make_small_home(tmp_path_factory.mktemp("untouched"))


@pytest.fixture
def own_small(untouched, tmp_path):
    return replace(untouched, home=copied(untouched.home, tmp_path))


@pytest.fixture
def visitor(small):
    return Visitor(small)


@pytest.fixture
def own_visitor(own_small):
    return Visitor(own_small)
