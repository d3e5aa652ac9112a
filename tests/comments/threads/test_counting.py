from comments.states import CommentStatus
from comments.threads import count_for, counts_for, visible_thread
from tests.comments.factories import make_comment
from tests.pages import make_post


def test_the_counts_of_a_list_are_those_of_the_threads(newsroom, post, django_assert_num_queries):
    other, silent = make_post(newsroom, "Other"), make_post(newsroom, "Silent")
    for status in CommentStatus:
        hidden = make_comment(post, status=status)
        make_comment(post, status=CommentStatus.SPAM, parent=hidden)
        make_comment(other, parent=make_comment(other, status=status))
    chain = make_comment(post, status=CommentStatus.SPAM)
    make_comment(post, parent=make_comment(post, status=CommentStatus.TRASHED, parent=chain))
    alias = post.create_alias(parent=newsroom.index, update_slug="alias")
    with django_assert_num_queries(1):
        counts = counts_for([post, other, silent, alias])
    for page in (post, other, silent, alias):
        assert counts.get(page.pk, 0) == visible_thread(page).count


def test_one_page_is_counted_alike(post):
    make_comment(post, parent=make_comment(post, status=CommentStatus.SPAM))
    make_comment(post, status=CommentStatus.PENDING)
    assert count_for(post.pk) == 2
