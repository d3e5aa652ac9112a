from datetime import timedelta

import pytest

from comments import intake, moderation, standing
from comments.models import Comment, Frequency, ModeratorNotices, Subscription, Topic
from comments.notifications import links
from comments.states import CommentStatus
from tests.comments.factories import make_comment, make_ruling, make_submission
from tests.comments.notifications.people import ADDRESS, make_moderator, make_subscription
from tests.comments.reader import OWN_ORIGIN
from tests.pages import make_post, make_translation

pytestmark = pytest.mark.django_db

ONE_CLICK = {"List-Unsubscribe": "One-Click"}
FOREIGN = {"Origin": "https://mail.example", "Sec-Fetch-Site": "cross-site"}


@pytest.fixture
def wish(post):
    return make_subscription(post, confirmed_at=None)


@pytest.fixture
def subscription(post):
    return make_subscription(post)


def confirm_path(subscription):
    return links.confirm_url(subscription).removeprefix("http://127.0.0.1:8000")


def act(client, path, headers=None, **fields):
    return client.post(path, fields, headers=OWN_ORIGIN if headers is None else headers)


def is_confirmed(subscription):
    return Subscription.objects.get(pk=subscription.pk).confirmed_at is not None


# Confirming


def test_opening_the_link_shows_a_button_and_pressing_it_confirms(client, wish):
    page = client.get(confirm_path(wish)).content.decode()
    assert "Yes, that was me" in page
    assert not is_confirmed(wish)
    answer = act(client, confirm_path(wish))
    assert (answer.status_code, answer.url) == (303, links.manage_path(wish))
    assert is_confirmed(wish)
    assert "Your address is confirmed" in client.get(answer.url).content.decode()


def test_whoever_confirms_sees_which_comment_the_address_will_prove(client, post):
    comment = make_comment(post, "I was <b>there</b>.")
    wish = make_subscription(post, Topic.REPLIES, comment=comment, confirmed_at=None)
    assert "I was &lt;b&gt;there&lt;/b&gt;." in client.get(confirm_path(wish)).content.decode()
    act(client, confirm_path(wish))
    assert Comment.objects.get(pk=comment.pk).writer


def test_a_confirmed_address_that_is_known_here_need_not_wait(client, post, moderator):
    approved = make_comment(post, status=CommentStatus.PENDING)
    moderation.approve(approved.pk, make_ruling(approved, moderator))
    standing.prove_email(approved, email=ADDRESS)
    waiting = intake.submit_comment(make_submission(post, "Me again."), page=post)
    wish = make_subscription(post, Topic.REPLIES, comment=waiting, confirmed_at=None)
    act(client, confirm_path(wish))
    waiting.refresh_from_db()
    assert waiting.status == CommentStatus.PUBLISHED


def test_other_wishes_of_the_address_can_be_ticked(client, wish, newsroom):
    ticked = make_subscription(make_post(newsroom, "Other"), confirmed_at=None)
    strange = make_subscription(
        make_post(newsroom, "Third"), email="other@example.org", confirmed_at=None
    )
    assert f'value="{ticked.pk}"' in client.get(confirm_path(wish)).content.decode()
    act(client, confirm_path(wish), also=[ticked.pk, strange.pk, "x", "²", "-1", "9" * 5_000])
    assert [is_confirmed(one) for one in (wish, ticked, strange)] == [True, True, False]


def test_a_confirmation_that_came_too_late_leads_nowhere(client, wish, clock):
    path = confirm_path(wish)
    clock.shift(timedelta(days=3, seconds=2))
    assert client.get(path).status_code == act(client, path).status_code == 404
    assert not is_confirmed(wish)


def test_confirming_by_the_button_of_a_mail_program_confirms_nothing(client, wish):
    act(client, confirm_path(wish), headers=FOREIGN, **ONE_CLICK)
    assert not is_confirmed(wish)


# Changing and ending


def test_one_wish_ends(client, newsroom, subscription):
    other = make_subscription(make_post(newsroom, "Other"))
    assert (
        "No more mail"
        in act(client, links.manage_path(subscription), wanted="stop").content.decode()
    )
    assert list(Subscription.objects.all()) == [other]


def test_everything_of_the_address_ends(client, newsroom, subscription):
    make_subscription(make_post(newsroom, "Other"))
    act(client, links.manage_path(subscription), wanted="stop_everything")
    assert not Subscription.objects.exists()


def test_the_rhythm_can_be_changed(client, subscription):
    path = links.manage_path(subscription)
    answer = act(client, path, wanted="change", frequency=Frequency.DAILY)
    assert (answer.status_code, answer.url) == (303, path)
    assert Subscription.objects.get().frequency == Frequency.DAILY
    assert 'value="daily" selected' in client.get(path).content.decode()


def test_what_is_not_offered_changes_nothing(client, subscription):
    path = links.manage_path(subscription)
    for fields in ({}, {"wanted": "confirm"}, {"wanted": "change", "frequency": "never"}):
        assert act(client, path, **fields).status_code == 422
    assert Subscription.objects.get().frequency == Frequency.AT_ONCE


def test_the_button_of_a_mail_program_ends_it_from_anywhere_without_a_question(
    client, subscription
):
    path = links.manage_path(subscription)
    assert act(client, path, headers=FOREIGN, **ONE_CLICK).status_code == 200
    assert not Subscription.objects.exists()
    assert act(client, path, headers=FOREIGN, **ONE_CLICK).status_code == 200


def test_any_other_post_from_another_site_is_refused(client, subscription, wish_paths):
    for path in [links.manage_path(subscription), *wish_paths]:
        assert act(client, path, headers=FOREIGN, wanted="stop").status_code == 403
    assert Subscription.objects.filter(confirmed_at=None).count() == 1
    assert Subscription.objects.count() == 2


@pytest.fixture
def wish_paths(newsroom):
    wish = make_subscription(make_post(newsroom, "Other"), confirmed_at=None)
    return [confirm_path(wish)]


def test_a_moderator_ends_it_too(client):
    moderator = make_moderator()
    path = links.moderator_url(moderator).removeprefix("http://127.0.0.1:8000")
    assert "No more of these" in client.get(path).content.decode()
    assert not ModeratorNotices.objects.exists()
    assert act(client, path, headers=FOREIGN, **ONE_CLICK).status_code == 200
    assert ModeratorNotices.objects.get(user=moderator).frequency == Frequency.NEVER


# All of them


@pytest.mark.parametrize("method", ["get", "head"])
def test_looking_changes_nothing(client, wish, subscription_paths, method):
    before = list(Subscription.objects.order_by("pk").values())
    for path in [confirm_path(wish), *subscription_paths]:
        assert getattr(client, method)(path).status_code == 200
    assert list(Subscription.objects.order_by("pk").values()) == before
    assert not ModeratorNotices.objects.exists()


@pytest.fixture
def subscription_paths(newsroom):
    moderator_path = links.moderator_url(make_moderator()).removeprefix("http://127.0.0.1:8000")
    other = make_subscription(make_post(newsroom, "Other"))
    return [links.manage_path(other), moderator_path]


def test_the_answers_are_stored_nowhere_and_tell_no_other_site(client, wish):
    answer = client.get(confirm_path(wish))
    assert answer["Cache-Control"] == "private, no-store"
    assert answer["X-Robots-Tag"] == "noindex, nofollow"
    assert answer["Referrer-Policy"] == "same-origin"
    assert not answer.cookies


def test_no_answer_shows_the_address(client, wish):
    assert ADDRESS not in client.get(confirm_path(wish)).content.decode()
    assert ADDRESS not in client.get(links.manage_path(wish)).content.decode()


def test_they_speak_the_language_of_the_subscription(client, newsroom):
    spanish = make_post(make_translation(newsroom))
    subscription = make_subscription(spanish, language="es")
    assert client.get(links.manage_path(subscription))["Content-Language"] == "es"


def test_the_title_of_a_page_that_is_not_public_any_more_is_not_told(client, subscription, post):
    post.unpublish()
    assert post.title not in client.get(links.manage_path(subscription)).content.decode()


@pytest.mark.parametrize("signed", ["x", "a:b:c", "x" * 3000])
def test_what_nobody_signed_leads_nowhere(client, db, signed):
    path = f"/comments/notices/{signed}/"
    for answer in (client.get(path), act(client, path, wanted="stop")):
        assert answer.status_code == 404
        assert "leads nowhere" in answer.content.decode()


@pytest.mark.parametrize("method", ["put", "delete", "patch", "options"])
def test_other_methods_are_refused(client, wish, method):
    assert getattr(client, method)(confirm_path(wish)).status_code == 405
