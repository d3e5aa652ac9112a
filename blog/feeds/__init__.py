"""Feeds of posts: of a whole edition, and of its topics, authors, series and campaigns."""
