def test_language_is_added_to_what_a_thing_says(office):
    office.act("undertaking", "title.vi=Mở lại bến phà", "--id", "ferry")
    assert office("translate", "ferry", "--lang", "en", "--text", "Reopen the ferry").id
    assert office("translate", "ferry", "--lang", "zh-Hans", "--standing", "machine", "--text", "恢复渡口").id
    assert office.show("ferry")["fields"]["title"] == [
        {"lang": "en", "standing": "official", "text": "Reopen the ferry"},
        {"lang": "vi", "standing": "authentic", "text": "Mở lại bến phà"},
        {"lang": "zh-Hans", "standing": "machine", "text": "恢复渡口"},
    ]


def test_what_cannot_be_added_is_refused(two):
    two.text("ferry-1", "ferry", "It opens.")
    said = [
        two("translate", name, "--lang", lang, "--text", "x", *more).refused
        for name, lang, more in (
            ("ferry-1", "vi", ()),
            ("ferry", "en", ()),
            ("ferry", "vi", ("--field", "form")),
            ("ferry", "vi", ("--field", "nothing")),
            ("nowhere", "vi", ()),
            ("ferry", "fr", ()),
        )
    ]
    assert said == [
        "1 texts_are_not_translated",
        "1 language_is_there",
        "1 not_a_wording",
        "1 unknown_field",
        "1 unknown_thing",
        "2 mistyped",
    ]
