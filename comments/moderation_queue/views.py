"""The queue over HTTP: the comments of one tab that fit the filters."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from comments import permissions, rulebook
from comments.around import shift
from comments.around.bounded import said
from comments.models import Raid
from comments.models.raid import RaidQuerySet
from comments.moderation_queue.cards import make_cards, newest_event
from comments.moderation_queue.drawing import draw
from comments.moderation_queue.filters import SIZES, QueueFilter
from comments.moderation_queue.looked_at import look
from comments.moderation_queue.menu import count_once
from comments.moderation_queue.screens import screen
from comments.moderation_queue.tools import joint_actions, tools_of

RAIDS = "raids"  # counted with the tabs, for mostly there is none
LATELY = "lately"  # what this moderator decided within an hour; counted with them, too


@require_safe
def queue(request: HttpRequest) -> HttpResponse:
    """GET reader_comments:queue: the comments of one tab that fit the filters, as cards."""
    moderator = permissions.require_moderator(request)
    wanted = QueueFilter(request.GET, among=permissions.within(request))
    now = timezone.now()
    looked_at = look(wanted, now=now)  # before the list is read: what comes meanwhile is not on it
    listed = wanted.listed()
    raids = _raids(request)
    lately = shift.lately(moderator, now=now)
    counts = count_once(request, {**wanted.lists(), RAIDS: raids, LATELY: lately})
    cards = make_cards(listed.numbers, request)
    back = request.GET.urlencode()
    number = wanted.said(counts[wanted.tab])
    rules, is_one_kind = rulebook.in_force(get_language() or ""), bool(wanted.state.get("alike"))
    drawn = draw(cards, back=back, rules=rules, shows_alike=is_one_kind)
    context = screen(_("Reader comments")) | {
        "filter": wanted,
        "tabs": wanted.tabs(counts),
        "cards": drawn,
        "alike": next((card.alike for card in cards if card.alike and card.alike.seen), None),
        "previous_url": wanted.url(before=listed.before) if listed.before else "",
        "next_url": wanted.url(after=listed.after) if listed.after else "",
        "sizes": [(size, wanted.url(n=size)) for size in SIZES],
        "tools": tools_of(moderator, number=number),
        "number": number,
        "joint_actions": joint_actions(wanted.tab),
        "up_to": newest_event(cards),
        "looked_at": looked_at,
        "rules": rules,
        "more_url": wanted.url(more=1),
        "back": back,
        "raids": raids.select_related("page") if counts[RAIDS] else [],
        "decided_lately": counts[LATELY],
        "decided_lately_said": said(counts[LATELY]),
        "is_time_for_a_break": shift.is_time_for_a_break(counts[LATELY]),
    }
    return render(request, "comments/moderation/queue.html", context)


def _raids(request: HttpRequest) -> RaidQuerySet:
    """The raids that are on, below what the moderator may moderate."""
    section, raids = permissions.section_for(request), Raid.objects.active(timezone.now())
    return raids if section is None else raids.filter(page__in=section)
