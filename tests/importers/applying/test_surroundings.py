import base64
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from blog.models import NewsImage, PostPage
from importers.models import ImportRecord
from tests.importers.importing import HOST, blogger_export, post, run, write
from tests.pages import Newsroom

IMG = (
    "<a href='http://b.example/-x/s1600/p.jpg'>"
    "<img src='http://b.example/-x/s400/p.jpg' alt='Noon'></a>"
)


def picture(colour: str = "red", kind: str = "JPEG") -> bytes:
    target = BytesIO()
    Image.new("RGB", (8, 6), colour).save(target, kind)
    return target.getvalue()


@pytest.fixture
def folder(newsroom: Newsroom, tmp_path: Path) -> Path:
    (tmp_path / "media").mkdir()
    return tmp_path


def bring(folder: Path, *entries: str, with_media: bool = True, **options: Any) -> dict[str, Any]:
    media = (folder / "media",) if with_media else ()
    return run(write(folder, blogger_export(*entries)), media=media, **options)


def blocks(title: str = "Rally") -> list[dict[str, Any]]:
    return list(PostPage.objects.get(title=title).body.raw_data)


def put(folder: Path, name: str = "p.jpg", content: bytes | None = None) -> None:
    (folder / "media" / name).write_bytes(content or picture())


def test_a_picture_that_came_along_is_in_the_library_and_on_the_page(folder: Path) -> None:
    put(folder)
    report = bring(folder, post(101, "Rally", IMG))
    image = NewsImage.objects.get()
    assert (image.title, image.description) == ("p.jpg", "Noon")
    assert blocks()[0]["value"] == {
        "image": {"image": image.pk, "decorative": False, "alt_text": "Noon"},
        "caption": "",
    }
    assert report["kinds"]["media"]["created"] == 1


def test_a_picture_that_did_not_come_along_leaves_a_marked_place(folder: Path) -> None:
    report = bring(folder, post(101, "Rally", IMG))
    url = "http://b.example/-x/s1600/p.jpg"
    assert blocks()[0]["value"] == {"source_url": url, "alt_text": "Noon"}
    assert report["lists"]["media_missing"] == [f"post 101: {url}"]
    assert report["kinds"]["media"]["skipped"] == 1


def test_one_picture_in_two_posts_is_one_in_the_library(folder: Path) -> None:
    put(folder)
    bring(folder, post(101, "A", IMG), post(102, "B", IMG))
    assert NewsImage.objects.count() == 1
    bring(folder, post(103, "C", IMG))
    assert NewsImage.objects.count() == 1
    assert blocks("C")[0]["value"]["image"]["image"] == NewsImage.objects.get().pk


def test_pictures_that_come_later_fill_their_places_once(folder: Path) -> None:
    other = "<img src='http://b.example/q.jpg'>"
    bring(folder, post(101, "Rally", IMG + other), with_media=False)
    put(folder)
    report = bring(folder, post(101, "Rally", IMG + other))
    assert report["kinds"]["post"]["updated"] == 1
    assert [block["type"] for block in blocks()] == ["image", "missing_image"]
    again = bring(folder, post(101, "Rally", IMG + other))
    assert (again["kinds"]["post"]["updated"], again["kinds"]["post"]["unchanged"]) == (0, 1)


@pytest.mark.parametrize("is_rehearsal", [True, False])
def test_a_file_that_is_no_picture_is_reported_and_its_place_marked(
    folder: Path, is_rehearsal: bool
) -> None:
    put(folder, content=b"<svg xmlns='http://www.w3.org/2000/svg'/>")
    report = bring(folder, post(101, "Rally", IMG), is_rehearsal=is_rehearsal)
    assert report["lists"]["media_refused"] == ["post 101: http://b.example/-x/s1600/p.jpg"]
    assert report["kinds"]["media"]["failed"] == 1
    assert not NewsImage.objects.exists()


def test_ambiguous_pictures_are_reported(folder: Path) -> None:
    put(folder, "p.jpg", picture("red"))
    put(folder, "p(1).jpg", picture("blue"))
    report = bring(folder, post(101, "Rally", IMG))
    assert report["lists"]["media_ambiguous"] == ["post 101: http://b.example/-x/s1600/p.jpg"]
    assert blocks()[0]["type"] == "missing_image"


def test_a_picture_written_into_the_body_becomes_a_file(folder: Path) -> None:
    data = base64.b64encode(picture(kind="PNG")).decode()
    report = bring(folder, post(101, "Rally", f"<img src='data:image/png;base64,{data}' alt='x'>"))
    assert blocks()[0]["type"] == "image"
    assert NewsImage.objects.get().title == "image"
    assert data not in str(report)


@pytest.mark.parametrize(
    "src",
    [
        "data:image/png;base64,A",
        "data:image/png;base64,!",
        "data:image/svg+xml;base64,PHN2Zz4=",
        "data:text/html,x",
        "",
    ],
)
def test_a_broken_picture_leaves_nothing_to_load(folder: Path, src: str) -> None:
    bring(folder, post(101, "Rally", f"<p>a</p><img src='{src}'>"))
    assert [block["type"] for block in blocks()] == ["paragraph"]


def test_a_rehearsal_takes_no_picture(folder: Path) -> None:
    put(folder)
    rehearsal = bring(folder, post(101, "Rally", IMG), is_rehearsal=True)
    assert not NewsImage.objects.exists()
    assert rehearsal | {"dry_run": False} == bring(folder, post(101, "Rally", IMG))


def test_links_between_posts_hold_in_both_directions(folder: Path, client: Any) -> None:
    bring(
        folder,
        post(101, "First", f"<a href='{HOST}/2012/01/post-102.html'>on</a>"),
        post(102, "Second", f"<a href='{HOST}/2012/01/post-101.html#c301'>back</a>"),
    )
    first, second = PostPage.objects.get(title="First"), PostPage.objects.get(title="Second")
    assert f'<a linktype="page" id="{second.pk}">on</a>' in blocks("First")[0]["value"]
    assert f'<a href="{first.url}#c301">back</a>' in blocks("Second")[0]["value"]


def test_a_link_to_a_post_of_an_earlier_import_finds_it(folder: Path) -> None:
    bring(folder, post(101, "First"))
    bring(folder, post(102, "Second", f"<a href='{HOST}/2012/01/post-101.html'>a</a>"))
    assert f'id="{PostPage.objects.get(title="First").pk}"' in blocks("Second")[0]["value"]


def test_a_link_to_a_post_that_is_not_here_is_kept_and_reported(folder: Path) -> None:
    gone = f"{HOST}/2009/01/gone.html"
    report = bring(folder, post(101, "Rally", f"<a href='{gone}'>a</a>"))
    assert f'href="{gone}"' in blocks()[0]["value"]
    assert report["lists"]["links_to_posts_not_here"] == [f"post 101: {gone}"]


@pytest.mark.parametrize(
    ("source", "page"),
    [
        (
            "//www.youtube.com/embed/abcdefghijk?rel=0",
            "https://www.youtube.com/watch?v=abcdefghijk",
        ),
        (
            "http://www.youtube.com/v/abcdefghijk&hl=en",
            "https://www.youtube.com/watch?v=abcdefghijk",
        ),
        ("https://player.vimeo.com/video/123456", "https://vimeo.com/123456"),
    ],
)
def test_films_of_known_hosts_become_embeds(folder: Path, source: str, page: str) -> None:
    bring(folder, post(101, "Rally", f"<iframe src='{source}'></iframe>"))
    assert blocks()[0]["value"] == {"url": page, "caption": ""}


def test_other_frames_become_links_and_are_reported(folder: Path) -> None:
    report = bring(folder, post(101, "Rally", "<iframe src='http://map.example/x'></iframe>"))
    assert "http://map.example/x" in blocks()[0]["value"]
    assert report["lists"]["frames_as_links"] == ["post 101: http://map.example/x"]


def test_a_frame_without_a_web_address_leaves_nothing(folder: Path) -> None:
    bring(folder, post(101, "Rally", "a<iframe src='about:blank'></iframe>"))
    assert [block["value"] for block in blocks()] == ["<p>a</p>"]


def test_the_ledger_knows_pictures_by_their_content(folder: Path) -> None:
    put(folder)
    bring(folder, post(101, "Rally", IMG))
    record = ImportRecord.objects.get(kind="media")
    assert len(record.source_id) == 64
    assert record.target_id == NewsImage.objects.get().pk


@pytest.mark.parametrize("href", ["ftp://x.example/", "javascript:x", "http://x:y/"])
def test_a_link_that_is_lost_is_reported(folder: Path, href: str) -> None:
    report = bring(folder, post(101, "Rally", f"<a href='{href}'>a</a><a name='more'></a>"))
    [told] = report["lists"]["removed_html"]
    assert told.startswith("post 101: a link ")
    assert blocks()[0]["value"] == "<p>a</p>"
