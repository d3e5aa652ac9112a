"""A reader writes to the newsroom and signs a pledge, with and without JavaScript."""

import json

import pytest
from playwright.sync_api import expect

from tests import sampling
from tests.browser.reader_steps import EVERY_WAY, assert_speaks, press
from tests.browser.writing import objections

pytestmark = pytest.mark.browser

MAKE = """
import json
from home.models import FormField, FormPage, HomePage
FIELDS = [("Name", "singleline", ""), ("E-mail", "email", ""), ("Message", "multiline", ""),
          ("I come", "radio", "Monday,Tuesday"), ("I bring", "checkboxes", "Soup,Chairs")]
made = {}
for home in HomePage.objects.all():
    for kind in ("contact", "pledge"):
        page = home.add_child(instance=FormPage(
            title=f"Say {kind}", slug=f"say-{kind}", kind=kind, locale=home.locale,
            body=[("paragraph", "<p>We read everything.</p>")]))
        for number, (label, field, choices) in enumerate(FIELDS):
            FormField.objects.create(page=page, sort_order=number, label=label, field_type=field,
                                     choices=choices, required=field != "checkboxes")
        made[f"{home.locale.language_code} {kind}"] = [page.pk, page.url]
print(json.dumps(made))
"""
TAKE_AWAY = """
from home.models import FormPage
for page in FormPage.objects.filter(slug__startswith="say-"):
    page.delete()
"""
PREFIXES = {"en": "", "es": "/es"}
SEND = "main form .button--primary"


@pytest.fixture(scope="module")
def forms(newsroom):
    """The number and the address of each form."""
    yield json.loads(newsroom.run(MAKE).splitlines()[-1])
    newsroom.run(TAKE_AWAY)


def fill_in(reader, message):
    reader.locator("main [name=name]").fill("Zelda")
    reader.locator("main textarea").fill(message)
    reader.locator("main [type=radio]").first.check()
    reader.locator("main [type=checkbox]").last.check()


@EVERY_WAY
@pytest.mark.parametrize("kind", ["contact", "pledge"])
def test_what_is_sent_is_kept_once_its_mistakes_are_mended(
    new_reader, moderator_of_forms, forms, way, kind
):
    number, address = forms[f"{way.language} {kind}"]
    reader, message = new_reader(way), f"Gladiolus-{way}-{kind}"
    reader.goto(address)
    assert_speaks(reader, way)
    fill_in(reader, message)
    reader.locator("main [type=email]").fill("no address")
    assert press(reader, SEND).status == 422
    assert_speaks(reader, way)
    expect(reader.locator(".form__errors")).to_be_focused()
    reader.locator(".form__errors a").click()
    expect(reader.locator("main [type=email]")).to_be_focused()
    assert reader.locator("main textarea").input_value() == message
    assert reader.locator("main [type=radio]").first.is_checked()

    reader.locator("main [type=email]").fill("zelda@example.org")
    assert press(reader, SEND).status == 200
    assert_speaks(reader, way)
    moderator_of_forms.goto(f"/admin/forms/submissions/{number}/")
    sent = moderator_of_forms.locator("tr", has_text=message)
    assert sent.count() == 1
    if sent.locator("button[value=fine]").count():  # whoever types so fast is looked at
        with moderator_of_forms.expect_navigation():
            sent.locator("button[value=fine]").click()
    reader.goto(address)
    assert reader.locator("main textarea").input_value() == ""
    assert reader.locator(".form__news").count() == (kind == "pledge")


@pytest.fixture(scope="module")
def moderator_of_forms(chromium, newsroom):
    """The window of somebody who reads what was sent."""
    context = chromium.new_context(base_url=newsroom.url)
    window = context.new_page()
    window.goto("/admin/login/")
    window.get_by_label("Username").fill(newsroom.username)
    window.locator("input[name=password]").fill(newsroom.password)
    with window.expect_navigation():
        window.get_by_role("button", name="Sign in").click()
    yield window
    context.close()


@pytest.mark.looks
def test_the_forms_and_the_list_of_what_was_sent_are_accessible(
    new_window, moderator_of_forms, forms
):
    window, found = new_window(), []
    for name in sampling.of(sorted(forms), sample=["en pledge", "es contact"]):
        number, address = forms[name]
        window.goto(address)
        found += [f"{name}: {one}" for one in objections(window)]
        press(window, SEND)
        found += [f"{name}, errors: {one}" for one in objections(window)]
        window.goto(f"{PREFIXES[name[:2]]}/forms/{number}/thanks/")
        found += [f"{name}, thanks: {one}" for one in objections(window)]
    assert found == []
