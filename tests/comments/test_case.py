from comments import rendering
from tests.comments.factories import make_case


def test_the_words_are_rendered_once(post, monkeypatch):
    case = make_case(post, "Come *early*")
    first = case.rendered
    monkeypatch.setattr(rendering, "render", lambda body: 1 / 0)
    assert case.rendered is first
    assert "<em>early</em>" in first.html
