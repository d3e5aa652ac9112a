"""Tells the owner of errors by mail: of what kind, and where in the code; nobody's words.

Whoever logs an error may be in the middle of a broken transaction, in a process that is about to
fork, or without a database. So there the place is only noted, in a small file of the data folder
(`noting`, which the log needs before there are models); the worker makes the mail (`posting`).
"""
