"""The staff's door: a password, a second step for those who set it up, and a limit on guessing.

No address and no name is written down: what is counted is counted under keys of the day
(operations/day_keys.py), by sender, and by sender and name together. Never by the name alone,
or a stranger could lock out the only moderator.
"""
