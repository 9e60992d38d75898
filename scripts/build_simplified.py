"""Makes src/comity/simplified.tsv from the character table of OpenCC (package opencc-python-reimplemented, Apache-2.0).

Only single characters, and only those whose simplified form stands in the Basic Multilingual Plane: rarer
forms are unknown to some search tokenizers. Run it again when OpenCC is updated; the order is by code point.

    python scripts/build_simplified.py
"""

from importlib.resources import files
from pathlib import Path

TABLE = Path(__file__).resolve().parents[1] / "src/comity/simplified.tsv"
HEAD = "# traditional, simplified; from OpenCC's TSCharacters (Apache-2.0) by scripts/build_simplified.py\n"


def simplified() -> dict[str, str]:
    """The simplified form of each traditional character that has one of its own."""
    raw = files("opencc").joinpath("dictionary/TSCharacters.txt").read_text(encoding="utf-8")
    found = {}
    for row in raw.splitlines():
        traditional, _, forms = row.partition("\t")
        first = forms.split(" ")[0].strip()
        if len(traditional) == len(first) == 1 and first != traditional and ord(first) <= 0xFFFF:
            found[traditional] = first
    return found


if __name__ == "__main__":
    rows = [f"{traditional}\t{form}\n" for traditional, form in sorted(simplified().items())]
    TABLE.write_text(HEAD + "".join(rows), encoding="utf-8")
    print(f"{len(rows)} characters")
