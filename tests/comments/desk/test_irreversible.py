import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from comments import irreversible, moderation
from comments.models import Comment, CommentSettings, IrreversibleAct, Writer
from operations import limits
from tests.comments.factories import make_comment, make_ruling
from tests.comments.irreversible.wishes import ask, due
from tests.comments.moderation_queue.staff import make_administrator, sign_in
from tests.conftest import NOON

LIST = reverse("reader_comments:irreversible")
ASK = reverse("reader_comments:ask_irreversible")
PASSWORD = "correct horse"


def make_root(name="root"):
    root = make_administrator(name)
    root.set_password(PASSWORD)
    root.save()
    return root


@pytest.fixture
def root(newsroom):
    return make_root()


@pytest.fixture
def admin(root):
    return sign_in(root)


@pytest.fixture
def comment(post):
    return make_comment(post, status="spam")


@pytest.fixture(autouse=True)
def counted(monkeypatch):
    """Tests run in transactions, where the real counter refuses to count."""
    answers = [limits.Allowance(is_allowed=True)]
    monkeypatch.setattr(limits, "take", lambda *_limits: answers[0])
    return answers


@pytest.fixture(autouse=True)
def data_folder(settings, tmp_path):
    settings.DATA_DIR = tmp_path


def url(name, act):
    return reverse(f"reader_comments:{name}", args=[act.pk])


def shown(browser, **fields):
    """What the form carries of the comments that it shows now; "" where it shows none."""
    return carried_by(browser.get(ASK, {"kind": "purge"} | fields))


def carried_by(answer):
    field = re.search(r'name="expected" value="([^"]*)"', answer.content.decode())
    return field[1] if field else ""


def send(browser, comment, /, **fields):
    """As somebody does who has just looked, unless `expected` says what was seen before."""
    sent = {"kind": "purge", "comment": comment.pk, "password": PASSWORD} | fields
    return browser.post(ASK, {"expected": shown(browser, **sent)} | sent)


def acts():
    return list(IrreversibleAct.objects.all())


def test_the_form_says_how_many_and_asks_for_the_password(admin, comment):
    html = admin.get(ASK, {"kind": "purge", "comment": comment.pk}).content.decode()
    assert "It is about 1 comment." in html
    assert 'type="password"' in html
    assert acts() == []


def test_the_right_password_begins_a_day_of_waiting(clock, root, comment):
    admin = sign_in(root)
    answer = send(admin, comment)
    [act] = acts()
    assert (answer.status_code, answer.url) == (303, LIST)
    assert (act.kind, act.asked_by, act.due_at) == ("purge", root, NOON + timedelta(days=1))
    assert "March 5, 2026" in admin.get(LIST).content.decode()
    assert Comment.objects.exists()


def test_a_wrong_password_asks_for_nothing(admin, comment):
    answer = send(admin, comment, password="wrong")
    assert answer.status_code == 422
    assert "not your password" in answer.content.decode()
    assert acts() == []


def test_too_many_tries_are_told_when_to_try_again(admin, comment, counted):
    counted[0] = limits.Allowance(is_allowed=False, retry_after_seconds=90)
    answer = send(admin, comment)
    assert answer.status_code == 429
    assert "in 2 minutes" in answer.content.decode()
    assert acts() == []


def test_no_password_is_ever_sent_back(admin, comment):
    assert b"a-wrong-one" not in send(admin, comment, password="a-wrong-one").content


SPAM = {"comment": "", "list": "status=spam"}


@pytest.fixture
def before(admin, comment, post):
    """What was shown of the list before another comment took the place of the one in it."""
    seen = shown(admin, **SPAM)
    Comment.objects.filter(pk=comment.pk).update(status="published")
    make_comment(post, status="spam")
    return seen


def test_other_comments_than_were_shown_are_not_meant_though_they_are_as_many(
    admin, comment, before
):
    answer = send(admin, comment, **SPAM, expected=before)
    assert answer.status_code == 409
    assert "look again" in answer.content.decode()
    assert acts() == []
    assert send(admin, comment, **SPAM, expected=carried_by(answer)).status_code == 303


def test_what_something_happened_to_since_it_was_shown_is_not_meant(admin, root, comment):
    assert send(admin, comment, expected="").status_code == 409
    seen = shown(admin, comment=comment.pk)
    moderation.trash(comment.pk, make_ruling(comment, root))
    assert send(admin, comment, expected=seen).status_code == 409
    assert acts() == []


@pytest.mark.parametrize("password", ["wrong", ""])
def test_who_mistypes_the_password_still_means_what_was_shown(admin, comment, before, password):
    again = send(admin, comment, **SPAM, expected=before, password=password)
    assert (again.status_code, carried_by(again)) == (422, before)
    assert send(admin, comment, **SPAM, expected=carried_by(again)).status_code == 409


@pytest.mark.parametrize("fields", [{"comment": 7}, {"comment": ""}])
def test_what_is_about_nothing_is_not_asked_for(admin, comment, fields):
    answer = send(admin, comment, **fields)
    assert answer.status_code == 409
    assert "no comment that this could be about" in answer.content.decode()
    assert acts() == []


def test_more_than_can_be_are_not_asked_for(monkeypatch, admin, comment, post):
    monkeypatch.setattr(irreversible, "MAX_WANTED", 1)
    monkeypatch.setattr(irreversible.asking, "MAX_WANTED", 1)
    make_comment(post, status="spam")
    answer = send(admin, comment, comment="", list="status=spam")
    assert "choose fewer" in answer.content.decode()
    assert acts() == []


def test_all_of_a_writer_can_be_exported(admin, post):
    writer = Writer.objects.create()
    comments = [make_comment(post, writer=writer) for _ in range(2)]
    send(admin, comments[0], kind="export", comment="", author=comments[0].pk)
    [act] = acts()
    assert (act.kind, len(act.wanted)) == ("export", 2)


def test_a_second_is_needed_where_the_owner_wants_it(newsroom, admin, comment):
    settings = CommentSettings.for_site(newsroom.site)
    settings.needs_second_person = True
    settings.save()
    send(admin, comment)
    make_root("eva")
    send(admin, comment)
    assert [act.needs_second for act in acts()] == [True, False]


def test_the_second_confirms_with_a_password_of_their_own(root, comment):
    act, eva = ask(root, comment, needs_second=True), make_root("eva")
    browser = sign_in(eva)
    assert 'type="password"' in browser.get(url("confirm_irreversible", act)).content.decode()
    wrong = browser.post(url("confirm_irreversible", act), {"password": "wrong"})
    assert wrong.status_code == 422
    act.refresh_from_db()
    assert act.confirmed_at is None
    assert browser.post(url("confirm_irreversible", act), {"password": PASSWORD}).url == LIST
    act.refresh_from_db()
    assert act.confirmed_by == eva


def test_whoever_asked_does_not_confirm(root, admin, comment):
    act = ask(root, comment, needs_second=True)
    answer = admin.post(url("confirm_irreversible", act), {"password": PASSWORD})
    act.refresh_from_db()
    assert (answer.url, act.confirmed_at) == (LIST, None)
    assert "not possible" in admin.get(LIST).content.decode()


def test_any_administrator_calls_it_off_without_a_password(root, comment):
    act, browser = ask(root, comment), sign_in(make_root("eva"))
    assert browser.get(url("call_off_irreversible", act)).url == LIST
    act.refresh_from_db()
    assert act.called_off_at is None
    browser.post(url("call_off_irreversible", act))
    act.refresh_from_db()
    assert act.called_off_at
    browser.post(url("call_off_irreversible", act))
    assert "not possible" in browser.get(LIST).content.decode()


def export_of(root, comment):
    act = due(root, comment, kind="export")
    irreversible.carry_out_due()
    act.refresh_from_db()
    return act


def test_an_export_is_collected_once_by_whoever_asked(root, admin, comment):
    act = export_of(root, comment)
    assert "Collect the file, once" in admin.get(LIST).content.decode()
    answer = admin.post(url("collect_export", act))
    assert answer.json()["comments"][0]["id"] == comment.pk
    assert "no-store" in answer["Cache-Control"]
    assert answer["Content-Disposition"] == f'attachment; filename="export-{act.pk}.json"'
    assert admin.post(url("collect_export", act)).url == LIST
    assert "Collect the file" not in admin.get(LIST).content.decode()


def test_reading_the_address_takes_no_file(root, admin, comment):
    act = export_of(root, comment)
    assert admin.get(url("collect_export", act)).url == LIST
    assert irreversible.is_there(act)


def test_nobody_else_collects_an_export(root, comment):
    act, browser = export_of(root, comment), sign_in(make_root("eva"))
    assert "Collect the file" not in browser.get(LIST).content.decode()
    answer = browser.post(url("collect_export", act))
    assert (answer.status_code, irreversible.is_there(act)) == (302, True)


def test_every_moderator_sees_what_is_coming_and_can_do_nothing(root, browser, comment):
    act = ask(root, comment)
    html = browser.get(LIST).content.decode()
    assert "1 comment" in html
    assert re.search(r"Will be done after \d", html)
    assert "Call off" not in html
    for name in ("confirm_irreversible", "call_off_irreversible", "collect_export"):
        assert browser.post(url(name, act)).url == "/admin/"
    assert browser.get(ASK).url == "/admin/"
    act.refresh_from_db()
    assert act.called_off_at is None


def test_the_list_says_how_each_ended(root, admin, comment, post):
    make_root("eva")
    ask(root, comment, needs_second=True)
    called_off = ask(root, comment)
    irreversible.call_off(called_off.pk, administrator=root, now=timezone.now())
    export_of(root, make_comment(post))
    html = admin.get(LIST).content.decode()
    for words in ("Waits for a second administrator", "Called off at", "Done at"):
        assert words in html


def test_who_calls_it_off_is_told_how_many_are_gone_already(root, admin, comment, post):
    act = due(root, comment, make_comment(post, status="spam"))
    comment.delete()
    assert "1 comment is gone already." in admin.get(LIST).content.decode()
    told = admin.post(url("call_off_irreversible", act), follow=True).content.decode()
    assert "It is called off. 1 comment is gone already." in told


def test_an_act_that_is_not_there_is_not_found(admin):
    assert admin.post(reverse("reader_comments:confirm_irreversible", args=[7])).status_code == 404


def test_the_author_page_leads_there_for_administrators_only(admin, browser, post):
    comment = make_comment(post)
    address = reverse("reader_comments:author", args=[comment.pk])
    assert ASK in admin.get(address).content.decode()
    assert ASK not in browser.get(address).content.decode()


def test_the_list_of_what_is_out_of_sight_leads_there_for_administrators(admin, browser, comment):
    queue = reverse("reader_comments:queue")
    link = f"{ASK}?kind=purge&amp;list=status%3Dspam"
    assert link in admin.get(queue, {"status": "spam"}).content.decode()
    assert ASK not in browser.get(queue, {"status": "spam"}).content.decode()
    assert ASK not in admin.get(queue, {"status": "all"}).content.decode()
