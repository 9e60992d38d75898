from .rules import label_faults
from .tree import Module, modules


def test_labels_hold_three_languages():
    assert [fault for module in modules() for fault in label_faults(module)] == []


def test_planted_gaps_are_found():
    source = [
        'Labels("a", "b", "")',
        'Labels("a", "b")',
        'Labels("a", vi="b", zh_hans="c")',
        'Labels("a", "b", "文")',
        'Labels("字", "b", "文")',
        'Labels("文", "b", "文")',
    ]
    assert label_faults(Module("a.py", "\n".join(source))) == [
        "a.py:1 leaves a language empty",
        "a.py:2 does not give en, vi and zh-Hans as plain strings",
        "a.py:3 has a language in the wrong place",
        "a.py:5 has a language in the wrong place",
    ]
