import pytest

from importers.bodies.blocks import Block
from importers.bodies.images import OldImage
from importers.bodies.inline import Mark
from importers.bodies.reader import read_body


class Around:
    """Everything is a link, a missing picture, or a frame of its own address."""

    def __init__(self) -> None:
        self.losses: list[str] = []

    def link(self, href: str) -> Mark | None:
        return Mark("a", f' href="{href}"') if href.startswith("http") else None

    def image(self, image: OldImage) -> Block | None:
        return Block("image", {"url": image.url}) if image.url else None

    def frame(self, url: str) -> Block | str:
        return Block("embed", url) if "film" in url else url.removeprefix("bad:")

    def lost(self, what: str) -> None:
        self.losses.append(what)


def read(html: str) -> list[tuple[str, object]]:
    return [(block.type, block.value) for block in read_body(html, Around())]


def text(html: str) -> str:
    [(kind, value)] = read(html)
    assert kind == "paragraph"
    return str(value)


def losses(html: str) -> list[str]:
    around = Around()
    read_body(html, around)
    return around.losses


@pytest.mark.parametrize(
    ("html", "rich_text"),
    [
        ("one<br /><br />two<br/>three", "<p>one</p><p>two<br/>three</p>"),
        ("a<div>b<div>c</div>d</div>e", "<p>a</p><p>b</p><p>c</p><p>d</p><p>e</p>"),
        ("<p><strong>a</strong> <em>b</em></p>", "<p><b>a</b> <i>b</i></p>"),
        ("<b>a<p>b</p></b>", "<p><b>a</b></p><p><b>b</b></p>"),
        ('<span style="font-style: italic; color: red">a</span>', "<p><i>a</i></p>"),
        ('<span style="font-weight:bold">a</span>', "<p><b>a</b></p>"),
        ("<a href='http://x.example'>a</a>", '<p><a href="http://x.example">a</a></p>'),
        ("<a href='javascript:x'>a</a><a name='more'></a>", "<p>a</p>"),
        (
            "<blockquote>a<br><br>b</blockquote>c",
            "<blockquote>a</blockquote><blockquote>b</blockquote><p>c</p>",
        ),
        ("a<hr>b", "<p>a</p><hr/><p>b</p>"),
        ("<center>a</center><font>b</font>", "<p>a</p><p>b</p>"),
        ("<pre>a\n  b\n\nc</pre>", "<p>a<br/>\u00a0\u00a0b</p><p>c</p>"),
        ("a &lt;b&gt; &amp;amp;", "<p>a &lt;b&gt; &amp;amp;</p>"),
        ("<b><b>a</b></b>", "<p><b>a</b></p>"),
    ],
)
def test_lines_become_paragraphs_of_rich_text(html: str, rich_text: str) -> None:
    assert text(html) == rich_text


def test_lists_keep_their_shape() -> None:
    html = "<ul><br/><li>a<p>b</p><ul><li>c</li></ul></li></ul>"
    assert text(html) == "<ul><li>a<br/>b<ul><li>c</li></ul></li></ul>"


def test_an_item_outside_a_list_is_a_line() -> None:
    assert text("<li>a</li>b") == "<p>a</p><p>b</p>"


def test_a_picture_within_a_list_follows_the_list() -> None:
    html = "<ol><li>a<img src='http://x.example/a.jpg'><hr></li><li>b</li></ol>c"
    assert read(html) == [
        ("paragraph", "<ol><li>a</li><li>b</li></ol>"),
        ("image", {"url": "http://x.example/a.jpg"}),
        ("paragraph", "<hr/><p>c</p>"),
    ]


def test_headings_are_blocks_of_words() -> None:
    html = "a<h2>B <b>c</b><br>d</h2><h3> </h3>e"
    assert read(html) == [
        ("paragraph", "<p>a</p>"),
        ("heading", "B c d"),
        ("paragraph", "<p>e</p>"),
    ]


def test_a_heading_with_a_link_stays_rich_text() -> None:
    html = "<h3><b><a href='http://x.example'>a</a></b></h3>"
    assert text(html) == '<p><b><a href="http://x.example">a</a></b></p>'


def test_a_heading_within_a_list_is_a_bold_line() -> None:
    assert text("<ul><li><h3>a</h3>b</li></ul>") == "<ul><li><b>a</b><br/>b</li></ul>"


def test_a_thumbnail_collapses_into_the_larger_picture() -> None:
    html = "<a href='http://x.example/s1600/a.JPG'><img src='http://x.example/s400/a.JPG'></a>"
    assert read(html) == [("image", {"url": "http://x.example/s1600/a.JPG"})]
    assert losses(html) == []


def test_a_link_around_a_picture_that_leads_elsewhere_is_reported() -> None:
    html = "<a href='http://x.example/'><img src='http://x.example/a.jpg'></a>"
    assert losses(html) == ["the link around a picture: http://x.example/"]


def test_pictures_of_one_pixel_are_dropped_and_reported() -> None:
    assert losses("<img src='http://spy.example/p.gif' width=1 height=1>") == [
        "a picture of one pixel"
    ]
    assert read("<img src='http://spy.example/p.gif' width=1 height=1>") == []


def test_a_picture_without_anything_to_show_leaves_nothing() -> None:
    assert read("a<img alt='b'>c") == [("paragraph", "<p>a</p><p>c</p>")]


def test_a_caption_of_the_old_editor_goes_to_its_picture() -> None:
    html = (
        "<table class=tr-caption-container><tr><td><img src='http://x.example/a.jpg'></td></tr>"
        "<tr><td class=tr-caption>Noon</td></tr></table>"
    )
    assert read(html) == [("image", {"url": "http://x.example/a.jpg", "caption": "Noon"})]
    figure = "<figure><img src='http://x.example/a.jpg'><figcaption>Noon</figcaption></figure>"
    assert read(figure) == read(html)


def test_a_caption_with_a_link_keeps_it_below_the_picture() -> None:
    html = (
        "<figure><img src='http://x.example/a.jpg'>"
        "<figcaption><a href='http://y.example'>Ana</a></figcaption></figure>"
    )
    assert read(html)[1] == ("paragraph", '<p><a href="http://y.example">Ana</a></p>')


def test_a_table_becomes_lines_and_is_reported() -> None:
    html = "<table><tr><td>1</td><td>2</td></tr><tr><th>3</th><td><p>4</p></td></tr></table>"
    assert text(html) == "<p>1 | 2</p><p>3 |</p><p>4</p>"
    assert losses(html) == ["table"]


def test_frames_are_embeds_or_links_and_an_object_is_shown_once() -> None:
    html = (
        "<object data='http://x.example/film'><param name=movie>"
        "<embed src='http://x.example/film'></object>"
        "<iframe src='http://y.example/map'>no frames</iframe><iframe src='bad:'></iframe>"
    )
    link = '<p><a href="http://y.example/map">http://y.example/map</a></p>'
    assert read(html) == [("embed", "http://x.example/film"), ("paragraph", link)]


def test_words_behind_a_film_are_kept() -> None:
    assert read("<object><embed src='http://x.example/film'></object>tail")[1] == (
        "paragraph",
        "<p>tail</p>",
    )


@pytest.mark.parametrize("element", ["div", "b", "ul><li", "blockquote", "span"])
def test_depth_loses_no_words(element: str) -> None:
    assert "words" in text(f"<{element}>" * 2_000 + "words")


def test_every_word_comes_out_in_order() -> None:
    words = [f"w{number}" for number in range(40)]
    tags = ["<p>", "<b>", "</p>", "<ul><li>", "</ul>", "<h2>", "<td>", "<br>", "<i>", "</div>"]
    html = "".join(f"{word} {tags[n % len(tags)]}" for n, word in enumerate(words))
    told = " ".join(str(value) for _kind, value in read(html))
    positions = [told.find(word) for word in words]
    assert -1 not in positions
    assert positions == sorted(positions)
