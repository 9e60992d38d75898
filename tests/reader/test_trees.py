import pytest

from comity.reader.labelling.trees import likelihood, tree_of


def test_a_row_goes_to_one_leaf_of_each_tree_and_a_bound_belongs_to_the_low_side():
    trees = [tree_of([0, 0.5, -2.0, [1, 3.0, 1, 4.0]]), tree_of(1.0)]
    found = [round(likelihood(trees, row), 4) for row in ([0.5, 9.0], [0.6, 3.0], [0.6, 3.1])]
    assert found == [0.2689, 0.8808, 0.9933]


def test_without_trees_nothing_is_likelier_than_its_contrary():
    assert likelihood((), [1.0]) == 0.5


def test_far_odds_are_still_a_share():
    assert (likelihood([tree_of(9e9)], []), likelihood([tree_of(-9e9)], [])) == (1.0, pytest.approx(0.0, abs=1e-12))


@pytest.mark.parametrize("found", ["a", [0, 1.0, 2.0], None, [0, 1.0, 2.0, "b"]])
def test_what_is_no_tree_is_refused(found):
    with pytest.raises((TypeError, ValueError)):
        tree_of(found)
