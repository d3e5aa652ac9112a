from comments.models import Comment, ModeratorNote
from tests.comments.factories import make_comment


def test_a_note_goes_with_its_comment(post, moderator):
    comment = make_comment(post)
    note = ModeratorNote.objects.create(comment=comment, author=moderator, words="x")
    assert str(note) == f"note {note.pk} on comment {comment.pk}"
    Comment.objects.filter(pk=comment.pk).delete()
    assert not ModeratorNote.objects.exists()


def test_notes_are_read_the_oldest_first(post, moderator):
    comment = make_comment(post)
    for words in ("b", "a"):
        ModeratorNote.objects.create(comment=comment, author=moderator, words=words)
    assert [note.words for note in comment.notes.all()] == ["b", "a"]
