"""What the worker does for comments by the clock. Every job may run at any time, and twice."""

from django.utils import timezone

from comments import effects, language
from comments.models import Comment, SpamFilter

LANGUAGES_AT_ONCE = 500


def tell_languages() -> None:
    """Tell which language new words speak, for `lang` and `dir` on the page.

    Only here, because the detector takes 80 MB, once, and nobody waits for it.
    """
    untold = Comment.objects.filter(language=None).select_related("page__locale")
    told = [comment for comment in untold[:LANGUAGES_AT_ONCE] if _tell(comment)]
    for page_id in {comment.page_id for comment in told if comment.language}:
        effects.touch(page_id)


def learn_from_decisions() -> None:
    """Teach the filter what people decided, once there is enough of it or a day has passed."""
    from comments.learning import refit  # loads SciPy, which takes 60 MB, and only for this

    now = timezone.now()
    if refit.is_due(SpamFilter.current(), now=now):
        refit.learn(now)


def _tell(comment: Comment) -> bool:
    """Whether the words are still those that were looked at."""
    expected = comment.page.locale.language_code
    comment.language = language.detect(comment.body, expected=expected)
    same = Comment.objects.filter(pk=comment.pk, body=comment.body, language=None)
    return bool(same.update(language=comment.language))
