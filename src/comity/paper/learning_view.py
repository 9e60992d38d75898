"""What a line of the home's own lexicon would change, in words."""

from __future__ import annotations

from comity.paper.translate import N_, Msgid, translate

MEASURES: dict[str, Msgid] = {
    "confirmed": N_("Clauses people confirmed here that are read"),
    "dropped": N_("Clauses people dropped here that are read again"),
    "cases": N_("Cases of this home read as they should be"),
    "clauses_50": N_("Clauses in the annotations (F1)"),
    "clauses_50_status": N_("Clauses with their status in the annotations (F1)"),
    "areas": N_("Areas in the annotations (F1)"),
}
WHY: dict[str, Msgid] = {
    "status": N_("The status was corrected: the act's words would stand for it."),
    "areas": N_("An area was added: which words show it?"),
    "dropped": N_("It was dropped: which longer phrase makes it no clause?"),
}


def measure_cells(name: str, before: int, after: int, of: int, lang: str) -> tuple[str, str, str]:
    """A measure as three cells: what it is, before, after."""
    shown = (
        (f"{before / 1000:.3f}", f"{after / 1000:.3f}")
        if of == 1000 and name not in ("confirmed", "dropped", "cases")
        else ("", "")
    )
    _ = translate(lang)
    words = _(MEASURES[name])
    return (
        (words, *shown)
        if shown[0]
        else (words, _("{count} of {all}", count=before, all=of), _("{count} of {all}", count=after, all=of))
    )
