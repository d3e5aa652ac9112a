import pytest

from tests.comments.personal_data.found import found


@pytest.mark.parametrize(
    "text",
    [
        "213-555-0142",
        "(213) 555-0142",
        "213.555.0142",
        "213 555 0142",
        "2135550142",
        "+1 213 555 0142",
        "1-213-555-0142",
        "(213)555-0142",
        "213/555-0142",
        "+52 55 5555 0134",
        "55 1234 5678",
        "664 555 01 23",
        "044 55 5555 0112",
        "+502 5555 0123",
        "503 7755 0134",
        "011 504 2222 0125",
        "+44 7700 900123",
    ],
)
def test_numbers_are_found_by_their_shape(text):
    assert found(f"ask for Rosa {text} please") == [("phone", text)]


@pytest.mark.parametrize(
    "text", ["1-800-555-0199", "(888) 555-0170", "8445550100", "01 800 555 0123", "+1 866 555 0100"]
)
def test_toll_free_lines_are_no_persons(text):
    assert found(f"call {text} now") == []


@pytest.mark.parametrize(
    "text",
    [
        "ISBN 0374533555",
        "order 4155550123",
        "$2135550142",
        "1700000000",
        "2135550000 views",
        "218-213",
        "2019-2024",
        "+1000000000 views",
        "3.14159265358979",
        "192.168.100.1234",
        "207.194.55.89",
    ],
)
def test_other_numbers_are_none(text):
    assert found(text) == []


def test_the_whole_number_is_marked():
    assert found("you dial 011 504 2222 0125 from here") == [("phone", "011 504 2222 0125")]
