import pytest

from operations.feeds import absolute

BASE = "https://news.example.org/news/bread/"


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ('<a href="/about/">x</a>', '<a href="https://news.example.org/about/">x</a>'),
        ('<a href="#note-1">1</a>', f'<a href="{BASE}#note-1">1</a>'),
        ('<a href="?p=2">1</a>', f'<a href="{BASE}?p=2">1</a>'),
        ('<a href="https://a.example/?a=1&amp;b=2">x</a>',) * 2,
        ('<a href="mailto:a@example.org">x</a>',) * 2,
        ('<a href="javascript:alert(1)">x</a>', "<a>x</a>"),
        ('<a href="magnet:?xt=1">x</a>', "<a>x</a>"),
        (
            '<img src="/media/a.jpg" alt="A &quot;b&quot;" loading="lazy" class="f" width="9">',
            '<img src="https://news.example.org/media/a.jpg" alt="A &quot;b&quot;" width="9">',
        ),
        (
            '<picture><source srcset="/a.webp"><img src="/a.jpg" srcset="/b.jpg" alt=""></picture>',
            '<img src="https://news.example.org/a.jpg" alt="">',
        ),
        (
            '<p class="x" style="color:red" onclick="y()" data-a="1" lang="es">z</p>',
            '<p lang="es">z</p>',
        ),
        ("<script>x()</script><style>a{}</style><p>z</p>", "<p>z</p>"),
        ("<button hidden>Play</button><iframe src='//x'>y</iframe><svg><path/></svg>", ""),
        ("<form><select><option>a</option></select><textarea>b</textarea></form>", ""),
        ('<th scope="col" colspan="2">a</th>', "a"),
        (
            '<table><tbody><tr><th scope="col">a</th></tr></tbody></table>',
            '<table><tbody><tr><th scope="col">a</th></tr></tbody></table>',
        ),
    ],
)
def test_any_program_can_show_what_is_left(written, read):
    assert absolute(written, base=BASE) == read


def test_making_it_whole_twice_changes_nothing():
    once = absolute('<p>a &lt;b&gt; &amp;amp; <a href="/x/">c</a></p>', base=BASE)
    assert absolute(once, base="https://elsewhere.example/") == once
