"""An item on its whole way, told on the command line."""

import json

from .office import apart


def state(office, name):
    shown = office.show(name)
    return shown["in_force"], sorted(shown["signed_by"]), sorted(shown["missing"])


def test_item_is_in_force_when_all_named_have_signed_one_text(two):
    assert state(two, "ferry") == (False, [], ["north", "south"])
    two.text("ferry-1", "ferry", "It opens on weekdays.")
    assert state(two, "ferry-1") == (False, [], ["north", "south"])
    two("sign", "ferry-1", "--as", "north")
    assert state(two, "ferry-1") == state(two, "ferry") == (False, ["north"], ["south"])
    assert two.show("ferry-1")["status"] == "signed"
    two("sign", "ferry-1", "--as", "south")
    assert state(two, "ferry-1") == state(two, "ferry") == (True, ["north", "south"], [])
    shown = two.show("ferry")
    assert (shown["text_in_force"], [text["status"] for text in shown["texts"]]) == (shown["texts"][0]["text"], ["in_force"])


def test_superseding_text_takes_over_when_all_have_signed_it(two):
    two.text("ferry-1", "ferry", "It opens on weekdays.")
    for party in ("north", "south"):
        two("sign", "ferry-1", "--as", party)
    two.text("ferry-2", "ferry", "It opens every day.", by="south", supersedes="ferry-1")
    two("sign", "ferry-2", "--as", "south")
    assert [state(two, name)[0] for name in ("ferry", "ferry-1", "ferry-2")] == [True, True, False]
    two("sign", "ferry-2", "--as", "north")
    assert [state(two, name)[0] for name in ("ferry", "ferry-1", "ferry-2")] == [True, False, True]
    assert two.show("ferry-1")["status"] == "amended"
    assert two("verify").code == 0


def test_rival_of_a_signed_text_cannot_be_signed_until_a_text_supersedes_both(two):
    two.text("weekdays", "ferry", "On weekdays.")
    two.text("mornings", "ferry", "In the mornings.", by="south")
    two("sign", "weekdays", "--as", "north")
    two("sign", "mornings", "--as", "south")
    heads = two.heads()
    assert two("sign", "mornings", "--as", "north").refused == "1 signed_rival"
    assert two("act", "signature", "--as", "south", "text=weekdays").refused == "1 signed_rival"
    assert two.heads() == heads
    two.text("both", "ferry", "On weekday mornings.", supersedes="weekdays,mornings")
    for party in ("north", "south"):
        assert two("sign", "both", "--as", party).id
    assert state(two, "ferry") == (True, ["north", "south"], [])
    assert two("verify", "--json").value["findings"] == []


def test_refusal_after_a_signature_is_kept_and_undoes_nothing(two):
    two.text("ferry-1", "ferry", "It opens.")
    assert two("refuse", "ferry-1", "--as", "south", "--why", "too early").id
    assert two.show("ferry-1")["refused_by"] == ["south"]
    for party in ("north", "south"):
        two("sign", "ferry-1", "--as", party)
    assert two("refuse", "ferry-1", "--as", "north").id
    shown = two.show("ferry-1")
    assert (shown["in_force"], sorted(shown["refused_by"])) == (True, ["north", "south"])
    assert [found["code"] for found in two("verify", "--json").value["findings"]] == ["refused_after_signing"]


def test_only_authorised_keys_sign(two, tmp_path):
    two.text("ferry-1", "ferry", "It opens.")
    key, stranger = tmp_path / "ha.key", tmp_path / "stranger.key"
    assert two("authorize", "--as", "north", "--person", "Lương Ngân Hà", "--key", key, "--may", "sign").id
    two("authorize", "--as", "south", "--person", "童雅岚", "--key", stranger)
    heads = two.heads()
    assert two("sign", "ferry-1", "--as", "north", "--key", stranger).refused == "1 not_authorised"
    assert two("act", "initialling", "--as", "north", "text=ferry-1", "--key", key).refused == "1 not_authorised"
    assert two.heads() == heads
    assert two("sign", "ferry-1", "--as", "north", "--key", key).id
    assert state(two, "ferry-1") == (False, ["north"], ["south"])


def test_power_to_authorise_can_be_given_on_and_taken_away(two, tmp_path):
    two.text("ferry-1", "ferry", "It opens.")
    chief, clerk = tmp_path / "chief.key", tmp_path / "clerk.key"
    two("authorize", "--as", "north", "--person", "Chief", "--key", chief, "--may", "authorise")
    assert two("authorize", "--as", "north", "--person", "Clerk", "--key", clerk, "--by", chief).id
    assert (
        two("authorize", "--as", "north", "--person", "X", "--key", tmp_path / "x", "--by", clerk).refused == "1 not_authorised"
    )
    two("authorize", "--as", "north", "--person", "Clerk", "--key", clerk, "--until", "2020-01-01")
    assert two("sign", "ferry-1", "--as", "north", "--key", clerk).refused == "1 not_authorised"


def test_signature_that_could_have_no_effect_is_not_entered(two):
    two.own("west")
    two.text("ferry-1", "ferry", "It opens.")
    two("sign", "ferry-1", "--as", "north")
    two.act("text", "item=ferry", "open_until=2020-01-01", "clauses.en=Too late.", "--id", "late")
    heads = two.heads()
    assert two("sign", "ferry-1", "--as", "west").refused == "1 not_named_in_text"
    assert two("refuse", "ferry-1", "--as", "west").refused == "1 not_named_in_text"
    assert two("sign", "ferry-1", "--as", "north").refused == "1 signed_already"
    assert two("sign", "late", "--as", "south").refused == "1 text_not_open"
    assert two("sign", "ferry", "--as", "north").refused == "1 wrong_thing"
    assert two.heads() == heads


def test_text_names_every_party_of_its_item(two):
    assert two(
        "act", "text", "--as", "north", "item=ferry", "open_until=2099-12-31", "clauses.en=X", "parties=north"
    ).refused == ("1 wrong_value")


def test_text_that_ended_is_no_longer_in_force_and_revives_nothing(two):
    two.text("ferry-1", "ferry", "It opens.")
    terms = ["item=ferry", "open_until=2099-12-31", "supersedes=ferry-1", "clauses.en=Until 2025."]
    two.act("text", *terms, "ends_on=2025-12-31", "--id", "ended")
    for text in ("ferry-1", "ended"):
        for party in ("north", "south"):
            two("sign", text, "--as", party)
    assert [two.show(name)["in_force"] for name in ("ferry", "ferry-1", "ended")] == [False, False, False]
    assert [two.show(name)["status"] for name in ("ferry-1", "ended")] == ["amended", "expired"]


def test_withdrawal_ends_a_text_on_its_day(two):
    two.text("ferry-1", "ferry", "It opens.")
    for party in ("north", "south"):
        two("sign", "ferry-1", "--as", party)
    two.act("withdrawal", "text=ferry-1", "effective_on=2099-01-01")
    assert (two.show("ferry-1")["in_force"], two.show("ferry-1")["withdrawn"]) == (
        True,
        [{"party": "north", "effective_on": "2099-01-01"}],
    )
    two.act("withdrawal", "text=ferry-1", "effective_on=2020-01-01", by="south")
    assert (two.show("ferry-1")["in_force"], two.show("ferry-1")["status"]) == (False, "withdrawn")


def test_signature_on_paper_counts_for_its_own_party(two):
    two.text("ferry-1", "ferry", "It opens.")
    paper = {"text": "ferry-1", "scan": "ab" * 32, "originals": 2, "holder": "Archive"}
    two.act("paper_attestation", file=paper)
    assert state(two, "ferry-1") == (False, ["north"], ["south"])
    two("sign", "ferry-1", "--as", "south")
    assert state(two, "ferry-1") == (True, ["north", "south"], [])


def test_successor_signs_for_a_party_that_has_gone(two):
    two.own("west")
    two.text("ferry-1", "ferry", "It opens.")
    two.act("close", "successor=west", by="south")
    assert two("sign", "ferry-1", "--as", "west").refused == "1 not_named_in_text"
    two.act("succession", "old=south", "successor=west", "role=adopt", by="west")
    assert two("sign", "ferry-1", "--as", "west").id
    two("sign", "ferry-1", "--as", "north")
    assert state(two, "ferry") == (True, ["north", "south"], [])


def test_consent_is_told_to_people_in_their_language(two):
    two.text("ferry-1", "ferry", "It opens.")
    two("sign", "ferry-1", "--as", "north")
    lines = two("show", "ferry-1").out.splitlines()
    assert lines[0] == "text: It opens."
    assert {
        "  In force: no",
        "  Status: signed, not yet by all",
        "  Signed by: north",
        "  Signatures not here yet: south",
    } <= set(lines)


def test_progress_of_each_owner_stands_beside_the_others(two):
    two.act("undertaking", "title.en=Open the ferry", "owners=north,south", "--id", "open")
    assert [row["state"] for row in two.show("open")["progress"]] == ["", ""]
    two.act("progress", "undertaking=open", "owner=north", "state=done", "word=own")
    two.act("progress", "undertaking=open", "owner=south", "state=done", "word=told", "told_by=a letter")
    two.act("progress", "undertaking=open", "owner=south", "state=waiting", "waits_for=own_capital", "word=own", by="south")
    said = {row["owner"]: (row["state"], row["word"], row["party"]) for row in two.show("open")["progress"]}
    assert said == {"north": ("done", "own", "north"), "south": ("waiting", "own", "south")}


def test_without_the_other_book_nobody_can_say(two, tmp_path):
    """A home that holds only its own book and knows of the other's party by name."""
    two.text("ferry-1", "ferry", "It opens.")
    for party in ("north", "south"):
        two("sign", "ferry-1", "--as", party)
    two("export", "--party", "north", "--to", tmp_path / "book", "--for", "south")
    done = two("verify", "--book", tmp_path / "book", "--vkey", tmp_path / "book" / "vkey", "--json")
    alone = json.loads(done.out)
    assert alone["consent"] != two("verify", "--json").value["consent"]


def test_signing_in_a_process_of_its_own(two):
    two.text("ferry-1", "ferry", "It opens.")
    assert apart("sign", "ferry-1", "--home", two.home, "--as", "north").id
    assert two.show("ferry-1")["signed_by"] == ["north"]
