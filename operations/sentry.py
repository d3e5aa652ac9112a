"""Sends errors to a server that speaks Sentry's protocol: kinds and places, nobody's words.

sentry-sdk gathers whatever may help: requests, users, cookies, values of variables, what was logged
before. Here it only hears what the log hears of errors, and what leaves is made anew from the few
things that are in the code itself; so nothing leaves that a later version begins to gather.
"""

import logging
from typing import TYPE_CHECKING, Any

from operations.version import broadside_version

if TYPE_CHECKING:
    from sentry_sdk.types import Event, Hint

# Of an event, and of each place in the code. No path of this machine, no name of it.
OF_AN_EVENT = ("event_id", "timestamp", "level", "logger", "platform", "release", "sdk")
OF_A_PLACE = ("filename", "function", "module", "lineno", "in_app")


def start(dsn: str) -> None:
    """Send from now on, in every process, from a thread of its own; sentry-sdk must be there."""
    import sentry_sdk  # not everybody has it
    from sentry_sdk.integrations.atexit import AtexitIntegration
    from sentry_sdk.integrations.dedupe import DedupeIntegration
    from sentry_sdk.integrations.logging import LoggingIntegration

    sentry_sdk.init(
        dsn=dsn,
        release=f"broadside@{broadside_version()}",
        default_integrations=False,
        auto_enabling_integrations=False,
        integrations=[
            LoggingIntegration(level=None, event_level=logging.ERROR, sentry_logs_level=None),
            DedupeIntegration(),
            AtexitIntegration(callback=lambda _pending, _timeout: None),  # says nothing
        ],
        before_send=stripped,
        send_default_pii=False,
        max_request_body_size="never",
        include_local_variables=False,
        include_source_context=False,
        max_breadcrumbs=0,
        traces_sample_rate=0,
        auto_session_tracking=False,
        server_name="newsroom",
    )


def stripped(event: "Event", hint: "Hint") -> "Event":
    """A new event: of what kind, and where in the code."""
    told: dict[str, Any] = {  # Any: an event's own shape
        key: value for key, value in event.items() if key in OF_AN_EVENT
    }
    problems = event.get("exception", {}).get("values", [])
    if problems:
        told["exception"] = {"values": [_problem(each) for each in problems]}
    elif record := hint.get("log_record"):
        told["message"] = f"{record.name} {record.module}:{record.lineno}"
    return told  # type: ignore[return-value]  # a dict is one


def _problem(problem: dict[str, Any]) -> dict[str, Any]:  # Any: as above
    """Its kind and places, without its words."""
    places = (problem.get("stacktrace") or {}).get("frames", [])
    frames = [{key: place[key] for key in OF_A_PLACE if key in place} for place in places]
    named = {key: problem.get(key) for key in ("type", "module")}
    return {**named, "stacktrace": {"frames": frames}}
