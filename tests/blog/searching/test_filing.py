from blog.searching.filing import INDEX, Facet, numbers, word, words


def test_what_a_post_is_filed_under_is_read_as_it_was_written() -> None:
    filed = words([(INDEX, 3), (Facet.YEAR, 2012), (Facet.TOPIC, 5), (Facet.TOPIC, 17)])

    assert filed == "index3 year2012 topic5 topic17"
    assert numbers(filed, Facet.TOPIC) == [5, 17]
    assert numbers(filed, Facet.YEAR) == [2012]
    assert numbers(filed, Facet.AUTHOR) == []


def test_word_of_a_facet_is_one_word() -> None:
    assert word(Facet.CAMPAIGN, 7) == "campaign7"
