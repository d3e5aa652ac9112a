import pytest
from django.test import RequestFactory

from operations.origins import is_foreign


@pytest.mark.parametrize(
    ("headers", "expected"),
    [
        ({}, False),
        ({"Sec-Fetch-Site": "same-origin", "Origin": "http://testserver"}, False),
        ({"Sec-Fetch-Site": "none"}, False),
        ({"Origin": "null"}, False),
        ({"Sec-Fetch-Site": "cross-site"}, True),
        ({"Sec-Fetch-Site": "same-site"}, True),
        ({"Origin": "https://testserver"}, True),
        ({"Origin": "http://evil.example"}, True),
    ],
)
def test_only_what_proves_another_site_is_foreign(headers: dict[str, str], expected: bool) -> None:
    assert is_foreign(RequestFactory().post("/", headers=headers)) is expected
