"""axe on every screen that readers meet, in both languages, at both widths, light and dark.

The form and the receipt in English are in test_writing and test_own_comment, the captcha in
test_captcha, the answer to who is too fast in test_reader_comments.
"""

import json

import pytest

from tests import sampling
from tests.browser.reader_steps import (
    SEND,
    Way,
    decide,
    fill,
    link_in,
    mails_to,
    newest_post,
    press,
    send_comment,
)
from tests.browser.writing import objections

pytestmark = pytest.mark.browser

BOTH_LANGUAGES = pytest.mark.parametrize("language", sampling.of(["en", "es"], sample=["es"]))
WITHDRAW = "a[href$='/withdraw/']"
MAKE_OLDER = """
from datetime import timedelta
from comments.models import Comment
comment = Comment.objects.get(body="{words}")
Comment.objects.filter(pk=comment.pk).update(created_at=comment.created_at - timedelta(hours=1))
"""
# A post on which everything that a thread can show is to be seen, and its address.
MAKE_THREAD = """
import json
from datetime import UTC, datetime
from django.utils import timezone
from accounts.models import User
from blog.models import BlogIndexPage, PostPage
from comments import archive, intake
index = BlogIndexPage.objects.get(locale__language_code="{language}")
long_ago = datetime(2001, 1, 1, tzinfo=UTC)  # other journeys take the newest posts
post = index.add_child(instance=PostPage(
    title="Badges", slug="badges", locale=index.locale, posted_at=long_ago))
def say(words, parent=None, status=archive.CommentStatus.PUBLISHED, removed_by=""):
    return archive.add(archive.ArchivedComment(page_id=post.pk, parent_id=parent and parent.pk,
        author_name="Ana Larga de los Nombres", author_website="https://example.org/",
        body_html=f"<p>{{words}}</p><blockquote><p>Quoted</p></blockquote>",
        created_at=timezone.now(), status=status, removed_by=removed_by))
last = None
for depth in range(8):
    last = say(f"Answer {{depth}}", parent=last)
say("Gone", status=archive.CommentStatus.REMOVED, removed_by=archive.RemovedBy.AUTHOR)
for number in range(60):
    say(f"Number {{number}}")
intake.answer_as_staff("We are here.", to=last, signed="Newsroom", user=User.objects.first())
print(json.dumps(post.url))
"""


def open_reader(new_reader, language):
    return new_reader(Way(javascript=True, width=1280, language=language))


@pytest.fixture
def accessible():
    """Complains by the name of the screen, after the whole journey."""
    found = []

    def look(window, screen):
        found.extend(f"{screen}: {one}" for one in objections(window))
        window.set_viewport_size({"width": 1280, "height": 800})

    yield look
    assert found == []


def post_of(reader, language):
    return newest_post(reader, Way(javascript=True, width=1280, language=language))


@pytest.mark.looks
def test_the_form_in_spanish(new_reader, accessible):
    reader = open_reader(new_reader, "es")
    post = post_of(reader, "es")
    reader.goto(post)
    accessible(reader, "article")
    reader.locator("a.comment__reply").first.click()
    reader.locator("#comment-form").wait_for()
    accessible(reader, "reply in place")
    reader.goto(reader.locator("#write a").get_attribute("href"))
    press(reader, SEND)
    accessible(reader, "form with errors")
    reader.locator("#comment-form summary").click()
    fill(reader, name="Zelda", words="Mi A 208-555-123, llame al 202-555-0143." + 800 * " más.")
    press(reader, "button[name=preview]")
    accessible(reader, "preview")
    press(reader, SEND)
    accessible(reader, "warning")


@pytest.mark.looks
@BOTH_LANGUAGES
def test_the_receipt_in_each_of_its_states(newsroom, new_reader, moderator, accessible, language):
    reader = open_reader(new_reader, language)
    words = f"Xylophone-{language}"
    receipt = send_comment(reader, post_of(reader, language), name="Zelda", words=words)
    if language == "es":
        accessible(reader, "receipt")
        press(reader, "a[href$='/edit/']")
        accessible(reader, "edit")
    decide(moderator, words, "Approve")
    reader.goto(receipt + "edit/")
    reader.locator("textarea[name=body]").fill(f"{words} https://example.org/")
    press(reader, "#edit-form .button--primary")
    accessible(reader, "published, with new words that wait")
    newsroom.run(MAKE_OLDER.format(words=words))
    reader.goto(receipt + "edit/")
    accessible(reader, "too late")
    moderator.goto(f"/admin/reader-comments/?status=all&q={words}")
    moderator.get_by_role("button", name="Remove", exact=True).first.click()
    moderator.locator("[data-rule]").first.click()
    moderator.get_by_role("button", name="Undo").first.wait_for()
    reader.goto(receipt)
    assert reader.locator("article.receipt").get_attribute("data-status") == "removed"
    accessible(reader, "removed")
    press(reader, WITHDRAW)
    accessible(reader, "withdraw")
    press(reader, "form[action$='/withdraw/'] button")
    accessible(reader, "withdrawn")


@pytest.mark.looks
@BOTH_LANGUAGES
def test_following_by_mail(new_reader, mailboxes, accessible, language):
    reader, address = open_reader(new_reader, language), f"screens-{language}@example.org"
    reader.goto(post_of(reader, language))
    press(reader, ".thread__follow a")
    accessible(reader, "follow")
    ask = "main form:has(input[name=email]) button[type=submit]"
    press(reader, ask)
    accessible(reader, "follow, with an error")
    reader.locator("main input[name=email]").fill(address)
    press(reader, ask)
    accessible(reader, "asked")
    (mail,) = mails_to(mailboxes, address, number=1)
    reader.goto(link_in(mail, part="/comments/notices/"))
    accessible(reader, "confirm")
    press(reader, "main form .button--primary")
    accessible(reader, "manage")
    press(reader, "button[name=wanted][value=stop]")
    accessible(reader, "ended")
    reader.goto("/comments/notices/forged/")
    accessible(reader, "a link that leads nowhere")


@pytest.mark.looks
@BOTH_LANGUAGES
def test_reporting(new_reader, accessible, language):
    reader = open_reader(new_reader, language)
    reader.goto(post_of(reader, language))
    press(reader, "a.comment__report")
    accessible(reader, "report")
    press(reader, "#report-form button[type=submit]")
    accessible(reader, "report, with an error")
    reader.locator("input[name=reason]").first.check()
    press(reader, "#report-form button[type=submit]")
    accessible(reader, "receipt of a report")


@pytest.mark.looks
@BOTH_LANGUAGES
def test_a_thread_with_badges_tombstones_and_pages(newsroom, new_reader, accessible, language):
    said = newsroom.run(MAKE_THREAD.format(language=language))
    reader = open_reader(new_reader, language)
    reader.goto(json.loads(said.splitlines()[-1]))
    assert reader.locator(".badge, .comment__tombstone, .pager").count() >= 3
    accessible(reader, "thread")


@pytest.mark.looks
def test_dead_ends(new_reader, accessible):
    reader = open_reader(new_reader, "en")
    for address in ("/comments/987654321/", "/comments/receipt/no-such-secret/"):
        assert reader.goto(address).status == 404
        accessible(reader, address)
