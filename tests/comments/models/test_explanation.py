import pytest
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError

from comments.models import Explanation
from tests.comments.factories import make_comment


def test_an_event_is_explained_once(post):
    event = make_comment(post).events.get()
    explanation = Explanation.objects.create(event=event, words="Because.")
    assert str(explanation) == f"explanation of event {event.pk}"
    with pytest.raises(IntegrityError), transaction.atomic():
        Explanation.objects.create(event=event, words="Because not.")


def test_an_event_that_was_explained_stays(post):
    event = make_comment(post).events.get()
    Explanation.objects.create(event=event, words="Because.")
    with pytest.raises(ProtectedError):
        event.delete()


def test_the_words_can_go_and_the_event_stays(post):
    event = make_comment(post).events.get()
    Explanation.objects.create(event=event, words="Because.").delete()
    event.refresh_from_db()
    assert getattr(event, "explanation", None) is None
