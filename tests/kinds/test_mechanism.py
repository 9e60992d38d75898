from .world import B, enter, example, view, wording

OPENING = enter("mechanism", example("mechanism"))
ID = OPENING.entry.id


def session(index, party=B, **fields):
    return enter("session", {"title": wording("x"), "mechanism": [ID], **fields}, party=party, index=index)


def test_no_sessions_yet():
    assert view(OPENING) == {"sessions": [], "parts": []}


def test_sessions_by_edition_and_day():
    tenth, ninth = session(2, edition=10, starts_on="2025-02"), session(3, edition=9, starts_on="2024-02-28")
    unnumbered, again = session(4), session(5, edition=10, starts_on="2025-01-30")
    part = enter("mechanism", {"name": wording("group"), "part_of": [ID]}, index=7)
    rows = [(0, "", unnumbered), (9, "2024-02-28", ninth), (10, "2025-01-30", again), (10, "2025-02", tenth)]
    assert view(OPENING, tenth, again, part, ninth, unnumbered) == {
        "sessions": [{"edition": edition, "starts_on": day, "session": act.entry.id} for edition, day, act in rows],
        "parts": [part.entry.id],
    }
