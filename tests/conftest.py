"""What every test shares: where the real sources are, if they are here, and that no test leaves this machine."""

from pathlib import Path

SHARED = Path(__file__).resolve().parents[1].parent / "shared"

collect_ignore_glob = [] if SHARED.is_dir() else ["**/test_real_*.py"]


def pytest_report_header() -> str:
    if SHARED.is_dir():
        return "real sources: found beside this checkout, the tests on them are collected"
    return "real sources: not here, the tests on them are not collected"
