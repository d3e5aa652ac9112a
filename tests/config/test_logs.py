import pytest
from django.core.exceptions import ImproperlyConfigured

from config import logs


def test_lines_are_for_people_and_objects_for_programs():
    for form in ("lines", "json"):
        made = logs.configuration(form, mails_errors=False)
        assert (made["handlers"]["console"]["formatter"], made["root"]["handlers"]) == (
            form,
            ["console"],
        )


def test_errors_are_mailed_only_where_somebody_is_named():
    made = logs.configuration("lines", mails_errors=True)
    assert made["root"]["handlers"] == ["console", "mail"]
    assert made["handlers"]["mail"]["level"] == "ERROR"


def test_a_form_that_nobody_knows_is_refused():
    with pytest.raises(ImproperlyConfigured, match="LOG_FORMAT"):
        logs.configuration("xml", mails_errors=False)


def test_several_may_be_told_and_nobody_is_by_default():
    assert logs.addresses("") == ()
    assert logs.addresses("ana@example.org, ben@example.org,") == (
        "ana@example.org",
        "ben@example.org",
    )


@pytest.mark.parametrize("typed", ["ana", "Ana <ana@example.org>", "a@example.org\nBcc: b@c.de"])
def test_what_is_no_address_is_refused(typed):
    with pytest.raises(ImproperlyConfigured, match="ERROR_MAIL_TO"):
        logs.addresses(typed)


@pytest.mark.parametrize("typed", ["", "https://key@sentry.example.org/1", "http://k@[::1]:9/a/22"])
def test_an_address_of_sentrys_kind_is_taken_as_it_is(typed):
    assert logs.dsn(typed) == typed


@pytest.mark.parametrize("typed", ["yes", "https://sentry.example.org/1", "ftp://key@s.example/1",
                                   "https://secret@sentry.example.org/"])  # fmt: skip
def test_another_is_refused_without_its_key(typed):
    with pytest.raises(ImproperlyConfigured, match="SENTRY_DSN") as refused:
        logs.dsn(typed)
    assert "secret" not in str(refused.value)
