from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from comments.models import Claim, DeskPreference, SavedFilter, SectionModerator
from tests.comments.factories import make_comment
from tests.comments.moderation_queue.staff import make_moderator
from tests.conftest import NOON
from tests.pages import make_plain_page


@pytest.fixture
def ana(newsroom):
    return make_moderator()


def test_a_claim_holds_until_its_time_is_over(post, ana):
    claim = Claim.objects.create(comment=make_comment(post), user=ana, until=NOON)
    assert list(Claim.objects.standing(NOON - timedelta(seconds=1))) == [claim]
    assert not Claim.objects.standing(NOON).exists()
    assert str(claim) == f"claim on comment {claim.comment_id}"


def test_a_moderator_names_a_list_once_and_by_something(ana):
    saved = SavedFilter.objects.create(user=ana, name="mine")
    assert str(saved) == "mine"
    SavedFilter.objects.create(user=make_moderator("eva"), name="mine")
    for name in ("mine", ""):
        with pytest.raises(IntegrityError), transaction.atomic():
            SavedFilter.objects.create(user=ana, name=name)


def test_a_moderator_has_one_set_of_keys(ana):
    assert str(DeskPreference.objects.create(user=ana)) == f"keys of user {ana.pk}"
    with pytest.raises(IntegrityError), transaction.atomic():
        DeskPreference.objects.create(user=ana)


def test_a_section_is_given_to_somebody_once(newsroom, ana):
    given = SectionModerator.objects.create(user=ana, page=newsroom.index)
    assert str(given) == f"user {ana.pk} for page {newsroom.index.pk}"
    with pytest.raises(IntegrityError), transaction.atomic():
        SectionModerator.objects.create(user=ana, page=newsroom.index)


def test_whoever_had_a_page_that_is_gone_still_has_a_section(newsroom, ana):
    page = make_plain_page(newsroom)
    SectionModerator.objects.create(user=ana, page=page)
    page.delete()
    assert SectionModerator.objects.get().page is None


def test_a_section_goes_with_the_account(newsroom, ana):
    SectionModerator.objects.create(user=ana, page=newsroom.index)
    ana.delete()
    assert not SectionModerator.objects.exists()
