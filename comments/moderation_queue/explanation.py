"""Why a comment waits or is binned, in a sentence for a volunteer, and how sure the filter is."""

from collections.abc import Iterator, Mapping, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from comments.models import Comment, CommentSettings, ModerationEvent, ModerationMode
from comments.moderation_queue import masking, signs
from comments.moderation_queue.masking import Cover
from comments.serving import LABELS_FOR_FIGURES, InForce
from comments.spam import Sign, Thresholds
from comments.states import Action, CommentStatus, Reason

# Of so many a share is told: more exactly than that nobody knows it.
PARTS = 10


def found(evidence: Sequence[object], cover: Cover) -> str:
    """What was found in some words, in one sentence; "" for nothing."""
    return _sentence(_("Found in it: %(clauses)s."), list(_clauses(evidence, cover)))


def why(comment: Comment, event: ModerationEvent | None, settings: CommentSettings) -> str:
    """Why the comment stands where it does, if `event`, its last one, is that it came in.

    Later on, what was found in it; "" when there is nothing to say.
    """
    texts = (comment.body, comment.author_name, comment.author_website)
    cover = masking.cover_of(comment.evidence, texts, settings)
    if event is None or event.action != Action.SUBMIT:
        return found(comment.evidence, cover)
    clauses = list(_clauses(comment.evidence, cover))
    if event.to_status == CommentStatus.PENDING:
        of_the_writer = _of_the_writer(comment, event, settings)
        return _sentence(_("Held: %(clauses)s."), [*of_the_writer, *clauses])
    if event.to_status == CommentStatus.SPAM:
        return _sentence(_("Binned: %(clauses)s."), clauses)
    return found(comment.evidence, cover)


def opinion(comment: Comment, in_force: InForce | None) -> str:
    """What the filter thinks of the words, as sure as it can be; "" when it was not asked.

    A share is named once it was measured here: by a version learned here, from enough decisions.
    """
    if in_force is None or not comment.verdict or _has(comment.evidence, Sign.CHECK_FAILED):
        return ""
    model, labels = in_force.model, in_force.labels
    if labels >= LABELS_FOR_FIGURES and model.version:
        return _share(round(PARTS * model.likelihood(comment.score)))
    return _thought(comment.score, model.thresholds) + " " + _experience(labels)


def _of_the_writer(
    comment: Comment, event: ModerationEvent, settings: CommentSettings
) -> Iterator[str]:
    waits_as_such = event.reason == Reason.FIRST_COMMENT
    if waits_as_such and settings.moderation == ModerationMode.HOLD_ALL:
        yield _("every comment is read first here")
    elif waits_as_such or (
        comment.writer_id is None and settings.moderation == ModerationMode.HOLD_STRANGERS
    ):
        yield _("its writer is not known here yet")


def _clauses(evidence: Sequence[object], cover: Cover) -> Iterator[str]:
    for item in evidence:
        if isinstance(item, Mapping):
            sign, detail = str(item.get("sign", "")), str(item.get("detail", ""))
            yield signs.clause(sign, cover.over(sign, detail))


def _sentence(frame: str, clauses: Sequence[str]) -> str:
    said = [clause for clause in clauses if clause]
    return frame % {"clauses": "; ".join(said)} if said else ""


def _has(evidence: Sequence[object], sign: Sign) -> bool:
    return any(isinstance(item, Mapping) and item.get("sign") == sign for item in evidence)


def _thought(score: float, thresholds: Thresholds) -> str:
    if score >= thresholds.bin_at:
        return _("The filter thinks that the words are very likely spam.")
    if score >= thresholds.hold_at:
        return _("The filter thinks that the words may be spam.")
    return _("The filter thinks that the words are not spam.")


def _experience(labels: int) -> str:
    if not labels:
        return _("It has seen no decision here yet.")
    if labels < LABELS_FOR_FIGURES:
        seen = ngettext(
            "It has seen only %(number)d decision here.",
            "It has seen only %(number)d decisions here.",
            labels,
        )
    else:
        seen = _("It has seen %(number)d decisions or more here.")
    return seen % {"number": min(labels, LABELS_FOR_FIGURES)}


def _share(parts: int) -> str:
    if parts == 0:
        return _("Hardly any comments like this were spam here.")
    if parts == PARTS:
        return _("Nearly all comments like this were spam here.")
    said = ngettext(
        "About %(number)d of %(of)d comments like this was spam here.",
        "About %(number)d of %(of)d comments like this were spam here.",
        parts,
    )
    return said % {"number": parts, "of": PARTS}
