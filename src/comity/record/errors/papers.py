"""Papers that cannot be printed."""

from __future__ import annotations

from comity.record.errors.refusal import StoreError


class FontsMissing(StoreError):
    code = "fonts_missing"
    sentence = "This cannot be printed without the letters {fonts}. Please install the Debian packages {packages}."
