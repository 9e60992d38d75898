"""Makes src/comity/simplified.tsv from the character table of OpenCC (package opencc-python-reimplemented, Apache-2.0).

Forms usual in one region only (TWVariants, HKVariants) fold to the same character. Only single characters, and only those
whose simplified form stands in the Basic Multilingual Plane: rarer forms are unknown to some search tokenizers. Run it again
when OpenCC is updated; the order is by code point.

    python scripts/build_simplified.py
"""

from importlib.resources import files
from pathlib import Path

TABLE = Path(__file__).resolve().parents[1] / "src/comity/simplified.tsv"
HEAD = "# traditional, simplified; from OpenCC's tables of characters (Apache-2.0) by scripts/build_simplified.py\n"
# In names of places, and in none of OpenCC's tables.
OTHERS = {"瑯": "琅", "邨": "村"}


def simplified() -> dict[str, str]:
    """The simplified form of each traditional character that has one of its own."""
    found = dict(OTHERS)
    for traditional, forms in _rows("TSCharacters"):
        if len(traditional) == len(forms[0]) == 1 and forms[0] != traditional and ord(forms[0]) <= 0xFFFF:
            found[traditional] = forms[0]
    for name in ("TWVariants", "HKVariants"):
        for usual, forms in _rows(name):
            for form in (usual, *forms):
                plain = next((found.get(one, one) for one in (usual, *forms) if _is_plain(found.get(one, one))), form)
                if not _is_plain(form) and plain != form:
                    found.setdefault(form, plain)
    return found


def _rows(name: str) -> list[tuple[str, list[str]]]:
    raw = files("opencc").joinpath(f"dictionary/{name}.txt").read_text(encoding="utf-8")
    return [(row.partition("\t")[0], row.partition("\t")[2].split()) for row in raw.splitlines() if "\t" in row]


def _is_plain(character: str) -> bool:
    """Whether it is one of the usual simplified characters (GB 2312)."""
    try:
        return len(character.encode("gb2312")) == 2
    except UnicodeEncodeError:
        return False


if __name__ == "__main__":
    rows = [f"{traditional}\t{form}\n" for traditional, form in sorted(simplified().items())]
    TABLE.write_text(HEAD + "".join(rows), encoding="utf-8")
    print(f"{len(rows)} characters")
