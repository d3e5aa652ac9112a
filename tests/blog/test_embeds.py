from urllib.parse import urlsplit

import pytest
from django.conf import settings

from blog.embeds import Embed, describe

YOUTUBE = "https://www.youtube-nocookie.com/embed/abc-DEF_123?autoplay=1"
VIMEO = "https://player.vimeo.com/video/76979871?dnt=1&autoplay=1"


@pytest.mark.parametrize(
    ("url", "player_url"),
    [
        ("https://www.youtube.com/watch?v=abc-DEF_123", YOUTUBE),
        ("https://youtube.com/watch?list=PL1&v=abc-DEF_123&t=9", YOUTUBE),
        ("https://m.youtube.com/watch?v=abc-DEF_123", YOUTUBE),
        ("https://youtu.be/abc-DEF_123?t=3", YOUTUBE),
        ("https://www.youtube.com/shorts/abc-DEF_123", YOUTUBE),
        ("http://www.youtube.com/embed/abc-DEF_123", YOUTUBE),
        ("https://vimeo.com/76979871", VIMEO),
        ("https://player.vimeo.com/video/76979871", VIMEO),
    ],
)
def test_video_address_has_the_player_that_tracks_least(url: str, player_url: str) -> None:
    assert describe(url).player_url == player_url


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org/watch?v=abc-DEF_123",
        "https://www.youtube.com/@some-channel",
        "https://www.youtube.com.example.org/watch?v=abc-DEF_123",
        "https://example.org/?next=https://youtu.be/abc-DEF_123",
        "javascript:alert(1)",
        "not an address",
        "http://[broken",
    ],
)
def test_any_other_address_has_no_player(url: str) -> None:
    assert describe(url).player_url == ""


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "not an address", "http://[broken"]
)
def test_what_is_no_web_address_is_never_linked(url: str) -> None:
    assert describe(url) == Embed(url="", host="", player_url="")


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://www.youtube.com/watch?v=abc-DEF_123", "youtube.com"),
        ("https://media.example.org/talk", "media.example.org"),
        ("not an address", ""),
    ],
)
def test_host_is_named_without_www(url: str, host: str) -> None:
    assert describe(url).host == host


@pytest.mark.parametrize("player_url", [YOUTUBE, VIMEO])
def test_policy_lets_every_player_in(player_url: str) -> None:
    parts = urlsplit(player_url)
    allowed = settings.CONTENT_SECURITY_POLICY["DIRECTIVES"]["frame-src"]

    assert f"{parts.scheme}://{parts.netloc}" in allowed
