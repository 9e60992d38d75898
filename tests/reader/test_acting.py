"""Whose a proposal is that names both sides or nobody: whoever spoke last's, as long as that holds."""

from comity.reader.files.document import open_document
from comity.reader.read import read

HEAD = "Talks of Lao Cai and Yunnan\n\nLao Cai and Yunnan held talks on 3 May 2031.\n\n"
SAID = "Ms Le Thi Lam, Vice Chairwoman of the People's Committee of Lao Cai, said the year had been a good one."
WISH = "The two sides should repair the ferry landing before the harvest."


def agents(text, words="the ferry landing"):
    clauses = read(open_document(text.encode(), name="talks.txt")).clauses
    return next((one.agents, one.speaker) for one in clauses if words in one.evidence[0].quote)


def test_a_proposal_behind_somebodys_words_is_that_persons_though_it_speaks_of_both():
    assert agents(f"{HEAD}{SAID} {WISH}\n") == (("VN-02",), "P1")


def test_what_nobody_said_is_both_sides():
    assert agents(f"{HEAD}{WISH}\n") == (("VN-02", "CN-YN"), None)


def test_a_speech_goes_on_until_somebody_else_speaks():
    facts = "The river was low all winter.\n\n" * 4
    assert agents(f"{HEAD}{SAID}\n\n{facts}{WISH}\n") == (("VN-02",), "P1")
    other = "Mr Wang Lei, Director of the Transport Department of Yunnan, said the road was open."
    assert agents(f"{HEAD}{SAID}\n\n{other} {WISH}\n") == (("CN-YN",), "P2")


def test_what_is_agreed_stays_both_sides_whoever_spoke_before():
    assert agents(f"{HEAD}{SAID} The two sides agreed to repair the ferry landing.\n") == (("VN-02", "CN-YN"), None)


def test_what_one_place_has_done_is_of_that_place_alone():
    told = f"{HEAD}In 2030, Yunnan has repaired the ferry landing.\n"
    assert agents(told) == (("CN-YN",), None)
    both = f"{HEAD}In 2030, Yunnan and Lao Cai have repaired the ferry landing.\n"
    assert agents(both)[0] == ("CN-YN", "VN-02")


def test_as_many_sides_as_are_counted_act():
    held = "Lao Cai, Ha Giang, Lai Chau and Dien Bien provinces and Yunnan province held talks in Kunming."
    head = f"Five provinces meet\n\n{held}\n\n"
    five = {"VN-02", "VN-03", "VN-01", "VN-71", "CN-YN"}
    assert set(agents(f"{head}Between Lao Cai and Yunnan, the five provinces agreed to repair the ferry landing.\n")[0]) == five


def test_what_we_shall_do_is_the_speakers_side():
    said = "Ms Le Thi Lam, Vice Chairwoman of the People's Committee of Lao Cai, said the year had been a good one."
    assert agents(f"{HEAD}{said} In May we will repair the ferry landing.\n")[0] == ("VN-02",)


def test_a_country_that_acts_alone_is_named_alone():
    head = "Talks of Laos and Thailand\n\nLaos and Thailand held talks on 3 May 2031.\n\n"
    assert agents(f"{head}Laos will also repair the ferry landing.\n")[0] == ("LA",)
