from comments.learning.linking import HOSTS, with_links
from comments.spam.reading import read

TEXTS = [f"Comment number {number} has no address in it." for number in range(200)]


def test_each_text_gets_one_link_to_a_place_that_campaigners_link_to():
    hosts = [read(text).hosts for text in with_links(TEXTS)]
    assert all(len(found) == 1 for found in hosts)
    assert {found[0] for found in hosts} <= {host.removeprefix("www.") for host in HOSTS}


def test_the_words_stay():
    for text, linked in zip(TEXTS, with_links(TEXTS), strict=True):
        assert set(text.split()) <= set(linked.replace(":", " ").split()) | {"it."}


def test_links_stand_at_the_end_at_the_beginning_and_between_words():
    linked = with_links(TEXTS)
    at_the_end = sum(text.startswith(old) for old, text in zip(TEXTS, linked, strict=True))
    at_the_beginning = sum(text.endswith(old) for old, text in zip(TEXTS, linked, strict=True))
    assert at_the_end > at_the_beginning > 20
    assert at_the_end + at_the_beginning < len(TEXTS)


def test_the_same_texts_get_the_same_links():
    assert with_links(TEXTS) == with_links(TEXTS)
