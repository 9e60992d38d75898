"""Documents lead where they say, and keep their form."""

import re

import pytest

from .tree import ROOT, kept_files, modules, pages, slug, text_of

LINK = re.compile(r"(?<!!)\[[^\]]*\]\(([^()\s]+)\)|!\[[^\]]*\]\(([^()\s]+)\)")
DECISIONS = tuple(name for name in kept_files() if re.fullmatch(r"docs/decisions/\d{4}-[a-z0-9-]+\.md", name))
PARTS = ["Problem", "Options", "Choice", "What gets worse", "What would change our mind"]


def _prose(name):
    """A page without its blocks and pieces of code."""
    return re.sub(r"`[^`\n]*`", "", re.sub(r"^```.*?^```", "", text_of(name), flags=re.MULTILINE | re.DOTALL))


def _headings(name):
    return {slug(heading) for heading in re.findall(r"^#+ +(.+)$", text_of(name), flags=re.MULTILINE)}


def _broken(name):
    found = []
    for hit in LINK.finditer(_prose(name)):
        target = hit[1] or hit[2]
        if re.match(r"[a-z]+:", target):
            continue
        path, _, anchor = target.partition("#")
        page = (ROOT / name).parent.joinpath(path).resolve() if path else ROOT / name
        inside = page.is_relative_to(ROOT) and page.exists()
        if not inside or (anchor and anchor not in _headings(str(page.relative_to(ROOT)))):
            found.append(target)
    return found


def test_relative_links_lead_somewhere():
    assert {name: _broken(name) for name in pages() if _broken(name)} == {}


def _named_documents(text):
    """The documents that source text names, and the decisions it names by number or file name."""
    text = re.sub(r"\s+", " ", text)
    whole = set(re.findall(r"docs/(?:[\w-]+/)*[\w-]+\.md", text))
    numbers = set()
    for run in re.findall(r"docs/decisions/(\d{4}[\w.-]*(?:(?:,| and| or|, and) \d{4}[\w.-]*)*)", text):
        numbers |= {name.rstrip(".") for name in re.findall(r"\d{4}[\w.-]*", run)}
    return whole, numbers


def _is_decision(name):
    known = [path.rsplit("/", 1)[1] for path in DECISIONS]
    return name in known or (name.isdigit() and sum(path.startswith(f"{name}-") for path in known) == 1)


def test_documents_named_in_sources_exist():
    missing = {}
    for module in modules("src/") + modules("scripts/"):
        whole, numbers = _named_documents(module.text)
        gone = {name for name in whole if not (ROOT / name).is_file()} | {name for name in numbers if not _is_decision(name)}
        if gone:
            missing[module.path] = sorted(gone)
    assert missing == {}, "\n".join(f"{path}: {names}" for path, names in missing.items())


def test_decisions_are_found_by_number_and_by_name():
    text = "See docs/decisions/0002 and 0006;\ndocs/decisions/0003-one-file-per-kind.md, 0004-unknown-things-are-kept.md."
    assert _named_documents(text) == (
        {"docs/decisions/0003-one-file-per-kind.md"},
        {"0002", "0006", "0003-one-file-per-kind.md", "0004-unknown-things-are-kept.md"},
    )


@pytest.mark.parametrize("name", DECISIONS)
def test_decision_keeps_its_form(name):
    text = text_of(name)
    number = int(name.rsplit("/", 1)[1][:4])
    assert (re.findall(r"^## (.+)$", text, flags=re.MULTILINE), len(text.splitlines()) <= 60) == (PARTS, True)
    assert text.startswith(f"# {number:04d} ")


def test_decisions_are_numbered_without_gap():
    assert [name.rsplit("/", 1)[1][:4] for name in DECISIONS] == [f"{number:04d}" for number in range(1, len(DECISIONS) + 1)]


def test_decisions_are_listed_in_their_index():
    listed = re.findall(r"\]\((\d{4}-[a-z0-9-]+\.md)\)", text_of("docs/decisions/README.md"))
    assert listed == [name.rsplit("/", 1)[1] for name in DECISIONS]


def test_architecture_stays_one_page():
    text = text_of("docs/architecture.md")
    assert (text.count("```text"), 0 < len(text.splitlines()) <= 110) == (1, True)


def two_guesses(text):
    """The rows (question, files) of the two-guess list."""
    rows = re.findall(r"^\| (.+\?) \| (.+) \|$", text, flags=re.MULTILINE)
    return {question: re.findall(r"`([^`]+)`", files) for question, files in rows}


def test_two_guess_list_leads_to_files():
    rows = two_guesses(text_of("CONTRIBUTING.md"))
    assert len(rows) >= 20
    assert {q: files for q, files in rows.items() if not files or not all((ROOT / f).exists() for f in files)} == {}
