"""Letters that are written out or opened, and what is checked by a code or a file."""

from __future__ import annotations

from comity.record.errors.refusal import ExchangeError, ReaderError, RecordError


class NotOursToSend(RecordError):
    code = "not_ours_to_send"
    sentence = "{name} is not a letter that a party here wrote to another; only such letters are written out."


class NotForAddressee(RecordError):
    code = "not_for_addressee"
    sentence = "By its own label {name} may not go to those it is written to; nothing was written."


class NotALetter(ReaderError):
    code = "not_a_letter"
    sentence = "{name} is not a letter as it is written here, which is a PDF."


class NothingInside(ReaderError):
    code = "nothing_inside"
    sentence = "{name} is paper only: no entries travel inside it. Type the code printed on it: comity check CODE."


class NotWhatIsPrinted(ReaderError):
    code = "not_what_is_printed"
    sentence = "The entries inside {name} are of another letter ({inside}) than the one printed ({printed}); nothing was kept."


class NoCodePrinted(ReaderError):
    code = "no_code_printed"
    sentence = "No page of {name} bears the code of the entries inside it ({inside}); nothing was kept."


class PagesSayOtherwise(ReaderError):
    code = "pages_say_otherwise"
    sentence = "The pages of {name} do not say what its entries say ({field}): they were changed. Nothing was kept."


class NothingToShow(RecordError):
    code = "nothing_to_show"
    sentence = "Nothing that may be shown stands under {code} here."


class NothingToCheck(ReaderError):
    code = "nothing_to_check"
    sentence = "{name} holds nothing that can be checked: no entries, no proof, and no code."


class ProvenEntryElsewhere(ExchangeError):
    code = "proven_entry_elsewhere"
    sentence = "{name} proves entry {index} of the book {origin}, which is not held here: name a home that holds it."


class NoAnswerThere(ExchangeError):
    code = "no_answer_there"
    sentence = "{address} gave no answer that can be checked: {problem}."


class TwoHistories(ExchangeError):
    code = "two_histories"
    sentence = "{name} shows the book of {party} otherwise than it is known here: two histories. Nothing was kept; keep the file, it proves it."
