"""Who gave the right password and still owes a code: kept in the session, for ten minutes."""

from dataclasses import asdict, dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.contrib.auth import login
from django.http import HttpRequest
from django.utils.crypto import constant_time_compare

from accounts.models import User

SESSION_KEY = "signing_in"
TIME_FOR_THE_CODE = timedelta(minutes=10)


@dataclass(frozen=True)
class Halfway:
    """Whose password was right, when (seconds since 1970), and where they were going."""

    user_id: int
    password_seal: str
    at: float
    target: str
    is_remembered: bool


def begin(
    request: HttpRequest, user: User, *, now: datetime, target: str, is_remembered: bool
) -> None:
    """Note it under a session key that nobody could know beforehand."""
    request.session.cycle_key()
    seal = user.get_session_auth_hash()
    state = Halfway(user.pk, seal, now.timestamp(), target, is_remembered)
    request.session[SESSION_KEY] = asdict(state)


def find(request: HttpRequest, *, now: datetime) -> tuple[User, Halfway] | None:
    """Who is halfway in; None when nobody is, when it took too long, or the password changed."""
    kept = request.session.get(SESSION_KEY)
    if kept is None:
        return None
    state = Halfway(**kept)
    user = User.objects.filter(pk=state.user_id, is_active=True).first()
    is_late = now.timestamp() - state.at > TIME_FOR_THE_CODE.total_seconds()
    if user is None or is_late or not _is_same(user, state):
        end(request)
        return None
    return user, state


def enter(request: HttpRequest, user: User, state: Halfway) -> None:
    """Signs in for good, under another session key, for as long as they wished."""
    end(request)
    login(request, user)
    request.session.set_expiry(settings.SESSION_COOKIE_AGE if state.is_remembered else 0)


def end(request: HttpRequest) -> None:
    """Nobody is halfway in any more."""
    request.session.pop(SESSION_KEY, None)


def _is_same(user: User, state: Halfway) -> bool:
    return constant_time_compare(user.get_session_auth_hash(), state.password_seal)
