import pytest
from django.http import QueryDict
from django.test import RequestFactory
from django.utils import timezone

from comments import conf
from comments.forms import EditForm
from comments.models import CommentSettings
from comments.views.sending import last_warnings, request_refusal, sender_of, typed_words
from tests.comments.factories import make_comment

OWN = {"Sec-Fetch-Site": "same-origin"}


def post_request(fields=None, **more):
    return RequestFactory().post("/", fields or {}, **more)


def test_an_honest_post_is_not_refused():
    assert request_refusal(post_request(headers=OWN)) is None


@pytest.mark.parametrize(
    ("request_", "status"),
    [
        (post_request({"body": "x" * conf.MAX_REQUEST_BYTES}, headers=OWN), 413),
        (post_request(headers={"Sec-Fetch-Site": "cross-site"}), 403),
        (post_request({str(n): "" for n in range(conf.MAX_REQUEST_FIELDS + 1)}, headers=OWN), 400),
    ],
)
def test_size_and_origin_are_judged_before_the_form_is_read(request_, status):
    assert request_refusal(request_).http_status == status


def test_words_that_are_not_taken_can_be_handed_back():
    assert typed_words(post_request({"body": "Words of an hour"})) == "Words of an hour"


def test_words_beyond_what_can_be_read_cannot(settings):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 10
    request = RequestFactory().post("/", "body=" + "x" * 20, "application/x-www-form-urlencoded")
    assert typed_words(request) == ""


def test_a_sender_is_a_key_and_never_an_address(db):
    sender = sender_of(post_request(headers=OWN, REMOTE_ADDR="203.0.113.9"), now=timezone.now())
    assert sender.is_known
    assert sender.is_origin_proven
    assert len(sender.key) == 32
    assert "203.0.113.9" not in repr(sender)


def test_what_the_captcha_gave_travels_along_and_is_shown_nowhere(db):
    sender = sender_of(post_request({"captcha": "a-token"}, headers=OWN), now=timezone.now())
    assert sender.captcha_token == "a-token"
    assert "a-token" not in repr(sender)


def warned(post, **answer):
    comment = make_comment(post)
    data = QueryDict("body=His+number+is+A+123+456+789")
    form = EditForm(data, comment=comment)
    assert form.is_valid()
    settings = CommentSettings.for_site(post.get_site())
    return last_warnings(post_request(answer), form, settings), form


def test_the_warning_names_what_was_found(post):
    [warning], _form = warned(post)
    assert (warning.name, warning.words) == ("an A-number", "A 123 456 789")


def test_taking_out_changes_the_text_in_the_form(post):
    warnings, form = warned(post, personal_data="take_out")
    assert warnings == []
    assert form.cleaned_data["body"] == form.data["body"] == "His number is […]"


def test_sending_for_review_leaves_the_text(post):
    warnings, form = warned(post, personal_data="review")
    assert warnings == []
    assert "123 456 789" in form.cleaned_data["body"]
