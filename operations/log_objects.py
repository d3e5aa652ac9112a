"""The log for programs: every line a JSON object, under the rules of `operations.log_lines`."""

import json
import logging
import traceback
from datetime import UTC, datetime

from operations.log_lines import clean, kinds


class ObjectFormatter(logging.Formatter):
    """Time (ISO 8601, UTC), level, logger and message; of an exception its kinds and places."""

    def format(self, record: logging.LogRecord) -> str:
        """One line, however long the traceback is."""
        told: dict[str, object] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": clean(record.getMessage()),
        }
        if record.exc_info and record.exc_info[1]:
            told["kinds"] = kinds(record.exc_info[1])
            told["places"] = [
                f"{place.filename}:{place.lineno} {place.name}"
                for place in traceback.extract_tb(record.exc_info[2])
            ]
        return json.dumps(told)
