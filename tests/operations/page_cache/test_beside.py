"""nginx learns how long it may hand an answer out; nobody else is told."""

from operations.page_cache.beside import told
from tests.operations.page_cache.asking import Reader
from tests.pages import make_newsroom, make_post


def test_it_is_told_the_end_of_this_second_after_everything_else(clock) -> None:
    headers = [("Cache-Control", "public, s-maxage=1"), ("ETag", '"a"')]
    assert told(headers) == [
        ("Cache-Control", "public, s-maxage=1"),
        ("ETag", '"a"'),
        ("X-Accel-Expires", "@1772643600"),
    ]


def test_of_what_is_one_readers_it_is_told_nothing() -> None:
    headers = [("Cache-Control", "private, no-store")]
    assert told(headers) == headers


def test_only_nginx_is_told(reader: Reader) -> None:
    address = make_post(make_newsroom()).url
    for _time in range(2):
        answer = reader.get(address, HTTP_X_SHARED_CACHE="nginx")
        assert list(answer.headers)[-1] == "X-Accel-Expires"
        assert "X-Accel-Expires" not in reader.get(address).headers
    same = reader.get(
        address, HTTP_X_SHARED_CACHE="nginx", HTTP_IF_NONE_MATCH=answer.headers["ETag"]
    )
    assert same.status == 304
    assert list(same.headers)[-1] == "X-Accel-Expires"
