import pytest

from comments import notes
from tests.comments.factories import make_comment


def test_notes_are_kept_with_who_wrote_them_the_oldest_first(post, moderator):
    comment, other = make_comment(post), make_comment(post)
    first = notes.add(comment, " Ask Ben. ", author=moderator)
    second = notes.add(comment, "Ben says yes.", author=moderator)
    assert first.words == "Ask Ben."
    assert first.author == moderator
    assert notes.of([comment.pk, other.pk]) == {comment.pk: [first, second]}


@pytest.mark.parametrize("words", ["", "  \n "])
def test_a_note_has_words(post, moderator, words):
    with pytest.raises(ValueError, match="without words"):
        notes.add(make_comment(post), words, author=moderator)


def test_the_notes_of_many_are_read_in_one_query(post, moderator, django_assert_num_queries):
    numbers = [make_comment(post).pk for _each in range(3)]
    with django_assert_num_queries(1):
        notes.of(numbers)
    with django_assert_num_queries(0):
        assert notes.of([]) == {}


def test_notes_outlive_the_account_of_who_wrote_them(post, moderator):
    comment = make_comment(post)
    notes.add(comment, "x", author=moderator)
    moderator.delete()
    [note] = notes.of([comment.pk])[comment.pk]
    assert note.author is None
