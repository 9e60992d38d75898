from tests.conftest import LONGEST

from .tree import kept_files


def test_modules_that_come_first_are_there():
    assert [name for name in LONGEST if f"tests/{name}" not in kept_files()] == []
