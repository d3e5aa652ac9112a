"""The block list: what makes a comment wait for a person. It never refuses and never bins."""

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
    said_in,
)
from comments.blocks.naming import value_of

__all__ = [
    "AlreadyBlocked",
    "BlockList",
    "DryRun",
    "Entry",
    "Said",
    "add",
    "current",
    "dry_run",
    "end_of_day",
    "forget_past",
    "host_of",
    "hosts_linked",
    "said_in",
    "value_of",
]
