import re

import pytest
from django.urls import reverse

from comments import irreversible, moderation, receipts
from comments.irreversible import files
from comments.models import (
    Comment,
    CommentSettings,
    ModerationEvent,
    SectionModerator,
    VersionState,
)
from comments.moderation.blackening import BLACK
from comments.states import Action, CommentStatus
from tests.comments.factories import SAID_AT, make_comment, make_ruling
from tests.comments.irreversible.wishes import ask
from tests.pages import make_post

BODY = "Call me: 212-555-0134. I am *Ana Ruiz*, of Main Street."


@pytest.fixture
def comment(post):
    return make_comment(
        post, BODY, status=CommentStatus.PENDING, receipt_digest=receipts.digest("s")
    )


def at(comment):
    return reverse("reader_comments:redact", args=[comment.pk])


def read(browser, comment):
    return browser.get(at(comment)).content.decode()


def hidden(html, name):
    found = re.search(rf'name="{name}"[^>]* value="([^"]*)"', html)
    return found[1] if found else ""


def send(browser, comment, **fields):
    """Look first, then send what was marked."""
    seen = hidden(read(browser, comment), "seen")
    return browser.post(at(comment), {"seen": seen} | fields)


def carry_out(browser, comment, button="redact", **fields):
    """Look, preview, and press the button below the preview."""
    shown = send(browser, comment, **fields).content.decode()
    tried = {"seen": hidden(shown, "seen"), "tried": hidden(shown, "tried"), button: "1"}
    return browser.post(at(comment), tried | fields)


def test_it_shows_what_was_typed_and_offers_what_was_found(browser, comment):
    html = read(browser, comment)
    assert "*Ana Ruiz*" in html
    assert "212-555-0134 (a telephone number)" in html


def test_what_was_found_in_a_version_is_offered_as_well(browser, comment):
    comment.versions.create(
        state=VersionState.REPLACED,
        body="Write to ana@example.net",
        body_html="",
        written_at=SAID_AT,
        settled_at=SAID_AT,
    )
    assert "ana@example.net (an e-mail address)" in read(browser, comment)


def test_a_preview_shows_what_is_left_and_changes_nothing(browser, comment):
    html = send(browser, comment, found="0", words="Ana Ruiz").content.decode()
    assert f"Call me: {BLACK}. I am <em>{BLACK}</em>, of Main Street." in html
    assert "2 places are blacked out" in html
    assert Comment.objects.get().body == BODY
    assert ModerationEvent.objects.count() == 1


def test_what_was_ticked_stays_ticked_beside_the_preview(browser, post):
    comment = make_comment(post, "212-555-0134 or 212-555-0135", status=CommentStatus.PENDING)
    html = send(browser, comment, found=["0", "1"]).content.decode()
    assert len(re.findall(r'name="found"[^>]* checked', html)) == 2


def test_what_was_seen_is_blacked_out(browser, ana, comment):
    response = carry_out(browser, comment, found="0", words="Ana Ruiz\n\nMain Street\n")
    assert response.url == reverse("reader_comments:history", args=[comment.pk])
    comment.refresh_from_db()
    assert comment.body == f"Call me: {BLACK}. I am *{BLACK}*, of {BLACK}."
    event = comment.events.latest("pk")
    assert (event.action, event.actor) == (Action.REDACT, ana)
    assert comment.status == CommentStatus.PENDING
    html = browser.get(response.url).content.decode()
    assert "Ana Ruiz blacked out words of this comment" in html


def test_black_out_and_approve_is_one_click(browser, comment):
    carry_out(browser, comment, button="approve", found="0")
    comment.refresh_from_db()
    assert comment.status == CommentStatus.PUBLISHED
    assert "0134" not in comment.body


def test_what_cannot_be_approved_offers_no_such_click(browser, post):
    comment = make_comment(post, BODY)
    assert "Black out and approve" not in send(browser, comment, found="0").content.decode()
    response = carry_out(browser, comment, button="approve", found="0")
    assert response.status_code == 409
    assert Comment.objects.get().body == BODY


@pytest.mark.parametrize("button", ["redact", "approve"])
def test_nothing_is_blacked_out_unseen(browser, comment, button):
    response = send(browser, comment, found="0", **{button: "1"})
    assert "What is left" in response.content.decode()
    assert Comment.objects.get().body == BODY


def test_nor_anything_else_than_what_was_seen(browser, comment):
    shown = send(browser, comment, found="0").content.decode()
    sent = {name: hidden(shown, name) for name in ("seen", "tried")}
    browser.post(at(comment), sent | {"found": "0", "words": "Main Street", "redact": "1"})
    assert Comment.objects.get().body == BODY


def test_a_comment_that_something_happened_to_is_left_alone(browser, comment, moderator):
    shown = send(browser, comment, found="0").content.decode()
    moderation.approve(comment.pk, make_ruling(comment, moderator))
    sent = {name: hidden(shown, name) for name in ("seen", "tried")}
    response = browser.post(at(comment), sent | {"found": "0", "redact": "1"})
    assert response.status_code == 409
    assert "nothing was changed" in response.content.decode()
    assert Comment.objects.get().body == BODY


@pytest.mark.parametrize(
    ("fields", "complaint"),
    [
        ({}, "Mark what is to be blacked out."),
        ({"words": "a"}, "A line has from two to 500 characters: a"),
        ({"words": "x" * 501}, "A line has from two to 500 characters"),
        ({"words": "\n".join(["ab"] * 21)}, "At most 20 lines."),
        ({"words": "elsewhere"}, "These words are not in the comment"),
        ({"found": "7"}, "Select a valid choice"),
        ({"found": "0", "explanation": "It had 212 555 0134 in it"}, "This tells again"),
        ({"found": "0", "explanation": "x" * 501}, "at most 500"),
    ],
)
def test_what_marks_nothing_is_handed_back(browser, comment, fields, complaint):
    response = send(browser, comment, **fields)
    assert response.status_code == 422
    assert complaint in response.content.decode()
    assert Comment.objects.get().body == BODY


def test_the_name_stays_unless_asked_for_and_that_is_said(browser, post):
    comment = make_comment(post, BODY, author_name="Ana Ruiz")
    assert "The name says it, too" in send(browser, comment, words="Ana Ruiz").content.decode()
    shown = send(browser, comment, words="Ana Ruiz", with_name="on").content.decode()
    assert "The name says it, too" not in shown
    carry_out(browser, comment, words="Ana Ruiz", with_name="on")
    assert Comment.objects.get().author_name == BLACK


def test_words_only_in_what_it_said_before_can_go(browser, comment):
    comment.versions.create(
        state=VersionState.REPLACED,
        body="I live in Elm Road",
        body_html="<p>I live in Elm Road</p>",
        written_at=SAID_AT,
        settled_at=SAID_AT,
    )
    html = send(browser, comment, words="elm road").content.decode()
    assert "0 places are blacked out in it." in html
    assert "So is 1 place in its name, its website or what it said before." in html
    carry_out(browser, comment, words="elm road")
    assert comment.versions.get().body == f"I live in {BLACK}"


def test_what_would_still_be_said_is_handed_back(browser, comment, monkeypatch):
    monkeypatch.setattr(moderation, "still_says", lambda said, blackout: True)
    response = send(browser, comment, found="0")
    assert response.status_code == 422
    assert "In another spelling the comment would still say it" in response.content.decode()


def test_its_author_is_told_and_can_take_it_back(browser, client, comment):
    carry_out(browser, comment, button="approve", found="0", explanation="A number of somebody.")
    html = client.get(reverse("comments:receipt", args=["s"])).content.decode()
    assert "A moderator blacked out words of it" in html
    assert "A number of somebody." in html
    assert BLACK in html
    assert reverse("comments:receipt_withdraw", args=["s"]) in html


def test_a_comment_without_words_has_nothing_to_black_out(browser, post):
    comment = make_comment(post, "", status=CommentStatus.REMOVED)
    assert send(browser, comment, words="ab").status_code == 422


def test_words_typed_by_readers_are_no_html_there(browser, post):
    comment = make_comment(post, "<script>alert(1)</script> 212-555-0134", author_name="<b>x</b>")
    for html in (read(browser, comment), send(browser, comment, found="0").content.decode()):
        assert "<script>alert" not in html
        assert "<bdi><b>" not in html


def test_a_comment_that_is_not_there_is_not_found(browser, newsroom):
    assert browser.get(reverse("reader_comments:redact", args=[1])).status_code == 404


@pytest.mark.parametrize("name", ["redact", "add_note"])
def test_who_moderates_a_section_touches_no_comment_of_another(
    browser, ana, newsroom, comment, name
):
    settings = CommentSettings.for_site(newsroom.site)
    settings.has_section_moderators = True
    settings.save()
    address = reverse(f"reader_comments:{name}", args=[comment.pk])
    SectionModerator.objects.create(user=ana, page=comment.page)
    assert browser.get(address).status_code in (200, 303)
    SectionModerator.objects.update(page=make_post(newsroom, title="Another"))
    assert browser.get(address).status_code == 404


def test_an_export_that_holds_the_words_cannot_be_collected(
    browser, ana, comment, settings, tmp_path
):
    settings.DATA_DIR = tmp_path
    export = ask(ana, comment, kind="export")
    files.write(export, [BODY])
    carry_out(browser, comment, found="0")
    assert not irreversible.is_there(export)
