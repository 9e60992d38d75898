"""Where Vietnamese puts a tone mark: hòa or hoà, ủy or uỷ, and by a slip of the finger qủa for quả."""

from __future__ import annotations

_PAIRS = (
    tuple(zip(["òa", "óa", "ỏa", "õa", "ọa"], ["oà", "oá", "oả", "oã", "oạ"], strict=True))
    + tuple(zip(["òe", "óe", "ỏe", "õe", "ọe"], ["oè", "oé", "oẻ", "oẽ", "oẹ"], strict=True))
    + tuple(zip(["ùy", "úy", "ủy", "ũy", "ụy"], ["uỳ", "uý", "uỷ", "uỹ", "uỵ"], strict=True))
    + (("uả", "ủa"),)
)


def other_tones(phrase: str) -> list[str]:
    """The same phrase with each tone mark that has two places in its other one; empty where none has."""
    out = {phrase}
    for old, new in _PAIRS:
        for one, other in ((old, new), (new, old)):
            if one == "ủa":
                continue  # của is no slip
            out |= {
                known.replace(one, other) for known in out if one in known and f"{one}n" not in known and f"{one}t" not in known
            }
    return sorted(out - {phrase})
