"""Prometheus' text format 0.0.4 (prometheus.io/docs/instrumenting/exposition_formats)."""

import logging
from collections.abc import Callable, Iterable, Iterator

from django.conf import settings
from django.utils.module_loading import import_string

from operations.metrics.gauge import Gauge

logger = logging.getLogger(__name__)

CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"
PREFIX = "broadside_"

Source = Callable[[], Iterable[Gauge]]


def text() -> str:
    """Every gauge with its help and type. A source that fails is left out, and told in the log."""
    return "".join(written(gauge) for gauge in _gauges())


def written(gauge: Gauge) -> str:
    """Three lines for one gauge."""
    name = PREFIX + gauge.name
    return f"# HELP {name} {gauge.says}\n# TYPE {name} gauge\n{name} {gauge.value:.15g}\n"


def _gauges() -> Iterator[Gauge]:
    for path in settings.METRICS:
        for source in import_string(path):
            yield from _measured(source)


def _measured(source: Source) -> list[Gauge]:
    try:
        return list(source())
    except Exception:
        logger.exception("%s could not be measured", source.__name__)
        return []
