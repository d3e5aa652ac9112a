import io
import re

import pytest
from django.test import Client
from PIL import Image

from home.models import NewsroomSettings
from home.theme.card import HEIGHT, WIDTH, card, has_card
from tests.pages import make_newsroom, make_post

SPOT = (0, 87, 184)


@pytest.mark.parametrize(
    "name",
    [
        "No",
        "Women\u2019s March",
        "Neighbors of Alder County for families that stay together",
        "Kommunalverwaltung Association Solidarity Together Montgomery Movement",
        "W" * 80,
    ],
)
def test_a_name_is_printed_between_rules_and_stays_inside(name: str) -> None:
    image = Image.open(io.BytesIO(card(name, "#0057b8")))

    assert (image.format, image.size) == ("JPEG", (WIDTH, HEIGHT))
    pixels = image.convert("RGB")
    assert pixels.getpixel((600, HEIGHT - 20)) == pytest.approx(SPOT, abs=8)
    words = pixels.crop((0, 110, WIDTH, HEIGHT - 80)).convert("L").point(lambda it: it < 128)
    left, _top, right, _bottom = words.getbbox()
    assert 50 < left < right < WIDTH - 50


@pytest.mark.parametrize("name", ["", "  ", "Ελλάδα", "مدرسة", "x" * 81])
def test_what_the_letters_cannot_print_has_no_card(name: str) -> None:
    assert not has_card(name)


@pytest.mark.django_db
def test_a_page_without_a_picture_is_shared_with_the_card(client: Client) -> None:
    newsroom = make_newsroom()
    settings = NewsroomSettings.for_site(newsroom.site)
    settings.spot_colour = "#0057b8"
    settings.save()

    page = client.get(make_post(newsroom).url).content.decode()

    address = re.search(r'og:image" content="http://testserver(/card-\w+\.jpg)"', page)
    assert address
    assert "summary_large_image" in page
    answer = client.get(address[1])
    assert answer["Content-Type"] == "image/jpeg"
    assert "immutable" in answer["Cache-Control"]
    assert client.get("/card-0.jpg")["Cache-Control"] == "public, max-age=60"


@pytest.mark.django_db
def test_a_name_of_other_letters_is_shared_without(client: Client) -> None:
    newsroom = make_newsroom(title="Ελλάδα")

    assert "og:image" not in client.get(newsroom.home.url).content.decode()
    assert client.get("/card-0.jpg").status_code == 404
