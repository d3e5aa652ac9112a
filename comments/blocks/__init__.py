"""The block list: what makes a comment wait for a person, and bans, which refuse and say so."""

from comments.blocks.block_list import BlockList, Entry, Said
from comments.blocks.hosts import host_of, hosts_linked
from comments.blocks.keeping import (
    AlreadyBlocked,
    DryRun,
    add,
    current,
    dry_run,
    end_of_day,
    forget_past,
    remove,
    said_in,
)
from comments.blocks.naming import value_of
from comments.blocks.person import Person, ban_on, who_sent, who_wrote

__all__ = [
    "AlreadyBlocked",
    "BlockList",
    "DryRun",
    "Entry",
    "Person",
    "Said",
    "add",
    "ban_on",
    "current",
    "dry_run",
    "end_of_day",
    "forget_past",
    "host_of",
    "hosts_linked",
    "remove",
    "said_in",
    "value_of",
    "who_sent",
    "who_wrote",
]
