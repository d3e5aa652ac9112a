"""The sender's address cannot be forged, and its key leads back to nobody."""

import pytest

from operations.client_address import UNKNOWN, TrustedProxies, address_key, client_address

PROXIES = TrustedProxies.parse("127.0.0.1, 10.0.0.0/8, 2001:db8:f::/48")
DAY_KEY = b"a key of thirty-two random bytes"


def seen(peer: str, forwarded: str | None = None, *, proxies: TrustedProxies = PROXIES) -> str:
    meta = {"REMOTE_ADDR": peer}
    if forwarded is not None:
        meta["HTTP_X_FORWARDED_FOR"] = forwarded
    return client_address(meta, trusted_proxies=proxies)


def key(address: str, *, day_key: bytes = DAY_KEY) -> str:
    return address_key(address, day_key=day_key)


@pytest.mark.parametrize("peer", ["127.0.0.1", "10.1.2.3", "::1", "203.0.113.9"])
@pytest.mark.parametrize("forwarded", [None, "", "198.51.100.7", "1.1.1.1, 10.0.0.1", "garbage"])
def test_by_default_nobody_is_trusted_and_the_peer_is_the_sender(peer, forwarded):
    assert seen(peer, forwarded, proxies=TrustedProxies()) == peer


@pytest.mark.parametrize("forwarded", ["198.51.100.7", "10.0.0.1", "garbage", "127.0.0.1, 1.1.1.1"])
def test_what_a_stranger_forwards_is_ignored(forwarded):
    assert seen("203.0.113.9", forwarded) == "203.0.113.9"


@pytest.mark.parametrize(
    ("forwarded", "expected"),
    [
        ("198.51.100.7", "198.51.100.7"),
        ("6.6.6.6, 198.51.100.7", "198.51.100.7"),
        ("6.6.6.6, 198.51.100.7, 10.0.0.4", "198.51.100.7"),
        # Several headers, joined by the server without a space.
        ("6.6.6.6,198.51.100.7,10.0.0.4,10.0.0.5", "198.51.100.7"),
        ("garbage, 198.51.100.7, 2001:db8:f::1", "198.51.100.7"),
        ("10.0.0.9, 198.51.100.7", "198.51.100.7"),
    ],
)
def test_the_sender_is_the_right_most_address_that_is_no_proxy(forwarded, expected):
    assert seen("10.0.0.1", forwarded) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (" 198.51.100.7\t", "198.51.100.7"),
        ("198.51.100.7:50443", "198.51.100.7"),
        ("198.51.100.7:", "198.51.100.7"),
        ("2001:DB8:0:0::7", "2001:db8::7"),
        ("[2001:db8::7]", "2001:db8::7"),
        ("[2001:db8::7]:50443", "2001:db8::7"),
        ("fe80::7%eth0", "fe80::7"),
        ("[fe80::7%25eth0]:50443", "fe80::7"),
        ("::ffff:198.51.100.7", "198.51.100.7"),
        ("::FFFF:c633:6407", "198.51.100.7"),
        ("[::ffff:198.51.100.7]:50443", "198.51.100.7"),
    ],
)
def test_an_address_has_one_spelling_however_it_is_written(written, expected):
    assert seen("10.0.0.1", written) == expected
    assert seen(written, proxies=TrustedProxies()) == expected


@pytest.mark.parametrize(
    "garbage",
    [
        "", " ", "unknown", "_hidden", "unix:", "localhost", "198.51.100", "198.51.100.7.1",
        "198.51.100.07", "1.2.3.4:5:6", "[2001:db8::7", "2001:db8:::7", "for=198.51.100.7",
        '"198.51.100.7"', "198.51.100.7 198.51.100.8", "1.2.3.4\x00", "٤.٤.٤.٤", "9" * 9_000,
    ],
)  # fmt: skip
def test_behind_what_is_no_address_nobody_is_believed(garbage):
    """Else a stranger's own header would count whenever the proxy does not know the sender."""
    assert seen("10.0.0.1", f"6.6.6.6, {garbage}") == UNKNOWN
    assert seen(garbage, "6.6.6.6") == UNKNOWN


@pytest.mark.parametrize("forwarded", [None, "", "10.0.0.2", "127.0.0.1, 10.0.0.2"])
def test_a_proxy_that_names_nobody_else_leaves_the_sender_unknown(forwarded):
    assert seen("10.0.0.1", forwarded) == UNKNOWN


def test_forwarded_is_not_read():
    meta = {"REMOTE_ADDR": "10.0.0.1", "HTTP_FORWARDED": "for=198.51.100.7"}
    assert client_address(meta, trusted_proxies=PROXIES) == UNKNOWN


def test_a_proxy_is_known_in_its_wrapped_spelling_too():
    assert seen("::ffff:10.0.0.1", "198.51.100.7") == "198.51.100.7"


@pytest.mark.parametrize("written", ["::ffff:10.0.0.0/104", "::ffff:10.0.0.1"])
def test_a_proxy_may_be_named_in_its_wrapped_spelling(written):
    assert seen("10.0.0.1", "198.51.100.7", proxies=TrustedProxies.parse(written)) == "198.51.100.7"


@pytest.mark.parametrize("written", ["2001:db8::/32", "2001:db8::1"])
def test_an_ipv6_proxy_is_an_address_or_a_network(written):
    assert seen("2001:db8::1", "198.51.100.7", proxies=TrustedProxies.parse(written)) != UNKNOWN


@pytest.mark.parametrize("peer", ["", None])
def test_whoever_comes_through_a_unix_socket_is_trusted_only_by_name(peer):
    meta = {"HTTP_X_FORWARDED_FOR": "6.6.6.6, 198.51.100.7"} | (
        {} if peer is None else {"REMOTE_ADDR": peer}
    )
    assert client_address(meta, trusted_proxies=PROXIES) == UNKNOWN
    by_name = TrustedProxies.parse("unix")
    assert client_address(meta, trusted_proxies=by_name) == "198.51.100.7"
    assert client_address({}, trusted_proxies=by_name) == UNKNOWN


@pytest.mark.parametrize("text", ["", " ", ",,"])
def test_without_an_entry_there_are_no_proxies(text):
    assert TrustedProxies.parse(text) == TrustedProxies()


@pytest.mark.parametrize(
    "entry", ["proxy.example", "10.0.0.1/8", "10.0.0.0/33", "*", "10.0.0.1:80"]
)
def test_a_proxy_that_is_no_address_is_refused_by_its_name(entry):
    with pytest.raises(ValueError, match=entry.replace("*", r"\*")):
        TrustedProxies.parse(f"127.0.0.1, {entry}")


def test_an_ipv4_address_has_a_key_of_its_own():
    assert key("198.51.100.7") == key("198.51.100.7") != key("198.51.100.8")


def test_a_wrapped_ipv4_address_has_the_same_key_as_the_bare_one():
    assert key("::ffff:198.51.100.7") == key("198.51.100.7")


def test_all_addresses_of_one_64_have_one_key():
    household = {f"2001:db8:1:2::{number:x}" for number in range(200)} | {"2001:DB8:1:2:a:b:c:d"}
    assert len({key(address) for address in household}) == 1


def test_the_next_64_has_another_key():
    assert key("2001:db8:1:2::1") != key("2001:db8:1:3::1")


def test_unknown_senders_share_a_key_that_is_no_address_s():
    assert key(UNKNOWN) == key(UNKNOWN)
    assert key(UNKNOWN) not in {key("0.0.0.0"), key("::"), key("127.0.0.1")}


def test_the_key_is_another_one_under_another_day_key():
    assert key("198.51.100.7") != key("198.51.100.7", day_key=b"the key of tomorrow")


@pytest.mark.parametrize("address", ["198.51.100.7", "2001:db8:1:2::7"])
def test_the_key_holds_nothing_of_the_address(address):
    assert len(key(address)) == 32
    assert not any(part in key(address) for part in ("c6336407", "20010db8"))
