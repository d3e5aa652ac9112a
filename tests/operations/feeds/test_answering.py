from dataclasses import replace
from datetime import timedelta

import pytest
from django.http import Http404
from django.test import RequestFactory

from operations.feeds import Spelling, answer, spelling_of
from operations.feeds.answering import CLOCK_GRAIN
from tests.operations.feeds.samples import FEED, NOON

LATER = NOON + timedelta(hours=1)


def ask(feed=FEED, spelling=Spelling.RSS, now=LATER, method="get", **headers):
    request = getattr(RequestFactory(), method)("/feed/", headers=headers)
    return answer(request, feed, spelling=spelling, now=now)


@pytest.mark.parametrize("spelling", Spelling)
def test_every_spelling_says_what_it_is(spelling):
    assert ask(spelling=spelling)["Content-Type"] == f"{spelling}; charset=utf-8"


@pytest.mark.parametrize("spelling", Spelling)
def test_who_has_it_already_is_told_so_and_sent_nothing(spelling):
    first = ask(spelling=spelling)
    again = ask(spelling=spelling, if_none_match=first["ETag"])
    assert (again.status_code, again.content) == (304, b"")
    assert again["ETag"] == first["ETag"]


def test_any_change_of_the_bytes_is_another_tag():
    tags = {ask(replace(FEED, title=title))["ETag"] for title in ("A", "B")}
    assert len(tags) == 2
    assert ask(replace(FEED, title="B"), if_none_match=ask()["ETag"]).status_code == 200


def test_who_knows_only_a_date_is_told_by_the_date():
    first = ask()
    assert first["Last-Modified"] == "Wed, 04 Mar 2026 17:00:05 GMT"
    assert ask(if_modified_since=first["Last-Modified"]).status_code == 304
    changed = replace(FEED, changed_at=NOON + timedelta(seconds=1))
    assert ask(changed, if_modified_since=first["Last-Modified"]).status_code == 200


def test_a_date_never_overrules_the_tag():
    changed = replace(FEED, title="New")
    headers = {"if_none_match": ask()["ETag"], "if_modified_since": ask()["Last-Modified"]}
    assert ask(changed, **headers).status_code == 200


def test_a_moment_that_is_not_over_yet_has_no_date():
    assert not ask(now=NOON + CLOCK_GRAIN).has_header("Last-Modified")
    assert not ask(replace(FEED, changed_at=None)).has_header("Last-Modified")


def test_the_tag_belongs_to_one_spelling():
    assert len({ask(spelling=spelling)["ETag"] for spelling in Spelling}) == len(Spelling)


def test_the_end_of_an_address_says_which_spelling():
    asked = [spelling_of(ending) for ending in ("", "atom", "json")]
    assert asked == list(Spelling)
    with pytest.raises(Http404):
        spelling_of("xml")
