import pytest

from comments import conf, moderation, threads
from comments.models import Comment
from comments.states import CommentStatus, RemovedBy
from comments.threads import Place, visible_thread
from tests.comments.factories import make_comment, make_ruling
from tests.comments.threads.talk import make_talk, numbers, numbers_in_conversation
from tests.pages import make_post

HIDDEN = [CommentStatus.PENDING, CommentStatus.SPAM, CommentStatus.TRASHED]


def sentences(entries):
    return [str(entry.sentence) for entry in entries]


def test_published_comments_show_oldest_first(post):
    second = make_comment(post, created_at="2012-02-02T00:00Z")
    first = make_comment(post, created_at="2012-02-01T00:00Z")
    assert [entry.comment for entry in visible_thread(post).entries] == [first, second]


@pytest.mark.parametrize(
    ("removed_by", "sentence"),
    [
        (RemovedBy.ADMINISTRATOR, "This comment has been removed by a blog administrator."),
        (RemovedBy.AUTHOR, "This comment has been removed by the author."),
        (RemovedBy.UNKNOWN, "This comment has been removed."),
    ],
)
def test_a_removed_comment_leaves_its_exact_tombstone_and_counts(post, removed_by, sentence):
    make_comment(post, status=CommentStatus.REMOVED, removed_by=removed_by)
    thread = visible_thread(post)
    assert sentences(thread.entries) == [sentence]
    assert thread.entries[0].is_named
    assert thread.count == 1


@pytest.mark.parametrize("status", HIDDEN)
def test_a_hidden_comment_neither_shows_nor_counts(post, status):
    make_comment(post, status=status)
    assert visible_thread(post).entries == []
    assert visible_thread(post).count == 0


@pytest.mark.parametrize(
    ("status", "sentence"),
    [
        (CommentStatus.PENDING, "This comment is awaiting moderation."),
        (CommentStatus.SPAM, "This comment has been removed."),
        (CommentStatus.TRASHED, "This comment has been removed."),
    ],
)
def test_a_hidden_comment_with_a_visible_reply_keeps_a_nameless_place(post, status, sentence):
    hidden = make_comment(post, status=status)
    reply = make_comment(post, parent=hidden)
    thread = visible_thread(post)
    assert sentences(thread.entries) == [sentence]
    assert not thread.entries[0].is_named
    assert [entry.comment for entry in thread.entries[0].replies] == [reply]
    assert thread.count == 2


def test_a_hidden_chain_shows_only_when_something_below_it_does(post):
    top = make_comment(post, status=CommentStatus.SPAM)
    middle = make_comment(post, status=CommentStatus.TRASHED, parent=top)
    make_comment(post, status=CommentStatus.PENDING, parent=middle)
    assert visible_thread(post).count == 0
    make_comment(post, parent=middle)
    assert visible_thread(post).count == 3


def test_only_the_words_of_a_published_comment_are_public(post):
    make_comment(post)
    make_comment(post, status=CommentStatus.REMOVED)
    entries = visible_thread(post).entries
    assert sorted(entry.is_public for entry in entries) == [False, True]


def make_chain(post, length):
    comment = None
    for _number in range(length):
        comment = make_comment(post, parent=comment)
    return comment


def depth_of(entries):
    return 1 + max((depth_of(entry.replies) for entry in entries), default=0) if entries else 0


def test_a_long_chain_of_replies_is_flattened_and_says_whom_it_answers(post):
    last = make_chain(post, 8)
    entries = visible_thread(post).entries
    assert depth_of(entries) == conf.MAX_INDENT + 1
    flat = entries[0].replies[0].replies[0].replies
    assert flat[-1].comment == last
    assert flat[0].answers is None
    assert flat[-1].answers.comment == last.parent


@pytest.mark.parametrize("answered", [lambda n: None, lambda n: 0, lambda n: n - 1])
def test_a_thread_of_any_size_costs_the_same_queries_and_no_more_rows(
    post, answered, django_assert_max_num_queries
):
    make_talk(post, [answered(place) if place else None for place in range(200)])
    with django_assert_max_num_queries(5):
        thread = visible_thread(post)
    most = conf.CONVERSATIONS_ON_A_PAGE + conf.MAX_ANSWERS_SHOWN
    assert thread.count == 200
    assert thread.shown == len(numbers(thread.entries)) <= most


def test_the_words_of_tombstones_are_never_loaded(post):
    make_comment(post, "secret", status=CommentStatus.REMOVED)
    entry = visible_thread(post).entries[0]
    assert "body" in entry.comment.get_deferred_fields()


def test_an_alias_shows_the_thread_of_its_original(newsroom, post):
    make_comment(post)
    alias = post.create_alias(parent=newsroom.index, update_slug="alias")
    thread = visible_thread(alias)
    assert (thread.count, thread.page.pk) == (1, post.pk)


def test_removed_comment_keeps_its_replies_visible(post, moderator):
    parent = make_comment(post)
    make_comment(post, parent=parent)
    moderation.remove(parent.pk, make_ruling(parent, moderator, reason="off_topic"))
    assert visible_thread(post).count == 2
    assert Comment.objects.count() == 2


def test_every_remover_has_a_tombstone():
    assert set(threads.TOMBSTONES) == set(RemovedBy)


# Pages of a thread


@pytest.fixture
def small_pages(monkeypatch):
    """Two conversations a page, three answers of each at most; four in a conversation."""
    monkeypatch.setattr(conf, "CONVERSATIONS_ON_A_PAGE", 2)
    monkeypatch.setattr(conf, "ANSWERS_ON_A_PAGE", 6)
    monkeypatch.setattr(conf, "MAX_ANSWERS_SHOWN", 3)
    monkeypatch.setattr(conf, "ANSWERS_IN_A_CONVERSATION", 4)


def test_a_long_thread_is_turned_page_by_page(post, small_pages):
    talk = [comment.pk for comment in make_talk(post, [None] * 5)]
    pages = [visible_thread(post, Place(number=number)) for number in (1, 2, 3)]
    assert [numbers(page.entries) for page in pages] == [talk[:2], talk[2:4], talk[4:]]
    assert [page.previous for page in pages] == [None, Place(), Place(number=2)]
    assert [page.next for page in pages] == [Place(number=2), Place(number=3), None]


def test_the_newest_come_first_when_they_are_asked_for(post, small_pages):
    talk = [comment.pk for comment in make_talk(post, [None] * 5)]
    thread = visible_thread(post, Place(order="newest"))
    assert numbers(thread.entries) == [talk[4], talk[3]]
    assert thread.next == Place(number=2, order="newest")
    assert thread.is_newest_first
    assert thread.oldest == Place()


def test_the_sites_own_order_needs_no_word_in_the_address(post, small_pages):
    talk = [comment.pk for comment in make_talk(post, [None] * 3)]
    thread = visible_thread(post, Place(order="newest"), order="newest")
    assert numbers(thread.entries) == [talk[2], talk[1]]
    assert thread.place == Place() == thread.newest
    assert thread.oldest == Place(order="oldest")


@pytest.mark.parametrize("number", [4, 10**15])
def test_a_page_that_is_not_there_is_the_last_one(post, small_pages, number):
    make_talk(post, [None] * 5)
    assert visible_thread(post, Place(number=number)).place == Place(number=3)


def test_a_page_shows_the_first_answers_of_a_conversation_and_counts_all(post, small_pages):
    talk = [comment.pk for comment in make_talk(post, [None, 0, 1, 0, 0, None, 5])]
    long, short = visible_thread(post).entries
    assert set(numbers([long])) == set(talk[:4])
    assert (long.more, short.more) == (4, 0)
    assert numbers([short]) == talk[5:]


def test_a_conversation_has_pages_of_its_own_each_with_its_beginning(post, small_pages):
    talk = [comment.pk for comment in make_talk(post, [None, *range(9)])]
    pages = [visible_thread(post, Place(conversation=talk[0], number=n)) for n in (1, 2, 3)]
    assert [set(numbers(page.entries)) for page in pages] == [
        set(talk[:5]),
        {talk[0], *talk[5:9]},
        {talk[0], talk[9]},
    ]
    assert [(page.pages, page.answers, page.count) for page in pages] == [(3, 9, 10)] * 3


def test_an_answer_to_a_comment_on_another_page_says_where_that_is(post, small_pages):
    talk = make_talk(post, [None, *range(9)])
    [top] = visible_thread(post, Place(conversation=talk[0].pk, number=2)).entries
    first, second = top.replies[0], top.replies[0].replies[0]
    assert first.answers.comment == talk[4]
    assert first.is_answer_elsewhere
    assert (second.answers, second.is_answer_elsewhere) == (None, False)


def test_the_conversation_of_an_answer_a_hidden_or_a_foreign_comment_is_the_thread(newsroom, post):
    talk = make_talk(post, [None, 0])
    hidden = make_comment(post, status=CommentStatus.SPAM)
    foreign = make_comment(make_post(newsroom, "Other"))
    for number in (talk[1].pk, hidden.pk, foreign.pk, 12345, 10**15):
        assert visible_thread(post, Place(conversation=number)).place == Place()


def test_pages_together_show_every_comment_once(post, small_pages):
    talk = {c.pk for c in make_talk(post, [None, 0, 1, 0, 0, None, None, 6, 6, 6, 6, 6, None])}
    shown = [
        number
        for page in (1, 2)
        for number in numbers(visible_thread(post, Place(number=page)).entries)
    ]
    cut = [e for page in (1, 2) for e in visible_thread(post, Place(number=page)).entries if e.more]
    whole = set().union(*(numbers_in_conversation(post, entry.comment.pk) for entry in cut))
    assert len(shown) == len(set(shown))
    assert whole | set(shown) == talk
