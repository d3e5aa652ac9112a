"""Data in a page, for programs that read it. It is no script: browsers run nothing of it."""

import json

# Whatever could end the block, or begin another element; JSON reads the escapes as the signs.
_ESCAPES = {ord(sign): f"\\u{ord(sign):04X}" for sign in "<>&"}


def written(data: object) -> str:
    """The data as JSON that is safe inside an element: nothing in it can leave the block."""
    return json.dumps(data, separators=(",", ":")).translate(_ESCAPES)
