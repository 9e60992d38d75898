from .rules import impure
from .tree import Module, modules


def test_record_and_kinds_reach_no_clock_chance_or_machine():
    found = [fault for room in ("record", "kinds") for module in modules(f"src/comity/{room}/") for fault in impure(module)]
    assert found == []


def test_planted_clock_and_disk_are_found():
    module = Module("a.py", "import os.path\nfrom uuid import uuid4\nfrom datetime import datetime\n\nx = datetime.now()\n")
    assert impure(module) == ["a.py:1 imports os.path", "a.py:2 imports uuid", "a.py:5 calls .now"]
