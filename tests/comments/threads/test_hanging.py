from comments.threads.entry import Entry
from comments.threads.hanging import hang
from tests.comments.factories import make_comment
from tests.comments.threads.talk import make_talk, numbers


def entries(comments):
    return [Entry(comment) for comment in comments]


def test_answers_hang_below_what_they_answer(post):
    talk = make_talk(post, [None, 0, 0, 1, None])
    first, last = hang(entries(talk), elsewhere={})
    assert numbers([first]) == [talk[n].pk for n in (0, 1, 3, 2)]
    assert numbers([last]) == [talk[4].pk]


def test_what_is_flattened_stands_in_the_order_in_which_it_was_said(post):
    talk = make_talk(post, [None, 0, 1, 2, 2, 3, 4, 5])
    [top] = hang(entries(talk), elsewhere={})
    flat = top.replies[0].replies[0].replies
    assert [entry.comment for entry in flat] == talk[3:]
    assert [entry.answers and entry.answers.comment for entry in flat] == [
        None,
        None,
        talk[3],
        talk[4],
        talk[5],
    ]


def test_an_answer_without_its_parent_hangs_at_the_beginning_of_its_conversation(post):
    talk = make_talk(post, [None, 0, 1, 2])
    away = Entry(talk[1])
    [top] = hang(entries([talk[0], talk[2], talk[3]]), elsewhere={talk[1].pk: away})
    assert top.replies[0].answers is away
    assert top.replies[0].is_answer_elsewhere
    assert top.replies[0].replies[0].comment == talk[3]


def test_an_answer_that_is_older_than_its_parent_finds_it(post):
    parent = make_comment(post)
    answer = make_comment(post, parent=parent, created_at="2001-01-01T00:00Z")
    [top] = hang(entries([answer, parent]), elsewhere={})
    assert numbers([top]) == [parent.pk, answer.pk]
