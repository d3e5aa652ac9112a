"""The staff in a real browser: signing in with a code, sharing a draft, what the editor is told."""

import re
from base64 import b32decode

import pytest
from django_otp.oath import totp
from playwright.sync_api import expect

from tests import sampling
from tests.browser.matrix import WIDTHS
from tests.browser.writing import objections

pytestmark = pytest.mark.browser

EDITOR = "edith"
MAKE_EDITOR = """
from accounts.models import User
from django.contrib.auth.models import Group
user = User.objects.create_user("{name}", password="{password}")
user.groups.add(Group.objects.get(name="Editors"))
"""
# Eight wrong passwords for a name, from where all journeys come from.
USE_UP = """
from django.test import RequestFactory
from operations import limits
from operations.signing_in import pace
for _try in range(pace.FAILURES_OF_A_SENDER_AT_A_NAME):
    limits.take(*pace.at_the_door(RequestFactory().get("/"), name="{name}"))
"""
MAKE_DRAFT = """
import json
from blog.models import BlogIndexPage, PostPage
index = BlogIndexPage.objects.order_by("path").first()
body = [
    {"type": "paragraph", "value": '<p>Sign <a href="https://example.org/">Click here</a>.</p>'},
    {"type": "paragraph", "value": '<p>Sign <a href="https://example.org/">the petition</a>.</p>'},
    {"type": "event", "value": {"title": "Vigil", "date": "2012-01-05", "starts_at": "18:00",
     "ends_at": "19:00", "zone": "UTC", "other_zones": [], "place": "Court", "state": "planned"}},
]
post = PostPage(title="Unfinished", slug="unfinished", live=False, locale=index.locale,
                body=json.dumps(body))
index.add_child(instance=post)
post.save_revision()
print("PAGE", post.pk)
"""


@pytest.fixture(scope="module")
def editor(newsroom):
    newsroom.run(MAKE_EDITOR.format(name=EDITOR, password=newsroom.password))
    return EDITOR


@pytest.fixture(scope="module")
def draft(newsroom):
    """The number of a draft that lacks nearly everything."""
    return re.search(r"PAGE (\d+)", newsroom.run(MAKE_DRAFT))[1]


def test_the_editor_is_told_what_a_draft_lacks(editor, draft, new_window, sign_in):
    window = new_window()
    sign_in(window, editor)
    window.goto(f"/admin/pages/{draft}/edit/")
    window.get_by_role("button", name="Toggle checks").click()
    found = window.locator("[data-checks-panel]")
    for words in ("Link text says nothing", "This event is over", "No description"):
        expect(found.get_by_text(words)).to_have_count(1, timeout=30_000)
    expect(found.get_by_text("Image without a credit")).to_have_count(0)


def test_a_draft_is_shared_with_somebody_without_an_account(editor, draft, new_window, sign_in):
    window, stranger = new_window(), new_window(javascript=False, width=WIDTHS[0])
    sign_in(window, editor)
    window.goto(f"/admin/draft-links/{draft}/")
    press(window, "Make a link")
    link = window.locator("input[readonly]").first.input_value()
    assert objections_of_ours(window) == []
    stranger.goto(link)
    assert stranger.locator("h1").inner_text() == "Unfinished"
    assert stranger.get_by_text("This is a draft that was shown to you").is_visible()
    signed_out = new_window()
    signed_out.goto(link)
    assert list(objections(signed_out)) == []
    press(window, "Revoke")
    assert stranger.goto(link).status == 404


@pytest.mark.parametrize("javascript", sampling.of([True, False], sample=[False]))
def test_a_phone_gives_the_second_step(newsroom, new_window, sign_in, javascript):
    name = f"petra{javascript}".lower()
    newsroom.run(MAKE_EDITOR.format(name=name, password=newsroom.password))
    window = new_window(javascript=javascript, width=WIDTHS[0])
    sign_in(window, name)
    window.goto("/admin/account/second-step/")
    secret = window.locator(".second-step__secret").inner_text().replace(" ", "")
    window.get_by_label("Your password").fill(newsroom.password)
    window.get_by_label("Code").fill(code_for(secret))
    press(window, "Set it up")
    recovery = window.locator(".second-step__codes code").first.inner_text()

    later = new_window(javascript=javascript, width=WIDTHS[0])
    sign_in(later, name)
    assert later.locator("h1").inner_text() == "Enter the code"
    later.get_by_label("Code").fill("000000")
    press(later, "Sign in")
    assert "not right" in later.get_by_role("alert").inner_text()
    later.get_by_label("Code").fill(recovery)
    press(later, "Sign in")
    assert later.url.endswith("/admin/")

    again = new_window()
    sign_in(again, name)
    again.get_by_label("Code").fill(recovery)
    press(again, "Sign in")
    assert "used before" in again.get_by_role("alert").inner_text()
    assert list(objections(again)) == []


def test_who_guesses_has_to_wait_and_nobody_else_has(newsroom, editor, new_window, sign_in):
    window, colleague = new_window(javascript=False), new_window(javascript=False)
    newsroom.run(USE_UP.format(name="vera"))
    sign_in(window, "vera")
    told = window.get_by_role("alert").inner_text()
    assert re.search(r"That was too often. Wait \d+ minutes?, then try again.", told)
    assert "127.0.0.1" not in window.content()
    assert window.get_by_label("Username").input_value() == "vera"
    sign_in(colleague, editor)
    assert colleague.url.endswith("/admin/")


@pytest.mark.looks
def test_our_pages_in_the_admin_are_accessible(newsroom, new_window, sign_in):
    window, found = new_window(), []
    sign_in(window, newsroom.username)
    assert window.locator(".welcome__step").count() == 3
    found += objections_of_ours(window, within=".welcome")
    for path in ("account/second-step/", "news-subscribers/", "page-views/"):
        assert window.goto(f"/admin/{path}").status == 200, path
        found += [f"{path}: {one}" for one in objections_of_ours(window)]
    assert found == []


def objections_of_ours(window, within=".nice-padding"):
    """Wagtail's frame around our part is Wagtail's."""
    found = list(objections(window, within=within))
    window.set_viewport_size({"width": WIDTHS[-1], "height": 800})
    return found


def code_for(secret):
    """What the app shows for a secret that was typed into it."""
    return f"{totp(b32decode(secret)):06}"


def press(window, name):
    with window.expect_navigation():
        window.get_by_role("button", name=name, exact=True).click()
