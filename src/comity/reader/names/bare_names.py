"""Names of places without the word that says what they are: reports write Vân Khê where a party is called Khu Vân Khê."""

from __future__ import annotations

import re

_BEFORE = re.compile(r"(?:khu tự trị|tỉnh|khu|thành phố|thị xã|huyện|xã|châu)\s+(?=\S)", re.IGNORECASE)
_AFTER = re.compile(
    r"\s+(?:autonomous (?:region|prefecture|county)|province|region|prefecture|municipality|city|district|county|commune|town)$",
    re.IGNORECASE,
)
_HAN_AFTER = re.compile(r"(?<=[\u3400-\u9fff]{2})(?:自治区|自治州|自治县|地区|省|州|市|区|县|乡|镇)$")


def bare_name(name: str) -> str:
    """The name without its unit in Vietnamese, English or Chinese; unchanged where there is none, or nothing else."""
    before = _BEFORE.match(name)
    bare = name[before.end() :] if before else name
    return _HAN_AFTER.sub("", _AFTER.sub("", bare)).strip() or name
