"""Boosted decision trees as data: how likely something is, from a row of numbers.

A tree is a number, or `[column, most, low, high]`: `low` is the tree for rows whose number in that column is `most` or less.
The sum of what all trees give is the log of the odds.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TypeAlias

Tree: TypeAlias = float | tuple[int, float, "Tree", "Tree"]


def tree_of(found: object) -> Tree:
    """A tree as JSON holds it. Raises: TypeError."""
    if isinstance(found, int | float):
        return float(found)
    if not isinstance(found, list):
        raise TypeError(found)
    column, most, low, high = found
    return int(column), float(most), tree_of(low), tree_of(high)


def likelihood(trees: Sequence[Tree], row: Sequence[float]) -> float:
    """Between 0 and 1; 0.5 without trees."""
    return logistic(sum(_leaf(tree, row) for tree in trees))


def logistic(odds: float) -> float:
    """What a log of odds is between 0 and 1."""
    return 1 / (1 + math.exp(-max(-40.0, min(40.0, odds))))


def _leaf(tree: Tree, row: Sequence[float]) -> float:
    while not isinstance(tree, float):
        column, most, low, high = tree
        tree = low if row[column] <= most else high
    return tree
