"""Which answers may load the captcha."""

import pytest
from django.urls import reverse

from comments import captcha
from tests.comments.factories import make_comment
from tests.comments.reader import send

pytestmark = pytest.mark.django_db


def policy(response):
    return response["Content-Security-Policy"]


def form(client, post):
    return client.get(reverse("comments:form", args=[post.pk]))


def test_without_keys_the_form_has_the_policy_of_every_page(client, post):
    assert policy(form(client, post)) == policy(client.get(post.url))


def test_with_keys_the_form_may_load_what_the_captcha_needs(client, post, google):
    given = dict(part.strip().split(" ", 1) for part in policy(form(client, post)).split(";"))
    for directive, hosts in captcha.DIRECTIVES.items():
        assert set(hosts) <= set(given[directive].split())
    assert "unsafe" not in policy(form(client, post))
    assert given["style-src"] == given["default-src"] == given["form-action"] == "'self'"


def test_a_form_that_is_handed_back_may_as_well(client, post, google):
    assert policy(send(client, post, name="")) == policy(form(client, post))


def test_no_other_page_may(client, post, google):
    comment = make_comment(post)
    for address in (post.url, reverse("comments:report", args=[comment.pk])):
        assert "google.com" not in policy(client.get(address))


def test_with_keys_the_form_does_not_open_on_the_article(client, post, google, settings):
    make_comment(post)
    assert "data-comment-form" not in client.get(post.url).content.decode()
    settings.RECAPTCHA_PRIVATE_KEY = ""
    assert client.get(post.url).content.decode().count("data-comment-form") == 2
