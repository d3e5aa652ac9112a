import pytest

from comments import rendering
from comments.models import Comment
from tests.comments.factories import make_comment
from tests.comments.moderation_queue.desk import decide, read_history, read_queue

LONG_WORD = "ab" * 2_500


@pytest.fixture
def waiting(post):
    return [make_comment(post, name, status="pending", author_name=name) for name in ("Ana", "Bea")]


def test_one_bad_row_never_kills_the_list(waiting, browser, monkeypatch):
    def break_down(html):
        if "Ana" in html:
            raise ValueError("nobody can render this")
        return to_html(html)

    to_html = rendering.from_store
    monkeypatch.setattr(rendering, "from_store", break_down)
    html = read_queue(browser)
    assert html.count("<article") == 2
    assert "This comment cannot be shown: ValueError" in html
    assert f"/{waiting[0].pk}/history/" in html
    assert "Bea</p>" in html
    assert "nobody can render" not in html
    assert "cannot be shown" in read_history(browser, waiting[0])
    decide(browser, waiting[0], "trash")
    assert Comment.objects.get(pk=waiting[0].pk).status == "trashed"


@pytest.mark.parametrize(
    "row",
    [
        {"evidence": {"sign": "links"}},
        {"evidence": "links"},
        {"evidence": [None, 1, ["x"], {"sign": None, "detail": 7}]},
        {"evidence": [{"sign": ["x"], "detail": {"a": 1}}]},
        {"language": "nonsense"},
        {"verdict": "x", "score": float("1e308")},
        {"author_name": "\u202eana\u0000".replace("\u0000", "\u200b")},
        {"removed_by": ""},
    ],
)
def test_a_row_that_holds_something_else_is_shown_or_named(waiting, browser, row):
    Comment.objects.filter(pk=waiting[0].pk).update(**row)
    html = read_queue(browser)
    assert html.count("<article") == 2
    assert "Bea</p>" in html


def test_a_word_without_end_is_whole_on_its_card(post, browser):
    make_comment(post, LONG_WORD, status="pending")
    assert LONG_WORD in read_queue(browser)


def test_a_card_speaks_the_language_of_its_comment(post, browser):
    make_comment(post, "مرحبا", status="pending", language="ar")
    html = read_queue(browser)
    assert 'dir="auto" lang="ar"' in html
    assert "Language: Arabic" in html


@pytest.mark.parametrize(
    ("words", "is_long"),
    [("A story of the county.\n\n" * 40, False), ("n\n\n" * 200, True), ("word " * 5_000, True)],
)
def test_only_what_nobody_sincerely_writes_scrolls_and_a_key_gets_there(
    post, browser, words, is_long
):
    make_comment(post, words, status="pending", author_name="Ana")
    card = read_queue(browser).partition("<article")[2]
    focusable = (
        'moderation-card__body--long" role="group" tabindex="0" aria-label="The words of Ana"'
    )
    assert (focusable in card) is is_long


def test_a_long_comment_that_is_answered_scrolls_within_the_answers_card(post, browser):
    above = make_comment(post, "word " * 200, author_name="Bea")
    make_comment(post, "No.", status="pending", parent=above)
    quote = 'moderation-card__quote" role="group" tabindex="0" aria-label="The words of Bea"'
    assert quote in read_queue(browser)
