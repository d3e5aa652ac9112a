from datetime import date

import pytest
from django.db import IntegrityError, transaction

from comments.models import SenderKey
from tests.comments.factories import make_comment

TODAY = date(2026, 3, 4)


def test_a_comment_has_one_sender(post):
    comment = make_comment(post)
    SenderKey.objects.create(comment=comment, key="a", day=TODAY)
    with pytest.raises(IntegrityError), transaction.atomic():
        SenderKey.objects.create(comment=comment, key="b", day=TODAY)
    assert SenderKey.objects.get().key == "a"


def test_the_key_goes_with_its_comment(post):
    comment = make_comment(post)
    SenderKey.objects.create(comment=comment, key="a", day=TODAY)
    comment.events.all().delete()
    comment.delete()
    assert not SenderKey.objects.exists()


def test_the_text_of_a_sender_names_no_key(post):
    sender = SenderKey.objects.create(comment=make_comment(post), key="secret", day=TODAY)
    assert "secret" not in str(sender)
