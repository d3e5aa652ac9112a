import csv
import io
from datetime import UTC, datetime

import pytest
from django.urls import reverse
from openpyxl import Workbook

from comments import moderation, rulebook
from comments.around import export
from comments.around.export import MOST_ROWS, file_name
from comments.models import DeskAct, DeskEvent
from comments.states import Reason
from operations.neutral import restored
from tests.comments.around.shifts import give_section
from tests.comments.factories import make_comment, make_ruling
from tests.comments.moderation_queue.staff import ROLES, make_administrator, sign_in
from tests.pages import make_post

EXPORT = reverse("reader_comments:export")
HOSTILE = '=HYPERLINK("http://evil.test")'


def fetch(client, **query):
    answer = client.get(EXPORT, query)
    assert answer.status_code == 200
    return answer.getvalue().decode("utf-8-sig")


def rows(client, **query):
    """The table, a dictionary for each row."""
    return list(csv.DictReader(io.StringIO(fetch(client, **query), newline="")))


def test_a_comment_is_a_row_with_what_is_known_of_it(post, browser):
    said_at = datetime(2026, 3, 4, 17, 0, tzinfo=UTC)
    fields = {"created_at": said_at, "language": "es", "author_email": "secret@example.org"}
    comment = make_comment(post, "Voy a ir.", **fields)
    assert rows(browser, status="published") == [
        {
            "id": str(comment.pk),
            "status": "published",
            "page": "The county votes",
            "name": "Ana",
            "said_at": "2026-03-04T12:00:00-05:00",
            "language": "es",
            "body": "Voy a ir.",
            "reason": "",
            "url": f"http://127.0.0.1:8000{reverse('comments:permalink', args=[comment.pk])}",
        }
    ]


def test_the_reason_is_that_of_the_last_event(post, ana, browser):
    comment = make_comment(post)
    rule = rulebook.find(Reason.ABUSE)
    moderation.remove(comment.pk, make_ruling(comment, ana, rule_version=rule))
    [row] = rows(browser, status="removed")
    assert row["reason"] == "abuse"


def test_what_readers_do_not_find_has_no_address(post, browser):
    make_comment(post, status="pending")
    [row] = rows(browser)
    assert (row["status"], row["url"]) == ("pending", "")


def test_nobody_gets_addresses_so_easily_administrators_neither(post, browser):
    contact = {"author_email": "zelda@example.org", "author_website": "https://zelda.example/"}
    make_comment(post, status="pending", **contact)
    assert "zelda" not in fetch(browser) + fetch(sign_in(make_administrator()))


def test_the_log_knows_who_exported_what(post, ana, browser):
    fetch(browser, status="spam")
    event = DeskEvent.objects.get(act=DeskAct.EXPORT_LIST)
    assert (event.actor, event.data) == (ana, {"tab": "spam"})


def test_the_table_has_what_the_list_has_with_the_same_address(newsroom, post, browser):
    other = make_post(newsroom, "Another one")
    for page, body, status in (
        (post, "lighthouse", "pending"),
        (post, "submarine", "pending"),
        (other, "lighthouse", "pending"),
        (post, "lighthouse", "spam"),
    ):
        make_comment(page, body, status=status)
    found = rows(browser, page=post.pk, q="lighthouse", status="pending")
    assert [row["body"] for row in found] == ["lighthouse"]
    assert len(rows(browser)) == 3
    assert len(rows(browser, status="all")) == 4


@pytest.mark.parametrize("tab", ["reported", "edited", "check", "confirmed_spam", "trashed"])
def test_every_tab_can_be_exported(post, browser, tab):
    assert rows(browser, status=tab) == []


def test_the_newest_come_first_and_no_more_than_the_limit(post, browser, monkeypatch):
    monkeypatch.setattr(export, "MOST_ROWS", 2)
    for day in (1, 3, 2):
        said_at = datetime(2026, 3, day, tzinfo=UTC)
        make_comment(post, f"day {day}", status="pending", created_at=said_at)
    assert [row["body"] for row in rows(browser)] == ["day 3", "day 2"]
    assert "-newest-2.csv" in browser.get(EXPORT)["Content-Disposition"]


def test_the_name_of_the_file_says_when_it_has_not_all():
    assert file_name("spam", today="2026-03-04", is_cut=False) == (
        "reader-comments-spam-2026-03-04.csv"
    )
    assert f"-newest-{MOST_ROWS}." in file_name("spam", today="2026-03-04", is_cut=True)


def test_it_is_a_file_to_keep_and_never_a_page(post, browser):
    make_comment(post, "<script>alert(1)</script>", status="pending")
    answer = browser.get(EXPORT)
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    assert answer["Content-Disposition"].startswith('attachment; filename="reader-comments-')
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "no-store" in answer["Cache-Control"]
    assert answer.getvalue().startswith(b"\xef\xbb\xbfid,status,")


def test_no_column_holds_a_formula_and_every_text_comes_back(newsroom):
    page = make_post(newsroom, HOSTILE, slug="hostile")
    fields = {"author_name": "@Ana", "language": "-"}
    make_comment(page, f"{HOSTILE};=1\r\n=2", status="pending", **fields)
    [row] = rows(sign_in(make_administrator()))
    book = Workbook()
    book.active.append(list(row.values()))
    cells = [cell for cell in book.active[1] if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s"}
    assert restored(row["body"]) == f"{HOSTILE};=1\r\n=2"
    assert [restored(row[name]) for name in ("page", "name")] == [HOSTILE, "@Ana"]


def test_a_moderator_of_a_section_exports_it_alone(newsroom, post, ana, browser):
    other = make_post(newsroom, "Another one")
    give_section(ana, other)
    make_comment(post, "lighthouse", status="pending")
    make_comment(other, "submarine", status="pending")
    assert [row["body"] for row in rows(browser)] == ["submarine"]


@pytest.mark.parametrize("role", ["anonymous", "outsider", "editor"])
def test_whoever_may_not_moderate_gets_no_row(post, role):
    make_comment(post, "lighthouse", status="pending")
    answer = sign_in(ROLES[role]()).get(EXPORT, follow=True)
    assert b"lighthouse" not in answer.content


@pytest.mark.parametrize("number", [1, 30])
def test_the_queries_do_not_grow_with_the_rows(
    post, browser, number, django_assert_max_num_queries
):
    for _ in range(number):
        make_comment(post, status="pending")
    with django_assert_max_num_queries(11):  # one is the log
        fetch(browser)


@pytest.mark.parametrize("wrong", [{"since": "2026-13-45"}, {"q": "a" * 201}, {"status": "x"}])
def test_a_filter_that_makes_no_sense_leads_to_the_list_which_says_so(post, browser, wrong):
    make_comment(post, status="pending")
    answer = browser.get(EXPORT, wrong)
    assert answer.status_code == 303
    assert "a filter makes no sense" in browser.get(answer.url).content.decode()
    assert not DeskEvent.objects.exists()


def test_a_look_at_the_head_takes_nothing_and_is_not_in_the_log(post, browser):
    assert browser.head(EXPORT).status_code == 200
    assert not DeskEvent.objects.exists()
