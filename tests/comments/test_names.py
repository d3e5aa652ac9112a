import json
import time

import pytest

from comments.names import ROLES, imitates, skeleton
from tests.shared import shared_path

STAFF = ("Ana Pérez", "María López", "Broadside")

LOOK_ALIKES = {
    "Ana Pérez": [
        "Ana Pérez",
        "ana perez",
        "ANA PÉREZ",
        "Ana Pérez (Editor)",
        "Ana Pérez: redactora",
        "Ana Pérez ✓",
        "Ana Pérez✅",
        "⭐Ana Pérez⭐",
        "Admin Ana Pérez",
        "Ana  Pérez",
        "Ana.Pérez",
        "Ana_Perez",
        "AnaPérez",
        "AnaPerezOficial",
        "A n a  P é r e z",
        "A-n-a-P-e-r-e-z",
        "@AnaPerez",
        "Ana Pérez!",
        "Ana Pérez|Noticias",
        "Ana Perez2",
        "Ana Pérez 2026",
        "4na P3r3z",
        "An@ Perez",
        "Añå Përęz",
        "A\u0337n\u0336a P\u0337e\u0301r\u0336ez",
        "\u0410n\u0430 \u0420\u0435r\u0435z",  # Cyrillic
        "\u0391\u039d\u0391 \u03a1\u0395R\u0395\u0396",  # Greek capitals
        "Ana\u200bPérez",
        "A\u200dna P\u2060érez",
        "Ana\u3164Pérez",  # a filler that is drawn as nothing
        "Ana Pérez\u202c",
        "\u202ezeréP anA",  # drawn backwards
        "Ａｎａ　Ｐéｒｅｚ",  # noqa: RUF001
        "𝐀𝐧𝐚 𝐏é𝐫𝐞𝐳",  # noqa: RUF001
        "ⒶⓃⒶ Pérez",
        "🅰na Pérez",
    ],
    "María López": [
        "Maria Iopez",
        "María L0pez",
        "Mar\u0131a Łopez",
        "MARÍA LÓPEZ - STAFF",
        "rnaría lópez",
        "M\u0430r\u0456\u0430 L\u043e\u0440\u0435z",
    ],
    "Broadside": ["Broadside", "BR0ADSIDE ✓", "Broad Side", "Br\u043eadside", "8roadside"],
}

TITLES = [
    "Admin",
    "admin1",
    "4dm1n",
    "@dmin",
    "@dmin2",
    "4dmin2",
    "1Admin",
    "ᵃᵈᵐⁱⁿ",
    "o\ufb03cial",  # three letters in one
    "\u04e9fficial",  # Cyrillic, with a bar
    "Adm!n",
    "ADM|N",
    "a.d.m.i.n",
    "Site Administrator",
    "The Moderator",
    "Juan (Editor)",
    "Broadside Team",
    "Οfficial",  # noqa: RUF001
    "🇦🇩🇲🇮🇳",
    "ᴀᴅᴍɪɴ",
    "Equipo Broadside",
    "Administradora",
    "Moderadora",
    "REDACCIÓN",
    "redaccion",
    "Cuenta oficial",
]

HONEST = """
Ana|Ana García|Ana P.|Anna Perry|Mariana Pérez|Susana Pérez|Ana Perezoso|Pérez Ana|Juan Pérez
Luis Pérez Soto|Rosa María Gil|María|María José López|Mario López|Maria Lopes|Ana María Ortiz
José Hernández|Guadalupe Ramírez|Concepción Núñez|Begoña Íñiguez|Xóchitl Cruz|Ángel Oficiala
Adminah|Edith|Edita|Editha Stafford|Moderato|Moderata Fonte|Stafford|Equipolis|Teamster Joe|Ed Thor
Adam Minor|Webster|Officer Dan's sister|Broadsiders|Broadside reader|The Broad|Brodie Side
Jane Doe|J. Smith|O'Connor|Anne-Marie|DeShawn McLean|Nguyễn Văn An|Олена|王小明|محمد|김민준|Zoë
mom of 3|Neighbor on 5th St|Un vecino|Anonymous|Anónimo|la abuela|j0hnny5|x|🙂|...
"""
HONEST_NAMES = [name for line in HONEST.strip().splitlines() for name in line.split("|")]


@pytest.mark.parametrize(
    ("name", "staff"), [(name, staff) for staff, names in LOOK_ALIKES.items() for name in names]
)
def test_name_that_looks_like_one_of_the_staff_is_found(name, staff):
    assert imitates(name, staff_names=STAFF) == staff


@pytest.mark.parametrize("name", TITLES)
def test_title_of_the_staff_is_found_wherever_it_is_a_word(name):
    assert imitates(name, staff_names=()) in ROLES


@pytest.mark.parametrize("name", HONEST_NAMES)
def test_ordinary_name_passes(name):
    assert imitates(name, staff_names=STAFF) == ""


@pytest.mark.parametrize("name", ["Jo\u0301ana Pérez", "Mari\u200bana Pérez"])
def test_what_is_not_drawn_as_a_gap_parts_no_words(name):
    assert imitates(name, staff_names=STAFF) == ""


def test_table_of_ordinary_names_is_long_enough_to_mean_something():
    assert len(set(HONEST_NAMES)) >= 60


@pytest.mark.parametrize("name", ["Ana", "ana ✓", "A n a", "\u0410na", "@ana", "Ana1"])
def test_single_name_of_the_staff_is_met_whole(name):
    assert imitates(name, staff_names=["Ana"]) == "Ana"


@pytest.mark.parametrize("name", ["Ana Gil", "Ana (vecina)", "Santa Ana", "Anabel"])
def test_single_name_of_the_staff_does_not_hold_everybody_who_shares_it(name):
    assert imitates(name, staff_names=["Ana", "Ana ✓"]) == ""


def test_user_name_in_camel_case_counts_as_one_word():
    assert imitates("Bob McLean", staff_names=["McLean"]) == ""
    assert imitates("mc lean", staff_names=["McLean"]) == "McLean"


@pytest.mark.parametrize("nothing", ["", " ", "...", "\u200b", "✓"])
def test_name_without_letters_neither_imitates_nor_is_imitated(nothing):
    assert imitates(nothing, staff_names=["Ana Pérez", nothing]) == ""
    assert imitates("Ana", staff_names=[nothing]) == ""


def test_letters_that_look_like_two_are_found_however_they_are_spaced():
    assert imitates("H e r n á n S a l a s", staff_names=["Hernán Salas"]) == "Hernán Salas"
    assert imitates("Hemán Salas", staff_names=["Hernán Salas"]) == "Hernán Salas"


def test_skeleton_is_without_spaces_signs_and_marks():
    assert {skeleton(name) for name in ("Ana!", " A n a ", "Ána.", "ANA|", "«ana»")} == {"ana"}


def test_skeleton_keeps_apart_what_does_not_look_alike():
    assert len({skeleton(name) for name in ("Ana", "Anna", "Eva", "Іван", "Иван", "王", "李")}) == 7


def test_skeleton_of_a_staff_name_in_another_script_holds_its_own_writing():
    assert imitates("ОЛЕНА ПЕТРЕНКО ✓", staff_names=["Олена Петренко"]) == "Олена Петренко"


def test_every_attack_on_names_in_the_vectors_is_found():
    vectors = json.loads(shared_path("data/xss/own-text-and-scheme.json").read_text("utf-8"))
    titles = {"Cyrillic a", "Greek Alpha", "fullwidth", "enclosed", "dotless i", "ZWSP suffix"}
    titles |= {"Hangul filler suffix", "rn", "Ukrainian i"}
    attacks = [each["payload"] for each in vectors["vectors"] if each.get("title") in titles]
    assert len(attacks) == 9
    assert [name for name in attacks if not imitates(name, staff_names=())] == []


def test_every_text_of_the_vectors_has_a_skeleton():
    vectors = json.loads(shared_path("data/xss/own-text-and-scheme.json").read_text("utf-8"))
    for each in vectors["vectors"]:
        imitates(each["payload"], staff_names=STAFF)


@pytest.mark.parametrize(
    "unit", ["a", "A", "!", "!a", "a ", "1", "1a", "_", "\u0301", "\u0430", "rn", "|@$", "aA"]
)
def test_time_grows_no_faster_than_the_name(unit):
    small, large = (_seconds(unit * (size // len(unit))) for size in (5_000, 40_000))
    assert large < max(small, 0.002) * 8 * 3  # linear would be 8, quadratic 64


def _seconds(name):
    def once():
        begun = time.process_time()
        imitates(name, staff_names=STAFF)
        return time.process_time() - begun

    imitates("", staff_names=())  # the table is read once
    return min(once() for _ in range(2))
