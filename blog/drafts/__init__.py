"""Drafts that somebody without an account may read, by a link that ends by itself."""
