import pytest
from django.urls import reverse

from comments.models import Frequency, ModeratorNotices
from comments.moderation_queue.mail_preference import MailPreferencePanel
from tests.comments.notifications.people import choose, make_moderator

pytestmark = pytest.mark.django_db

ACCOUNT = "wagtailadmin_account"


@pytest.fixture
def signed_in(client):
    moderator = make_moderator(is_superuser=True, first_name="Mo", last_name="Derator")
    client.force_login(moderator)
    return moderator


def panel(rf, user, **posted):
    request = rf.post("/", posted) if posted else rf.get("/")
    return MailPreferencePanel(request, user, None)


def test_the_account_offers_a_moderator_how_often_mail_comes(client, signed_in):
    html = client.get(reverse(ACCOUNT)).content.decode()
    assert 'name="reader_comments-frequency"' in html


def test_the_choice_is_kept(rf):
    moderator = make_moderator()
    for frequency in (Frequency.NEVER, Frequency.DAILY):
        form = panel(rf, moderator, **{"reader_comments-frequency": frequency}).get_form()
        assert form.is_valid()
        form.save()
        assert ModeratorNotices.objects.get(user=moderator).frequency == frequency


def test_looking_makes_no_row_and_shows_what_was_chosen(rf):
    moderator = make_moderator()
    assert panel(rf, moderator).get_form().initial["frequency"] == Frequency.AT_ONCE
    assert not ModeratorNotices.objects.exists()
    choose(moderator, Frequency.DAILY)
    assert panel(rf, moderator).get_form().initial["frequency"] == Frequency.DAILY


def test_only_moderators_are_asked_and_only_if_mail_can_leave(rf, settings):
    moderator = make_moderator()
    assert panel(rf, moderator).is_active()
    settings.HAS_MAIL = False
    assert not panel(rf, moderator).is_active()
    settings.HAS_MAIL = True
    moderator.user_permissions.clear()
    assert not panel(rf, type(moderator).objects.get(pk=moderator.pk)).is_active()
