"""Feeds of comments: of an edition, and of one page."""
