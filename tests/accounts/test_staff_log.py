"""What the admin knows of the second step."""

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from wagtail.log_actions import registry

from tests.comments.moderation_queue.staff import make_administrator, sign_in

pytestmark = pytest.mark.django_db


def test_a_group_can_be_made_to_sign_in_with_a_code() -> None:
    group = Group.objects.create(name="Careful people")
    page = sign_in(make_administrator()).get(reverse("wagtailusers_groups:edit", args=[group.pk]))
    assert "Must sign in with a code from their phone" in page.content.decode()


@pytest.mark.parametrize("action", ["second_step_on", "second_step_off", "recovery_codes"])
def test_the_site_history_has_a_name_for_what_was_done(action: str) -> None:
    assert registry.action_exists(f"accounts.{action}")
