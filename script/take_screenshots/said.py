"""What invented readers say in the pictures of the guide, and how the newsroom answered."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import cycle

WEBINAR = "break-the-hold-webinar"


@dataclass(frozen=True, kw_only=True)
class Said:
    """One comment, `hours` before the pictures are taken; `key` is what this file calls it.

    `earlier` is the key of a comment by the same writer, proven by its receipt; `answers` the name
    of who is answered. Decided on: `is_approved`, or removed by `rule`, with `told` to its author,
    who appeals with `appeal`.
    """

    key: str
    name: str
    words: str
    hours: float
    sends_from: str = ""  # whose network; by itself everybody's own
    earlier: str = ""
    answers: str = ""
    is_approved: bool = False
    rule: str = ""
    told: str = ""
    appeal: str = ""


OF_A_KNOWN_WRITER = (
    Said(
        key="maribel 1",
        name="Maribel",
        words="I can bring folding chairs for thirty people, and somebody who carries them.",
        hours=60,
        is_approved=True,
    ),
    Said(
        key="maribel 2",
        name="Maribel",
        words="The chairs are in the hall now. The key is with the caretaker.",
        hours=41,
        earlier="maribel 1",
    ),
    Said(
        key="maribel",
        name="Maribel",
        words="Two cars leave from the library at six. Call Sam at 202-555-0143 for a seat.",
        hours=3,
        earlier="maribel 1",
        answers="Denise Okafor",
    ),
)

OF_A_STRANGER_WHO_THREATENS = (
    Said(
        key="loud 1",
        name="loudmouth",
        words="Nobody needs this webinar and nobody needs you.",
        hours=4,
    ),
    Said(
        key="loud 2",
        name="loudmouth",
        words="You again? I know your street. I will call ICE on you.",
        hours=2,
    ),
)

WAITING = (
    Said(
        key="luz",
        name="Luz",
        words="¿Habrá alguien que traduzca el jueves? Mi mamá quiere ir y no habla inglés.",
        hours=1.5,
        answers="Marisol Vega",
    ),
    Said(
        key="witness",
        name="Oskar",
        words="I sat beside Mr. Zelenko from 12 Elm Street, and he took notes for all of us. "
        "Ask him for a copy: 202-555-0178.",
        hours=2.5,
    ),
)

REMOVED = (
    Said(
        key="rudi",
        name="Rudi",
        words="Whoever votes for this contract is a clown, and the clowns know it.",
        hours=30,
        rule="abuse",
        told="Say what is wrong with the contract, not with the people.",
        appeal="I meant the board, and nobody who writes here. The contract has no end date, and "
        "nobody on the board has said why.",
    ),
    Said(
        key="tilda",
        name="Tilda",
        words="Who knows a good recipe for plum cake? I have eleven pounds of plums.",
        hours=26,
        rule="off_topic",
        told="We would like a piece, but this page is about the webinar.",
    ),
)

NEIGHBOURS = (
    "Alma",
    "Boris",
    "Chidi",
    "Dagmar",
    "Emeka",
    "Fern",
    "Gudrun",
    "Hyun",
    "Ines",
    "Jorge",
)
PETITION = (
    "Dear members of the board: put the hearing on the calendar before the first of March, and "
    "open the doors to everybody who wants to speak. I am neighbour number {number}."
)
SIGNERS = 48

# Three parts of an advertisement: no two of those below have more than one in common, so that each
# has a card of its own.
PRAISE = (
    "Lovely page, my uncle read it twice yesterday.",
    "What a thoughtful article about important matters.",
    "Greetings from far away, keep writing!",
    "Interesting, that side was new to me.",
    "My class discussed this over lunch on Tuesday.",
    "Well said and nicely explained.",
)
THINGS = (
    "Gadgetorium has glittering covers",
    "Find braided cables at Gadgetorium",
    "Gadgetorium sells tripods of bamboo",
    "Solar chargers wait for you at Gadgetorium",
    "Only Gadgetorium has round speakers",
    "New at Gadgetorium are wooden stands",
)
ENDS = (
    "for the price of a sandwich.",
    "and sends them over the weekend.",
    "in eleven cheerful colours.",
    "while the autumn sale lasts.",
    "with a free sticker of a cat.",
    "as seen on many screens.",
)
ADVERTISEMENTS = 36


def signatures() -> Iterator[Said]:
    """The petition, as each of the neighbours pasted it."""
    for number, name in zip(range(1, SIGNERS + 1), cycle(NEIGHBOURS), strict=False):
        words = PETITION.format(number=number)
        key = f"petition {number}"
        yield Said(key=key, name=name, words=words, hours=9 - number / 10, sends_from=key)


def advertisements() -> Iterator[Said]:
    """A cheap shop's, each in other words."""
    for number in range(ADVERTISEMENTS):
        first, second = divmod(number, len(THINGS))
        parts = PRAISE[first], THINGS[second], ENDS[(first + second) % len(ENDS)]
        key = f"shop {number}"
        hours = 8 - number / 10
        yield Said(key=key, name="Gadgetorium", words=" ".join(parts), hours=hours, sends_from=key)
