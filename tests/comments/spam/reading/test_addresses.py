"""Addresses in a text."""

import pytest

from comments.spam.reading.addresses import (
    MAX_HOST_CHARACTERS,
    hosts_of,
    repair_addresses,
    without_paths,
)


@pytest.mark.parametrize(
    ("typed", "host"),
    [
        ("http://shop.example", "shop.example"),
        ("https://www.shop.example/a/b?c=d#e", "shop.example"),
        ("https://shop.example:8443/x", "shop.example"),
        ("https://SHOP.example.", "shop.example"),
        ("(https://shop.example)", "shop.example"),
        ("www.shop.com, they say", "shop.com"),
        ("shop.com/deal", "shop.com"),
        ("www.shop.dating", "shop.dating"),
        ("shop.loan", "shop.loan"),
        ("youtu.be/abc", "youtu.be"),
        ("a.b.shop.co.uk", "a.b.shop.co.uk"),
        ("https://someone:secret@shop.example/", "shop.example"),
        ("https://news.example@shop.example/", "shop.example"),
        ("https://news.example:1@shop.example/", "shop.example"),
        ("https://shop.example\\@news.example/", "shop.example"),
        ("https://shop.example?@news.example/", "shop.example"),
        ("https://shop.example#@news.example/", "shop.example"),
        ("https://news.example.shop.example/", "news.example.shop.example"),
        ("https://192.0.2.7/pay", "192.0.2.7"),
        ("https://b\u00fccher.example/", "b\u00fccher.example"),
    ],
)
def test_the_host_is_the_one_that_a_browser_would_go_to(typed: str, host: str) -> None:
    assert hosts_of(typed) == (host,)


def test_a_long_user_name_does_not_hide_the_host() -> None:
    assert hosts_of(f"https://news.example:{'1' * 400}@shop.example/") == ("shop.example",)


def test_a_host_is_no_longer_than_hosts_can_be() -> None:
    assert hosts_of("https://" + "a" * 400) == ("a" * MAX_HOST_CHARACTERS,)


@pytest.mark.parametrize(
    "honest",
    [
        "I said so.We left",
        "at 6.30 p.m. on 3.11",
        "e.g. the U.S. or Gov. Smith",
        "ana.me@school.example",
        "info@clinic.com",
        "file.txt",
        "http://",
        "http://@ and http://.",
        "...com",
        "Tienen trabajo.es una pena",
        "That hurts.it really does",
    ],
)
def test_what_is_no_address_has_no_host(honest: str) -> None:
    assert hosts_of(honest.lower()) == ()


def test_addresses_are_cut_to_their_hosts() -> None:
    assert without_paths("see https://www.shop.example/a?b=c now").split() == [
        "see",
        "shop.example",
        "now",
    ]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("hxxp://shop.example", "http://shop.example"),
        ("hxxps://shop.example", "https://shop.example"),
        ("http : // shop.example", "http://shop.example"),
        ("shop[.]example", "shop.example"),
        ("shop [dot] example", "shop.example"),
        ("shop(.)example", "shop.example"),
        ("shop (punto) com", "shop.com"),
        ("shop dot com", "shop.com"),
        ("shop DOT net", "shop.net"),
        ("tienda punto com", "tienda.com"),
    ],
)
def test_broken_addresses_are_repaired_and_counted(typed: str, meant: str) -> None:
    assert repair_addresses(typed) == (meant, 1)


@pytest.mark.parametrize(
    "honest",
    [
        "desde mi punto de vista",
        "a las seis en punto es la cita",
        "we connect the dot in the map",
        "dot your i and dot it again",
        "https://city.example/flood",
        "the list [see above] and (more)",
    ],
)
def test_honest_dots_and_addresses_stay(honest: str) -> None:
    assert repair_addresses(honest) == (honest, 0)
