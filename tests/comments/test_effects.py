import logging

from comments import effects
from comments.models import Thread
from tests.comments.factories import make_comment


def test_an_event_gives_the_thread_a_new_version(post):
    event = make_comment(post).events.get()
    effects.record(event)
    effects.record(event)
    assert Thread.objects.get(page=post).version == 2


def test_the_log_line_holds_numbers_and_states_but_no_words(post, caplog):
    comment = make_comment(post, "unutterable", author_name="Berenice")
    with caplog.at_level(logging.INFO):
        effects.wake(comment.events.get())
    assert f"comment {comment.pk}: submit (new -> published)" in caplog.text
    assert "unutterable" not in caplog.text
    assert "Berenice" not in caplog.text
