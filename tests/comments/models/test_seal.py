import pytest
from django.db import IntegrityError, transaction

from comments.models import Seal

pytestmark = pytest.mark.django_db


def make_seal(number, digest):
    with transaction.atomic():
        return Seal.objects.create(number=number, digest=digest, entries="")


def test_a_number_is_given_once():
    make_seal(1, "a" * 64)
    with pytest.raises(IntegrityError):
        make_seal(1, "b" * 64)


def test_no_two_seals_are_the_same():
    make_seal(1, "a" * 64)
    with pytest.raises(IntegrityError):
        make_seal(2, "a" * 64)


def test_seals_come_in_the_order_of_their_numbers():
    later, earlier = make_seal(2, "a" * 64), make_seal(1, "b" * 64)
    assert list(Seal.objects.all()) == [earlier, later]
    assert str(later) == "seal 2"
