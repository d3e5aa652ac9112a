from comments.spam_context import body_digest, gather
from tests.comments.factories import make_comment, make_submission


def test_copies_are_counted_under_any_name_and_case(post):
    make_comment(post, author_name="Bea", body_digest=body_digest("Call the sheriff"))
    make_comment(post, author_name="Cid", body_digest=body_digest("call the\nSHERIFF"))
    make_comment(post, author_name="Dan", body_digest=body_digest("Write to the sheriff"))
    assert gather(make_submission(post, "Call  the sheriff")).copies == 2
