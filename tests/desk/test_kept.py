"""Kept addresses: under a name, in this home only, leading nowhere else."""

import re

import pytest

from comity.procedures.kept_addresses import KeptAddress, keep_address, kept_addresses
from comity.record.errors import NotAnAddressHere


def _kept(home):
    with home.read() as reading:
        return [(each.name, each.address) for each in kept_addresses(reading)]


def _keep(visitor, name, address):
    return visitor.post("/kept/keep", {"name": name, "address": address})


def test_narrowed_list_offers_to_keep_its_address(own_visitor):
    assert "/kept/keep" not in own_visitor.text("/agreed/")
    page = own_visitor.text("/agreed/?nature=once&q=ch%E1%BB%A3")
    assert re.search(r'name="address" value="([^"]*)"', page).group(1) == "/agreed/?nature=once&amp;q=ch%E1%BB%A3"


def test_address_is_kept_shown_first_renamed_and_removed(own_small, own_visitor):
    answer = _keep(own_visitor, "  Ngày   chợ 集市 ", "/agreed/?nature=once")
    assert (answer.redirect_chain, "This address is kept as Ngày chợ 集市." in answer.content.decode()) == (
        [("/agreed/?nature=once", 302)],
        True,
    )
    assert '<a href="/agreed/?nature=once"><bdi><span lang="zh-Hans">Ngày chợ 集市</span></bdi></a>' in own_visitor.text("/")
    own_visitor.post("/kept/rename", {"name": "Ngày chợ 集市", "to": "Market"})
    assert _kept(own_small.home) == [("Market", "/agreed/?nature=once")]
    own_visitor.post("/kept/remove", {"name": "Market"})
    assert (_kept(own_small.home), "Market" in own_visitor.text("/")) == ([], False)


def test_it_is_a_note_of_the_home_and_no_entry(own_small, own_visitor):
    with own_small.home.read() as reading:
        before = [(book.size, book.root) for book in reading.books()]
    _keep(own_visitor, "a", "/letters/?turn=ours")
    with own_small.home.read() as reading:
        assert [(book.size, book.root) for book in reading.books()] == before


def test_names_are_unique_and_nothing_is_lost(own_small, own_visitor):
    _keep(own_visitor, "a", "/agreed/")
    answers = [
        _keep(own_visitor, "a", "/letters/"),
        _keep(own_visitor, " ", "/letters/"),
        _keep(own_visitor, "x" * 10_000, "/letters/"),
        _keep(own_visitor, "a\u202eb", "/letters/"),
        own_visitor.post("/kept/rename", {"name": "none", "to": "b"}),
        own_visitor.post("/kept/remove", {"name": "none"}),
    ]
    assert [answer.status_code for answer in answers] == [400, 400, 400, 400, 404, 404]
    assert [answer.content.decode().count("<h1>") for answer in answers] == [1] * 6
    assert _kept(own_small.home) == [("a", "/agreed/")]


@pytest.mark.parametrize(
    "address",
    [
        *("", "agreed/", "https://example.org/", "//example.org/", "/\\example.org", "/a\\b", "javascript:alert(1)"),
        *("/a\nLocation: /b", "/a b", "/\u202e", "\t//example.org", "/" + "a" * 3000),
    ],
)
def test_only_addresses_of_the_desk_are_kept(own_small, address):
    with pytest.raises(NotAnAddressHere):
        keep_address(own_small.home, "a", address)
    assert _kept(own_small.home) == []


def test_name_with_a_script_is_shown_as_letters(own_visitor):
    _keep(own_visitor, "<script>alert(1)</script>", "/agreed/?q=%3Cscript%3E")
    pages = own_visitor.text("/") + own_visitor.text("/kept/")
    assert ("<script>alert" in pages, "&lt;script&gt;alert(1)&lt;/script&gt;" in pages) == (False, True)


def test_at_most_a_hundred_are_kept(own_small, own_visitor):
    import msgspec

    many = [KeptAddress(f"n{at}", "/agreed/") for at in range(100)]
    with own_small.home.write(entering=False) as writing:
        writing.say_about_home("kept_addresses", msgspec.json.encode(many).decode())
    answer = _keep(own_visitor, "one more", "/agreed/")
    assert (answer.status_code, "100 addresses are kept here already" in answer.content.decode()) == (400, True)


def test_they_are_changed_by_forms_only(own_visitor):
    assert [own_visitor.get(f"/kept/{deed}").status_code for deed in ("keep", "rename", "remove")] == [405] * 3
