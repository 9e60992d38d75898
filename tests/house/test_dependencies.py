"""What we build on is pinned by hash, comes from nowhere in particular, and has its reason written down."""

import re
import tomllib

from .tree import ROOT, text_of

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
LOCK = text_of("requirements.lock")


def _name(requirement):
    return re.match(r"[A-Za-z0-9._-]+", requirement)[0]


def _normal(name):
    return re.sub(r"[-_.]+", "-", name).lower()


def _wanted():
    return [_name(line) for line in PROJECT["project"]["dependencies"] + PROJECT["dependency-groups"]["dev"]]


def _locked():
    """Version and number of hashes by normal name."""
    found = {}
    for block in re.split(r"\n(?=[A-Za-z0-9])", re.sub(r"^#.*\n", "", LOCK, flags=re.MULTILINE).strip()):
        name, version = re.match(r"([A-Za-z0-9._-]+)==(\S+)", block).groups()
        found[_normal(name)] = (version, len(re.findall(r"--hash=sha256:[0-9a-f]{64}", block)))
    return found


def test_every_locked_part_has_hashes_and_an_honest_version():
    assert {name: part for name, part in _locked().items() if part[1] == 0 or "999" in part[0].split(".")} == {}


def test_lock_holds_every_part_that_is_wanted():
    assert [name for name in _wanted() if _normal(name) not in _locked()] == []


def test_lock_names_no_address():
    lines = [line for line in LOCK.splitlines() if re.search(r"://|^\s*-(?!-hash)", line) or " @ " in line]
    assert lines == []


def test_every_dependency_has_its_reason():
    reasons = text_of("docs/decisions/0013-dependencies.md") + text_of("docs/decisions/0023-parts-for-working-here.md")
    assert [name for name in _wanted() if f"**{name}**" not in reasons] == []
