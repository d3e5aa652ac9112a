import re
from datetime import UTC, datetime

import pytest
from django.utils import timezone

from blog.newsletter import links, mails
from operations import outbox
from tests.blog.newsletter.people import make_subscriber
from tests.pages import make_campaign, make_post, make_translation

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 3, 4, 17, 0, tzinfo=UTC)


@pytest.fixture
def subscriber(newsroom):
    return make_subscriber(newsroom)


def all_mails(newsroom, subscriber):
    posts = [make_post(newsroom, "The county votes"), make_post(newsroom, "It voted")]
    return [
        mails.confirmation(subscriber, now=NOW),
        mails.known_already(subscriber, now=NOW),
        mails.one_post(subscriber, posts[0]),
        mails.digest(subscriber, posts, since=NOW),
    ]


def test_every_mail_has_its_way_out_by_one_press_and_by_a_page(newsroom, subscriber, clock):
    way_out = links.manage_url(subscriber)
    for mail in all_mails(newsroom, subscriber):
        assert mail.headers == {
            "List-Unsubscribe": f"<{way_out}>",
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        }
        assert "/subscribe/mail/" in mail.text


def test_every_mail_has_a_key_of_its_own_without_the_address(newsroom, subscriber):
    keys = {mail.key for mail in all_mails(newsroom, subscriber)}

    assert len(keys) == 4
    assert not any("ana" in key or "@" in key for key in keys)
    assert max(len(key) for key in keys) <= 200


def test_all_hosts_in_mails_are_ours(newsroom, subscriber):
    for mail in all_mails(newsroom, subscriber):
        assert set(re.findall(r"https?://([^/\s>]+)", mail.text)) == {"127.0.0.1:8000"}


def test_a_post_is_told_by_title_date_summary_and_its_lasting_address(newsroom, subscriber):
    post = make_post(newsroom, "The county votes", search_description="On Thursday.")

    mail = mails.one_post(subscriber, post)

    assert mail.subject == "The county votes"
    told = "The county votes\nThursday, January 5, 2012\nOn Thursday.\nhttp://127.0.0.1:8000/p/"
    assert mail.text.startswith(f"{told}{post.pk}/\n\n-- \n")


def test_a_date_is_the_newsrooms(newsroom, subscriber):
    late = datetime(2012, 1, 6, 3, 0, tzinfo=UTC)  # on the 5th in New York

    assert " 5, 2012" in mails.one_post(subscriber, make_post(newsroom, posted_at=late)).text


def test_a_title_brings_no_header_along(newsroom, subscriber, mailoutbox):
    post = make_post(newsroom, "Now\r\nBcc: everybody@example.org " + 200 * "x", slug="hostile")

    outbox.post(mails.one_post(subscriber, post))
    outbox.send_due()

    [message] = mailoutbox
    assert message.message()["Bcc"] is None
    assert message.to == [subscriber.email]
    assert len(message.subject) == 150
    assert message.message().get_content_type() == "text/plain"


def test_a_long_digest_names_some_and_counts_the_rest(newsroom, subscriber, monkeypatch):
    monkeypatch.setattr(mails, "IN_A_DIGEST", 1)
    posts = [make_post(newsroom, f"Post {number}") for number in range(3)]

    text = mails.digest(subscriber, posts, since=NOW).text

    assert ("Post 0" in text, "Post 1" in text, "And 2 more posts:" in text) == (True, False, True)


def test_what_somebody_gets_is_said_in_words(newsroom):
    campaign = make_campaign(newsroom, "Bus 40")
    follower = make_subscriber(newsroom, campaign=campaign, frequency="weekly")

    assert mails.what_of(follower) == "News of “Bus 40” (Once a week, if there is news)"


def test_mails_speak_the_language_of_the_edition(newsroom):
    reader = make_subscriber(make_translation(newsroom))

    assert "/es/subscribe/mail/" in mails.confirmation(reader, now=timezone.now()).text
