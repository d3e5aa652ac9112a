"""What can be counted of the running newsroom, in the text format of Prometheus.

`settings.METRICS` names the functions, so that every room can have some without this one knowing
the room. Numbers tell of nobody: no label is a name, an address or a page.
"""

from operations.metrics.gauge import Gauge

__all__ = ["Gauge"]
