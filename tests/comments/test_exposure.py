from comments.exposure import allowed_by, exposures, without
from comments.models import CommentSettings

NUMBER = "212-867-5309"


def test_what_could_endanger_somebody_is_found():
    [span] = exposures(f"My cell is {NUMBER}", CommentSettings())
    assert span.kind == "phone"


def test_the_owners_lists_are_read_line_by_line():
    settings = CommentSettings(
        allowed_phones=f"\n {NUMBER} \n202 555 0100",
        allowed_emails="desk@example.org",
        allowed_domains=".example.com",
        allowed_addresses="12 Main Street",
    )
    allowed = allowed_by(settings)
    assert {NUMBER, "202 555 0100"} <= allowed.phones
    assert "desk@example.org" in allowed.emails
    assert ".example.com" in allowed.domains
    assert ".gov" in allowed.domains
    assert "12 Main Street" in allowed.addresses
    assert exposures(f"My cell is {NUMBER}", settings) == ()


def test_each_span_leaves_a_mark_in_its_place():
    text = f"Mine is {NUMBER}, hers is {NUMBER}."
    assert without(text, exposures(text, CommentSettings())) == "Mine is […], hers is […]."
