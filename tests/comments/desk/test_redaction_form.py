from comments.desk.redaction_form import Piece, RedactionForm, pieces_of
from comments.models import CommentSettings
from tests.comments.factories import make_comment

PIECES = [Piece("212-555-0134", "a telephone number"), Piece("a\nb", "x")]


def form(**fields):
    made = RedactionForm({"seen": "1"} | fields, pieces=PIECES)
    made.is_valid()
    return made


def test_each_piece_is_offered_once(post):
    comment = make_comment(post, "212-555-0134, again 212-555-0134", author_name="212-555-0134")
    settings = CommentSettings.for_site(post.get_site())
    assert pieces_of(comment, settings) == [PIECES[0]]


def test_ticked_pieces_and_typed_lines_go_together_each_once():
    blackout = form(found=["1", "0"], words="212-555-0134\nAna").blackout
    assert blackout.words == ("a\nb", "212-555-0134", "Ana")
    assert not blackout.with_name


def test_a_trial_counts_for_the_same_words_name_and_state_alone():
    tried = form(found=["0"], words="Ana").proof
    assert form(found=["0"], words=" ana ").proof == tried
    assert form(found=["0"]).proof != tried
    assert form(found=["0"], words="Ana", with_name="on").proof != tried
    assert form(found=["0"], words="Ana", seen="2").proof != tried


def test_the_ruling_is_of_what_was_seen(moderator):
    ruling = form(found=["0"], explanation="Why.").ruling_of(moderator)
    assert (ruling.seen_event_id, ruling.explanation) == (1, "Why.")
