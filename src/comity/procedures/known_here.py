"""What a home adds to the reader: the places it knows, lines of a lexicon of its own, and whether its model ranks.

- It is plain data, so that processes of their own read by it too.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from comity.procedures.local_ranker import local_ranker
from comity.procedures.own_lexicon import own_lines
from comity.reader.labelling.deciders import Deciders
from comity.reader.labelling.weights import packaged
from comity.reader.words.gazetteer import Place
from comity.reader.words.lexicon import Lexicon, Line, lexicon_of
from comity.store.home import Home


@dataclass(frozen=True, slots=True)
class Known:
    """Places and lexicon lines beside those that come with Comity; `is_ranked`: the ranking model labels clauses.

    `published` is the day, month or year a person named for documents that do not say it themselves.
    """

    places: tuple[Place, ...] = ()
    own: tuple[Line, ...] = ()
    is_ranked: bool = False
    published: str = ""

    @property
    def lexicons(self) -> Callable[[str], Lexicon]:
        """The lexicon of each language with the own lines."""
        return partial(lexicon_of, own=self.own) if self.own else lexicon_of

    @property
    def deciders(self) -> Deciders:
        """The weights that come with Comity, which keep all that own lines find, and the ranking model where it is asked for.

        Raises: RankerMissing, RankerIsAnother.
        """
        weights = replace(packaged(), trusted=frozenset(line.rule for line in self.own))
        return Deciders(weights, local_ranker(), is_left_to_labeller=True) if self.is_ranked else Deciders(weights)


def known_here(home: Home | None, places: tuple[Place, ...], *, is_ranked: bool = False) -> Known:
    """What a home knows besides `places`; without a home nothing. Raises: BadLexicon, RankerMissing, RankerIsAnother."""
    if is_ranked:
        local_ranker()  # refused once and at once, not for every document
    return Known(places, own_lines(home) if home is not None else (), is_ranked)
