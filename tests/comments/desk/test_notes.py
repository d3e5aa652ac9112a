import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains

from comments import moderation, notes, receipts
from comments.models import ModeratorNote
from tests.comments.factories import make_comment, make_ruling
from tests.comments.moderation_queue.desk import read_history, read_queue


def at(comment):
    return reverse("reader_comments:add_note", args=[comment.pk])


@pytest.fixture
def comment(post):
    return make_comment(post, status="pending", receipt_digest=receipts.digest("s"))


def test_a_note_stands_on_the_page_of_its_comment_and_on_its_card(browser, ana, comment):
    response = browser.post(at(comment), {"words": "Ask <b>Ben</b> first."})
    assert response.url == reverse("reader_comments:history", args=[comment.pk])
    for html in (read_history(browser, comment), read_queue(browser)):
        assert "Ask &lt;b&gt;Ben&lt;/b&gt; first." in html
        assert "Ana Ruiz" in html
    assert ModeratorNote.objects.get().author == ana


def test_on_its_own_page_a_note_stands_once(browser, comment, ana):
    notes.add(comment, "Only once", author=ana)
    assert read_history(browser, comment).count("Only once") == 1


@pytest.mark.parametrize("words", ["", "x" * 1_001])
def test_what_is_no_note_is_handed_back(browser, comment, words):
    response = browser.post(at(comment), {"words": words})
    assert response.status_code == 422
    assert words in response.content.decode()
    assert not ModeratorNote.objects.exists()


def test_a_read_adds_nothing_and_leads_to_the_comment(browser, comment):
    response = browser.get(at(comment))
    assert (response.status_code, response.url) == (
        303,
        reverse("reader_comments:history", args=[comment.pk]),
    )


def test_there_are_no_notes_on_what_is_not_there(browser, newsroom):
    address = reverse("reader_comments:add_note", args=[1])
    assert browser.post(address, {"words": ""}).status_code == 404


def test_a_note_on_what_was_deleted_meanwhile_is_handed_back(browser, newsroom):
    address = reverse("reader_comments:add_note", args=[1])
    response = browser.post(address, {"words": "Ask Ben first."})
    assertContains(response, "your note was not kept", status_code=409)
    assertContains(response, "Ask Ben first.</textarea>", status_code=409)


def test_neither_readers_nor_its_author_see_a_note(client, comment, moderator):
    notes.add(comment, "a-note-for-us", author=moderator)
    moderation.approve(comment.pk, make_ruling(comment, moderator))
    for address in (comment.page.url, reverse("comments:receipt", args=["s"])):
        assert "a-note-for-us" not in client.get(address).content.decode()


def test_a_note_of_somebody_whose_account_is_gone_says_so(browser, comment, moderator):
    notes.add(comment, "x", author=moderator)
    moderator.delete()
    assert "somebody whose account is gone" in read_history(browser, comment)
