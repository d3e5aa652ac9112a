"""An editor corrects a post that readers have read, pins it, and translates it."""

import json

import pytest

from tests import sampling
from tests.browser.editor_steps import Editor
from tests.browser.matrix import WIDTHS
from tests.browser.writing import objections

pytestmark = pytest.mark.browser

EDITOR = "milo"
# The topic has a name in each language, and so has the author.
MAKE_READY = """
from uuid import uuid4
from django.contrib.auth.models import Group
from wagtail.models import Locale
from accounts.models import User
from blog.models import Author, Topic
user = User.objects.create_user("{name}", password="{password}")
user.groups.add(Group.objects.get(name="Editors"))
for model, names in ((Topic, ("Transit", "Transporte")), (Author, ("Ada Bell", "Ada Bell"))):
    key = uuid4()
    for language, name in zip(("en", "es"), names):
        locale = Locale.objects.get(language_code=language)
        slug = name.lower().replace(" ", "-")
        model.objects.create(name=name, slug=slug, locale=locale, translation_key=key)
"""
MAKE_POST = """
import json
from blog.models import Author, BlogIndexPage, PostAuthor, PostPage, Topic
index = BlogIndexPage.objects.get(locale__language_code="en")
post = PostPage(title="{title}", slug="{slug}", locale=index.locale,
                body=[("paragraph", "<p>The bus leaves at nine.</p>")])
post.topics = [Topic.objects.get(name="Transit")]
post.post_authors = [PostAuthor(author=Author.objects.get(slug="ada-bell", locale=index.locale))]
index.add_child(instance=post)
post.save_revision().publish()
print(json.dumps([post.pk, post.url]))
"""
TAKE_AWAY = """
from blog.models import PostPage
for post in PostPage.objects.filter(topics__slug__in=["transit", "transporte"]).distinct():
    post.delete()
"""


@pytest.fixture(scope="module")
def editor(newsroom):
    newsroom.run(MAKE_READY.format(name=EDITOR, password=newsroom.password))
    yield EDITOR
    newsroom.run(TAKE_AWAY)


@pytest.mark.parametrize("width", sampling.of(WIDTHS, sample=WIDTHS[1:]))
def test_a_post_is_corrected_pinned_and_translated(newsroom, editor, new_window, sign_in, width):
    title, slug = f"The bus to the hearing {width}", f"the-bus-{width}"
    number, address = json.loads(newsroom.run(MAKE_POST.format(title=title, slug=slug)))
    reader, window = new_window(javascript=False, width=width), new_window(width=width)
    sign_in(window, editor)
    form = Editor(window)

    window.goto(f"/admin/pages/{number}/edit/")
    window.locator("#id_corrections-ADD").click()
    form.field("corrections-0-text").fill("We wrote nine. The bus leaves at eight.")
    form.publish()
    reader.goto(address)
    notice = reader.locator("#corrections")
    assert "We wrote nine. The bus leaves at eight." in notice.inner_text()

    window.goto(f"/admin/pages/{number}/edit/")
    form.field("is_pinned").check()
    form.publish()
    reader.goto("/news/")
    first = reader.locator("main article").first.inner_text()
    assert title in first
    assert "Pinned" in first
    reader.goto(address)
    assert notice.is_visible()

    form.translate(number, language="Español")
    form.field("title").fill(f"El autobús {width}")
    form.publish()
    reader.goto(address)
    reader.locator(".masthead a[hreflang=es]").click()
    assert reader.locator("html[lang=es] h1").inner_text() == f"El autobús {width}"
    assert reader.locator(".article__topics").inner_text() == "Transporte"
    window.goto(address)
    assert list(objections(window)) == []
