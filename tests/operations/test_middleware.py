import pytest
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import translation

from operations.middleware import (
    CacheControlMiddleware,
    PathLanguageMiddleware,
    StorableAddressMiddleware,
)
from tests.pages import make_newsroom, make_translation


def answer_to(response=None, *, method="GET", cookies=None):
    request = HttpRequest()
    request.method = method
    request.COOKIES = cookies or {}
    return CacheControlMiddleware(lambda _request: response or HttpResponse())(request)


def with_a_cookie():
    response = HttpResponse()
    response.set_cookie("csrftoken", "x")
    return response


def test_a_readers_page_may_be_shared_and_is_asked_for_anew_each_time():
    assert answer_to()["Cache-Control"] == "public, max-age=0, s-maxage=1, must-revalidate"


@pytest.mark.parametrize(
    "answer",
    [
        lambda: answer_to(cookies={"sessionid": "x"}),
        lambda: answer_to(with_a_cookie()),
        lambda: answer_to(method="POST"),
        lambda: answer_to(HttpResponse(status=404)),
        lambda: answer_to(HttpResponse(status=500)),
        lambda: answer_to(HttpResponse(status=302)),
    ],
)
def test_what_is_one_persons_alone_or_no_success_is_never_stored(answer):
    assert answer()["Cache-Control"] == "private, no-store"


def test_a_foreign_cookie_does_not_split_the_cache():
    assert "public" in answer_to(cookies={"csrftoken": "x", "utm": "y"})["Cache-Control"]


def test_what_a_view_says_itself_stands():
    response = HttpResponse(headers={"Cache-Control": "max-age=60"})
    assert answer_to(response)["Cache-Control"] == "max-age=60"


@pytest.mark.parametrize(
    ("path", "language"), [("/", "en"), ("/es/", "es"), ("/es/news/", "es"), ("/essays/", "en")]
)
def test_the_path_alone_chooses_the_language(path, language):
    request = HttpRequest()
    request.path_info = path
    request.META["HTTP_ACCEPT_LANGUAGE"] = "es"
    answer = PathLanguageMiddleware(lambda _request: HttpResponse(translation.get_language()))(
        request
    )
    assert answer.content.decode() == answer["Content-Language"] == language
    assert not answer.has_header("Vary")


@pytest.mark.django_db
@pytest.mark.parametrize("cookies", [{}, {"csrftoken": "a" * 32}])
def test_public_pages_set_no_cookie_and_vary_on_none(client, cookies):
    newsroom = make_newsroom()
    spanish = make_translation(newsroom)
    client.cookies.load(cookies)
    for page in (newsroom.home, newsroom.index, spanish.home):
        answer = client.get(page.url, headers={"Accept-Language": "es"})
        assert answer.status_code == 200
        assert not answer.cookies
        assert "Cookie" not in answer.get("Vary", "")
        assert "Accept-Language" not in answer.get("Vary", "")


@pytest.mark.django_db
def test_a_page_asked_for_with_a_session_is_never_shared(client, admin_user):
    newsroom = make_newsroom()
    client.force_login(admin_user)
    assert client.get(newsroom.home.url)["Cache-Control"] == "private, no-store"


def test_an_address_with_a_zero_byte_is_looked_up_nowhere():
    request = HttpRequest()
    looked_up = StorableAddressMiddleware(lambda _request: HttpResponse())
    request.path_info = "/news/"
    assert looked_up(request).status_code == 200
    request.path_info = "/news/\0/"
    with pytest.raises(Http404):
        looked_up(request)
