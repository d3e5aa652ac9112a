import re
from datetime import UTC, datetime

import pytest

from blog.feeds.entries import entry_of, name_of, with_entries
from blog.models import Correction, PostPage
from operations.feeds import Person
from tests.blog.feeds.pictures import make_image
from tests.pages import label, make_newsroom, make_post, make_translation, paragraph, sign

pytestmark = pytest.mark.django_db

URL = "https://news.example.org/news/bread/"


def entry(**fields):
    return entry_of(make_post(make_newsroom(), **fields), url=URL)


def test_an_entry_has_the_whole_text_and_no_address_in_pieces():
    read = entry(body=[paragraph('<p>See <a href="/about/">us</a> &amp; <b>come</b>.</p>')] * 3)
    words = 'See <a href="https://news.example.org/about/">us</a> &amp; <b>come</b>.'
    assert read.html.count(words) == 3


def test_an_image_comes_with_its_words_from_its_whole_address(stored):
    image = make_image(credit="Ana Ruiz")
    post = make_post(make_newsroom())
    chosen = {"image": image.pk, "alt_text": "A street", "decorative": False}
    raw = {"type": "image", "value": {"image": chosen, "caption": "Main Street"}, "id": "1"}
    post.body = post.body.stream_block.to_python([raw])
    html = entry_of(post, url=URL).html
    assert re.search(r'<img alt="A street" .*src="https://news.example.org/media/images/', html)
    assert all(words in html for words in ("Main Street", "Ana Ruiz"))
    assert "srcset" not in html


def test_a_correction_goes_out_with_the_text():
    post = make_post(make_newsroom())
    Correction.objects.create(
        post=post, text="It was <two>.", corrected_at=datetime(2012, 1, 7, 17, tzinfo=UTC)
    )
    html = entry_of(post, url=URL).html
    assert "<strong>Correction, Saturday, January 7, 2012:</strong> It was &lt;two&gt;." in html


def test_who_wrote_what_about_is_told():
    post = make_post(make_newsroom(), title="Bread & roses")
    sign(post, ["Zoe Wu", "Ana Ruiz"])
    label(post, ["Housing"])
    [post] = with_entries(PostPage.objects.all())
    read = entry_of(post, url=URL)
    assert read.authors == (Person("Zoe Wu"), Person("Ana Ruiz"))
    assert (read.title, read.categories, read.language) == ("Bread & roses", ("Housing",), "en")
    assert (read.summary, read.comments_url) == ("Come and speak.", f"{URL}#comments")


def test_a_title_that_nobody_wrote_is_none():
    assert entry(has_generated_title=True).title == ""


def test_an_entry_was_never_changed_before_it_was_published():
    posted = datetime(2012, 1, 5, tzinfo=UTC)
    assert entry(posted_at=posted, last_published_at=None).updated_at == posted
    assert (
        entry(posted_at=posted, last_published_at=datetime(2011, 1, 1, tzinfo=UTC)).updated_at
        == posted
    )
    later = datetime(2012, 2, 1, tzinfo=UTC)
    assert entry(posted_at=posted, last_published_at=later).updated_at == later


def test_a_name_outlives_a_move_and_is_its_own_in_every_language():
    newsroom = make_newsroom()
    post = make_post(newsroom)
    name = name_of(post)
    post.slug, post.title = "moved", "Other"
    assert name_of(post) == name
    spanish = make_translation(newsroom)
    translated = make_post(spanish, translation_key=post.translation_key)
    assert name_of(translated) != name
