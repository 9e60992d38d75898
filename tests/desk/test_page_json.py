"""Pages that are no plain list, as JSON: the same values under the same filters."""

import json

import pytest


def _paths(small):
    return {
        "/overview.json": {"glance", "mine", "sources", "kinds", "books", "latest"},
        "/drafts.json": {"drafts", "open", "more"},
        f"/drafts/{small.drafts['agreed']}.json": {"draft", "source", "places"},
        f"/sources/{small.report}.json": {"source"},
        "/threads.json": {"lines", "counts"},
        "/events.json": {"events", "count"},
        "/k.json": {"kinds"},
    }


def test_every_such_page_gives_its_values(small, visitor):
    lacking = {}
    for path, names in _paths(small).items():
        lacking[path] = names - set(json.loads(visitor.text(path)))
    assert lacking == {path: set() for path in _paths(small)}


def test_page_leads_to_its_values_with_its_filters(visitor):
    assert 'href="/drafts.json?type=clause"' in visitor.text("/drafts/?type=clause")
    assert 'href="/overview.json"' in visitor.text("/")


def test_values_are_those_of_the_page(small, visitor):
    given = json.loads(visitor.text("/drafts.json"))
    assert [each["href"].partition("?")[0] for each in given["drafts"]] == [
        f"/drafts/{each['line']['number']}" for each in given["drafts"]
    ]


@pytest.mark.parametrize("path", ["/drafts/999999.json", f"/sources/{'0' * 64}.json"])
def test_unknown_ones_are_not_found(visitor, path):
    assert visitor.get(path).status_code == 404
