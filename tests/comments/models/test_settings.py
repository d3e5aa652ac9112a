import pytest
from django.db import IntegrityError, transaction

from comments.models import CommentSettings, ModerationMode


def test_strangers_wait_by_default(newsroom):
    assert CommentSettings.for_site(newsroom.site).moderation == ModerationMode.HOLD_STRANGERS


def test_the_database_refuses_an_unknown_mode(newsroom):
    CommentSettings.for_site(newsroom.site)
    with pytest.raises(IntegrityError), transaction.atomic():
        CommentSettings.objects.update(moderation="anything goes")
