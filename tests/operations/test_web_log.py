"""Gunicorn's lines are under the same rules as ours."""

import json
import logging

import pytest
from gunicorn.config import Config

from config import logs
from operations.error_mail.noting import NoteHandler
from operations.web_log import WebLog

SECRET = "5f" * 32


@pytest.fixture
def log(monkeypatch):
    """Gunicorn's log as the web server has it."""
    for name in ("gunicorn.error", "gunicorn.access"):
        monkeypatch.setattr(logging.getLogger(name), "handlers", [])
    config = Config()
    config.set("loglevel", "error")
    return lambda: WebLog(config)


def complain(log):
    try:
        int("ana@example.org")
    except ValueError:
        log().exception("Error handling request %s", f"/comments/receipt/{SECRET}/")


@pytest.mark.parametrize("form", logs.FORMATS)
def test_neither_the_words_of_an_exception_nor_the_secret_of_an_address_is_said(
    form, log, settings, capfd
):
    settings.LOGGING = logs.configuration(form, mails_errors=False)
    complain(log)
    said = capfd.readouterr().err
    assert ("ValueError" in said, "Error handling request" in said) == (True, True)
    assert (SECRET in said, "invalid literal" in said) == (False, False)


def test_in_json_it_is_one_object(log, settings, capfd):
    settings.LOGGING = logs.configuration("json", mails_errors=False)
    complain(log)
    told = json.loads(capfd.readouterr().err)
    assert (told["logger"], told["kinds"]) == ("gunicorn.error", ["ValueError"])


def test_who_hears_of_errors_hears_of_these_once_after_a_reload_too(log, settings, monkeypatch):
    handler = NoteHandler(level=logging.ERROR)
    heard = []
    monkeypatch.setattr(handler, "emit", heard.append)
    monkeypatch.setattr(logging.root, "handlers", [handler])
    web_log = log()
    web_log.setup(web_log.cfg)
    web_log.error("the server is in trouble")
    web_log.warning("not told")
    assert [record.getMessage() for record in heard] == ["the server is in trouble"]
