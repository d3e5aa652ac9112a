from comments.scrutiny.text import could_not_be_rendered
from comments.spam import Evidence, Sign
from tests.comments.factories import make_case


def test_words_that_become_html_are_no_doubt(post):
    assert could_not_be_rendered(make_case(post)) is None


def test_words_that_do_not_are(post, monkeypatch, caplog):
    monkeypatch.setattr("comments.rendering.pipeline.parse", lambda text: 1 / 0)
    assert could_not_be_rendered(make_case(post)) == Evidence(Sign.RENDERING)
