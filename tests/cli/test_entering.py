import json
import os
import stat

from comity.kinds import every_kind

from .office import ID, apart, comity


def test_init_makes_a_home_for_its_owner_only(tmp_path):
    done = comity("init", "--home", tmp_path / "home")
    assert (done.code, done.out) == (0, "")
    assert done.err == f"There is a home of Comity in {tmp_path / 'home'} now.\n"
    assert stat.S_IMODE(os.stat(tmp_path / "home").st_mode) == 0o700


def test_party_without_a_book_is_described_in_the_book_of_the_office(empty):
    party = empty("party", "add", "--id", "gx", "--iso", "CN-GX", "--name", "en=Guangxi", "--name", "zh-Hans=广西").id
    shown = empty.show("gx")
    assert (shown["id"], shown["party"], shown["fields"]["iso"], shown["label"]) == (party, "office", "CN-GX", "clear")
    assert shown["title"] == {"en": "Guangxi", "zh-Hans": "广西"}
    assert [head["size"] for head in empty.heads()] == [2]


def test_party_with_a_book_has_keys_and_a_charter(empty):
    party = empty("party", "add", "--id", "north", "--own", "--organ", "government", "--name", "vi=Bắc").id
    shown = empty.show("north")
    assert (shown["kind"], shown["party"], shown["fields"]["organ"]) == ("charter", "north", "government")
    assert len(list((empty.home / "keys").glob("*.pem"))) == 2
    assert empty.heads()[0]["party"] == party


def test_officer_key_kept_outside_the_home_is_needed_to_sign(empty, tmp_path):
    key = tmp_path / "officer.pem"
    empty.own("north", "--officer-key", key)
    assert stat.S_IMODE(key.stat().st_mode) == 0o600
    assert len(list((empty.home / "keys").glob("*.pem"))) == 1
    empty.act("item", "title.en=Ferry", "parties=north", "--id", "ferry")
    empty.text("ferry-1", "ferry", "It opens.")
    assert empty("sign", "ferry-1", "--as", "north").refused == "1 no_key_here"
    assert empty("sign", "ferry-1", "--as", "north", "--key", key).id
    assert empty.show("ferry-1")["in_force"] is True


def test_officer_key_goes_with_a_book(office, tmp_path):
    words = ("party", "add", "--id", "gx", "--name", "en=Guangxi", "--officer-key", tmp_path / "key.pem")
    assert office(*words).refused == "2 mistyped"


def test_act_in_words_in_a_file_and_on_standard_input(office, tmp_path):
    file = tmp_path / "act.json"
    file.write_text('{"title": {"vi": "Mở lại bến phà"}, "owners": ["self"]}', encoding="utf-8")
    first = office("act", "undertaking", "--as", "north", "--file", file).id
    second = office("act", "undertaking", "--as", "north", "--file", "-", given=file.read_bytes()).id
    third = office("act", "undertaking", "--as", "north", "title.vi=Mở lại bến phà", "owners=north").id
    rows = [office.show(entry) for entry in (first, second, third)]
    assert len({first, second, third}) == 3
    assert [row["fields"] for row in rows] == [rows[0]["fields"]] * 3
    assert rows[0]["title"] == {"vi": "Mở lại bến phà"}


def test_words_go_before_the_file(office, tmp_path):
    file = tmp_path / "act.json"
    file.write_text('{"title": {"en": "Ferry"}, "nature": "once", "kind": "undertaking"}')
    entry = office("act", "undertaking", "--as", "north", "nature=standing", "--file", file).id
    assert office.show(entry)["fields"]["nature"] == "standing"


def test_a_name_given_twice_makes_a_list(office):
    entry = office.act("undertaking", "title.en=Ferry", "areas=A05", "areas=A03")
    assert office.show(entry)["fields"]["areas"] == ["A05", "A03"]


def test_short_name_stands_for_an_id_everywhere(office):
    office.act("undertaking", "title.en=Ferry", "owners=north", "--id", "ferry")
    office.act("progress", "undertaking=ferry", "owner=north", "state=done", "word=own")
    assert office.show("ferry")["progress"][0]["state"] == "done"
    assert office("proof", "ferry").out.startswith("c2sp.org/tlog-proof@v1\n")


def test_short_names_that_would_be_mistaken_are_refused(office):
    for name in ("self", "0123456789abcdef", "@item", "a,b", "", "x" * 61, "a b"):
        done = office("act", "undertaking", "--as", "north", "title.en=Ferry", "--id", name)
        assert name == "" or done.refused == "1 wrong_value", name
    assert office("act", "undertaking", "--as", "north", "title.en=Ferry", "--id", "north").refused == "1 name_taken"
    assert office("list", "undertaking", "--json").value[0]["short"] == ""


def test_bare_wording_is_in_the_language_of_the_session(office):
    done = apart("act", "undertaking", "--home", office.home, "--as", "north", "title=Mở phà", COMITY_LANG="vi")
    assert office.show(done.id)["title"] == {"vi": "Mở phà"}


def test_kinds_are_listed_for_people_and_programs(empty):
    rows = comity("kinds", "--json").value
    assert [row["kind"] for row in rows] == list(every_kind())
    item = next(row for row in rows if row["kind"] == "item")
    assert item["labels"] == {"vi": "mục", "zh-Hans": "条目", "en": "item"}
    assert item["fields"] == ["title", "parties", "form", "session", "part_of", "proposal"]
    assert [line.split("\t")[0] for line in comity("kinds").out.splitlines()] == list(every_kind())


def test_template_of_every_kind_can_be_entered_unchanged(office):
    kinds = [row["kind"] for row in comity("kinds", "--json").value]
    assert kinds[-1] == "close"
    for kind in kinds:
        template = comity("act", kind, "--template")
        assert json.loads(template.out) == every_kind()[kind].example
        done = office("act", kind, "--as", "north", "--file", "-", given=template.out.encode())
        assert done.code == 0, (kind, done.err)
        assert ID.fullmatch(done.out), kind
    assert office("verify", "--json").value["findings"] == []
    assert office("act", "undertaking", "--as", "north", "title.en=Too late").refused == "1 book_closed"


def test_label_and_audience_are_given_or_follow_from_the_parties_named(two):
    two.own("west")
    by_default = two.show(two.act("undertaking", "title.en=Ferry", "owners=south"))
    narrowed = two.show(two.act("undertaking", "title.en=Ferry", "owners=south", "label=red", "audience=west"))
    public = two.show(two.act("undertaking", "title.en=Ferry", "owners=south", "label=clear"))
    assert [(row["label"], row["audience"]) for row in (by_default, narrowed, public)] == [
        ("amber", ["south"]),
        ("red", ["west"]),
        ("clear", []),
    ]
    assert two("act", "undertaking", "--as", "north", "title.en=X", "label=secret").refused == "1 wrong_value"
    assert two("act", "undertaking", "--as", "north", "title.en=X", "audience=ferry").refused == "1 wrong_thing"


def test_what_is_said_of_a_thing_goes_to_those_who_know_the_thing(two):
    entry = two.act("undertaking", "title.en=Ferry", "owners=north,south", "--id", "open-ferry")
    said = two.act("progress", "undertaking=open-ferry", "owner=south", "state=done", "word=own", by="south")
    assert two.show(entry)["audience"] == ["south"]
    with_it = two("show", said, "--json").value
    assert (with_it["kind"], with_it["party"], with_it["label"]) == ("progress", "south", "amber")


def test_erasure_entered_as_an_act_erases_too(office):
    entry = office.act("undertaking", "title.en=Mistaken words")
    office.act("erasure", f"entry={entry}", "why.en=by mistake")
    assert office.show(entry)["body"] == "erased"
    assert office("act", "erasure", "--as", "north", f"entry={entry}", "why.en=again").refused == "1 body_not_here"


def test_home_can_come_from_the_environment(office, monkeypatch):
    monkeypatch.setenv("COMITY_HOME", str(office.home))
    assert comity("act", "undertaking", "--as", "north", "title.en=Ferry").id


def test_correction_is_read_and_held_against_the_kind(two):
    two.act("undertaking", "title.en=Ferry", "nature=once", "owners=north", "--id", "open")
    two.act("correction", file={"thing": "open", "changes": {"title": {"vi": "Mở phà", "en": "Open the ferry"}, "due_on": 2027}})
    two.act("correction", "thing=open", "changes.nature=standing")
    shown = two.show("open")
    assert shown["title"] == {"vi": "Mở phà", "en": "Open the ferry"}
    assert (shown["fields"]["due_on"], shown["fields"]["nature"]) == ("2027", "standing")
    assert two("verify", "--json").value["findings"] == []


def test_correction_that_would_not_count_is_refused(two):
    two.act("undertaking", "title.en=Ferry", "owners=north", "--id", "open")
    two.text("ferry-1", "ferry", "It opens.")
    heads = two.heads()
    refused = {
        ("north", "open", "changes.nature=sometimes"): "1 wrong_value",
        ("north", "open", "changes.colour=red"): "1 unknown_field",
        ("north", "open", "changes.owners=south"): "1 wrong_value",
        ("south", "open", "changes.nature=once"): "1 not_its_own",
        ("north", "ferry-1", "changes.binds=true"): "1 wrong_thing",
        ("north", "open", "why.en=no change"): "1 missing_field",
    }
    for (party, thing, change), code in refused.items():
        assert two("act", "correction", "--as", party, f"thing={thing}", change).refused == code, change
    assert two.heads() == heads
