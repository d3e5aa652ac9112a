from comments import language, tasks
from comments.models import Comment, Thread
from comments.wordings import put_words
from tests.comments.factories import SAID_AT, make_comment
from tests.comments.test_wordings import words

SPANISH = "Nos vemos mañana temprano en la plaza, traigan agua y a sus vecinos, por favor."


def told(comment):
    comment.refresh_from_db()
    return comment.language


def test_words_in_another_language_than_the_pages_are_marked(post):
    comment = make_comment(post, SPANISH)
    english = make_comment(post, "We will all meet at the courthouse tomorrow at noon.")
    tasks.tell_languages()
    assert (told(comment), told(english)) == ("es", "en")
    assert Thread.objects.get(page=post).version == 1


def test_nothing_is_looked_at_twice(post, monkeypatch):
    make_comment(post, SPANISH)
    tasks.tell_languages()
    monkeypatch.setattr(language, "detect", lambda *args, **kwargs: 1 / 0)
    tasks.tell_languages()


def test_other_words_are_looked_at_anew(post):
    comment = make_comment(post, SPANISH)
    tasks.tell_languages()
    put_words(comment, words("We will all meet at the courthouse tomorrow at noon."), at=SAID_AT)
    tasks.tell_languages()
    assert told(comment) == "en"


def test_words_that_change_meanwhile_wait_for_the_next_round(post, monkeypatch):
    comment = make_comment(post, SPANISH)

    def detect_and_edit(text, *, expected):
        Comment.objects.filter(pk=comment.pk).update(body="Other words")
        return "es"

    monkeypatch.setattr(language, "detect", detect_and_edit)
    tasks.tell_languages()
    assert told(comment) is None


def test_the_page_says_which_language_a_comment_speaks(client, post):
    make_comment(post, SPANISH, language="es")
    make_comment(post, "مرحبا بكم جميعا", language="ar")
    html = client.get(post.url).content.decode()
    assert '<div class="comment__body" lang="es" dir="ltr">' in html
    assert '<div class="comment__body" lang="ar" dir="rtl">' in html
