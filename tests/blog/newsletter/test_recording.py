from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail.models import PageViewRestriction

from blog.models import NewsToSend, PostPage
from blog.newsletter import sending
from operations import clock as operations_clock
from tests.blog.newsletter.people import appear, make_subscriber, posted, publish
from tests.pages import make_locale, make_post, make_translation

pytestmark = pytest.mark.django_db

NOT_NOW = timedelta(hours=1)


def noted():
    return list(NewsToSend.objects.order_by("pk").values_list("post_id", flat=True))


def test_a_post_that_is_published_for_the_first_time_is_noted(newsroom, clock):
    post = appear(newsroom)

    assert noted() == [post.pk]
    assert NewsToSend.objects.get().appeared_at == timezone.now()


def test_a_draft_is_noted_by_nobody(newsroom, clock):
    make_post(newsroom, live=False, posted_at=timezone.now()).save_revision()

    assert noted() == []


def test_what_the_clock_publishes_is_noted_when_it_does(newsroom, clock):
    post = make_post(newsroom, live=False, posted_at=timezone.now())
    post.go_live_at = timezone.now() + NOT_NOW
    publish(post)
    assert noted() == []

    clock.shift(NOT_NOW + timedelta(seconds=1))
    operations_clock.publish_scheduled()

    assert noted() == [post.pk]


def test_a_correction_is_no_news(newsroom, clock):
    post = appear(newsroom)
    NewsToSend.objects.update(done_at=timezone.now())
    before = NewsToSend.objects.get().appeared_at
    clock.shift(NOT_NOW)

    publish(post)

    assert NewsToSend.objects.get().appeared_at == before


def test_what_came_back_untold_appears_now(newsroom, clock):
    post = appear(newsroom)
    post.unpublish()
    clock.shift(NOT_NOW)

    publish(post)

    assert NewsToSend.objects.get().appeared_at == timezone.now()


def test_what_came_back_long_after_it_was_forgotten_is_no_news(newsroom, clock):
    post = appear(newsroom)
    post.unpublish()
    NewsToSend.objects.all().delete()
    clock.shift(timedelta(weeks=5))

    publish(post)

    assert noted() == []


def test_a_post_that_is_dated_back_is_no_news(newsroom, clock):
    appear(newsroom, posted_at=timezone.now() - timedelta(days=3, seconds=1))

    assert noted() == []


def test_a_draft_that_took_weeks_is_news_when_it_is_published(newsroom, clock):
    post = make_post(newsroom, live=False, posted_at=timezone.now())
    post.save_revision()
    clock.shift(timedelta(weeks=5))

    publish(post)

    assert noted() == [post.pk]


def test_what_an_import_brings_is_no_news(newsroom, clock):
    hour_ago = timezone.now() - NOT_NOW
    post = make_post(newsroom, live=False, posted_at=hour_ago)
    post.live, post.first_published_at, post.last_published_at = True, hour_ago, hour_ago
    post.save(clean=False)

    assert noted() == []


def test_a_post_that_shows_in_another_language_as_it_is_is_no_news_there(newsroom, clock):
    make_translation(newsroom)
    post = appear(newsroom)

    post.copy_for_translation(make_locale("es"), alias=True)
    publish(post)

    assert noted() == [post.pk]


def test_a_translation_is_news_to_its_own_edition(newsroom, clock):
    make_translation(newsroom)
    post = appear(newsroom)
    translated = post.copy_for_translation(make_locale("es"))
    assert noted() == [post.pk]

    publish(translated)

    assert noted() == [post.pk, translated.pk]


def test_where_there_is_no_mail_nothing_is_noted(newsroom, clock, settings):
    settings.HAS_MAIL = False

    appear(newsroom)

    assert noted() == []


def test_nothing_is_noted_of_what_is_loaded_from_a_file(newsroom, clock):
    post = appear(newsroom)
    NewsToSend.objects.all().delete()

    post.save_base(raw=True)

    assert noted() == []


def close(page):
    return PageViewRestriction.objects.create(page=page, restriction_type="login")


@pytest.mark.parametrize("of_all", [False, True])
def test_what_was_closed_appears_when_it_is_opened(newsroom, clock, of_all):
    post = appear(newsroom)
    restriction = close(newsroom.index if of_all else post)
    clock.shift(NOT_NOW)

    restriction.delete()

    assert NewsToSend.objects.get().appeared_at == timezone.now()


def test_what_moves_to_where_everybody_may_read_appears_then(newsroom, clock):
    spanish = make_translation(newsroom)
    close(spanish.index)
    post = appear(newsroom)
    post.move(spanish.index, pos="last-child")
    newsroom.index.refresh_from_db()
    clock.shift(NOT_NOW)

    PostPage.objects.get().move(newsroom.index, pos="last-child")

    assert NewsToSend.objects.get().appeared_at == timezone.now()


def test_what_was_told_or_stands_elsewhere_is_no_news_when_something_is_opened(newsroom, clock):
    told, elsewhere = appear(newsroom, "Told"), appear(newsroom, "Elsewhere")
    began = timezone.now()
    NewsToSend.objects.update(appeared_at=began)
    NewsToSend.objects.filter(post=told).update(done_at=began)
    restriction = close(told)
    clock.shift(NOT_NOW)

    restriction.delete()

    assert set(NewsToSend.objects.values_list("appeared_at", flat=True)) == {began}
    assert noted() == [told.pk, elsewhere.pk]


def test_who_was_told_of_a_later_post_is_told_of_what_is_opened(newsroom, clock):
    make_subscriber(newsroom)
    make_subscriber(newsroom, email="daily@example.org", frequency="daily")
    clock.shift(60)
    restriction = close(appear(newsroom, "Embargoed"))
    clock.shift(60)
    appear(newsroom, "Open")
    clock.shift(timedelta(days=1))
    sending.send_due()

    restriction.delete()
    clock.shift(timedelta(days=1))
    sending.send_due()

    told = [recipient for recipient, subject in posted() if "Embargoed" in subject]
    assert sorted(told) == ["ana@example.org", "daily@example.org"]
