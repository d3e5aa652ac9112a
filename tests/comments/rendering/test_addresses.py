import time

import pytest

from comments.rendering.addresses import names_another_address, parse_address


@pytest.mark.parametrize(
    ("href", "kept", "target"),
    [
        ("https://news.example/a?b=1#c", "https://news.example/a?b=1#c", "news.example"),
        ("HTTP://News.Example", "HTTP://News.Example", "news.example"),
        ("http://news.example:8080/", "http://news.example:8080/", "news.example"),
        ("https://[2001:db8::1]/", "https://[2001:db8::1]/", "[2001:db8::1]"),
        (" https://news.example/a b ", "https://news.example/a%20b", "news.example"),
        ("https://news.example/@ann", "https://news.example/@ann", "news.example"),
        ("mailto:ann@news.example", "mailto:ann@news.example", "ann@news.example"),
        ("mailto:a@b.example?subject=%0d%0aBcc:c@d", "mailto:a@b.example", "a@b.example"),
        ("mailto:a@b.example?\nbody=x", "mailto:a@b.example", "a@b.example"),
    ],
)
def test_absolute_addresses_are_kept(href, kept, target):
    address = parse_address(href)

    assert address is not None
    assert (address.href, address.target) == (kept, target)


@pytest.mark.parametrize(
    "href",
    [
        "",
        "/local",
        "//news.example",
        "news.example",
        "#top",
        "javascript:alert(1)",
        "javascript:123",
        "data:text/html,x",
        "ftp://news.example/",
        "tel:1",
        "localhost:8000",
        "http:/news.example",
        "http:news.example",
        "https:///news.example",
        "https://",
        "https://bank.example@evil.example/",
        "https://bank.example:secret@evil.example/",
        "https://bank.example\\@evil.example/",
        "https://%65vil.example/",
        "https://news.example/a\nb",
        "https://news.example:port/",
        "mailto:",
        "mailto:?to=a@b.example",
        "mailto:a@b.example,c@d.example",
        "mailto:a%0d%0aBcc:x@b.example",
        "mailto:ann",
    ],
)
def test_other_addresses_are_refused(href):
    assert parse_address(href) is None


@pytest.mark.parametrize(
    ("words", "href"),
    [
        ("bank.example", "https://evil.example"),
        ("see https://bank.example/login now", "https://evil.example"),
        ("bank.example.", "https://evil.example"),
        ("www.bank.example", "https://evil.example"),
        ("https://bank.example@evil.example/", "https://evil.example"),
        ("BANK.EXAMPLE", "https://evil.example"),
        ("bank\u200b.example", "https://evil.example"),
        ("bank\uff0eexample", "https://evil.example"),
        ("bank\u3002example", "https://evil.example"),
        ("..bank..example", "https://evil.example"),
        ("192.0.2.1", "https://evil.example"),
        ("münchen.example", "https://evil.example"),
        ("evil.example/bank.example", "https://other.example"),
        ("help@bank.example", "https://evil.example"),
        ("help@bank.example", "mailto:help@evil.example"),
        ("help@evil.example", "mailto:thief@evil.example"),
        ("bank.example", "mailto:thief@evil.example"),
    ],
)
def test_words_that_look_like_another_address_are_noticed(words, href):
    assert names_another_address(words, parse_address(href))


@pytest.mark.parametrize(
    ("words", "href"),
    [
        ("our report", "https://news.example"),
        ("news.example", "https://news.example/path"),
        ("https://www.news.example/other.page", "https://news.example"),
        ("News.Example.", "https://www.news.example"),
        ("https://medium.example/@some.body/x", "https://medium.example/@some.body/x"),
        ("münchen.example", "https://xn--mnchen-3ya.example"),
        ("Write to first.last@news.example", "mailto:first.last@news.example"),
        ("3.5 of 4, e.g. this", "https://news.example"),
        ("bank.example (evil.example)", "https://evil.example"),
    ],
)
def test_honest_words_are_left_alone(words, href):
    assert not names_another_address(words, parse_address(href))


def test_a_host_that_cannot_be_decoded_is_another_one():
    assert names_another_address("bank.example", parse_address("https://xn--\u00e9.example"))


@pytest.mark.parametrize("run", ["a.", "a..", ".-", "1.", "ab.cd ", "xn--a.", "/", "("])
def test_long_words_are_read_in_little_time(run):
    address = parse_address("https://news.example")

    started = time.process_time()
    names_another_address(run * 10_000, address)

    assert time.process_time() - started < 0.25
