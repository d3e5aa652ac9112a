"""Google's reCAPTCHA, once the owner has entered keys: what the form offers, and who passed it.

django-recaptcha carries the question. Its form field is not used: it would load Google's script
with the form, send the reader's address along, and refuse whoever did not pass.
"""

import json
import logging
from collections.abc import Mapping
from dataclasses import dataclass
from http.client import HTTPException
from queue import Empty, SimpleQueue
from threading import Thread
from urllib.parse import urlencode

from django.conf import settings
from django_recaptcha import client

from comments import conf

logger = logging.getLogger(__name__)

ACTION = "comment"  # what version 3 is told that the reader does; captcha.js has it from the form
FIELD = "captcha"
SCORED_VERSION = 3
MAX_TOKEN_CHARACTERS = 8_192
MAX_ANSWER_BYTES = 16_384

# What the form's page needs beside its own host, and only once somebody has clicked (Google's
# FAQ on Content-Security-Policy, read in November 2026).
DIRECTIVES = {
    "script-src": ["https://www.google.com/recaptcha/", "https://www.gstatic.com/recaptcha/"],
    "frame-src": ["https://www.google.com/recaptcha/", "https://recaptcha.google.com/recaptcha/"],
    "connect-src": ["https://www.google.com/recaptcha/"],
}


@dataclass(frozen=True)
class Widget:
    """What the form's script needs to know: 2 is a box to tick, 3 gives a score."""

    version: int
    site_key: str
    action: str = ACTION
    field: str = FIELD


def widget() -> Widget | None:
    """What the form offers; None until the owner has entered keys."""
    if not settings.RECAPTCHA_PRIVATE_KEY:
        return None
    return Widget(settings.RECAPTCHA_VERSION, settings.RECAPTCHA_PUBLIC_KEY)


def is_missing(token: str) -> bool:
    """Whether the captcha is turned on and this token does not prove that it was passed.

    Takes no longer than `conf.CAPTCHA_WAIT_SECONDS` and raises nothing. Google is asked only when
    there is a token, and is told nothing else of its sender. Call it outside a transaction.
    """
    if widget() is None:
        return False
    if not token or len(token) > MAX_TOKEN_CHARACTERS:
        return True
    return not _is_passed(_answer_to(token))


def _answer_to(token: str) -> Mapping[str, object]:
    """Google's answer; empty when there is none in time.

    A time-out of the socket begins anew with every byte and does not count the look-up of the
    name, so the whole is timed from outside.
    """
    answers: SimpleQueue[Mapping[str, object]] = SimpleQueue()
    try:
        Thread(target=lambda: answers.put(_ask(token)), daemon=True).start()
        return answers.get(timeout=conf.CAPTCHA_WAIT_SECONDS)
    except (Empty, RuntimeError) as error:  # RuntimeError: no thread can be started
        logger.warning("The captcha was not answered in time: %s", type(error).__name__)
        return {}


def _ask(token: str) -> Mapping[str, object]:
    question = urlencode({"secret": settings.RECAPTCHA_PRIVATE_KEY, "response": token})
    try:
        with client.recaptcha_request(question.encode()) as response:
            answer = json.loads(response.read(MAX_ANSWER_BYTES))
    except (OSError, HTTPException, ValueError, RecursionError) as error:
        logger.warning("The captcha was not answered: %s", type(error).__name__)
        return {}
    return answer if isinstance(answer, dict) else {}


def _is_passed(answer: Mapping[str, object]) -> bool:
    is_ours = answer.get("hostname") == settings.SITE_URL.hostname
    return answer.get("success") is True and is_ours and _is_scored_well(answer)


def _is_scored_well(answer: Mapping[str, object]) -> bool:
    """Only version 3 scores, and says for which action; a token for another one is no answer."""
    if settings.RECAPTCHA_VERSION != SCORED_VERSION:
        return True
    score = answer.get("score")
    is_enough = isinstance(score, int | float) and score >= settings.RECAPTCHA_REQUIRED_SCORE
    return is_enough and answer.get("action") == ACTION
