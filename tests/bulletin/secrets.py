"""A home full of words that must not get out, beside some that may."""

from comity.procedures.accept_drafts import accept_drafts
from comity.procedures.clock import Moment
from comity.procedures.enter_act import enter_act
from comity.procedures.erase_body import erase_body
from comity.procedures.hand import Hand
from comity.procedures.home_notes import add_note
from comity.procedures.name_party import open_book
from comity.procedures.read_documents import GivenDocument, read_document
from comity.procedures.sign_text import sign_text
from comity.store.home import Home

MOMENT = Moment("2026-11-22T03:04:05Z", "Asia/Ho_Chi_Minh")
NOW = Moment("2026-12-01T00:00:00Z", "Asia/Ho_Chi_Minh")
ALL = ["en", "vi", "zh-Hans"]
REPORT = b"Vice-chairmen met on 3 March 2026. They agreed to reopen the qzdraftqz ferry.\n"


def hidden(word):
    """A wording that holds words of its own in each language: none of them may be seen."""
    return {"en": f"Keep qz{word}enqz here", "vi": f"Giữ qz{word}viqz ở đây", "zh-Hans": f"不得外传qz{word}zhqz"}


def open_words(word):
    """A wording that may be seen."""
    return {"en": f"Open zz{word}enzz", "vi": f"Mở zz{word}vizz", "zh-Hans": f"开放zz{word}zhzz"}


class Secrets:
    """The home; `enter` and `consent` as a person would."""

    def __init__(self, folder):
        self.home = Home.create(folder / "home", state_dir=folder / "state")
        for name in ("qznorthqz", "qzsouthqz", "qzeastqz"):
            open_book(self.home, name, {"name": open_words(name.strip("qz"))}, moment=MOMENT)
        self.consented()
        self.gates()
        self.kept_in()
        self.reported()

    def enter(self, kind, short="", *, by="qznorthqz", **given):
        return enter_act(self.home, kind, given, by=Hand(by, MOMENT), short=short)

    def consent(self, thing, *parties, stance="gives", versions=ALL, **more):
        for party in parties or ("qznorthqz", "qzsouthqz"):
            self.enter("publication_consent", by=party, publishes=thing, stance=stance, versions=versions, **more)

    def owed(self, short, title, *, both=("qznorthqz", "qzsouthqz"), **more):
        self.enter("undertaking", short, title=title, owners=list(both), areas=["A05"], **more)

    def consented(self):
        """What is published, with everything around it that is not."""
        self.owed("ferry", open_words("ferry"), due_on="2027", priority="zzpriorityzz")
        self.consent("ferry", why=hidden("reasonofconsent"), signer="qzsignerqz")
        self.owed("half", {**open_words("half"), "en": hidden("otherlanguage")["en"]})
        self.consent("half", versions=["vi", "zh-Hans"])
        self.enter("item", "memo", title=open_words("memo"), parties=["qznorthqz", "qzsouthqz"])
        self.enter("text", "memo-1", item="memo", clauses=[open_words("clause")], open_until="2099-12-31")
        self.enter("text", "memo-2", item="memo", clauses=[hidden("laterclause")], open_until="2099-12-31")
        for party in ("qznorthqz", "qzsouthqz"):
            sign_text(self.home, "memo-1", by=Hand(party, MOMENT))
        self.enter("refusal", by="qzsouthqz", text="memo-2", why=hidden("refusal"))
        self.enter("reservation", text="memo-1", reserves=hidden("reservation"))
        self.consent("memo")
        self.consent("memo-1")
        self.enter(
            "progress", "done", undertaking="ferry", owner="qznorthqz", state="done", word="own", result=open_words("result")
        )
        self.consent("done")

    def gates(self):
        """Two pairs and a corridor that are published; a pair and a corridor that are not, joined with them."""
        sides = {"first_side": "VN", "second_side": "CN", "first_at": "qznorthqz", "second_at": "qzsouthqz"}
        for short in ("pass", "brook", "hidden"):
            words = hidden("gate") if short == "hidden" else open_words(short)
            self.enter("gate", short, title=words, first_name=words, second_name=words, **sides)
        called = {"first_side": "VN", "second_side": "CN", "first_called": open_words("called")}
        self.enter("corridor", "along", title=open_words("along"), gates=["pass", "brook", "hidden"], **called)
        self.enter("corridor", "apart", title=hidden("corridor"), gates=["pass", "brook"])
        for thing in ("pass", "brook", "along"):
            self.consent(thing)

    def kept_in(self):
        """What is not published, for each reason there is."""
        said = {
            "owner": "qzsouthqz",
            "word": "own",
            "state": "waiting",
            "waits_for": "other_side",
            "difficulty": hidden("difficulty"),
        }
        self.enter("progress", "waits", by="qzsouthqz", undertaking="ferry", **said)
        self.consent("waits")
        self.enter("progress", undertaking="ferry", owner="qzsouthqz", state="done", word="told", result=hidden("told"))
        self.owed("nobody", hidden("nobody"))
        self.owed("one", hidden("onlyone"))
        self.consent("one", "qznorthqz")
        self.owed("three", hidden("third"), both=("qznorthqz", "qzsouthqz", "qzeastqz"))
        self.consent("three")
        self.owed("embargo", hidden("embargo"))
        self.consent("embargo", not_before="2027-01-01T00:00:00Z")
        self.owed("back", hidden("withdrawn"))
        self.consent("back")
        self.consent("back", "qzsouthqz", stance="withdraws", why=hidden("reasonofwithdrawal"))
        self.owed("changed", hidden("beforecorrection"))
        self.consent("changed")
        self.enter("correction", thing="changed", changes={"title": hidden("aftercorrection")})
        self.owed("erased", hidden("erased"))
        self.consent("erased")
        add_note(self.home, "ferry", "qzhomenoteqz", moment=MOMENT)
        erase_body(self.home, "erased", by=Hand("qznorthqz", MOMENT), why="asked for")
        for label in ("clear", "green", "amber", "red"):
            self.owed(f"qzlabel{label}qz", hidden(f"label{label}"), label=label)
        self.enter("letter", subject=hidden("letter"), from_party="qznorthqz", to_party="qzsouthqz", number="qznumberqz")
        self.enter("proposal", title=hidden("proposal"), proposed_by="qznorthqz", speaker="qzspeakerqz", label="clear")
        read = read_document(self.home, GivenDocument("qzdocumentqz.txt", lambda: REPORT), moment=MOMENT)
        with self.home.read() as reading:
            numbers = [draft.number for draft in reading.drafts(state="open")]
        assert read.drafts
        accept_drafts(self.home, numbers[:1], party="qzeastqz", moment=MOMENT)

    def reported(self):
        """What public reports say, and what is said of reports that are not public."""
        self.enter("party", "hill", by="qzeastqz", name=open_words("hill"), label="clear")
        report = {"by": "qzeastqz", "coverage": "press", "outlet": "zzoutletzz", "dated_on": "2026-02"}
        self.enter(
            "source", "report", title=open_words("report"), address="https://example.org/zzaddresszz", label="clear", **report
        )
        self.enter("source", "closed", title=hidden("closedreport"), address="https://example.org/qzaddressqz", **report)
        self.enter("source", "kept", title=hidden("keptreport"), digest="ab" * 32, label="clear", **report)
        told = {"by": "qzeastqz", "says": "agreed"}
        self.enter("reading", "read", source="report", title=open_words("read"), label="clear", **told)
        self.enter("reading", "amber", source="report", title=hidden("amberreading"), **told)
        self.enter("reading", "oldkept", source="kept", title=hidden("keptreading"), label="clear", **told)
        self.agreed("road", open_words("road"), ["read"], label="clear")
        self.agreed("mixed", hidden("mixed"), ["read", "amber"], label="clear")
        self.agreed("paper", hidden("paper"), ["oldkept"], label="clear")
        self.agreed("few", hidden("few"), ["read"], label="green")
        self.enter(
            "reading", by="qzeastqz", source="report", says="difficulty", title=hidden("hard"), about=["road"], label="clear",
            reader="qzreaderqz", confirmed_by="qzpersonqz",
        )  # fmt: skip
        self.enter(
            "progress",
            by="qzeastqz",
            undertaking="road",
            owner="hill",
            state="waiting",
            word="document",
            difficulty=hidden("hill"),
        )

    def agreed(self, short, title, evidence, **more):
        self.enter("undertaking", short, by="qzeastqz", title=title, owners=["hill"], evidence=evidence, **more)
