import pytest

from comments import threads
from comments.states import CommentStatus
from comments.threads.telling import TOLD
from tests.comments.factories import SAID_AT, make_comment
from tests.schema_org import blocks_of, of_kind, things_in

URL = "http://testserver/news/the-county-votes/"


def tell(post):
    return threads.told(threads.visible_thread(post), url=URL)


def test_a_comment_is_told_as_schema_org_defines_one(post):
    comment = make_comment(post, "I will **come** & <sing>.", author_name="Ana", language="es")
    [work] = things_in([tell(post)])
    assert work == {
        "@id": f"{URL}#article",
        "@type": "CreativeWork",
        "commentCount": 1,
        "comment": [
            {
                "@type": "Comment",
                "@id": f"{URL}#comment-{comment.pk}",
                "url": f"{URL}#comment-{comment.pk}",
                "text": "I will come & <sing>.",
                "author": {"@type": "Person", "name": "Ana"},
                "datePublished": "2012-01-06T07:00:00-05:00",
                "inLanguage": "es",
            }
        ],
    }


def test_answers_are_told_in_the_order_of_the_page(post):
    first = make_comment(post, "One", created_at=SAID_AT)
    second = make_comment(post, "Three", created_at=SAID_AT.replace(hour=14))
    make_comment(post, "Two", parent=first, created_at=SAID_AT.replace(hour=15))
    make_comment(post, "Four", parent=second, created_at=SAID_AT.replace(hour=13))
    assert [each["text"] for each in tell(post)["comment"]] == ["One", "Two", "Three", "Four"]


@pytest.mark.parametrize("state", [s for s in CommentStatus if s != CommentStatus.PUBLISHED])
def test_only_public_words_are_told(post, state):
    held = make_comment(post, "Secret words", status=state, author_name="Nobody")
    make_comment(post, "I agree", parent=held)
    assert [each["text"] for each in tell(post)["comment"]] == ["I agree"]
    assert "Secret" not in repr(tell(post))


def test_a_long_thread_is_counted_and_told_in_part(post):
    for number in range(TOLD + 1):
        make_comment(post, f"Word {number}")
    assert (tell(post)["commentCount"], len(tell(post)["comment"])) == (TOLD + 1, TOLD)


def test_of_a_thread_without_comments_nothing_is_told(post):
    assert tell(post) == {}


def test_a_search_engine_finds_the_comments_of_the_article(client, post):
    make_comment(post, "</script><script>alert(1)</script>")
    page = client.get(post.url).content
    things = things_in(blocks_of(page))
    [article], [work] = of_kind("NewsArticle", things), of_kind("CreativeWork", things)
    assert (article["@id"], work["commentCount"]) == (work["@id"], 1)
    assert b"<script>alert" not in page
