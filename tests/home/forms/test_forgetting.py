from datetime import timedelta

from home.forms.forgetting import forget_old
from home.models import SentForm
from tests.home.forms.filling import make_form


def test_what_was_sent_goes_when_the_days_of_its_page_are_over(newsroom, clock):
    page = make_form(newsroom, keep_days=10)
    SentForm.objects.create(page=page, form_data={}, key="old")
    clock.shift(timedelta(days=9))
    SentForm.objects.create(page=page, form_data={}, key="new")
    forget_old()
    assert SentForm.objects.count() == 2
    clock.shift(timedelta(days=2))
    forget_old()
    assert SentForm.objects.get().key == "new"
