"""News by mail: asked for, confirmed, sent when a post appears, ended; with real mails."""

from urllib.request import Request, urlopen

import pytest

from tests import sampling
from tests.browser.reader_steps import (
    FRONT_PAGES,
    WAYS,
    Way,
    assert_speaks,
    link_in,
    mails_to,
    press,
)
from tests.browser.writing import objections

pytestmark = pytest.mark.browser

HALF_OF_THE_WAYS = [
    Way(javascript=True, width=390, language="es"),
    Way(javascript=False, width=1280, language="en"),
]
ASK = "main form .button--primary"
END = "button[name=wanted][value=stop]"
LINKS = {"en": "/subscribe/mail/", "es": "/es/subscribe/mail/"}
# A post that appeared ten minutes ago, after its readers had confirmed.
PUBLISH = """
from datetime import timedelta
from django.db.models import F
from blog.models import *
index = BlogIndexPage.objects.get(locale__language_code="{language}")
post = index.add_child(instance=PostPage(title="{title}", slug="news-{language}", live=False,
                                         locale=index.locale))
post.save_revision().publish()
Subscriber.objects.update(told_until=F("told_until") - timedelta(hours=1))
NewsToSend.objects.update(appeared_at=F("appeared_at") - timedelta(minutes=10))
"""
TAKE_AWAY = """
from blog.models import PostPage
for post in PostPage.objects.filter(slug__startswith="news-"):
    post.delete()
"""


@pytest.fixture
def ways(newsroom):
    yield sampling.of(WAYS, sample=HALF_OF_THE_WAYS)
    newsroom.run(TAKE_AWAY)


def address_of(way):
    return f"news-{way}@example.org"


def ask(reader, way):
    """From the foot of the front page to the question in the mailbox."""
    reader.goto(FRONT_PAGES[way.language])
    press(reader, "footer a[href$='/subscribe/']")
    assert_speaks(reader, way)
    reader.locator("main select").last.select_option("weekly")
    reader.locator("main input[name=email]").fill("no address")
    assert press(reader, ASK).status == 422
    assert reader.locator("main select").last.input_value() == "weekly"
    assert reader.locator("main input[name=email]").input_value() == "no address"
    assert_speaks(reader, way)
    reader.locator("main select").last.select_option("each")
    reader.locator("main input[name=email]").fill(address_of(way))
    press(reader, ASK)
    assert reader.locator("main [role=status]").is_visible()
    assert_speaks(reader, way)


def test_news_is_asked_for_confirmed_sent_and_ended(newsroom, new_reader, mailboxes, ways):
    readers = {way: new_reader(way) for way in ways}
    for way, reader in readers.items():
        ask(reader, way)
    for way, reader in readers.items():
        (question,) = mails_to(mailboxes, address_of(way), number=1)
        reader.goto(link_in(question, part=LINKS[way.language]))
        assert_speaks(reader, way)
        press(reader, ASK)
        assert reader.locator(END).is_visible()

    for language in {way.language for way in ways}:
        newsroom.run(PUBLISH.format(language=language, title=f"Snapdragon {language}"))
    for way, reader in readers.items():
        _question, news = mails_to(mailboxes, address_of(way), number=2)
        assert news.message["Subject"] == f"Snapdragon {way.language}"
        reader.goto(link_in(news, part="/p/"))
        assert reader.locator("h1").inner_text() == f"Snapdragon {way.language}"
        end(newsroom, reader, news, way)


def end(newsroom, reader, news, way):
    """By the link without JavaScript, by the mail program's own button with it; once is enough."""
    reader.goto(link_in(news, part=LINKS[way.language]))
    assert_speaks(reader, way)
    if way.javascript:
        address = news.message["List-Unsubscribe"].strip(" <>")
        data = news.message["List-Unsubscribe-Post"].encode()
        with urlopen(Request(address, data)) as answer:  # noqa: S310  (loopback only)
            assert answer.status == 200
    else:
        press(reader, END)
        assert_speaks(reader, way)
    reader.goto(link_in(news, part=LINKS[way.language]))
    assert reader.locator(END).count() == 0


@pytest.mark.looks
@pytest.mark.parametrize("language", sampling.of(["en", "es"], sample=["es"]))
def test_every_page_of_it_is_accessible(new_window, mailboxes, language):
    window, found, address = new_window(), [], f"screens-of-news-{language}@example.org"

    def look(page):
        found.extend(f"{page}: {one}" for one in objections(window))

    window.goto(FRONT_PAGES[language])
    press(window, "footer a[href$='/subscribe/']")
    look("form")
    press(window, ASK)
    look("form with an error")
    window.locator("main input[name=email]").fill(address)
    press(window, ASK)
    look("asked")
    (question,) = mails_to(mailboxes, address, number=1)
    window.goto(link_in(question, part=LINKS[language]))
    look("confirm")
    press(window, ASK)
    look("manage")
    press(window, END)
    look("ended")
    window.goto(f"{LINKS[language]}forged/")
    look("a link that leads nowhere")
    assert found == []
