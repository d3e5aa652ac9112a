import pytest

from tests.blog.blocks.showing import faults, saves_as_draft, shown
from tests.pages import make_newsroom, make_post

CALL = {
    "kind": "call",
    "title": "Call the sheriff",
    "text": "<p>Before Thursday.</p>",
    "url": "",
    "phone": "+1 212 555 0100",
    "email": "",
    "script": "I live here.",
    "button": "",
}


@pytest.mark.parametrize(
    ("kind", "button"),
    [
        ("sign", "Sign"),
        ("call", "Call"),
        ("write", "Write"),
        ("give", "Give"),
        ("share", "Share"),
        ("come", "Come"),
    ],
)
def test_the_button_says_what_to_do(kind, button):
    html = shown(("action", CALL | {"kind": kind, "url": "https://example.org/"}))
    assert f'<a class="button button--primary" href="https://example.org/">{button}</a>' in html


def test_the_editor_may_choose_other_words_for_it():
    assert ">Ring him</a>" in shown(("action", CALL | {"button": "Ring him"}))


def test_a_number_is_dialled_and_can_be_read():
    html = shown(("action", CALL))
    assert 'href="tel:+12125550100">Call</a> <span class="action__address">+1 212 555 0100' in html


def test_what_to_say_can_be_opened():
    assert "<summary" in shown(("action", CALL))
    assert "<summary" not in shown(("action", CALL | {"script": ""}))


def test_a_button_that_leads_nowhere_is_not_published():
    assert list(faults("action", CALL | {"phone": ""})) == ["url"]
    assert faults("action", CALL) == {}


def test_a_draft_is_saved_without_an_address():
    assert saves_as_draft(("action", CALL | {"phone": "", "title": ""}))


@pytest.mark.django_db
def test_a_post_is_shared_by_its_own_address():
    share = ("action", CALL | {"kind": "share", "phone": ""})
    post = make_post(make_newsroom(), "A & B")
    assert faults(*share) == {}
    assert "mailto:?subject=A%20%26%20B&amp;body=http%3A//testserver/news/a-b/" in shown(
        share, page=post
    )
    assert "mailto" not in shown(share)


def test_an_address_that_would_run_is_refused():
    assert list(faults("action", CALL | {"url": "javascript:alert(1)"})) == ["url"]
