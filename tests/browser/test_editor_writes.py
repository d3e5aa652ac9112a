"""An editor writes a post with every block on a phone, is told what it lacks, and schedules it."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from tests import sampling
from tests.browser.editor_steps import Editor, add_files, ask_and_invite, write_words
from tests.browser.matrix import WIDTHS
from tests.browser.reader_steps import wait_until
from tests.browser.writing import objections

pytestmark = pytest.mark.browser

EDITOR = "wilma"
NEW_YORK = ZoneInfo("America/New_York")
MAKE_READY = """
from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from accounts.models import User
from blog.models import BlogIndexPage, NewsDocument, NewsImage
from home.demo.drawing import draw_street
user = User.objects.create_user("{name}", password="{password}")
user.groups.add(Group.objects.get(name="Editors"))
for title, credit in (("Steps", ""), ("Bridge", "Ana Ruiz"), ("March", "Teo Brandt")):
    drawn = ContentFile(draw_street(), "street.png")
    NewsImage(title=title, description=f"The {{title.lower()}}", credit=credit, file=drawn).save()
NewsDocument(title="Agenda", file=ContentFile(b"Agenda", "agenda.txt")).save()
print(BlogIndexPage.objects.get(locale__language_code="en").pk)
"""
# Nobody waits for the hour: the hour comes to those who wait.
MAKE_DUE = """
from datetime import timedelta
from django.utils import timezone
from wagtail.models import Revision
due = timezone.now() - timedelta(seconds=1)
for revision in Revision.objects.exclude(approved_go_live_at=None):
    revision.content["go_live_at"] = due.isoformat()
    revision.approved_go_live_at = due
    revision.save()
"""
TAKE_AWAY = """
from blog.models import PostPage
for post in PostPage.objects.filter(slug__startswith="{slug}"):
    post.delete()
"""
SHOWN = {
    ".body__text": "We stood here all night.",
    ".mark": "[1]",
    ".body__heading": "What we ask",
    "blockquote": "We stay.",
    ".body li": "Bring a neighbour.",
    ".facts": "A request to the jail.",
    ".notes": "Minutes of the board.",
    "table": "Riverside",
    "figure": "Photo: Noor",
    ".gallery": "Teo Brandt",
    ".document": "Agenda",
    ".embed": "Nothing is loaded from vimeo.com",
    ".action": "Call the sheriff",
    ".event": "3:30 p.m. EST / 12:30 p.m. PST",
}


def missing_on(reader):
    """Which blocks a reader does not find on the page."""
    words_of = {place: reader.locator(place).all_inner_texts() for place in SHOWN}
    return [
        f"{place}: {words}"
        for place, words in SHOWN.items()
        if not any(words in " ".join(text.split()) for text in words_of[place])
    ]


@pytest.fixture(scope="module")
def index(newsroom):
    """The number of the page that posts stand below; whoever writes there has what it takes."""
    return int(newsroom.run(MAKE_READY.format(name=EDITOR, password=newsroom.password)))


@pytest.mark.parametrize("width", sampling.of(WIDTHS, sample=WIDTHS[:1]))
def test_every_block_is_written_a_credit_is_asked_for_and_the_post_appears_by_itself(
    newsroom, index, new_window, sign_in, width
):
    window, slug = new_window(width=width), f"by-the-courthouse-{width}"
    sign_in(window, EDITOR)
    window.goto(f"/admin/pages/add/blog/postpage/{index}/")
    editor = Editor(window)
    editor.field("title").fill(slug.replace("-", " "))
    write_words(editor)
    image = add_files(editor, image="Steps", others=("Bridge", "March"), document="Agenda")
    ask_and_invite(editor)
    editor.save_draft()
    assert "error" not in editor.said()
    editor.schedule(f"{datetime.now(NEW_YORK) + timedelta(hours=1):%Y-%m-%d %H:%M}")

    editor.publish()
    assert "error" in editor.said()
    assert editor.field(f"{image}-image-alt_text").input_value() == "The steps"
    assert window.locator("[name^='body-'][name$='-type']:not([name*=value])").count() == 13
    window.get_by_role("button", name="Go to the first error").click()
    told = window.locator(".error-message:focus")
    assert told.inner_text() == "Say who made this image before it is published."
    assert window.locator(f".w-field:has(:focus) [name='{image}-credit']").is_visible()

    editor.fill(image, credit="Photo: Noor")
    editor.publish()
    assert "scheduled for publishing" in editor.said()
    reader = new_window(javascript=False, width=width)
    assert reader.goto(f"/news/{slug}/").status == 404
    newsroom.run(MAKE_DUE)
    wait_until(lambda: reader.goto(f"/news/{slug}/").status == 200)

    assert missing_on(reader) == []
    window.goto(f"/news/{slug}/")
    assert list(objections(window)) == []
    newsroom.run(TAKE_AWAY.format(slug=slug))
