from blog.searching.filing import INDEX, Facet, counts, word, words


def test_what_a_post_is_filed_under_is_read_as_it_was_written() -> None:
    filed = words([(INDEX, 3), (Facet.YEAR, 2012), (Facet.TOPIC, 5), (Facet.TOPIC, 17)])

    assert filed == "index3 year2012 topic5 topic17"
    assert counts([filed, "index3 topic5"]) == {
        Facet.YEAR: {2012: 1},
        Facet.TOPIC: {5: 2, 17: 1},
        Facet.CAMPAIGN: {},
        Facet.AUTHOR: {},
    }


def test_word_of_a_facet_is_one_word() -> None:
    assert word(Facet.CAMPAIGN, 7) == "campaign7"
