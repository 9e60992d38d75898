"""A square for machines (QR) that holds a line of text, as SVG: black on white, with the quiet border it needs.

Source: ISO/IEC 18004.
"""

from __future__ import annotations

import io


def square_of(text: str) -> str:
    """The square; the same text gives the same drawing. Some of it may be smudged."""
    import segno

    target = io.BytesIO()
    made = segno.make(text, error="m", micro=False, boost_error=True)
    made.save(
        target,
        kind="svg",
        xmldecl=False,
        svgns=True,
        light="#fff",
        border=2,
        scale=1,
        omitsize=True,
        svgclass=None,
        lineclass=None,
    )
    return target.getvalue().decode().strip()
