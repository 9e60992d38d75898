import re
import shutil
import socket
import subprocess
import sys
import urllib.request
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from .office import Office, comity


@contextmanager
def serving(*words):
    """The address at which a command serves; the command is ended afterwards."""
    command = [str(Path(sys.executable).with_name("comity")), *map(str, words), "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        try:
            yield process.stdout.readline().strip()
        finally:
            process.terminate()


def page(address):
    with urllib.request.urlopen(address, timeout=20) as answer:
        return answer.read().decode()


def test_serve_shows_the_home_on_this_machine_only(office):
    with serving("serve", "--home", office.home) as address:
        assert re.fullmatch(r"http://127\.0\.0\.1:\d+/", address)
        assert "North province" in page(f"{address}search?q=north") or "Comity" in page(address)


@contextmanager
def running(homes, port=0):
    """The two addresses at which `run` serves, and what it said; it is ended afterwards."""
    command = [str(Path(sys.executable).with_name("comity")), "run", "--homes", str(homes), "--port", str(port)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        try:
            yield process.stdout.readline().strip(), process.stdout.readline().strip(), process
        finally:
            process.terminate()


@pytest.fixture(scope="session")
def made(tmp_path_factory):
    """Both homes as a start makes them after a first one that was interrupted; tests take a copy."""
    homes = tmp_path_factory.mktemp("made") / "homes"
    with pytest.MonkeyPatch.context() as settings:
        settings.setenv("XDG_STATE_HOME", str(homes.parent / "state"))
        settings.setenv("COMITY_LANG", "en")
        _interrupt(homes)
        with running(homes):
            pass
    return homes


def _interrupt(homes):
    """Kills a first start while it makes the sample."""
    command = [str(Path(sys.executable).with_name("comity")), "run", "--homes", str(homes), "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        process.stderr.readline()
        while not (homes / "sample.new").is_dir():
            assert process.poll() is None
        process.kill()
    assert [path.name for path in homes.iterdir() if not path.name.startswith(".")] == ["sample.new"]


@pytest.fixture
def homes(made, tmp_path):
    return Path(shutil.copytree(made, tmp_path / "homes"))


@dataclass(frozen=True)
class Started:
    """A start on a copy of both homes that goes on: where the homes are, its two addresses, and what it said."""

    homes: Path
    addresses: tuple[str, str]
    said: str

    @property
    def state(self):
        return self.homes.parent / "state"


@pytest.fixture(scope="module")
def started(made, tmp_path_factory):
    """For tests that only look; the homes were made elsewhere."""
    homes = shutil.copytree(made, tmp_path_factory.mktemp("started") / "homes")
    with pytest.MonkeyPatch.context() as settings:
        settings.setenv("XDG_STATE_HOME", str(homes.parent / "state"))
        settings.setenv("COMITY_LANG", "en")
        with running(homes) as (first, second, process):
            yield Started(homes, (first, second), "".join(process.stderr.readline() for _ in range(3)))


def _says(page):
    return [f'<p class="which {name}">' in page for name in ("sample", "invented")]


def _demand_both(first, second):
    there, beside = page(first), page(second)
    assert (_says(there), _says(beside)) == ([True, False], [False, True])
    assert (f'<a href="{second}">' in there, f'<a href="{first}">' in beside) == (True, True)
    assert (f'<a href="{second}">' in page(f"{first}check"), _says(page(f"{second}agreed/"))) == (True, [False, True])


def test_run_opens_on_the_sample_with_the_invented_parties_beside_it(started, monkeypatch):
    """The homes were made elsewhere: a copy is awake, too, and so it is when it starts again."""
    monkeypatch.setenv("XDG_STATE_HOME", str(started.state))
    _demand_both(*started.addresses)
    with running(started.homes) as (first, second, _process):
        _demand_both(first, second)
    assert Office(started.homes / "invented")("act", "undertaking", "--as", "thanh-lac", "title.en=Goes on").id
    assert Office(started.homes / "sample")("act", "undertaking", "--as", "observer", "title.en=Goes on").id


def test_run_builds_the_bulletin_of_each_and_says_where(started):
    for address in started.addresses:
        assert '<a href="/bulletin/">Bulletin</a>' in page(address)
        assert "Bản tin hợp tác" in page(f"{address}bulletin/vi/index.html")
        assert f"{address}bulletin/" in started.said
    assert "Open on working days since 3 November 2025." in "".join(
        path.read_text("utf-8") for path in (started.homes / "invented-bulletin/en").glob("*.html")
    )


def test_homes_served_by_themselves_say_what_they_show(homes, office):
    with serving("serve", "--home", homes / "invented") as address:
        assert (_says(page(address)), "Beside it" in page(address)) == ([False, True], False)
    with serving("serve", "--home", office.home) as address:
        assert 'class="which' not in page(address)


def test_an_interrupted_first_start_leaves_nothing_half_made(made, started):
    assert sorted(path.name for path in made.iterdir()) == ["invented", "invented-bulletin", "sample", "sample-bulletin"]
    assert [_says(page(address)) for address in started.addresses] == [[True, False], [False, True]]


@pytest.fixture
def plain_homes(tmp_path):
    """Two homes with one party each under the names of those that show Comity: they start at once."""
    for name in ("sample", "invented"):
        home = Office(tmp_path / "homes" / name)
        assert home("init").code == 0
        home.own(name)
    return tmp_path / "homes"


def test_where_the_next_port_is_taken_another_is_chosen(plain_homes):
    with socket.create_server(("127.0.0.1", 0)) as taken, socket.socket() as free:
        number = taken.getsockname()[1] - 1
        free.bind(("127.0.0.1", number))
        free.close()
        with running(plain_homes, port=number) as (first, second, _process):
            assert (first, second != f"http://127.0.0.1:{number + 1}/") == (f"http://127.0.0.1:{number}/", True)
            assert f'<a href="{second}">' in page(first)


def test_a_taken_port_is_said_by_run_in_one_sentence(plain_homes):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = comity("run", "--homes", plain_homes, "--port", port)
    assert (done.code, done.out) == (1, "")
    assert done.err.splitlines()[-1].endswith("; choose another port. [port_taken]")


def test_run_with_sources_keeps_a_home_of_their_own(tmp_path):
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports" / "one.txt").write_text("Thanh Lac and Van Khe agreed to open the ferry in May 2026.")
    for _ in range(2):
        with serving("run", "--homes", tmp_path / "homes", "--sources", tmp_path / "reports") as address:
            assert "Comity" in page(address)
    (home,) = (tmp_path / "homes").iterdir()
    assert home.name.startswith("sources-")
    rows = Office(home)("drafts", "list", "--json").value
    assert {row["state"] for row in rows} == {"open"}
    assert len({row["source"] for row in rows}) == 1


def test_a_taken_port_is_said(office):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        said = office("serve", "--port", port)
    assert (said.code, said.err) == (
        1,
        f"comity: Port {port} of this machine is taken by another program; choose another port. [port_taken]\n",
    )
