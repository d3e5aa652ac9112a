"""Goes through the staff's own pages that are no part of the desk, in every state."""

from collections.abc import Iterator
from datetime import timedelta

from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from blog.drafts import links
from operations.models import PageViews
from operations.signing_in.setting_up import SESSION_KEY
from tests.accounts.phone import demand_of, give_phone, shown_code
from tests.blog.newsletter.people import make_subscriber
from tests.comments.factories import make_comment
from tests.comments.moderation_queue.staff import make_administrator, make_moderator
from tests.home.forms.filling import make_form
from tests.home.forms.test_listing import keep
from tests.operations.failed_work.failures import fail_mail, fail_task
from tests.pages import Newsroom, make_campaign, make_plain_page, make_post
from tests.spanish import Visit
from tests.test_spanish_queue import enter

PASSWORD = "correct horse"
CODE, FIRST_CODE = reverse("second_step"), reverse("second_step_first_time")


def knock(user: User, newsroom: Newsroom, password: str = PASSWORD) -> tuple[Client, str]:
    """A browser at the door, in the newsroom's language; and what the door said."""
    browser = Client(headers={"accept-language": newsroom.home.locale.language_code})
    typed = {"username": user.username, "password": password}
    answer = browser.post(reverse("wagtailadmin_login"), typed, follow=True)
    return browser, answer.content.decode()


def the_door(newsroom: Newsroom) -> Iterator[str]:
    """The password, the code, the first code, and the mistakes at each."""
    ana, bo = (make_moderator(name, password=PASSWORD) for name in ("ana", "bo"))
    stranger = Client(headers={"accept-language": newsroom.home.locale.language_code})
    yield stranger.get(reverse("wagtailadmin_login")).content.decode()
    yield knock(ana, newsroom, "wrong")[1]
    give_phone(ana)
    browser, told = knock(ana, newsroom)
    yield told
    yield browser.post(CODE, {"code": "000000"}).content.decode()
    demand_of(bo)
    browser, told = knock(bo, newsroom)
    yield told
    yield browser.post(FIRST_CODE, {"code": "000000"}).content.decode()
    code = shown_code(browser.session[SESSION_KEY])
    yield browser.post(FIRST_CODE, {"code": code}).content.decode()


def ones_own_account(newsroom: Newsroom) -> Iterator[str]:
    root, address = make_administrator(), reverse("second_step_settings")
    root.set_password(PASSWORD)
    root.save()
    browser = enter(newsroom, root)
    yield browser.get(address).content.decode()
    wrong = {"do": "begin", "password": "wrong", "code": "1"}
    yield browser.post(address, wrong).content.decode()
    key = give_phone(root)
    yield browser.get(address).content.decode()
    for code in ("1", shown_code(key)):
        yield browser.post(address, {"do": "codes", "code": code}).content.decode()


def the_dashboard(newsroom: Newsroom) -> Iterator[str]:
    browser, home = enter(newsroom), reverse("wagtailadmin_home")
    yield browser.get(home).content.decode()
    make_comment(make_post(newsroom, "Reunión"), status="pending")
    yield browser.get(home).content.decode()


def reports(newsroom: Newsroom) -> Iterator[str]:
    """Of subscribers and of page views, with nothing in them and with something."""
    browser, names = enter(newsroom), ("news_subscribers", "page_views")
    for name in names:
        yield browser.get(reverse(name)).content.decode()
    make_subscriber(newsroom)
    make_subscriber(newsroom, email="bo@example.org", campaign=make_campaign(newsroom))
    today = timezone.localdate()
    for days in range(1, 20):
        page = make_plain_page(newsroom, f"Una página {days}")
        PageViews.objects.create(page=page, day=today - timedelta(days=days), number=days * 1_000)
    for name in names:
        yield browser.get(reverse(name)).content.decode()
    yield browser.get(reverse("page_views"), {"days": "365"}).content.decode()


def drafts(newsroom: Newsroom) -> Iterator[str]:
    """Who may read a draft, before and after there is a link."""
    root = make_administrator()
    browser, post = enter(newsroom, root), make_post(newsroom, "Reunión", live=False)
    post.save_revision()
    address = reverse("draft_links", args=[post.pk])
    yield browser.get(address).content.decode()
    links.make(post, user=root, days=7, now=timezone.now())
    yield browser.get(address).content.decode()


def sent_forms(newsroom: Newsroom) -> Iterator[str]:
    """What was sent through a form: nothing yet, and one of each kind."""
    browser, page = enter(newsroom), make_form(newsroom)
    address = reverse("wagtailforms:list_submissions", args=[page.pk])
    yield browser.get(address).content.decode()
    keep(page)
    keep(page, "spam", message="Casino " * 40)
    yield browser.get(address).content.decode()


def failed_work(newsroom: Newsroom) -> Iterator[str]:
    """What was given up: nothing, a task and a mail, and after they were run again."""
    browser, address = enter(newsroom, make_administrator()), reverse("failed_work")
    yield browser.get(address).content.decode()
    fail_task()
    fail_mail()
    yield browser.get(address).content.decode()
    again = reverse("run_failed_work_again")
    for what in ("all", "all"):
        yield browser.post(again, {"what": what}, follow=True).content.decode()


VISITS: list[Visit] = [
    the_door, ones_own_account, the_dashboard, reports, drafts, sent_forms, failed_work,
]  # fmt: skip
