"""The rules of our style sheets that a linter does not know."""

import re
from itertools import pairwise
from pathlib import Path

import pytest
from django.conf import settings

FOLDER = Path(settings.BASE_DIR, "static", "css")
# The admin's sheets stand beside Wagtail's, which know no layers and would win over any.
OTHERS = ("broadside", "door", "fonts", "moderation", "desk_", "spam_filter", "page_views")
SHEETS = sorted(sheet for sheet in FOLDER.glob("*.css") if not sheet.stem.startswith(OTHERS))
SCHEMES = {"light": 0, "dark": 1}
TEXT_ON = [
    ("ink", "paper"),
    ("ink", "panel"),
    ("ink-soft", "paper"),
    ("ink-soft", "panel"),
    ("spot", "paper"),
    ("spot", "panel"),
    ("on-spot", "spot"),
    ("paper", "ink"),
]
AA_TEXT, AA_EDGES = 4.5, 3.0


def colour(name: str, scheme: str) -> str:
    found = re.findall(rf"--color-{name}: (#[0-9a-f]+);", (FOLDER / "tokens.css").read_text())
    value = found[SCHEMES[scheme]].removeprefix("#")
    return "".join(2 * digit for digit in value) if len(value) == 3 else value


def luminance(value: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    shares = [int(value[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(first: str, second: str, scheme: str) -> float:
    darker, lighter = sorted(luminance(colour(name, scheme)) for name in (first, second))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(("text", "ground"), TEXT_ON)
def test_text_can_be_read_on_its_ground(text: str, ground: str, scheme: str) -> None:
    assert contrast(text, ground, scheme) >= AA_TEXT


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("edge", ["field-edge", "spot"])
def test_edge_of_a_field_can_be_seen(edge: str, scheme: str) -> None:
    assert contrast(edge, "paper", scheme) >= AA_EDGES


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.stem)
def test_sheet_opens_the_layer_of_its_own_name(sheet: Path) -> None:
    rules = re.sub(r"/\*.*?\*/", "", sheet.read_text(), flags=re.DOTALL).strip()

    assert rules.startswith(f"@layer {sheet.stem} {{")
    assert rules.count("@layer") == 1


def test_order_of_the_layers_is_fixed_for_every_sheet() -> None:
    whole = (FOLDER / "broadside.css").read_text()
    layers = re.findall(r"@layer ([\w\s,]+);", whole)[0].split(",")
    imported = re.findall(r'url\("(\w+)\.css"\)', whole)

    # The newsroom's own look has a layer and no sheet of ours.
    named = [layer.strip() for layer in layers if layer.strip() != "theme"]
    assert imported == ["fonts", *named]
    assert sorted(named) == [sheet.stem for sheet in SHEETS]


def test_browser_frame_has_the_colour_of_the_paper() -> None:
    html = Path(settings.BASE_DIR, "templates", "base.html").read_text()
    named = re.findall(r'name="theme-color" content="#(\w+)"', html)

    assert named == [colour("paper", scheme) for scheme in SCHEMES]
    assert all(first != second for first, second in pairwise(named))
