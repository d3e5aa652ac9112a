"""The page on which developers see components in their states (only where `SHOWS_PATTERNS`)."""
