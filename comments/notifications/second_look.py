"""What came of an appeal, told at once to the author who asked to be told of decisions.

It is final, so nothing waits for it to be undone. It takes the place of what was still to be told
about the decision itself.
"""

from django.conf import settings

from comments.models import Appeal, Frequency, Notice, Subscription, Topic
from comments.notifications import mails
from operations import outbox


def tell_of_appeal(appeal: Appeal) -> None:
    """Post a mail to everybody who wants to hear it; in the transaction of the outcome."""
    wishes = Subscription.objects.filter(comment_id=appeal.comment_id, topic=Topic.DECISION)
    Notice.objects.waiting().filter(subscription__in=wishes).delete()
    if not settings.HAS_MAIL:
        return
    confirmed = wishes.exclude(confirmed_at=None).exclude(frequency=Frequency.NEVER)
    for subscription in confirmed:
        outbox.post(mails.appeal_answered(subscription, appeal))
