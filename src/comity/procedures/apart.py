"""Opens files nobody trusts in a process of their own, which is ended when it takes too long or too much.

- The process gets the bytes through its input and gives back an extract, a picture or a file from inside; nothing else comes
  out of it.
- It has a limit of time, of processor and of memory, and a folder for passing files that goes with it.
- Its end, however it comes, is one refusal: the others of the batch go on, and nothing half-read is kept.

Source: docs/decisions/0024-files-are-opened-apart.md.
"""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
import tempfile

from comity.reader.files.extract import Extract, as_json, of_json
from comity.reader.files.sheet import MOST_SCANS
from comity.record.errors import BrokenDocument, ComityError, ReadingTooLong, ScansNotRead, every_error

SECONDS = 60
SECONDS_FOR_SCANS = 900
MOST_MEMORY = 3_000_000_000
MOST_INSIDE = 16_000_000
_REFUSED = 3
_THERE, _NOT_THERE = b"+", b"-"
_FORMS = {"application/pdf": "PDF", "image/png": "PNG", "image/jpeg": "JPEG", "image/tiff": "TIFF"}


def extract_apart(raw: bytes, media: str, *, name: str, scans: int = MOST_SCANS) -> Extract:
    """What is taken out of a file; of scanned pages the first `scans` are read, where tesseract is installed.

    Raises: ReadingTooLong, and what `take_out` raises.
    """
    try:
        return of_json(_run(raw, media, ("text", "0"), name=name, seconds=SECONDS))
    except ScansNotRead:
        from comity.procedures.recognise_text import SECONDS_A_PAGE, is_installed

        if not scans or not is_installed():
            raise
        seconds = min(SECONDS_FOR_SCANS, SECONDS + scans * SECONDS_A_PAGE)
        return of_json(_run(raw, media, ("scans", str(scans)), name=name, seconds=seconds))


def draw_apart(raw: bytes, media: str, number: int, *, name: str) -> bytes:
    """A page or picture, counted from 1, as a PNG. Raises: ReadingTooLong, and what `draw_page` raises."""
    return _run(raw, media, ("picture", str(number)), name=name, seconds=SECONDS)


def inside_apart(raw: bytes, media: str, wanted: str, *, name: str) -> bytes | None:
    """The file called `wanted` inside a PDF; None for none. Raises: ReadingTooLong, and what `file_inside` raises."""
    out = _run(raw, media, ("inside", wanted), name=name, seconds=SECONDS)
    return out[1:] if out[:1] == _THERE else None


def _run(raw: bytes, media: str, task: tuple[str, str], *, name: str, seconds: int) -> bytes:
    # A file may be called anything; the name is only said, so it goes through JSON.
    command = [sys.executable, "-I", "-m", __name__, *task, media, json.dumps(name), str(seconds)]
    with tempfile.TemporaryDirectory(prefix="comity-") as folder:
        surroundings = os.environ | {"TMPDIR": folder, "OMP_THREAD_LIMIT": "1"}
        with subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=surroundings,
            start_new_session=True,
        ) as process:
            try:
                out, _ = process.communicate(raw, timeout=seconds)
            except subprocess.TimeoutExpired as problem:
                raise ReadingTooLong(name=name, seconds=seconds) from problem
            finally:
                _end(process)
    if process.returncode == 0:
        return out
    if process.returncode == _REFUSED:
        said = json.loads(out)
        raise every_error()[said["code"]](**said["values"])
    if process.returncode == -getattr(signal, "SIGXCPU", signal.SIGTERM):
        raise ReadingTooLong(name=name, seconds=seconds)
    raise BrokenDocument(name=name, form=_FORMS.get(media, "DOCX"))


def _end(process: subprocess.Popen[bytes]) -> None:
    """Ends the process and whatever it started."""
    if hasattr(os, "killpg"):
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()


def _limit(seconds: int) -> None:
    """Sets what this process may use, where the system can."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 5))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _answer(task: str, what: str, media: str, name: str) -> bytes:
    from comity.reader.files.taking_out import draw_page, take_out

    raw = sys.stdin.buffer.read()
    if task == "inside":
        from comity.reader.files.inside import file_inside

        found = file_inside(raw, what, most=MOST_INSIDE, name=name)
        return _NOT_THERE if found is None else _THERE + found
    if task == "picture":
        return draw_page(raw, media, int(what), name=name)
    scanner = None
    if task == "scans":
        from comity.procedures.recognise_text import Tesseract

        scanner = Tesseract(int(what))
    return as_json(take_out(raw, media, name=name, scanner=scanner)).encode()


def main(task: str, what: str, media: str, name: str, seconds: str) -> int:
    """Does one task of the process that stands apart; returns its exit code."""
    out, sys.stdout = sys.stdout.buffer, sys.stderr
    _limit(int(seconds))
    try:
        out.write(_answer(task, what, media, json.loads(name)))
    except ComityError as refused:
        out.write(json.dumps({"code": refused.code, "values": refused.values}).encode())
        return _REFUSED
    finally:
        out.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
