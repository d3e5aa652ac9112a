#!/usr/bin/env python
"""Django's command line for the newsroom; script/manage runs it in the right environment."""

import os
import sys

from django.core.exceptions import ImproperlyConfigured
from django.core.management import execute_from_command_line

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.dev")
    try:
        execute_from_command_line(sys.argv)
    except ImproperlyConfigured as problem:
        sys.exit(f"Broadside: {problem}")
    except KeyboardInterrupt:
        sys.exit(130)  # what shells say for Ctrl-C
