"""Addresses for programs that watch: whether the newsroom lives, and whether it can serve.

They are asked by plain HTTP from the machine itself, and answer without cookies, versions, hosts
or secrets. What they say is of this moment, so no cache keeps it.
"""
