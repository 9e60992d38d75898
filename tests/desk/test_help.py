"""The help pages: each in three languages alike, leading somewhere, and showing only commands that are there."""

import re
from importlib import resources

import pytest
from django.urls import Resolver404, resolve

from comity.cli.program import commands
from comity.paper.help import HELP
from comity.record.errors import every_error
from comity.record.language import LANGUAGES

from .conftest import Visitor

FOLDER = resources.files("comity.paper") / "templates" / "help"
NAMES = ("start", *HELP)


def _text(name, lang):
    return (FOLDER / f"{name}.{lang}.html").read_text("utf-8")


def _shape(text):
    """What must be the same in each language: headings, links, commands, keys, and the parts of lists and tables."""
    return {
        "headings": len(re.findall(r"<h2>", text)),
        "links": sorted(re.findall(r'href="([^"]*)"', text)),
        "commands": re.findall(r"<pre><code>.*?</code></pre>", text, flags=re.DOTALL),
        "keys": re.findall(r"<kbd>.*?</kbd>", text),
        "parts": {tag: text.count(f"<{tag}>") for tag in ("p", "li", "dt", "dd", "tr", "td")},
    }


def test_every_page_is_there_in_three_languages_and_no_other():
    expected = {f"{name}.{lang}.html" for name in NAMES for lang in LANGUAGES}
    assert {file.name for file in FOLDER.iterdir()} == expected


@pytest.mark.parametrize("name", NAMES)
def test_languages_are_equally_complete(name):
    shapes = {lang: _shape(_text(name, lang)) for lang in LANGUAGES}
    assert (shapes["vi"], shapes["zh-Hans"]) == (shapes["en"], shapes["en"])


@pytest.mark.parametrize("name", NAMES)
def test_languages_say_about_as_much(name):
    """Chinese needs about a third of the letters; a page cut short would stand out."""
    length = {lang: len(re.sub(r"<[^>]*>|\s", "", _text(name, lang))) for lang in LANGUAGES}
    assert 0.7 < length["vi"] / length["en"] < 1.6
    assert 0.25 < length["zh-Hans"] / length["en"] < 0.9


@pytest.mark.parametrize("name", NAMES)
def test_each_page_begins_with_the_sentence_that_answers_it(name):
    for lang in LANGUAGES:
        assert _text(name, lang).startswith('{% extends "help.html" %}\n{% block text %}\n<p class="lede">')


def _typed():
    """Every command line of the help pages as its words, with places to be filled as they stand."""
    for name in NAMES:
        for block in re.findall(r"<code>(comity .*?)</code>", _text(name, "en"), flags=re.DOTALL):
            for line in block.splitlines():
                yield re.sub(r"<var>(.*?)</var>", r"\1", line).split()


def test_commands_and_their_options_are_there():
    typed = list(_typed())
    wrong = []
    for words in typed:
        command, rest = commands, words[1:]
        while rest and rest[0] in getattr(command, "commands", {}):
            command, rest = command.commands[rest[0]], rest[1:]
        known = {option for parameter in command.params for option in parameter.opts}
        if command is commands or hasattr(command, "commands") or {word for word in rest if word.startswith("--")} - known:
            wrong.append(" ".join(words))
    assert (len(typed) > 20, wrong) == (True, [])


@pytest.mark.parametrize("lang", LANGUAGES)
def test_pages_answer_and_every_link_on_them_leads_to_a_page(small, lang):
    visitor, links = Visitor(small, lang), set()
    for name in ("", *HELP):
        answer = visitor.get(f"/help/{name}")
        text = answer.content.decode()
        assert (name, answer.status_code, f'<html lang="{lang}">' in text, text.count("<h1")) == (name, 200, True, 1)
        links |= set(re.findall(r'href="(/[^"]*)"', text.split("<main")[1].split("</main")[0]))
    unknown = []
    for link in links:
        try:
            resolve(link)
        except Resolver404:
            unknown.append(link)
    statuses = {link: visitor.get(link).status_code for link in links}
    assert (unknown, {link for link, status in statuses.items() if status != 200}) == ([], set())


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_page_leads_to_help(small, lang):
    visitor = Visitor(small, lang)
    for path in ("/", "/agreed/", "/check", "/nowhere", f"/t/{small.things['item']}"):
        foot = visitor.text(path).split("<footer")[1]
        assert 'href="/help/"' in foot, path


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_refusal_is_listed_by_its_code(small, lang):
    page = Visitor(small, lang).text("/help/errors")
    assert re.findall(r'<dt id="([a-z0-9_]+)">', page) == sorted(every_error())


def test_no_other_page_is_there(visitor):
    assert [visitor.get(f"/help/{name}").status_code for name in ("nothing", "start", "what/")] == [404] * 3
