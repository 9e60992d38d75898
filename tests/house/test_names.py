from .rules import banned_words
from .tree import kept_files


def test_paths_say_what_is_there():
    # the name of a decision is a sentence, not a place
    paths = [path for path in kept_files() if not path.startswith("docs/decisions/")]
    assert {path: banned_words(path) for path in paths if banned_words(path)} == {}


def test_banned_words_are_found_in_any_part_of_a_path():
    assert [
        banned_words(path) for path in ("src/comity/common/x.py", "src/a/file_helpers.py", "docs/base.md", "a/database.py")
    ] == [
        ["common"],
        ["helpers"],
        ["base"],
        [],
    ]
