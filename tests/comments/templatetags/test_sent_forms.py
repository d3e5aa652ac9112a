from comments.templatetags.sent_forms import clauses


def test_evidence_is_told_in_words():
    assert clauses([{"sign": "honeypot", "detail": ""}]) == [
        "a field that people do not see was filled in"
    ]
