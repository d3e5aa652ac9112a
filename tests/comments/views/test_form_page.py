"""What the form's own page says to its writer."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from comments import conf, raids
from comments.models import CommentSettings
from tests.comments.factories import make_comment
from tests.comments.reader import OWN_ORIGIN, send
from tests.pages import make_post

pytestmark = pytest.mark.django_db


def form_page(client, post, **query):
    return client.get(reverse("comments:form", args=[post.pk]), query).content.decode()


@pytest.fixture
def closing(newsroom):
    """A newsroom whose posts close thirty days after their date."""
    settings = CommentSettings.for_site(newsroom.site)
    settings.close_after_days = 30
    settings.save()
    return newsroom


@pytest.mark.parametrize(("days_ago", "is_said"), [(28, True), (10, False)])
def test_the_end_is_said_when_it_is_near(client, closing, days_ago, is_said):
    post = make_post(closing, "Old", posted_at=timezone.now() - timedelta(days=days_ago))
    assert ("Comments here close soon" in form_page(client, post)) is is_said


def test_while_a_raid_is_on_it_says_what_is_different_and_until_when(client, post, moderator):
    raids.start(post, hours=2, user=moderator)
    assert "comments here are read before they appear" in form_page(client, post)


def test_a_reply_form_leads_to_what_it_answers(client, post):
    parent = make_comment(post)
    assert f'href="{post.url}#comment-{parent.pk}"' in form_page(client, post, parent=parent.pk)


def test_what_few_need_is_folded_away(client, post):
    assert '<details class="form__more">' in form_page(client, post)


def test_what_is_folded_away_shows_when_something_is_in_it(client, post):
    make_comment(post, receipt_digest="")
    assert '<details class="form__more" open>' in form_page(client, post, receipt="of-mine")


def test_what_is_folded_away_shows_when_it_is_wrong(client, post):
    html = send(client, post, website="no address at all").content.decode()
    assert '<details class="form__more" open>' in html


def test_the_first_button_is_the_one_that_sends(client, post):
    """Enter in a field presses the first one."""
    html = form_page(client, post)
    assert html.index("Send comment") < html.index('name="preview"')


def test_a_warning_offers_both_ways_and_keeps_the_text(client, post):
    html = send(client, post, body="She is A 208-555-123.").content.decode()
    assert "This looks like an A-number: “<bdi>A 208-555-123</bdi>”." in html
    assert 'name="personal_data" value="take_out"' in html
    assert 'name="personal_data" value="review"' in html
    assert "She is A 208-555-123.</textarea>" in html


def test_what_came_from_elsewhere_is_handed_back_to_be_copied(client, post):
    foreign = OWN_ORIGIN | {"Sec-Fetch-Site": "cross-site"}
    answer = send(client, post, headers=foreign, body="Words of an hour")
    assert answer.status_code == 403
    assert "Words of an hour</textarea>" in answer.content.decode()


def test_what_is_too_long_to_be_taken_is_handed_back_to_be_copied(client, post):
    words = "Words " * conf.MAX_REQUEST_BYTES
    answer = send(client, post, body=words)
    assert answer.status_code == 413
    assert words in answer.content.decode()


def test_what_was_not_even_read_says_how_to_get_it_back(client, post, settings):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 1_000
    answer = send(client, post, body="x" * conf.MAX_REQUEST_BYTES)
    assert answer.status_code == 413
    assert "brings your text back" in answer.content.decode()


def test_words_for_a_page_that_is_gone_are_handed_back_to_be_copied(client, post):
    post.unpublish()
    answer = send(client, post, body="Words of an hour")
    assert answer.status_code == 404
    assert "Words of an hour</textarea>" in answer.content.decode()
    assert post.title not in answer.content.decode()
