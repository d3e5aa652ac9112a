"""The look that a newsroom gives itself: colour, type and logo, from its settings or a file."""
