"""An answer is kept ready to be sent."""

import gzip

from django.http import HttpResponse

from operations.page_cache.kept import Kept


def kept(body: str = "word " * 100, **fields: object) -> Kept:
    return Kept.of(HttpResponse(body, **fields), number=1, dies_at=10.0)


def test_it_is_good_for_its_number_and_before_its_time() -> None:
    one = kept()
    assert one.is_good(number=1, now=9.9)
    assert not one.is_good(number=2, now=9.9)
    assert not one.is_good(number=1, now=10.0)


def test_plain_and_packed_are_one_page() -> None:
    one = kept()
    assert gzip.decompress(one.packed.body) == one.plain.body
    assert dict(one.plain.headers)["ETag"] == dict(one.packed.headers)["ETag"] == one.etag


def test_pictures_and_small_words_are_not_packed() -> None:
    assert kept(content_type="image/png").packed.body == kept().plain.body
    assert kept("word").packed.body == b"word"


def test_other_bytes_have_another_etag() -> None:
    assert kept("a" * 300).etag != kept("b" * 300).etag


def test_a_304_says_only_what_is_said_of_it() -> None:
    names = {name for name, _value in kept(headers={"Cache-Control": "public"}).same.headers}
    assert names == {"Cache-Control", "ETag", "Vary"}
