import re
import socket
import subprocess
import sys
import urllib.request
from contextlib import contextmanager
from pathlib import Path

from .office import Office


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


def test_run_makes_the_invented_home_once(tmp_path):
    for _ in range(2):
        with serving("run", "--homes", tmp_path / "homes") as address:
            assert "Comity" in page(address)
    home = Office(tmp_path / "homes" / "invented")
    assert home("act", "undertaking", "--as", "thanh-lac", "title.en=Goes on").id


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
