from comments.personal_data.reading import read
from comments.personal_data.span import Found, Kind, Span


def test_reading_leads_back_to_the_text_as_it_was_written():
    reading = read("Ñ\u200b \uff21\uff22")
    assert reading.plain == "n ab"
    assert reading.written(2, 4) == "\uff21\uff22"
    assert reading.span(Found(Kind.SSN, 2, 4)) == Span(Kind.SSN, 3, 5)


def test_links_are_blank_in_the_prose_only():
    reading = read("see www.example.org")
    assert reading.plain == "see www.example.org"
    assert reading.prose == "see " + "\0" * 15
