import re
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.template import Context, Template
from wagtail.blocks import StreamValue

from blog.blocks import BodyBlock
from blog.models import NewsImage
from tests.blog.images import encoded, plain_picture

Content = tuple[str, Any]


def make_image(**fields: str) -> NewsImage:
    file = ContentFile(encoded(plain_picture(), "JPEG"), "IMG_1234.jpg")
    return NewsImage.objects.create(title="IMG_1234", file=file, **fields)


def image_block(image: NewsImage, *, alt_text: str = "", decorative: bool = False) -> Content:
    chosen = {"image": image.pk, "alt_text": alt_text, "decorative": decorative}
    return ("image", {"image": chosen, "caption": ""})


def render(*contents: Content) -> str:
    block = BodyBlock()
    raw = [{"type": kind, "value": value, "id": str(n)} for n, (kind, value) in enumerate(contents)]
    body: StreamValue = block.to_python(raw)
    template = Template("{% load wagtailcore_tags %}{% include_block body %}")
    return template.render(Context({"body": body}))


def render_embed(url: str) -> str:
    return render(("embed", {"url": url, "caption": "The hearing"}))


def test_paragraph_and_heading_keep_their_words() -> None:
    html = render(("paragraph", "<p>Come and <b>speak</b>.</p>"), ("heading", "Bread & roses"))

    assert "<p>Come and <b>speak</b>.</p>" in html
    assert "Bread &amp; roses</h2>" in html


def test_quote_names_who_said_it() -> None:
    html = render(("quote", {"quote": "We stay.\n\nAll of us.", "attribution": "Ana & Bo"}))

    assert "<p>We stay.</p>" in html
    assert "Ana &amp; Bo</figcaption>" in html


@pytest.mark.django_db
def test_image_says_what_it_shows_and_how_large_it_is() -> None:
    html = render(image_block(make_image(), alt_text="A full hall"))

    assert 'alt="A full hall"' in html
    assert {'width="64"', 'height="48"'} <= set(html.replace(">", " ").split())


@pytest.mark.django_db
def test_image_without_words_of_its_own_is_told_by_its_description() -> None:
    assert 'alt="The hall"' in render(image_block(make_image(description="The hall")))


@pytest.mark.django_db
def test_name_of_an_image_file_is_no_alternative_text() -> None:
    assert 'alt=""' in render(image_block(make_image()))


@pytest.mark.django_db
def test_decorative_image_is_passed_over_in_silence() -> None:
    html = render(image_block(make_image(description="Stars"), alt_text="Stars", decorative=True))

    assert 'alt=""' in html


@pytest.mark.django_db
def test_image_names_its_maker_its_licence_and_its_source() -> None:
    image = make_image(credit="D. Wu", licence="CC BY 4.0", source_url="https://example.org/1")

    html = " ".join(render(image_block(image)).split())

    assert '<a href="https://example.org/1">D. Wu</a>, CC BY 4.0' in html


@pytest.mark.django_db
def test_first_image_is_loaded_at_once_and_the_others_when_they_come_near() -> None:
    html = render(("heading", "Tonight"), image_block(make_image()), image_block(make_image()))

    assert re.findall(r'loading="(\w+)"', html) == ["eager", "lazy"]


@pytest.mark.django_db
def test_image_that_was_deleted_leaves_no_broken_picture() -> None:
    image = make_image()
    block = image_block(image)
    image.delete()

    assert "<figure" not in render(block)


def test_missing_image_tells_its_words_and_sends_nobody_to_the_old_host() -> None:
    block = {"source_url": "http://old.example.com/a.jpg", "alt_text": "The banner"}

    html = render(("missing_image", block))

    assert "The banner" in html
    assert "old.example.com" in html
    assert "http" not in html


def test_missing_image_without_words_still_shows_that_it_is_missing() -> None:
    assert "Image, not brought along" in render(
        ("missing_image", {"source_url": "http://old.example.com/a.jpg", "alt_text": ""})
    )


def test_video_loads_nothing_before_a_click_and_links_for_readers_without_javascript() -> None:
    html = render_embed("https://www.youtube.com/watch?v=abc-DEF_123")

    assert "<iframe" not in html
    assert re.findall(r'src="([^"]*)"', html) == ["/static/js/embed.js"]
    assert 'href="https://www.youtube.com/watch?v=abc-DEF_123"' in html
    assert "Watch on youtube.com" in html


def test_button_that_needs_javascript_is_hidden_without_it() -> None:
    assert re.search(r"<button[^>]* hidden>", render_embed("https://youtu.be/abc-DEF_123"))


def test_address_without_a_player_is_a_plain_link() -> None:
    html = render_embed("https://example.org/talk")

    assert "Open on example.org" in html
    assert "<button" not in html
    assert "<script" not in html


def test_what_is_no_web_address_leaves_no_link() -> None:
    html = render_embed("javascript:alert(1)")

    assert "href" not in html
    assert "javascript" not in html
