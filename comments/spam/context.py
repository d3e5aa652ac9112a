"""What the newsroom's own past says about a submission, gathered before the filter runs."""

from dataclasses import dataclass


@dataclass(frozen=True)
class SpamContext:
    """What the filters may know beside the submission itself.

    `copies`: how many earlier comments here say exactly the same, under whatever name.
    `links`: how many links readers would see, in the words and on the name.
    """

    copies: int = 0
    links: int = 0
