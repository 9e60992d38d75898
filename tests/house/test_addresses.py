"""No file names a package registry or a path of the machine it was made on."""

import re

import pytest

from .tree import ROOT, kept_files

# Written as patterns, so that this file does not hold what it looks for.
HOSTS = re.compile(
    r"pypi\.(?:org|python\.org)|pythonhosted\.org|(?:registry|www)\.npmjs\.(?:org|com)|registry\.yarnpkg\.com"
    r"|(?:proxy|sum)\.golang\.org|static\.crates\.io|index\.crates\.io|rubygems\.org|conda\.anaconda\.org"
    r"|https?://[^\s/\"'<>]*(?:pypi|npm|nexus|artifactory)[^\s/\"'<>]*/"
    r"|(?:--|^\s*)(?:extra-)?index-url[ =]+\S|\"resolved\":\s*\"https?://",
    re.IGNORECASE | re.MULTILINE,
)
MACHINE = re.compile(r"(?<![\w.>)\]}-])/(?:work|root|home/[\w.-]+|Users/[\w.-]+)/|[A-Z]:\\+Users\\+\w")


def _held(pattern):
    found = {}
    for name in kept_files():
        hit = pattern.search((ROOT / name).read_bytes().decode("utf-8", errors="replace"))
        if hit:
            found[name] = hit.group()
    return found


def test_no_registry_host_stands_in_a_file():
    assert _held(HOSTS) == {}


def test_no_machine_path_stands_in_a_file():
    assert _held(MACHINE) == {}


@pytest.mark.parametrize(
    "parts", [("https://pypi", ".org/simple/"), ("files.python", "hosted.org"), ("--index", "-url https://x/")]
)
def test_registry_hosts_are_found(parts):
    assert HOSTS.search("".join(parts)) is not None


@pytest.mark.parametrize("parts", [("/wo", "rk/main"), ('"/ro', "ot/x"), ("file:///ho", "me/somebody/x")])
def test_machine_paths_are_found(parts):
    assert MACHINE.search("".join(parts)) is not None


@pytest.mark.parametrize(
    "text", ["docs/work/x", "https://example.org/work/x", "--no-emit-index-url --no-annotate", "size/root/x"]
)
def test_harmless_text_is_passed(text):
    assert (HOSTS.search(text), MACHINE.search(text)) == (None, None)
