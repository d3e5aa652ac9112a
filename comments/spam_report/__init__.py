"""The spam filter's screens in the admin: its report card, versions, thresholds, terms and log."""
