import pytest

from comments.rendering import second_wall
from comments.rendering.second_wall import SanitiserPanicked, keeps_link, last_clean


def test_last_clean_alone_holds_the_policy():
    html = (
        '<p class="x" title="y" lang="z">a<script>b</script><b>c</b></p>'
        '<a href="/x">d</a><ol start="3" reversed><li>e</li></ol><svg><path/></svg>'
        '<a href="https://news.example/" target="_blank" onclick="f">g</a>'
        '<a href="ftp://news.example/">h</a>'
    )

    assert last_clean(html) == (
        '<p>ac</p><a rel="nofollow ugc noopener">d</a><ol start="3"><li>e</li></ol>'
        '<a href="https://news.example/" rel="nofollow ugc noopener">g</a>'
        '<a rel="nofollow ugc noopener">h</a>'
    )


@pytest.mark.parametrize(
    ("href", "kept"),
    [
        ("https://news.example/?a=1&b=\"'<", True),
        ("mailto:ann@news.example", True),
        ("http://256.256.256.256/", False),
        ("http://xn--a/", False),
        ("javascript:alert(1)", False),
        ("/local", False),
    ],
)
def test_it_is_known_beforehand_which_links_stay(href, kept):
    assert keeps_link(href) is kept


class PanicException(BaseException):
    """What a failure inside Rust looks like from here."""


class Failing:
    def __init__(self, error):
        self.error = error

    def clean(self, html):
        raise self.error


def test_failure_inside_the_sanitiser_is_an_ordinary_error():
    with pytest.raises(SanitiserPanicked):
        second_wall.run(Failing(PanicException()), "x")


def test_a_signal_to_stop_is_not_taken_for_a_failure():
    with pytest.raises(KeyboardInterrupt):
        second_wall.run(Failing(KeyboardInterrupt()), "x")
