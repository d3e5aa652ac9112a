"""The editor's checks are Wagtail's and ours, and a preview carries what they look for."""

import datetime
import json
from io import BytesIO

import pytest
from django.core.files.images import ImageFile
from django.test import Client
from django.urls import reverse
from PIL import Image
from wagtail.admin.userbar import ContentCheckerItem

from blog.checks import NewsroomChecker, use_ours
from blog.checks.checker import MESSAGES, RULES
from blog.models import NewsImage, PostPage
from tests.comments.moderation_queue.staff import make_editor, sign_in
from tests.pages import make_newsroom, make_post

pytestmark = pytest.mark.django_db

OURS = {rule["id"] for rule in RULES}


def make_image(credit: str = "") -> NewsImage:
    file = BytesIO()
    Image.new("RGB", (8, 8)).save(file, "PNG")
    return NewsImage.objects.create(
        title="x", file=ImageFile(file, name="x.png"), credit=credit, description="A crowd"
    )


def preview(post: PostPage) -> str:
    response = post.make_preview_request()
    return response.content.decode()


def make_draft(body: list[tuple[str, object]], **fields: str) -> PostPage:
    raw = [{"type": kind, "value": value} for kind, value in body]
    return make_post(make_newsroom(), body=json.dumps(raw), **fields)


def event(day: datetime.date) -> tuple[str, object]:
    value = {
        "title": "Vigil", "date": f"{day}", "starts_at": "18:00", "ends_at": "19:00",
        "zone": "America/New_York", "other_zones": [], "place": "Court", "state": "planned",
    }  # fmt: skip
    return "event", value


def picture(image: NewsImage) -> tuple[str, object]:
    chosen = {"image": image.pk, "alt_text": "A crowd", "decorative": False}
    return "image", {"image": chosen, "caption": "", "credit": ""}


def test_every_rule_of_ours_runs_and_has_words() -> None:
    configuration = NewsroomChecker().get_axe_configuration(None)
    assert set(configuration["options"]["runOnly"]) >= OURS
    assert {rule["id"] for rule in configuration["spec"]["rules"]} >= OURS
    assert set(MESSAGES) == OURS


def test_every_check_that_a_rule_names_is_there() -> None:
    spec = NewsroomChecker().get_axe_configuration(None)["spec"]
    named = {
        name for rule in spec["rules"] for name in (*rule.get("any", ()), *rule.get("none", ()))
    }
    assert named <= {check["id"] for check in spec["checks"]}


def test_wagtails_own_checks_stay() -> None:
    assert set(ContentCheckerItem.axe_run_only) < set(NewsroomChecker.axe_run_only)


def test_ours_takes_the_place_of_wagtails_and_of_nothing_else() -> None:
    other = object()
    items = [other, ContentCheckerItem(in_editor=True)]
    use_ours(None, items, None)
    assert items[0] is other
    assert (type(items[1]), items[1].in_editor) == (NewsroomChecker, True)


def test_the_editor_runs_them() -> None:
    post = make_post(make_newsroom())
    page = sign_in(make_editor()).get(reverse("wagtailadmin_pages:edit", args=[post.pk]))
    found = page.content.decode().partition('id="checker-axe-configuration"')[2]
    assert all(name in found for name in OURS)


@pytest.mark.parametrize(("credit", "is_marked"), [("", True), ("Ana", False)])
def test_a_preview_marks_an_image_without_credit(credit: str, is_marked: bool) -> None:
    draft = make_draft([picture(make_image(credit))])
    assert ("data-lacks-credit" in preview(draft)) is is_marked


@pytest.mark.parametrize(("words", "is_marked"), [("Click here", True), ("The petition", False)])
@pytest.mark.parametrize("kind", ["paragraph", "facts", "action"])
def test_a_preview_marks_a_link_that_says_nothing(kind: str, words: str, is_marked: bool) -> None:
    text = f'<p>Sign: <a href="https://example.org/">{words}</a></p>'
    block = {"title": "x", "text": text, "kind": "sign", "url": "https://example.org/"}
    draft = make_draft([(kind, text if kind == "paragraph" else block)])
    assert ("data-has-vague-link" in preview(draft)) is is_marked


@pytest.mark.parametrize(("days", "is_marked"), [(-2, True), (2, False)])
def test_a_preview_marks_an_event_that_is_over(days: int, is_marked: bool) -> None:
    day = datetime.datetime.now(tz=datetime.UTC).date() + datetime.timedelta(days=days)
    assert ("data-is-over" in preview(make_draft([event(day)]))) is is_marked


@pytest.mark.parametrize(("text", "is_marked"), [("", True), ("A sentence.", False)])
def test_a_preview_marks_a_page_without_description(text: str, is_marked: bool) -> None:
    draft = make_draft([], search_description=text)
    assert ("data-lacks-description" in preview(draft)) is is_marked


def test_readers_get_no_marks(client: Client) -> None:
    long_ago = datetime.date(2012, 1, 5)
    vague = ("paragraph", '<p><a href="https://example.org/">here</a></p>')
    post = make_draft([picture(make_image()), event(long_ago), vague])
    page = client.get(post.get_url()).content.decode()
    assert "figure__image" in page
    assert "data-lacks" not in page
    assert "data-is-over" not in page
    assert "data-has" not in page
