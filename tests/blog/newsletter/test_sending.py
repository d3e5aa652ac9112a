from datetime import timedelta

import pytest
from django.db.models import Count
from wagtail.models import PageViewRestriction

from blog.models import NewsToSend, Subscriber
from blog.newsletter import sending
from operations import outbox
from operations.models import OutboxMail
from tests.blog.newsletter.people import AFTER_GRACE, appear, make_subscriber, posted, publish
from tests.pages import make_campaign, make_translation

pytestmark = pytest.mark.django_db

ANA, BO, EVA = "ana@example.org", "bo@example.org", "eva@example.org"


def settle(clock):
    clock.shift(AFTER_GRACE)
    sending.send_due()


def test_a_post_that_appears_reaches_its_subscribers_once(newsroom, clock, mailoutbox):
    make_subscriber(newsroom)
    make_subscriber(newsroom, email=BO)
    clock.shift(1)
    post = appear(newsroom, "The county votes")

    settle(clock)
    for _again in range(3):
        sending.send_due()

    assert posted() == [(ANA, "The county votes"), (BO, "The county votes")]
    assert NewsToSend.objects.get(post=post).done_at
    outbox.send_due()
    assert sorted(message.to[0] for message in mailoutbox) == [ANA, BO]


def test_nobody_is_told_before_the_editor_could_take_it_back(newsroom, clock):
    make_subscriber(newsroom)
    clock.shift(1)
    appear(newsroom)

    clock.shift(timedelta(minutes=4))
    sending.send_due()

    assert posted() == []


def test_a_post_that_was_taken_back_is_told_once_it_is_there_again(newsroom, clock):
    make_subscriber(newsroom)
    clock.shift(1)
    post = appear(newsroom)
    post.unpublish()
    settle(clock)
    assert posted() == []

    publish(post)
    sending.send_due()
    assert posted() == []
    settle(clock)
    assert posted() == [(ANA, post.title)]


def test_a_post_that_not_everybody_may_read_is_told_to_nobody(newsroom, clock):
    make_subscriber(newsroom)
    clock.shift(1)
    post = appear(newsroom)
    PageViewRestriction.objects.create(page=post, restriction_type=PageViewRestriction.LOGIN)

    settle(clock)

    assert posted() == []


def test_who_was_told_is_not_told_when_the_post_comes_back(newsroom, clock):
    make_subscriber(newsroom)
    clock.shift(1)
    post = appear(newsroom)
    settle(clock)
    post.unpublish()
    publish(post)

    settle(clock)

    assert posted() == [(ANA, post.title)]


def test_who_did_not_confirm_or_came_later_is_not_told(newsroom, clock):
    make_subscriber(newsroom, confirmed_at=None, told_until=None)
    appear(newsroom)
    clock.shift(1)
    make_subscriber(newsroom, email=BO)

    settle(clock)

    assert posted() == []


def test_an_edition_and_a_campaign_are_told_of_their_own(newsroom, clock):
    spanish = make_translation(newsroom)
    ours, other = make_campaign(newsroom), make_campaign(newsroom, "Bus 41")
    make_subscriber(spanish, email="de@example.org")
    make_subscriber(newsroom, email=BO, campaign=ours)
    make_subscriber(newsroom, email=EVA, campaign=other)
    make_subscriber(newsroom, email="daily@example.org", frequency="daily")
    clock.shift(1)
    appear(newsroom, campaigns=[ours])

    settle(clock)

    assert [recipient for recipient, _subject in posted()] == [BO]


def test_an_address_that_follows_both_gets_one_mail(newsroom, clock):
    campaign = make_campaign(newsroom)
    make_subscriber(newsroom)
    make_subscriber(newsroom, email=ANA.upper(), campaign=campaign)
    clock.shift(1)
    appear(newsroom, campaigns=[campaign])

    settle(clock)

    assert len(posted()) == 1


def test_posts_go_out_in_the_order_in_which_they_appeared(newsroom, clock):
    make_subscriber(newsroom)
    for title in ("First", "Second", "Third"):
        clock.shift(1)
        appear(newsroom, title)

    settle(clock)

    assert [subject for _recipient, subject in posted()] == ["First", "Second", "Third"]


def test_a_run_that_was_killed_in_the_middle_goes_on_where_it_was(newsroom, clock, monkeypatch):
    monkeypatch.setattr(sending, "PEOPLE_A_BATCH", 2)
    for number in range(5):
        make_subscriber(newsroom, email=f"reader{number}@example.org")
    clock.shift(1)
    appear(newsroom)
    clock.shift(AFTER_GRACE)
    post_a_mail, mails = outbox.post, []

    def killed(mail):
        mails.append(mail)
        if len(mails) == 4:  # in the second batch
            raise KeyboardInterrupt
        return post_a_mail(mail)

    with monkeypatch.context() as context:
        context.setattr(outbox, "post", killed)
        with pytest.raises(KeyboardInterrupt):
            sending.send_due()
    assert OutboxMail.objects.count() == 2

    sending.send_due()

    per_address = OutboxMail.objects.values("recipient").annotate(number=Count("pk"))
    assert [row["number"] for row in per_address] == 5 * [1]
    assert not Subscriber.objects.filter(told_until__lt=NewsToSend.objects.get().appeared_at)


def test_the_outbox_takes_a_post_for_an_address_once_whoever_forgot_that(newsroom, clock):
    subscriber = make_subscriber(newsroom)
    before = subscriber.told_until
    clock.shift(1)
    appear(newsroom)
    settle(clock)
    Subscriber.objects.update(told_until=before)  # another worker that knows nothing of it
    NewsToSend.objects.update(done_at=None)

    sending.send_due()

    assert len(posted()) == 1


def test_without_a_mail_server_nothing_is_posted(newsroom, clock, settings):
    make_subscriber(newsroom)
    clock.shift(1)
    appear(newsroom)
    settings.HAS_MAIL = False

    settle(clock)

    assert posted() == []


def test_a_run_that_finds_nothing_asks_little(newsroom, django_assert_max_num_queries):
    with django_assert_max_num_queries(9):
        sending.send_due()
