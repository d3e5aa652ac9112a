"""What the newsroom's own past says about a submission, gathered before the filter runs."""

from dataclasses import dataclass


@dataclass(frozen=True)
class SpamContext:
    """`copies`: how many earlier comments here say exactly the same, under whatever name."""

    copies: int = 0
