"""What the public may see of a home: by consent of every party named, or as public reports say; and nothing else."""

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from comity.procedures.clock import Moment
from comity.procedures.enter_act import enter_act
from comity.procedures.erase_body import erase_body
from comity.procedures.hand import Hand
from comity.procedures.name_party import open_book
from comity.procedures.sign_text import sign_text
from comity.procedures.what_may_be_published import what_may_be_published
from comity.record.errors import BodyNotHere, NotAuthorised, WrongThing, WrongValue
from comity.store.home import Home

MOMENT = Moment("2026-11-22T03:04:05Z", "Asia/Ho_Chi_Minh")
LATER = Moment("2026-11-25T03:04:05Z", "Asia/Ho_Chi_Minh")
NOW = "2026-12-01T00:00:00Z"
ADDRESS = "https://example.org/ferry"
TITLE = {"vi": "Mở lại bến phà", "zh-Hans": "恢复渡口", "en": "Reopen the ferry"}
ALL = ["en", "vi", "zh-Hans"]


class Parties:
    """A home with parties, who enter and consent."""

    def __init__(self, folder, *names):
        self.home = Home.create(folder / "home", state_dir=folder / "state")
        for name in names:
            open_book(self.home, name, {"name": {"en": name.title()}}, moment=MOMENT)

    def enter(self, kind, short="", *, by="north", at=MOMENT, **given):
        return enter_act(self.home, kind, given, by=Hand(by, at), short=short)

    def consent(self, thing, *parties, stance="gives", versions=ALL, at=MOMENT, **more):
        for party in parties:
            self.enter("publication_consent", by=party, at=at, publishes=thing, stance=stance, versions=versions, **more)

    def shown(self, at=NOW):
        """What is shown, by short name."""
        with self.home.read() as reading:
            published = what_may_be_published(reading, at=at)
            return {reading.short_name_of(thing) or shown.kind: shown for thing, shown in published.things.items()}


@pytest.fixture
def two(tmp_path):
    parties = Parties(tmp_path, "north", "south")
    parties.enter("undertaking", "ferry", title=TITLE, owners=["north", "south"], due_on="2027-09")
    return parties


def test_it_takes_every_party_named(tmp_path):
    three = Parties(tmp_path, "north", "south", "east")
    three.enter("undertaking", "ferry", title=TITLE, owners=["north", "south", "east"])
    for party in ("north", "south", "east"):
        assert three.shown() == {}
        three.consent("ferry", party)
    shown = three.shown()["ferry"]
    assert ([part["lang"] for part in shown.fields["title"]], shown.publication.since) == (ALL, MOMENT.at)
    assert shown.row["label"] == "clear"


def test_only_the_language_versions_all_consented_to(two):
    two.consent("ferry", "north")
    two.consent("ferry", "south", versions=["vi"])
    assert two.shown() == {}
    two.consent("ferry", "north", versions=["vi"])
    assert two.shown()["ferry"].fields["title"] == [{"lang": "vi", "standing": "authentic", "text": TITLE["vi"]}]


def test_without_versions_every_language_is_meant(two):
    for party in ("north", "south"):
        two.enter("publication_consent", by=party, publishes="ferry", stance="gives")
    assert two.shown()["ferry"].publication.languages == tuple(ALL)


def test_not_before_the_latest_instant(two):
    two.consent("ferry", "north", not_before="2026-12-05T01:00:00Z")
    two.consent("ferry", "south", not_before="2026-12-09T01:00:00Z")
    assert [bool(two.shown(at)) for at in (NOW, "2026-12-09T00:59:59Z", "2026-12-09T01:00:00Z")] == [False, False, True]


def test_a_correction_is_a_new_version(two):
    two.consent("ferry", "north", "south")
    two.enter("correction", thing="ferry", changes={"due_on": "2027-12"})
    assert two.shown() == {}
    two.consent("ferry", "north", "south", at=LATER)
    shown = two.shown()["ferry"]
    assert (shown.fields["due_on"], shown.publication.versions) == ("2027-12", (MOMENT.at, LATER.at))
    assert [said["at"] for said in shown.row["statements"]] == [LATER.at]


def test_one_party_takes_it_back(two):
    two.consent("ferry", "north", "south")
    two.consent("ferry", "south", stance="withdraws")
    assert two.shown() == {}


def test_what_was_erased_is_gone_and_can_be_taken_back(two):
    two.consent("ferry", "north", "south")
    erase_body(two.home, "ferry", by=Hand("north", MOMENT), why="asked for")
    assert two.shown() == {}
    with pytest.raises(BodyNotHere):
        two.consent("ferry", "north")
    two.enter("publication_consent", by="south", publishes="ferry", stance="withdraws")
    assert two.shown() == {}


def test_a_consent_by_a_key_without_the_power_is_refused(two):
    hand = Hand("north", MOMENT, key=Ed25519PrivateKey.generate())
    with pytest.raises(NotAuthorised):
        enter_act(two.home, "publication_consent", {"publishes": "ferry", "stance": "gives"}, by=hand)


def test_a_consent_that_nobody_signed_is_void(two, monkeypatch):
    two.consent("ferry", "south")
    with monkeypatch.context() as patch:
        patch.setattr("comity.procedures.entering._prove", lambda envelope, key: envelope)
        two.consent("ferry", "north")
    assert two.shown() == {}
    two.consent("ferry", "north")
    assert two.shown().keys() == {"ferry"}


def test_a_party_without_a_book_cannot_consent_so_what_names_it_stays_in(two):
    two.enter("party", "village", name={"en": "A village"})
    two.enter("undertaking", "bridge", title=TITLE, owners=["north", "village"])
    two.consent("bridge", "north", "south")
    assert two.shown() == {}


def test_charters_sources_and_consents_are_never_consented_to(two):
    for thing in ("north", "south"):
        with pytest.raises(WrongThing):
            two.consent(thing, "north")


@pytest.mark.parametrize("not_before", ["2026-12-01", "2026-12-01T01:00:00+07:00", "2026-12-01T25:00:00Z", "soon"])
def test_an_instant_is_utc_and_whole(two, not_before):
    with pytest.raises(WrongValue):
        two.consent("ferry", "north", not_before=not_before)


def test_progress_goes_out_only_as_its_owners_word_of_what_is_done_or_under_way(two):
    two.consent("ferry", "north", "south")
    said = {
        "done": {"by": "north", "owner": "north", "state": "done", "word": "own", "due_on": "2027-11", "next_step": TITLE},
        "waiting": {"by": "south", "owner": "south", "state": "waiting", "word": "own", "waits_for": "other_side"},
        "told": {"by": "north", "owner": "south", "state": "under_way", "word": "told"},
        "claimed": {"by": "north", "owner": "south", "state": "done", "word": "own"},
    }
    for name, given in said.items():
        two.enter("progress", name, undertaking="ferry", **given)
        two.consent(name, "north", "south")
    with two.home.read() as reading:
        published = what_may_be_published(reading, at=NOW)
        assert published.things[reading.resolve("ferry")].states == (reading.resolve("done"),)
        shown = published.readings[reading.resolve("done")].fields
    assert shown.keys() == {"undertaking", "owner", "state", "word"}
    assert [each.kind for each in published.readings.values()] == ["progress"]


def test_nothing_of_an_agreement_is_told_before_every_party_has_signed(two):
    two.enter("item", "memo", title=TITLE, parties=["north", "south"])
    two.enter("text", "memo-1", item="memo", clauses=[TITLE], open_until="2099-12-31")
    two.consent("memo-1", "north", "south")
    sign_text(two.home, "memo-1", by=Hand("north", MOMENT))
    assert (two.shown()["memo-1"].signed_by, two.shown()["memo-1"].in_force) == ((), False)
    assert "item" not in two.shown()["memo-1"].fields  # the item itself is not consented to
    sign_text(two.home, "memo-1", by=Hand("south", MOMENT))
    shown = two.shown()["memo-1"]
    assert (len(shown.signed_by), shown.in_force) == (2, True)


class Observer(Parties):
    """A home whose own party reads reports about others."""

    def __init__(self, folder):
        super().__init__(folder, "north")
        for name in ("hill", "vale"):
            self.enter("party", name, name={"en": name.title()}, label="clear")
        self.enter("source", "report", title={"en": "A report"}, address=ADDRESS, coverage="press", label="clear")
        self.read("read")

    def read(self, short, *, source="report", says="agreed", label="clear", **more):
        self.enter("reading", short, source=source, says=says, title=TITLE, label=label, **more)

    def agreed(self, short="ferry", *, owners=("hill", "vale"), evidence=("read",), label="clear", **more):
        self.enter("undertaking", short, title=TITLE, owners=list(owners), evidence=list(evidence), label=label, **more)


@pytest.fixture
def observer(tmp_path):
    return Observer(tmp_path)


def test_what_rests_on_public_reports_is_shown_as_such(observer):
    observer.agreed()
    shown = observer.shown()
    assert {name: each.publication for name, each in shown.items()} == {"report": None, "ferry": None}
    assert len(shown["ferry"].told) == 1


@pytest.mark.parametrize(
    "given",
    [
        {"label": "amber"},
        {"evidence": ()},
        {"owners": ("hill", "north")},
        {"evidence": ("read", "closed")},
        {"evidence": ("kept",)},
        {"evidence": ("hard",)},
    ],
)
def test_what_an_observer_records_otherwise_is_not(observer, given):
    observer.read("closed", label="amber")
    observer.enter("source", "paper", title={"en": "A paper kept"}, digest="ab" * 32, label="clear")
    observer.read("kept", source="paper")
    observer.read("hard", says="difficulty")
    observer.agreed(**given)
    assert observer.shown().keys() == {"report"}


def test_difficulties_and_persons_are_left_to_the_report(observer):
    observer.agreed()
    with observer.home.read() as reading:
        ferry = reading.resolve("ferry")
    for says in ("difficulty", "person", "done"):
        observer.read(says, says=says, about=[ferry])
    with observer.home.read() as reading:
        told = what_may_be_published(reading, at=NOW).things[ferry].told
        assert {reading.short_name_of(each) for each in told} == {"read", "done"}


def test_a_thing_leads_only_to_what_is_shown(observer):
    observer.enter("session", "talks", title={"en": "Talks"}, label="amber")
    observer.agreed(session="talks")
    assert "session" not in observer.shown()["ferry"].fields


def test_a_correction_for_few_takes_a_public_thing_away(observer):
    observer.agreed()
    observer.enter("correction", thing="ferry", changes={"due_on": "2028"}, label="amber")
    assert observer.shown().keys() == {"report"}
