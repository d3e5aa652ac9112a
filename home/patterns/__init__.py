"""The page on which developers see every component in every state (only where `SHOWS_PATTERNS`)."""
