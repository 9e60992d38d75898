import pytest

from comity.reader.names.one_person import joined

from .reports_here import reading_of

REPORT = """Chen Gang meets the guests

Secretary of the Party Committee of Guangxi Chen Gang met the guests in Nanning. Mr. Trần Cương said that both sides
agreed to light the landing. Mr. Nguyen Van An thanked him."""


def test_one_person_named_in_two_languages_is_one():
    people = reading_of(REPORT).people
    assert [(person.id, person.name) for person in people] == [("P1", "Chen Gang"), ("P2", "Nguyen Van An")]


@pytest.mark.parametrize(
    ("names", "groups"),
    [
        ([], []),
        (["陈刚", "Li Jian", "Trần Cương", "Chen Gang"], [[0, 2, 3], [1]]),
        (["李健", "Li Jian", "李坚"], [[0], [1], [2]]),
        (["Li Kien", "Li Jian"], [[0], [1]]),
    ],
)
def test_only_what_is_sure_is_joined(names, groups):
    assert joined(names) == groups


@pytest.mark.parametrize(
    ("text", "pair", "confidence"),
    [
        ("The two sides agreed to upgrade the Tra Linh - Long Bang border gate pair.", ("Trà Lĩnh", "Longbang"), 0.9),
        ("The two sides agreed to upgrade the Tra Vinh - Longbang border gate pair.", ("Trà Lĩnh", "Longbang"), 0.6),
        ("The two sides agreed to open the Hoanh Mo - Dong Zhong border gate pair.", ("Hoành Mô", "Dongzhong"), 0.9),
        ("雙方同意開通橫模—峒中口岸。", ("Hoành Mô", "Dongzhong"), 0.9),
    ],
)
def test_gates_are_known_by_their_other_names(text, pair, confidence):
    assert [(gate.pair, gate.confidence) for gate in reading_of(text).gates] == [(pair, confidence)]
