import pytest

from comments.blocks.hosts import host_of, hosts_in, hosts_linked


@pytest.mark.parametrize(
    ("typed", "host"),
    [
        ("evil.example", "evil.example"),
        (" https://www.Evil.example/path?x=1#y ", "evil.example"),
        ("http://user@evil.example:8080", "evil.example"),
        ("*.evil.example", "evil.example"),
        ("//evil.example.", "evil.example"),
        ("xn--mnchen-3ya.de", "münchen.de"),
        ("MÜNCHEN.de", "münchen.de"),
        ("evil\u3002example", "evil.example"),
        ("192.0.2.7", "192.0.2.7"),
        ("xn--\u00e9.example", "xn--é.example"),  # no punycode: left as it is
        ("nothing", ""),
        ("https://", ""),
        ("two words.example", ""),
        (f"{'a' * 64}.example", ""),
        (f"{'a.' * 130}example", ""),
    ],
)
def test_a_host_is_typed_in_many_ways(typed, host):
    assert host_of(typed) == host


def test_hosts_are_found_bare_and_with_those_above_them():
    text = "See http://a.b.evil.example/x, EVIL\u3002test. and me@mail.example!"
    assert hosts_in(text) >= {
        "a.b.evil.example",
        "b.evil.example",
        "evil.example",
        "evil.test",
        "mail.example",
    }


def test_a_name_that_only_ends_like_a_host_is_another_host():
    assert "evil.example" not in hosts_in("notevil.example evil.example.org")


def test_hosts_of_links_count_though_the_text_hides_them():
    html = '<p><a href="https://xn--mnchen-3ya.de/x" rel="ugc">here</a></p>'
    assert "münchen.de" in hosts_in("here", html)


def test_linked_hosts_are_listed_once_without_mail():
    html = (
        '<a href="https://b.example/1">x</a> <a href="http://a.example">y</a>'
        '<a href="https://www.b.example/2">z</a> <a href="mailto:me@c.example">m</a>'
    )
    assert hosts_linked(html) == ["b.example", "a.example"]
