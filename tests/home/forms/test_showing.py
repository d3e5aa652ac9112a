import pytest

from home.forms.showing import surroundings_now
from home.models import FormPage
from tests.home.forms.filling import make_form, opened
from tests.pages import make_translation


def test_each_time_it_is_shown_with_another_ticket(client, page):
    assert opened(client, page) != opened(client, page)


@pytest.mark.django_db  # a page asks which type it is of
def test_a_page_that_was_never_saved_can_be_previewed():
    assert surroundings_now(FormPage(title="New")) == {}


def test_it_speaks_the_language_of_its_page(client, newsroom):
    page = make_form(make_translation(newsroom))
    assert client.get(page.url)["Content-Language"] == "es"


def test_the_trap_is_hidden_from_everybody(client, page):
    words = client.get(page.url).content.decode()
    assert 'class="form__trap" aria-hidden="true"' in words
