"""comity note: what people of a home note of an agreed item for themselves."""


def test_note_is_written_listed_and_removed(office):
    item = office.act("undertaking", "title.en=Open the ferry", "owners=self", "--id", "ferry")
    assert office("note", "ferry").err == "Nothing is noted of it here.\n"
    assert office("note", "ferry", "Ask the department first").out.endswith(") Ask the department first\n")
    told = office("note", "ferry", "--json").value
    assert (told["id"], [(note["number"], note["text"]) for note in told["notes"]]) == (item, [(1, "Ask the department first")])
    assert office("note", "ferry", "--remove", "1").out == ""
    assert office("note", "ferry", "--remove", "1").refused == "1 no_such_note"
    assert office("note", "north", "x").refused == "1 wrong_value"
