import pytest

from tests.comments.personal_data.found import found


@pytest.mark.parametrize(
    "address",
    [
        "1234 W. Oak St Apt 5B",
        "812 Maple Street",
        "4521 N 35th Ave, Phoenix, AZ 85019",
        "1450 e 7th st",
        "77 Willow Ln",
        "3301 Martin Luther King Jr Blvd",
        "10420 county road 12",
        "915 Calle Real",
        "604 Avenue C",
        "19 Elm Court",
        "640 W 41st Pl, Los Angeles CA 90037",
        "3120 Rose Hill Dr",
        "5523 S Ashland",
        "2215 east 14th place apt c",
        "5600 Example Blvd., Suite 210",
        "1717 Blake Street, apartamento 8",
        "902 FM 1960 Rd W",
    ],
)
def test_number_name_and_kind_of_street_are_an_address(address):
    assert found(f"they came to {address}.") == [("street_address", address)]


def test_home_needs_no_kind_of_street():
    assert found("i live at 4521 kedzie, come") == [("street_address", "4521 kedzie")]
    assert found("vive en el 305 de Juniper Way") == [("street_address", "305 de Juniper Way")]


@pytest.mark.parametrize(
    "text",
    [
        "20 Main Street protesters arrested",
        "150 Oak Street residents signed",
        "Nov 20 Main Street march",
        "Take bus 20 Main Street",
        "the 4 train to Wall Street",
        "9 Supreme Court justices",
        "5 Superior Court judges",
        "132 S. Ct. 2492",
        "8 lane highway",
        "20 million people, way more",
        "3 people saw Dr. Smith",
        "They live in 2 bedroom apartments",
        "live at 5 on channel 11",
        "vivimos en 2025 como siempre",
        "vive en 200 metros.",
        "12:30 p.m. EST",
        "22 Jump Street was funny",
        "5 voter drives",
        "In 1994 Main Street voters said no",
        "We marched 20 blocks down Elm Street",
    ],
)
def test_crowds_times_courts_and_counts_are_none(text):
    assert found(text) == []
