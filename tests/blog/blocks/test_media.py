from types import SimpleNamespace

import pytest
from django.core.files.base import ContentFile
from wagtail.blocks.stream_block import StreamBlockValidationError

from blog.models import NewsDocument
from tests.blog.blocks.showing import BODY, body_of, faults, saves_as_draft, shown, words
from tests.blog.feeds.pictures import make_image, make_lost_image

pytestmark = pytest.mark.django_db

PREVIEW = SimpleNamespace(is_preview=True)


def image(row, *, alt_text="A hall", decorative=False, **fields):
    chosen = {"image": row.pk, "alt_text": alt_text, "decorative": decorative}
    return {"image": chosen, "caption": "", "credit": ""} | fields


def make_document():
    return NewsDocument.objects.create(
        title="Rights", file=ContentFile(b"x" * 2048, "rights.pdf"), file_size=2048
    )


def test_an_image_without_a_credit_is_not_published():
    assert list(faults("image", image(make_image()))) == ["credit"]


def test_the_credit_may_stand_at_the_image_or_in_the_post():
    assert faults("image", image(make_image(credit="D. Wu"))) == {}
    assert faults("image", image(make_image(), credit="Ana Ruiz")) == {}


def test_an_image_without_words_for_it_is_not_published_unless_it_is_decorative():
    row = make_image(credit="D. Wu")
    assert list(faults("image", image(row, alt_text=""))) == ["image"]
    assert faults("image", image(row, alt_text="", decorative=True)) == {}


def test_a_draft_is_saved_without_credit_words_and_image():
    assert saves_as_draft(
        ("image", image(make_image(), alt_text="")),
        ("image", {"image": {"image": None}, "caption": "", "credit": ""}),
        ("gallery", {"title": "", "images": [image(make_image(), alt_text="")]}),
    )


def test_the_credit_of_the_post_goes_before_that_of_the_image():
    html = shown(("image", image(make_image(credit="D. Wu"), credit="Ana Ruiz")))
    assert "Ana Ruiz" in html
    assert "D. Wu" not in html


def test_an_image_that_was_written_before_there_was_a_credit_is_shown():
    old = {"image": {"image": make_image(credit="D. Wu").pk, "alt_text": "", "decorative": False}}
    assert "D. Wu" in shown(("image", old))


def test_a_gallery_shows_each_image_with_its_credit():
    first, second = make_image(credit="D. Wu"), make_image()
    images = [image(first), image(second, credit="Ana Ruiz", caption="Late")]
    html = shown(("gallery", {"title": "The evening", "images": images}))
    assert html.count("<figure") == 2
    assert html.count('loading="lazy"') == 2
    assert words(html).split("The evening ")[1] == "D. Wu Late Ana Ruiz"


def test_an_image_whose_file_is_lost_is_no_figure_with_a_hole(stored):
    lost = image(make_lost_image(credit="D. Wu"), caption="Late")
    assert words(shown(("image", lost))) == ""
    html = shown(("gallery", {"title": "", "images": [lost, image(make_image(credit="D. Wu"))]}))
    assert html.count("<figure") == html.count("<li") == 1


def test_a_preview_says_that_the_file_of_an_image_is_lost(stored):
    lost = image(make_lost_image(credit="D. Wu"))
    assert "is lost" in shown(("image", lost), request=PREVIEW)
    gallery = {"title": "", "images": [lost, image(make_image(credit="D. Wu"))]}
    assert shown(("gallery", gallery), request=PREVIEW).count("is lost") == 1
    unchosen = {"image": {"image": None}, "caption": "", "credit": ""}
    assert "is lost" not in shown(("image", unchosen), request=PREVIEW)


def test_a_gallery_has_two_images_each_with_its_credit():
    row = make_image(credit="D. Wu")
    assert list(faults("gallery", {"title": "", "images": [image(row)]})) == ["images"]
    unnamed = {"title": "", "images": [image(row), image(make_image())]}
    assert "Say who made" in faults("gallery", unnamed)["images"]
    assert faults("gallery", {"title": "", "images": [image(row)] * 2}) == {}


def test_a_document_shows_its_kind_and_size():
    row = make_document()
    html = shown(("document", {"document": row.pk, "title": "", "text": "Print it."}))
    assert f'href="{row.url}">Rights</a>' in html
    assert "Rights PDF, 2.0" in words(html)
    assert words(html).endswith("Print it.")


def test_a_document_that_was_deleted_leaves_no_broken_link():
    row = make_document()
    block = ("document", {"document": row.pk, "title": "Rights", "text": ""})
    row.delete()
    assert "href" not in shown(block)


def test_a_body_with_a_fault_in_any_block_is_not_published():
    with pytest.raises(StreamBlockValidationError):
        BODY.clean(body_of(("image", image(make_image()))))
