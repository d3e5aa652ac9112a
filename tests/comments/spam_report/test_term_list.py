import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from comments import serving
from comments.learning import versions
from comments.models import SpamTermList
from comments.spam_report import term_list
from tests.comments.factories import make_comment
from tests.comments.spam_report.past import make_decided, read, send, words_of

pytestmark = pytest.mark.usefixtures("tiny_seed")


def file_of(data, name="list.txt"):
    return SimpleUploadedFile(name, data)


def second_time(response):
    """What the form sends the second time: whatever stands in its fields."""
    form = response.context["form"]
    return {name: form[name].value() for name in ("terms", "name", "tried")} | {"load": "1"}


def in_force():
    return set(serving.current().terms.as_text().splitlines())


def test_the_first_time_it_says_what_would_be_held_and_loads_nothing(post, browser):
    honest = make_decided(post, "The casino is on Main Street.")
    make_comment(post, "casino")
    make_comment(post, "Hello")
    html = words_of(send(browser, "terms", terms="casino\npoker"))
    assert "2 terms can be compared. Of the last 3 comments, 2 would newly wait" in html
    assert "honest, as one of you said: 1" in html
    assert "nobody decided: 1" in html
    assert "<bdi>casino</bdi></th><td>1</td><td>0</td><td>1</td>" in html
    assert f"/reader-comments/{honest.pk}/history/" in html
    assert in_force() == set()


def test_the_second_time_it_is_loaded(root, browser):
    tried = send(browser, "terms", terms="Casino\r\nbad.example", name="Mine")
    response = send(browser, "terms", **second_time(tried))
    assert (response.status_code, response.url) == (303, "/admin/spam-filter/terms/")
    assert in_force() == {"casino", "bad.example"}
    loaded = SpamTermList.objects.get()
    assert (loaded.name, loaded.loaded_by) == ("Mine", root)
    assert "2 terms are loaded" in read(browser, "terms")


def test_a_file_comes_back_in_the_field_so_that_it_can_be_loaded(browser):
    tried = send(browser, "terms", file=file_of("\ufeffcasino\nruleta\n".encode()))
    fields = second_time(tried)
    assert (fields["terms"], fields["name"]) == ("casino\nruleta\n", "list.txt")
    send(browser, "terms", **fields)
    assert in_force() == {"casino", "ruleta"}


def test_line_ends_as_browsers_write_them_are_no_other_list(browser):
    fields = second_time(send(browser, "terms", terms="casino\nruleta"))
    send(browser, "terms", **fields | {"terms": "casino\r\nruleta"})
    assert in_force() == {"casino", "ruleta"}


@pytest.mark.parametrize("change", [{"terms": "other"}, {"name": "Other"}, {"tried": "made up"}])
def test_another_list_than_the_one_tried_is_tried_first(browser, change):
    fields = second_time(send(browser, "terms", terms="casino"))
    response = send(browser, "terms", **fields | change)
    assert "Dry run" in words_of(response)
    assert in_force() == set()


@pytest.mark.parametrize("terms", ["", "\n \n", "a", "--"])
def test_a_list_without_a_term_is_refused(browser, terms):
    response = send(browser, "terms", terms=terms)
    assert response.status_code == 422
    assert "no term in it" in words_of(response)


@pytest.mark.parametrize("data", [b"\xff\xfe\x00", b"casino\0", b"\x89PNG\r\n"])
def test_a_file_that_is_no_text_is_refused(browser, data):
    response = send(browser, "terms", file=file_of(data))
    assert response.status_code == 422
    assert "not a text file" in words_of(response)


def test_a_file_that_is_too_large_is_refused(browser, monkeypatch):
    monkeypatch.setattr(term_list, "MAX_BYTES", 5)
    response = send(browser, "terms", file=file_of(b"casino"))
    assert response.status_code == 422
    assert "larger than two megabytes" in words_of(response)


def test_a_list_that_is_too_long_is_refused(browser, monkeypatch):
    monkeypatch.setattr(versions, "MAX_TERMS", 1)
    response = send(browser, "terms", **second_time(send(browser, "terms", terms="casino\npoker")))
    assert response.status_code == 422
    assert "too long" in words_of(response)


def test_the_list_is_taken_away(browser):
    versions.load_terms("mine", ["casino"], actor=None)
    response = browser.post("/admin/spam-filter/terms/drop/", follow=True)
    assert "The list is taken away." in words_of(response)
    assert in_force() == set()


def test_moderators_see_which_list_is_loaded_and_have_no_form(volunteer):
    versions.load_terms("mine", ["casino"], actor=None)
    html = read(volunteer, "terms")
    assert "<bdi>mine</bdi>" in html
    assert "An administrator can load a list." in html
    assert "Take the list away" not in html


def test_markup_in_a_term_stays_words(post, browser):
    make_comment(post, "script alert")
    html = words_of(send(browser, "terms", terms="script alert\n<script>alert"))
    assert "<bdi>script alert</bdi>" in html
    assert "<script>alert" not in html
