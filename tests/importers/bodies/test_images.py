import pytest

from importers.bodies.images import file_name, is_picture, path_without_size, read_image


@pytest.mark.parametrize(
    "url", ["http://x.example/a.JPG?x=1", "http://x.example/b.webp", "/c.jpeg"]
)
def test_addresses_of_pictures_are_known_by_their_ending(url: str) -> None:
    assert is_picture(url)


@pytest.mark.parametrize("url", ["http://x.example/", "http://x.example/a.html", ""])
def test_other_addresses_are_no_pictures(url: str) -> None:
    assert not is_picture(url)


def test_alternative_text_is_kept_in_one_line() -> None:
    image = read_image({"src": "http://x.example/a.jpg", "alt": " two\n words "}, "")
    assert image.alt_text == "two words"


@pytest.mark.parametrize("size", [{"width": "1", "height": "1"}, {"width": "0", "height": "1"}])
def test_a_counting_pixel_is_told_by_its_size(size: dict[str, str]) -> None:
    assert read_image({"src": "http://x.example/a.gif", **size}, "").is_pixel


@pytest.mark.parametrize("size", [{}, {"width": "1"}, {"width": "640", "height": "1"}])
def test_other_pictures_are_no_counting_pixels(size: dict[str, str]) -> None:
    assert not read_image({"src": "http://x.example/a.gif", **size}, "").is_pixel


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("http://1.bp.example/-a/s400/my+photo.jpg", "my+photo.jpg"),
        ("http://1.bp.example/-a/my%20photo.jpg?x=1", "my photo.jpg"),
        ("http://lh.example/abc=s400", "abc"),
        ("http://lh.example/abc=w320-h214-c", "abc"),
        ("http://lh.example/", ""),
    ],
)
def test_a_file_name_has_no_size(url: str, name: str) -> None:
    assert file_name(url) == name


def test_a_path_has_no_size_segment() -> None:
    assert path_without_size("http://x.example/-a/w320-h214/b.jpg") == "-a/b.jpg"
