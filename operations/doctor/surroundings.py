"""What the newsroom relies on beside its database: Redis, backups, the zones of the world."""

from datetime import timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.conf import settings
from django.utils import timezone
from redis import Redis, RedisError

from operations.backups.keeping import complete, made_at
from operations.doctor.finding import Finding, fault, good, warning
from operations.redis_patience import patience

OLD = timedelta(days=8)  # a weekly backup may be a day late
MAKE_ONE = "script/manage backup, from then on every night (docs/install.md)"


def redis_answers() -> Finding:
    """Without it the newsroom goes on, slower."""
    if not settings.REDIS_URL:
        return good("no Redis is set up, and none is needed")
    try:
        Redis.from_url(settings.REDIS_URL, **patience()).ping()
    except RedisError as problem:
        return warning(
            f"Redis does not answer ({type(problem).__name__}); the database counts limits",
            fix="start the server that REDIS_URL names, or take REDIS_URL away",
        )
    return good("Redis answers")


def backup_is_recent() -> Finding:
    """As far as this machine knows: backups may be elsewhere."""
    backups = complete(settings.BACKUP_DIR)
    if not backups:
        return warning(f"there is no backup in {settings.BACKUP_DIR}", fix=MAKE_ONE)
    age = timezone.now() - made_at(backups[-1])
    if age > OLD:
        return warning(f"the last backup is {age.days} days old", fix=MAKE_ONE)
    return good(f"the last backup is {backups[-1].name}")


def time_zone_is_known() -> Finding:
    """All times of the newsroom are told by it."""
    try:
        ZoneInfo(settings.TIME_ZONE)
    except (ZoneInfoNotFoundError, ValueError):
        return fault(
            f"the time zone {settings.TIME_ZONE!r} is not known",
            fix="set TIME_ZONE to a name such as America/Chicago",
        )
    return good(f"the newsroom's time is that of {settings.TIME_ZONE}")


CHECKS = (redis_answers, backup_is_recent, time_zone_is_known)
