"""Any number of honest comments of which no two are alike."""

import random

WORDS = (
    "sheriff board jail clinic church school rent court county bus hearing lawyer union teacher "
    "river bridge market kitchen garden winter summer letter question answer neighbour family "
    "brother mother meeting minute budget council police mayor window table paper office library "
    "hospital station corner village harvest factory strike worker driver farmer nurse student "
    "judge witness promise silence patience memory evening morning"
)


def saying(number: int) -> str:
    """A comment whose words are those of its number alone."""
    chosen = random.Random(number).sample(WORDS.split(), 10)  # noqa: S311
    pairs = [f"{one} {other}" for one, other in zip(chosen[::2], chosen[1::2], strict=True)]
    return f"Comment number {number}: I think the {', the '.join(pairs)}."
