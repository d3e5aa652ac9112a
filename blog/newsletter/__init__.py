"""News by mail, for readers who asked and confirmed: each post, or a digest a day or a week.

`subscribing` asks an address, `ending` stops; `recording` notes that a post has appeared in the
transaction that publishes it, and by the worker's clock `sending` puts the mails into the outbox.
"""
