import pytest
from django.db import IntegrityError, transaction

from comments.models import LinkedHost, SpamCheck, SpamLabel
from tests.comments.factories import make_comment


def make_label(comment, **fields):
    given = {"is_spam": True, "features": b"", "featuriser": 1, "score": 0}
    return SpamLabel.objects.create(comment=comment, **(given | fields))


def test_a_comment_has_one_label(post):
    comment = make_comment(post)
    make_label(comment)
    with pytest.raises(IntegrityError), transaction.atomic():
        make_label(comment, is_spam=False)


@pytest.mark.parametrize("host", ["", "a.example"])
def test_a_label_names_a_host_once_and_by_its_name(post, host):
    label = make_label(make_comment(post))
    LinkedHost.objects.create(label=label, host="a.example")
    with pytest.raises(IntegrityError), transaction.atomic():
        LinkedHost.objects.create(label=label, host=host)


def test_what_is_known_of_a_comment_goes_with_it(post):
    comment = make_comment(post)
    LinkedHost.objects.create(label=make_label(comment), host="a.example")
    SpamCheck.objects.create(comment=comment)
    comment.events.all().delete()
    comment.delete()
    assert not SpamLabel.objects.exists()
    assert not SpamCheck.objects.exists()
    assert not LinkedHost.objects.exists()
