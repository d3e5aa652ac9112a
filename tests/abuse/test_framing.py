"""Abuse 31: no other site may show a page of ours in a frame and have it clicked."""

import re
from collections.abc import Iterator

import pytest
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from wagtail import hooks

from tests.comments.moderation_queue.staff import make_administrator, sign_in
from tests.pages import make_newsroom, make_post

pytestmark = pytest.mark.django_db

# What a converter or a group of a pattern is given.
SAMPLES = {
    "int": "1",
    "str": "x",
    "slug": "x",
    "path": "x",
    "uuid": 8 * "0" + 3 * "-0000" + "-" + 12 * "0",
}
OUR_OWN = ("reader_comments:", "spam_filter:", "second_step", "draft_link")


def patterns(resolver: URLResolver, prefix: str = "", names: str = "") -> Iterator[tuple[str, str]]:
    """Each name below, and an address that leads there."""
    for one in resolver.url_patterns:
        address = prefix + filled(str(one.pattern))
        if isinstance(one, URLResolver):
            space = f"{names}{one.namespace}:" if one.namespace else names
            yield from patterns(one, address, space)
        elif isinstance(one, URLPattern) and one.name:
            yield f"{names}{one.name}", address


def filled(pattern: str) -> str:
    """A pattern as somebody would type it."""
    address = re.sub(r"\(\?P<\w+>[^)]*\)", "1", pattern)
    address = re.sub(r"<(?:(\w+):)?\w+>", lambda each: SAMPLES.get(each[1] or "str", "1"), address)
    return address.removeprefix("^").removesuffix("$").replace("\\", "")


def admin_pages() -> dict[str, str]:
    root = get_resolver()
    found = dict(patterns(root))
    return {name: f"/{address}" for name, address in found.items() if address.startswith("admin/")}


def guards(answer) -> tuple[bool, bool]:
    """Whether both headers forbid frames of other sites."""
    policy = dict(
        directive.strip().partition(" ")[::2]
        for directive in answer["Content-Security-Policy"].split(";")
    )
    return policy.get("frame-ancestors") in ("'self'", "'none'"), answer.get("X-Frame-Options") in (
        "SAMEORIGIN",
        "DENY",
    )


def test_all_pages_of_the_admin_are_known_here() -> None:
    pages = admin_pages()
    assert len(pages) > 250
    assert {"wagtailadmin_login", "wagtailadmin_home", "wagtailadmin_pages:edit"} <= set(pages)
    assert all(any(name.startswith(own) for name in pages) for own in OUR_OWN)
    assert hooks.get_hooks("register_admin_urls")


def test_no_page_of_the_admin_can_be_framed_by_others() -> None:
    make_post(make_newsroom())
    window = sign_in(make_administrator())
    window.raise_request_exception = False
    open_ones = {
        name: address
        for name, address in admin_pages().items()
        if guards(window.get(address)) != (True, True)
    }
    assert open_ones == {}


def test_nor_by_those_who_are_not_signed_in(client) -> None:
    for name in ("wagtailadmin_login", "wagtailadmin_password_reset", "wagtailadmin_home"):
        assert guards(client.get(reverse(name))) == (True, True)


def test_nor_what_readers_send(client) -> None:
    post = make_post(make_newsroom())
    for address in (post.get_url(), reverse("comments:form", args=[post.pk]), "/nowhere/"):
        assert guards(client.get(address)) == (True, True)
