from comments.spam import Evidence, Sign, Terms
from comments.spam.filters.terms import listed_terms
from tests.comments.spam.examinations import examine
from tests.comments.spam.submissions import a_submission

TERMS = Terms.parse(["v1agra", "double your coins", "bad.example"])


def test_a_listed_term_is_named():
    found = listed_terms(examine("Double  your COINS with Viagra", terms=TERMS))
    assert found == Evidence(Sign.TERMS, "double your coins, viagra")


def test_the_name_and_the_hosts_are_looked_at():
    sent = a_submission(author_name="Viagra")
    found = listed_terms(examine(submission=sent, hosts=("a.bad.example",), terms=TERMS))
    assert found == Evidence(Sign.TERMS, "a.bad.example, viagra")


def test_part_of_a_word_is_no_term():
    assert listed_terms(examine("Viagrafication of politics", terms=TERMS)) is None


def test_without_a_list_nothing_is_found():
    assert listed_terms(examine("viagra")) is None
