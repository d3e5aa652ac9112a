import gzip

import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from operations.compression import TextGZipMiddleware

WORDS = b"Come and speak. " * 100


def answer(content_type: str, *, accept: str = "gzip, br") -> HttpResponse:
    response = HttpResponse(WORDS, content_type=content_type)
    middleware = TextGZipMiddleware(lambda _request: response)
    return middleware(RequestFactory().get("/", headers={"Accept-Encoding": accept}))


@pytest.mark.parametrize(
    "content_type", ["text/html; charset=utf-8", "application/json", "application/atom+xml"]
)
def test_text_is_packed(content_type: str) -> None:
    response = answer(content_type)

    assert response["Content-Encoding"] == "gzip"
    assert response["Vary"] == "Accept-Encoding"
    assert len(response.content) < len(WORDS) / 2
    assert gzip.decompress(response.content) == WORDS


@pytest.mark.parametrize(
    "content_type", ["image/jpeg", "image/webp", "video/mp4", "application/zip"]
)
def test_what_is_packed_already_is_left_as_it_is(content_type: str) -> None:
    response = answer(content_type)

    assert "Content-Encoding" not in response
    assert response.content == WORDS


def test_who_cannot_unpack_gets_it_plain() -> None:
    assert answer("text/html", accept="identity").content == WORDS
