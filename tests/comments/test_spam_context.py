from comments import rendering
from comments.spam_context import body_digest, gather
from tests.comments.factories import make_comment, make_submission


def test_copies_are_counted_under_any_name_and_case(post):
    make_comment(post, author_name="Bea", body_digest=body_digest("Call the sheriff"))
    make_comment(post, author_name="Cid", body_digest=body_digest("call the\nSHERIFF"))
    make_comment(post, author_name="Dan", body_digest=body_digest("Write to the sheriff"))
    submission = make_submission(post, "Call  the sheriff")
    assert gather(submission, rendering.render(submission.body)).copies == 2


def test_links_are_counted_as_readers_would_see_them(post):
    submission = make_submission(
        post, "example.com and b@example.com", author_website="https://d.example"
    )
    assert gather(submission, rendering.render(submission.body)).links == 3
