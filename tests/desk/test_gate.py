import pytest
from django.test import Client

LOCAL = {"REMOTE_ADDR": "127.0.0.1", "HTTP_HOST": "localhost:8000"}
PATHS = ("/", "/drafts/", "/drafts/1", "/search?q=a", "/k/item.json", "/check")


@pytest.mark.parametrize(
    "asked",
    [
        LOCAL,
        {"REMOTE_ADDR": "::1", "HTTP_HOST": "[::1]:8000"},
        {"REMOTE_ADDR": "127.0.0.1", "HTTP_HOST": "127.0.0.1"},
        {"REMOTE_ADDR": "127.0.0.1", "HTTP_HOST": "LOCALHOST"},
    ],
)
def test_this_machine_is_answered(small, asked):
    client = Client(**{"comity.home": small.home, **asked})
    assert {client.get(path).status_code for path in PATHS} == {200}


@pytest.mark.parametrize(
    "asked",
    [
        {"REMOTE_ADDR": "192.0.2.7"},
        {"REMOTE_ADDR": ""},
        {"REMOTE_ADDR": "unix:"},
        {"HTTP_HOST": "office.example:8000"},
        {"HTTP_HOST": "localhost.example"},
        {"HTTP_HOST": "127.0.0.1.example"},
        {"HTTP_X_FORWARDED_FOR": "192.0.2.7"},
        {"HTTP_FORWARDED": "for=192.0.2.7"},
    ],
)
def test_everybody_else_is_refused_by_a_page(small, asked):
    client = Client(**{"comity.home": small.home, **LOCAL, **asked})
    answers = [client.get(path) for path in PATHS] + [client.post("/drafts/enter", {"numbers": "3"})]
    assert {answer.status_code for answer in answers} == {403}
    assert {"The desk answers only on the machine it runs on" in answer.content.decode() for answer in answers} == {True}
    with small.home.read() as reading:
        assert reading.draft(small.drafts["agreed"]).state == "open"


def test_a_form_from_another_site_changes_nothing(own_small):
    client = Client(enforce_csrf_checks=True, **{"comity.home": own_small.home, **LOCAL})
    answer = client.post("/drafts/enter", {"numbers": str(own_small.drafts["agreed"])})
    with own_small.home.read() as reading:
        state = reading.draft(own_small.drafts["agreed"]).state
    assert (answer.status_code, "Nothing was done." in answer.content.decode(), state) == (403, True, "open")


@pytest.mark.parametrize(
    ("asked", "lang"),
    [
        ("", "en"),
        ("vi", "vi"),
        ("vi-VN,vi;q=0.9,en;q=0.5", "vi"),
        ("zh-CN,zh;q=0.9", "zh-Hans"),
        ("zh-TW", "zh-Hans"),
        ("sv,zh;q=0.4,vi;q=0.6", "vi"),
        ("sv", "en"),
        ("vi;q=0, en", "en"),
        ("%%%", "en"),
    ],
)
def test_language_follows_the_browser(small, asked, lang):
    client = Client(**{"comity.home": small.home, **LOCAL, "HTTP_ACCEPT_LANGUAGE": asked})
    assert f'<html lang="{lang}">' in client.get("/check").content.decode()


def test_language_chosen_stands_before_the_browser(small):
    client = Client(**{"comity.home": small.home, **LOCAL, "HTTP_ACCEPT_LANGUAGE": "vi"})
    answer = client.get("/language?to=zh-Hans&next=/k/%3Fa")
    assert (answer.status_code, answer.headers["Location"]) == (302, "/k/?a")
    assert '<html lang="zh-Hans">' in client.get("/check").content.decode()


@pytest.mark.parametrize("path", ["https://example.org/", "//example.org/", "/\\example.org", "javascript:a", ""])
def test_language_leads_nowhere_else(small, path):
    client = Client(**{"comity.home": small.home, **LOCAL})
    assert client.get("/language", {"to": "vi", "next": path}).headers["Location"] == "/"


def test_unknown_language_is_not_kept(small):
    client = Client(**{"comity.home": small.home, **LOCAL})
    client.get("/language?to=sv&next=/")
    assert "comity_language" not in client.cookies
