from comments.spam import Alike, SpamContext


def test_who_knows_nothing_has_no_model_still_learns_and_has_all_the_time():
    context = SpamContext()
    assert context.model is None
    assert context.is_learning
    assert context.alike == Alike(total=0, spam=0, honest=0)
    assert not context.is_late()
