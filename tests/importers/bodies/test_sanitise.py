import pytest

from importers.bodies.sanitise import plain_text, removed_elements, sanitise


@pytest.mark.parametrize(
    ("html", "clean"),
    [
        ("<p onclick=x() class=c style='color:red'>a</p>", "<p>a</p>"),
        ("a<script>alert(1)</script><style>p{}</style>b", "ab"),
        ("<a href='javascript:alert(1)'>a</a>", "<a>a</a>"),
        ("<a name='more' class=c>a</a>", '<a name="more">a</a>'),
        ("<a href='data:text/html,x'>a</a>", "<a>a</a>"),
        ("<iframe src='vbscript:x' srcdoc='<b>'></iframe>", "<iframe></iframe>"),
        ("<svg onload=x()><b>a</b></svg>", "<b>a</b>"),
        ("<form><input><button>a</button></form>", "a"),
        ("<font size=7><u>a</u></font>", "a"),
        ("<!-- words --><b>a</b>", "<b>a</b>"),
    ],
)
def test_what_a_body_is_not_made_of_is_taken_out(html: str, clean: str) -> None:
    assert sanitise(html) == clean


def test_a_picture_may_be_written_out() -> None:
    assert "data:image/png;base64,AAAA" in sanitise("<img src='data:image/png;base64,AAAA'>")


def test_removed_elements_are_counted() -> None:
    html = "<SCRIPT>x</SCRIPT><script></script><p><font>a</font></p>"
    assert removed_elements(html) == {"script": 2, "font": 1}


def test_plain_text_keeps_lines_apart_and_words_together() -> None:
    html = "<h2>A</h2>b<br/>c<b>d</b> &amp; &lt;e&gt;<script>x</script>"
    assert plain_text(html) == "A b cd & <e>"
