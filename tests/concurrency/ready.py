"""Once this is imported Django is ready, in the process from which all others are forked."""

import django

django.setup()
