"""Where readers are served from, one style sheet is one file: what it imports is put in its place.

So a page asks for one sheet instead of thirty, and nobody has to build anything: developers' own
browsers follow the imports.
"""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import Any

from django.core.files.storage import Storage
from whitenoise.storage import CompressedManifestStaticFilesStorage

SHEET = "css/broadside.css"
IMPORT = re.compile(
    r'^@import url\("(?P<name>[\w/-]+\.css)"\)(?: (?P<medium>\w+))?;\r?$', re.MULTILINE
)
COMMENT = re.compile(r"/\*.*?\*/\s*", re.DOTALL)
INDENT = re.compile(r"\n\s*")

# By the name of a file: where it lies, and its path there.
Found = Mapping[str, tuple[Storage, str]]


class OneSheetStorage(CompressedManifestStaticFilesStorage):
    """WhiteNoise's, with the sheet in one piece before its name is made from its content."""

    def post_process(
        self, paths: Found, dry_run: bool = False, **options: Any
    ) -> Iterator[tuple[str, str, bool]]:
        """Hash and compress what was collected; part of `collectstatic`."""
        if SHEET in paths and not dry_run:
            # Made anew from what developers wrote: what was collected may be in one piece already.
            target = Path(self.path(SHEET))
            target.unlink(missing_ok=True)  # it may be a link to the source
            target.write_text(in_one_piece(SHEET, paths), encoding="utf-8")
            paths = {**paths, SHEET: (self, SHEET)}
        yield from super().post_process(paths, dry_run, **options)


def in_one_piece(sheet: str, found: Found) -> str:
    """The text of a sheet with that of all it imports, without comments and indents.

    An import ends its line and names a file beside the sheet. Raises `KeyError` for one that is
    not there, `ValueError` for one that is written otherwise.
    """
    folder = PurePosixPath(sheet).parent

    def text_of(imported: re.Match[str]) -> str:
        text = _read(str(folder / imported["name"]), found)
        return f"@media {imported['medium']} {{\n{text}}}\n" if imported["medium"] else text

    whole = IMPORT.sub(text_of, _read(sheet, found))
    whole = INDENT.sub("\n", COMMENT.sub("", whole))
    if "@import" in whole:
        raise ValueError(f'{sheet}: an import is not written as @import url("name.css");')
    return whole


def _read(name: str, found: Found) -> str:
    storage, path = found[name]
    with storage.open(path, "rb") as file:
        text: str = file.read().decode()
    return text
