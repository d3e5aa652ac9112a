import pytest
from wagtail.models import PageViewRestriction

from blog.models import NewsFrequency
from blog.newsletter.forms import ManageForm, SubscribeForm, Wanted
from operations import mailbox
from tests.blog.newsletter.people import ADDRESS
from tests.pages import make_campaign, make_translation

pytestmark = pytest.mark.django_db


def filled_in(newsroom, **fields):
    typed = {"email": ADDRESS, "frequency": NewsFrequency.EACH} | fields
    return SubscribeForm(typed, locale=newsroom.index.locale)


def test_an_address_and_how_often_are_enough(newsroom):
    form = filled_in(newsroom)

    assert form.is_valid()
    assert form.cleaned_data == {"email": ADDRESS, "frequency": "each", "campaign": None}


def test_an_address_is_written_as_it_is_kept(newsroom):
    form = filled_in(newsroom, email=" Ana@EXAMPLE.org ")

    assert form.is_valid()
    assert form.cleaned_data["email"] == mailbox.normalise("Ana@EXAMPLE.org")


@pytest.mark.parametrize(
    "email", ["", "ana", "ana@", "a@x.org,b@x.org", "a@x.org\r\nBcc: b@x.org", 250 * "a" + "@x.org"]
)
def test_what_is_no_address_is_refused_at_its_field(newsroom, email):
    assert list(filled_in(newsroom, email=email).errors) == ["email"]


@pytest.mark.parametrize("frequency", ["", "hourly"])
def test_nobody_gets_mail_more_or_less_often_than_is_offered(newsroom, frequency):
    assert list(filled_in(newsroom, frequency=frequency).errors) == ["frequency"]


def test_the_campaigns_that_anybody_may_read_are_offered_in_their_order(newsroom):
    second, first = make_campaign(newsroom, "Water"), make_campaign(newsroom, "Bus 40")
    make_campaign(newsroom, "Draft", live=False)
    make_campaign(make_translation(newsroom), "Autobús 40")
    hidden = make_campaign(newsroom, "Members")
    PageViewRestriction.objects.create(page=hidden, restriction_type=PageViewRestriction.LOGIN)

    form = filled_in(newsroom, campaign=hidden.pk)

    assert list(form.fields["campaign"].queryset) == [first, second]
    assert list(form.errors) == ["campaign"]


@pytest.mark.parametrize("wanted", list(Wanted))
def test_the_holder_of_a_link_says_what_they_want(wanted):
    form = ManageForm({"wanted": wanted.value, "frequency": "weekly"})

    assert form.is_valid()
    assert (form.cleaned_data["wanted"], form.cleaned_data["frequency"]) == (wanted, "weekly")


def test_who_names_no_rhythm_gets_each_post():
    form = ManageForm({"wanted": Wanted.CHANGE})

    assert form.is_valid()
    assert form.cleaned_data["frequency"] == NewsFrequency.EACH


@pytest.mark.parametrize(("field", "typed"), [("wanted", ""), ("wanted", "x"), ("frequency", "x")])
def test_nothing_else_can_be_wanted(field, typed):
    form = ManageForm({"wanted": Wanted.STOP, "frequency": "daily"} | {field: typed})

    assert list(form.errors) == [field]
