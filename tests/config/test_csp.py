import pytest

from config import csp
from tests.pages import make_newsroom

pytestmark = pytest.mark.django_db


def test_readers_pages_have_a_strict_policy(client):
    policy = client.get(make_newsroom().home.url)["Content-Security-Policy"]
    assert "unsafe" not in policy
    assert "default-src 'self'" in policy
    assert "object-src 'none'" in policy
    assert "base-uri 'none'" in policy
    assert "form-action 'self'" in policy


def test_the_admin_has_what_wagtails_tools_need_and_no_foreign_host(client):
    policy = client.get("/admin/login/")["Content-Security-Policy"]
    assert "script-src 'self' 'unsafe-inline'" in policy
    assert "http" not in policy.replace("https://www.youtube-nocookie.com", "")


def test_an_address_that_only_begins_like_the_admin_stays_strict(client):
    make_newsroom()
    policy = client.get("/administration/")["Content-Security-Policy"]
    assert "unsafe" not in policy


def test_the_admin_has_pictures_from_where_readers_have_them():
    assert csp.ADMIN_DIRECTIVES["img-src"] == [*csp.PICTURES, "data:", "blob:"]
