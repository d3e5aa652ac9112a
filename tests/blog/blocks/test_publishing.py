"""What an editor meets in Wagtail's own form: a draft may have gaps, what is published may not."""

import pytest
from django.core.files.base import ContentFile
from wagtail.test.utils.form_data import rich_text, streamfield

from blog.models import NewsImage
from tests.blog.images import encoded, plain_picture
from tests.blog.writing import editor, write_post
from tests.pages import make_newsroom

pytestmark = pytest.mark.django_db


@pytest.fixture
def nameless():
    """An image of which nobody has said who made it and what it shows."""
    file = ContentFile(encoded(plain_picture(), "JPEG"), "IMG_1234.jpg")
    return NewsImage.objects.create(title="IMG_1234", file=file)


def image_block(row, **fields):
    inner = {"image-image": str(row.pk), "image-alt_text": "", "caption": "", "credit": ""}
    return ("image", inner | fields)


def test_a_draft_is_saved_without_credit_and_alternative_text(nameless):
    post, answer = write_post(
        editor(), make_newsroom(), title="A", body=[image_block(nameless)], publish=False
    )
    assert post is not None, answer
    assert (post.live, post.body[0].value["image"].pk) == (False, nameless.pk)


def test_publishing_is_stopped_for_a_missing_credit_and_says_so(nameless):
    body = [image_block(nameless, **{"image-alt_text": "A hall"})]
    post, answer = write_post(editor(), make_newsroom(), title="A", body=body)
    assert post is None
    assert "Say who made this image before it is published." in answer


def test_publishing_is_stopped_for_missing_alternative_text(nameless):
    body = [image_block(nameless, credit="Ana Ruiz")]
    post, answer = write_post(editor(), make_newsroom(), title="A", body=body)
    assert post is None
    assert "add some alt text" in answer


def test_a_decorative_image_needs_no_words(nameless):
    body = [image_block(nameless, credit="Ana Ruiz", **{"image-decorative": "on"})]
    post, answer = write_post(editor(), make_newsroom(), title="A", body=body)
    assert post is not None, answer
    assert post.live


def test_every_block_of_words_is_written_and_published(client):
    point = rich_text("<p>One</p>")
    action = {
        "kind": "call",
        "title": "Call the sheriff",
        "text": rich_text("<p>Now.</p>"),
        "url": "",
        "phone": "+1 212 555 0100",
        "email": "",
        "script": "",
        "button": "",
    }
    table = {
        "table-caption": "Votes",
        "table-column-count": "1",
        "table-column-0-type": "number",
        "table-column-0-order": "0",
        "table-column-0-heading": "For",
        "table-column-0-deleted": "",
        "table-row-count": "1",
        "table-row-0-order": "0",
        "table-row-0-deleted": "",
        "table-cell-0-0": "7",
        "has_row_headings": "",
    }
    body = [
        ("paragraph", rich_text("<p>So it is.[1]</p>")),
        ("heading", "Why"),
        ("quote", {"quote": "We stay.", "attribution": "Ana Ruiz"}),
        ("points", {"look": "numbers", "points": streamfield([("item", point)])}),
        ("table", table),
        ("facts", {"title": "Known", "text": rich_text("<p>Much.</p>")}),
        ("action", action),
        ("embed", {"url": "https://vimeo.com/76979871", "caption": ""}),
        ("footnotes", {"notes": streamfield([("item", rich_text("<p>Minutes.</p>"))])}),
    ]
    post, answer = write_post(editor(), make_newsroom(), title="A", body=body)
    assert post is not None, answer
    html = client.get(post.url).content.decode()
    for words in ("doc-noteref", 'id="h-why"', "We stay.", "<ol", "Votes", "Known", "tel:+1212"):
        assert words in html
    assert html.count("Minutes.") == 1
