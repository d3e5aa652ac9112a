from comments.models import CommentSettings
from comments.moderation_queue.masking import Segment, has_personal_data, masked


def test_what_could_endanger_somebody_is_covered_by_the_name_of_its_kind():
    text = "Call me: 212-867-5309, or come."
    assert masked(text, CommentSettings()) == [
        Segment("Call me: "),
        Segment("212-867-5309", "a telephone number"),
        Segment(", or come."),
    ]


def test_harmless_words_are_one_stretch():
    assert masked("Come all.", CommentSettings()) == [Segment("Come all.")]


def test_the_evidence_tells_whether_there_is_something_to_cover():
    assert has_personal_data([{"sign": "links"}, {"sign": "personal_data"}])
    assert not has_personal_data([{"sign": "links"}])
