"""What was checked, said to a person: what it is, what holds, what nobody has checked yet, and what is wrong.

- The three are kept apart: a person sees at once what he must still do himself, first of all to compare the charter's code.
- Nothing is said to be in force without saying that it is so by what came along.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from comity.kinds.answering import INFORMS
from comity.paper.labels import field_label, finding_words, kind_label, label_words, status_words
from comity.paper.letters_view import asked_words
from comity.paper.moment import both_clocks, show_day
from comity.paper.names import Name, plain_name
from comity.paper.row_parts import fields_in, ids_in, rows_in, words_in
from comity.paper.thing_view import title_parts
from comity.paper.translate import translate
from comity.paper.wording import arrange, lead_of
from comity.procedures.check_bundle import Acquaintance, Checked, ShownBook
from comity.record.canonical import Fields, Value
from comity.record.status import status_of

_DAYS = ("dated_on", "sent_on", "agreed_on", "proposed_on", "starts_on", "due_on", "ends_on")


@dataclass(frozen=True, slots=True)
class CheckWords:
    """Sentences for people; `facts` as (what, words), `texts` the wording that was agreed, paragraph by paragraph."""

    heading: str
    facts: tuple[tuple[str, str], ...]
    texts: tuple[str, ...]
    holds: tuple[str, ...]
    unchecked: tuple[str, ...]
    wrong: tuple[str, ...]


def check_words(checked: Checked, lang: str, *, on: str, is_letter: bool = False) -> CheckWords:
    """The sentences, on the day `on` (ISO); `is_letter`: it came as the pages of a letter, which were compared."""
    saying = _Saying(checked, lang)
    return CheckWords(
        heading=saying.heading(),
        facts=tuple((what, words) for what, words in saying.facts(on) if words),
        texts=tuple(saying.texts()),
        holds=tuple(saying.holds(is_letter)),
        unchecked=tuple(saying.unchecked(is_letter)),
        wrong=tuple(saying.wrong()),
    )


@dataclass(frozen=True, slots=True)
class _Saying:
    checked: Checked
    lang: str

    def heading(self) -> str:
        row = self.checked.row
        lead = lead_of(title_parts(row), self.lang)
        kind = kind_label(str(row["kind"]), self.lang)
        return f"{kind}{'：' if self.lang == 'zh-Hans' else ': '}{lead.text}" if lead else kind

    def facts(self, on: str) -> Iterable[tuple[str, str]]:
        _, row, fields = translate(self.lang), self.checked.row, fields_in(self.checked.row)
        kind = str(row["kind"])
        yield _("Verification code"), self.checked.code
        yield _("Book of"), self.named(str(row["party"]))
        yield _("Entered"), both_clocks(str(row["at"]), str(row["zone"]), self.lang).striptags()
        for role in ("from_party", "to_party", "owners", "parties"):
            if role in fields:
                yield field_label(kind, role, self.lang), self.row_of_names(ids_in(fields, role))
        yield field_label(kind, "number", self.lang), words_in(fields, "number")
        for name in _DAYS:
            yield field_label(kind, name, self.lang), show_day(words_in(fields, name), self.lang)
        asked = words_in(fields, "asks_for")
        yield field_label(kind, "asks_for", self.lang), asked_words(asked, self.lang) if asked and asked != INFORMS else ""
        yield field_label(kind, "answer_due_on", self.lang), show_day(words_in(fields, "answer_due_on"), self.lang)
        for role in ("answers", "about"):
            yield field_label(kind, role, self.lang), self.row_of_names(ids_in(fields, role))
        yield _("To be seen by"), label_words(str(row["label"]), self.lang)
        yield from self.agreed(on)

    def agreed(self, on: str) -> Iterable[tuple[str, str]]:
        """How the text stands, who signed it and since when it is in force."""
        _, text = translate(self.lang), self.text_row()
        if text is not None:
            yield _("Status"), status_words(status_of(text, on=on).value, self.lang)
        for party, at in self.checked.signed:
            moment = both_clocks(at, "", self.lang).striptags() if at else ""
            yield _("Signed for"), f"{self.named(party)}{', ' if moment else ''}{moment}"
        if self.checked.since:
            yield _("In force since"), both_clocks(self.checked.since, "", self.lang).striptags()

    def texts(self) -> Iterable[str]:
        row, text = self.checked.row, self.text_row()
        held = row if row["kind"] == "text" else self.checked.rows.get(str(text["id"])) if text is not None else None
        clauses: Value = fields_in(held).get("clauses", []) if held else []
        for clause in clauses if isinstance(clauses, list) else []:
            wording = arrange(clause, self.lang)
            if wording is not None:
                yield wording.lead.text

    def holds(self, is_letter: bool) -> Iterable[str]:
        _, checked = translate(self.lang), self.checked
        yield _.many(
            "{count} entry stands in a book whose signed head came along; its proof holds.",
            "{count} entries stand in books whose signed heads came along; every proof holds.",
            checked.entries,
        )
        yield _.many(
            "{count} body is the one its entry was made with.",
            "{count} bodies are the ones their entries were made with.",
            checked.bodies,
        )
        if is_letter:
            yield _("The code on the pages is that of this letter.")
            yield _("The pages say number, days, subject and parties as the entry does.")
        for book in checked.books:
            if book.acquaintance in (Acquaintance.OWN, Acquaintance.KNOWN):
                yield _("The book of {party} is known here, and this goes with it.", party=self.named(book.party))
        if checked.row["body"] == "erased":
            yield _("Its words were erased by the party in whose book it stands; that it stood there still holds.")

    def unchecked(self, is_letter: bool) -> Iterable[str]:
        _, checked = translate(self.lang), self.checked
        for book in checked.books:
            yield from self.of_book(book)
        if checked.row["body"] == "withheld":
            yield _("Its words did not come along: they are not for whoever asks, or not held.")
        if is_letter:
            yield _("Any other words on the pages, the square, stamps and signatures in ink: look at the paper.")
        if checked.agreement:
            yield _("Whether a later text stands above this one in books that did not come along.")

    def of_book(self, book: ShownBook) -> Iterable[str]:
        _, party = translate(self.lang), self.named(book.party)
        if book.acquaintance is Acquaintance.OWN:
            return
        if book.acquaintance in (Acquaintance.UNKNOWN, Acquaintance.NAMESAKE):
            yield _("The book of {party} is not known here yet.", party=party)
        yield _(
            "Whose key it is: ask {party} by telephone for the code of its charter. It must be {code}.",
            party=party,
            code=book.charter_code,
        )
        yield _.many(
            "What stands in the book of {party} behind its first {count} entry.",
            "What stands in the book of {party} behind its first {count} entries.",
            book.size,
            party=party,
        )

    def wrong(self) -> Iterable[str]:
        _ = translate(self.lang)
        for book in self.checked.books:
            if book.acquaintance is Acquaintance.TWO_HISTORIES:
                yield _(
                    "The book of {party} is known here in another version: two histories. Keep this file, it proves it.",
                    party=self.named(book.party),
                )
            if book.acquaintance is Acquaintance.NAMESAKE:
                yield _(
                    "A party called {party} is known here by another charter: ask it by telephone before you believe this.",
                    party=self.named(book.party),
                )
        for found in rows_in(self.checked.row, "findings"):
            yield finding_words(str(found["code"]), self.lang)

    def text_row(self) -> Fields | None:
        """The row of the text meant: the one asked about, else the one in force."""
        agreement = self.checked.agreement
        wanted = self.checked.id if self.checked.row["kind"] == "text" else str(agreement.get("in_force", ""))
        return next((text for text in rows_in(agreement, "texts") if text["id"] == wanted), None) if agreement else None

    def named(self, thing: str) -> str:
        name = self.checked.names.get(thing)
        return plain_name(name if name is not None and name.parts else Name(thing, "charter"), self.lang)

    def row_of_names(self, things: Iterable[str]) -> str:
        """Those that came along, by name."""
        names = [plain_name(self.checked.names[thing], self.lang) for thing in things if thing in self.checked.names]
        return ("、" if self.lang == "zh-Hans" else ", ").join(names)
