from comments.effects import touch
from comments.models import Thread


def test_a_thread_says_which_version_it_is(post):
    touch(post.pk)
    assert str(Thread.objects.get()) == f"thread of page {post.pk}, version 1"
