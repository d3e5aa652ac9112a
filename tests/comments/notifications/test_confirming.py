import pytest

from comments.models import Comment, Subscription, Topic
from comments.notifications import also_asked, confirm, confirming
from tests.comments.factories import make_comment
from tests.comments.notifications.people import make_subscription
from tests.pages import make_post

pytestmark = pytest.mark.django_db


@pytest.fixture
def comment(post):
    return make_comment(post)


@pytest.fixture
def wish(post, comment):
    return make_subscription(post, Topic.REPLIES, comment=comment, confirmed_at=None)


def is_confirmed(subscription):
    return Subscription.objects.get(pk=subscription.pk).confirmed_at is not None


def test_a_confirmed_address_proves_the_comment(wish, comment):
    confirm(wish)
    assert is_confirmed(wish)
    assert Comment.objects.get(pk=comment.pk).writer.email_digest


def test_a_page_proves_nothing(post, comment):
    confirm(make_subscription(post, confirmed_at=None))
    assert Comment.objects.get(pk=comment.pk).writer is None


def test_twice_is_once(wish):
    confirm(wish)
    first = Subscription.objects.get().confirmed_at
    confirm(wish)
    assert Subscription.objects.get().confirmed_at == first


def test_only_ticked_wishes_of_the_same_address_are_confirmed_along(wish, newsroom):
    pages = [make_post(newsroom, f"Post {number}") for number in range(2)]
    ticked, unticked = (make_subscription(page, confirmed_at=None) for page in pages)
    other = make_subscription(pages[0], email="other@example.org", confirmed_at=None)
    assert set(also_asked(wish)) == {ticked, unticked}
    confirm(wish, also=[ticked.pk, other.pk])
    assert [is_confirmed(one) for one in (wish, ticked, unticked, other)] == [1, 1, 0, 0]


def test_nothing_is_confirmed_when_the_proof_fails(wish, monkeypatch):
    def fail(*_args, **_kwargs):
        raise RuntimeError

    monkeypatch.setattr(confirming.standing, "prove_email", fail)
    with pytest.raises(RuntimeError):
        confirm(wish)
    assert not is_confirmed(wish)
