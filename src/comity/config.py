"""Settings: environment variables, read in this one place. docs/settings.md lists them.

- COMITY_HOME: the home that commands use without --home.
- COMITY_LANG: vi, zh-Hans or en; else the language of the session (LC_ALL, LC_MESSAGES, LANG); else en.
- COMITY_ZONE: the IANA zone of the office; else TZ, else the machine's own; else Etc/UTC.
- COMITY_DEBUG: 1 shows where a fault of the program itself happened.
- COMITY_MODEL_KEY: the key sent to a model that may be asked about a source.
- COMITY_CHROMIUM: the browser the tests start (tests only).
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from comity.record.language import LANGUAGES, Language

SETTINGS = ("COMITY_HOME", "COMITY_LANG", "COMITY_ZONE", "COMITY_DEBUG", "COMITY_MODEL_KEY", "COMITY_CHROMIUM")


def home_of(given: str | None, environ: Mapping[str, str] = os.environ) -> Path | None:
    """The home meant by --home or COMITY_HOME; None where neither names one."""
    named = given or environ.get("COMITY_HOME")
    return Path(named).expanduser() if named else None


def language_of(environ: Mapping[str, str] = os.environ) -> Language:
    """The language people are addressed in on the command line."""
    for name in ("COMITY_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        language = closest_language(environ.get(name, ""))
        if language:
            return language
    return Language("en")


def is_debugging(environ: Mapping[str, str] = os.environ) -> bool:
    """Whether a fault of the program shows its traceback."""
    return environ.get("COMITY_DEBUG", "") == "1"


def model_key(environ: Mapping[str, str] = os.environ) -> str:
    """The key that is sent to a model, and to nobody else; "" for none."""
    return environ.get("COMITY_MODEL_KEY", "").strip()


def closest_language(tag: str) -> Language | None:
    """Which of the three languages a tag such as vi_VN.UTF-8, zh-CN or en means; None for any other."""
    first = re.split(r"[-_.@]", tag)[0].lower()
    return next((language for language in LANGUAGES if language.split("-")[0] == first), None)


def zone_of(environ: Mapping[str, str] = os.environ, machine: Path = Path("/etc/timezone")) -> str:
    """The IANA zone entries are made in."""
    named = [environ.get("COMITY_ZONE", ""), environ.get("TZ", "").lstrip(":")]
    if machine.is_file():
        named.append(machine.read_text(encoding="ascii", errors="replace").strip())
    return next((zone for zone in named if _is_zone(zone)), "Etc/UTC")


def _is_zone(name: str) -> bool:
    try:
        return bool(name) and ZoneInfo(name) is not None
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
