from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from comments import irreversible, receipts
from comments.irreversible import files
from comments.models import Comment, CommentSettings, ModerationMode
from comments.states import CommentStatus, RemovedBy
from tests.comments.factories import make_comment
from tests.comments.irreversible.wishes import ask
from tests.comments.reader import OWN_ORIGIN, publish_what_is_clean

SECRET = "s"


def url(name="receipt", secret=SECRET):
    return reverse(f"comments:{name}", args=[secret])


def own_comment(post, **fields):
    fields = {"created_at": timezone.now(), "receipt_digest": receipts.digest(SECRET)} | fields
    return make_comment(post, **fields)


def change(client, body, **more):
    return client.post(url("receipt_edit"), {"body": body} | more, headers=OWN_ORIGIN)


def take_back(client, **fields):
    return client.post(url("receipt_withdraw"), fields, headers=OWN_ORIGIN)


def test_the_receipt_tells_the_outcome(client, post):
    comment = own_comment(post)
    html = client.get(url()).content.decode()
    assert 'data-status="published"' in html
    assert f"#comment-{comment.pk}" in html


def test_the_receipt_escapes_what_was_written_and_makes_no_links(client, post):
    own_comment(post, body="<script>x()</script> https://example.org/there")
    html = client.get(url()).content.decode()
    assert "&lt;script&gt;x()" in html
    assert "<script>x()" not in html
    assert 'href="https://example.org' not in html


@pytest.mark.parametrize("name", ["receipt", "receipt_qr", "receipt_edit", "receipt_withdraw"])
def test_an_unknown_secret_leads_nowhere(client, db, name):
    assert client.get(url(name, "nobody")).status_code == 404


def test_the_receipt_is_for_its_holder_alone(client, post):
    own_comment(post)
    answer = client.get(url())
    assert answer["Referrer-Policy"] == "no-referrer"
    assert "no-store" in answer["Cache-Control"]
    assert "noindex" in answer["X-Robots-Tag"]
    assert not answer.cookies


def test_the_receipt_of_a_page_that_is_not_public_leads_nowhere(client, post):
    own_comment(post)
    post.unpublish()
    html = client.get(url()).content.decode()
    assert "its page is not public now" in html
    assert post.url not in html
    assert "None" not in html


def test_the_link_is_drawn_as_a_qr_code_here(client, post):
    own_comment(post)
    answer = client.get(url("receipt_qr"))
    assert answer["Content-Type"] == "image/svg+xml"
    assert b"<svg" in answer.content


def test_a_held_comment_can_be_changed(client, post):
    comment = own_comment(post, status=CommentStatus.PENDING)
    assert change(client, "Other words").url == url()
    comment.refresh_from_db()
    assert comment.body == "Other words"
    assert comment.versions.get().body == "I will come."


def test_a_published_comment_keeps_its_words_until_the_new_ones_are_read(client, post):
    comment = own_comment(post)
    assert change(client, "Other words").status_code == 303
    comment.refresh_from_db()
    assert comment.body == "I will come."
    assert "waiting" in comment.versions.get().state


def test_where_clean_words_appear_at_once_a_clean_edit_does_too(client, newsroom, post):
    publish_what_is_clean(newsroom)
    comment = own_comment(post)
    change(client, "Other words")
    comment.refresh_from_db()
    assert comment.body == "Other words"
    assert comment.edited_at


def test_a_published_comment_cannot_be_changed_after_a_quarter_of_an_hour(client, post):
    own_comment(post, created_at=timezone.now() - timedelta(minutes=16))
    answer = change(client, "Other words")
    assert answer.status_code == 403
    assert Comment.objects.get().body == "I will come."


def test_an_edit_is_warned_of_personal_data_as_a_new_comment_is(client, post):
    own_comment(post, status=CommentStatus.PENDING)
    answer = change(client, "My number is A 123 456 789")
    assert answer.status_code == 422
    assert "an A-number" in answer.content.decode()
    assert change(client, "My number is A 123 456 789", personal_data="take_out").url == url()
    assert "[…]" in Comment.objects.get().body


def test_an_empty_edit_is_handed_back(client, post):
    own_comment(post, status=CommentStatus.PENDING)
    assert change(client, "  ").status_code == 422


def test_an_edit_from_another_site_changes_nothing(client, post):
    own_comment(post, status=CommentStatus.PENDING)
    answer = client.post(
        url("receipt_edit"), {"body": "x"}, headers={"Sec-Fetch-Site": "cross-site"}
    )
    assert answer.status_code == 403
    assert Comment.objects.get().body == "I will come."


def test_a_closed_page_still_lets_its_writers_correct_themselves(client, newsroom, post):
    settings = CommentSettings.for_site(newsroom.site)
    settings.moderation = ModerationMode.CLOSED
    settings.save()
    own_comment(post, status=CommentStatus.PENDING)
    assert change(client, "Other words").status_code == 303


def test_taking_back_asks_first_and_leaves_a_tombstone_without_a_name(client, post):
    comment = own_comment(post)
    assert client.get(url("receipt_withdraw")).status_code == 200
    assert Comment.objects.get().status == CommentStatus.PUBLISHED
    assert take_back(client).url == url()
    comment.refresh_from_db()
    assert (comment.status, comment.removed_by) == (CommentStatus.REMOVED, RemovedBy.AUTHOR)
    assert (comment.author_name, comment.body, comment.body_html) == ("", "", "")
    page = client.get(post.url).content.decode()
    assert "This comment has been removed by the author." in page
    assert "Anonymous" in page


def test_the_name_stays_for_those_who_keep_it(client, post):
    own_comment(post)
    take_back(client, keep_name="1")
    assert Comment.objects.get().author_name == "Ana"


def test_a_name_that_was_kept_can_go_later(client, post):
    own_comment(post)
    take_back(client, keep_name="1")
    assert "Take my name away, too" in client.get(url()).content.decode()
    assert "Take my name away, too" in client.get(url("receipt_withdraw")).content.decode()
    take_back(client)
    assert Comment.objects.get().author_name == ""


def test_taking_back_twice_is_no_error(client, post):
    comment = own_comment(post)
    take_back(client)
    assert take_back(client).status_code == 303
    assert comment.events.count() == 2


def test_another_site_cannot_take_a_comment_back(client, post):
    own_comment(post)
    answer = client.post(url("receipt_withdraw"), headers={"Sec-Fetch-Site": "cross-site"})
    assert answer.status_code == 403
    assert Comment.objects.get().status == CommentStatus.PUBLISHED


def test_the_receipt_of_what_was_taken_back_says_so(client, post):
    own_comment(post)
    take_back(client)
    answer = client.get(url())
    assert answer.status_code == 200
    assert client.get(url("receipt_edit")).status_code == 403


def test_a_posted_parent_or_page_moves_no_comment(client, newsroom, post):
    other = make_comment(post, "Another")
    comment = own_comment(post, status=CommentStatus.PENDING)
    change(client, "Other words", parent=str(other.pk), page="1", page_id="1", status="published")
    comment.refresh_from_db()
    assert (comment.parent, comment.page_id) == (None, post.pk)
    assert comment.status == CommentStatus.PENDING


def test_words_that_come_too_late_are_handed_back(client, post):
    own_comment(post, created_at=timezone.now() - timedelta(minutes=16))
    answer = change(client, "Words of an hour")
    assert answer.status_code == 403
    assert "Words of an hour</textarea>" in answer.content.decode()


def test_a_refused_change_hands_the_new_words_back(client, post):
    own_comment(post)
    foreign = {"Origin": "https://elsewhere.example"}
    answer = client.post(url("receipt_edit"), {"body": "Words of an hour"}, headers=foreign)
    assert answer.status_code == 403
    assert "Words of an hour</textarea>" in answer.content.decode()


def test_an_export_of_a_comment_goes_when_its_author_takes_it_back(
    client, post, moderator, settings, tmp_path
):
    settings.DATA_DIR = tmp_path
    comment = make_comment(post, receipt_digest=receipts.digest("secret"))
    export = ask(moderator, comment, kind="export")
    files.write(export, [comment.body])
    url = reverse("comments:receipt_withdraw", args=["secret"])
    client.post(url, headers=OWN_ORIGIN)
    assert Comment.objects.get(pk=comment.pk).body == ""
    assert not irreversible.is_there(export)
