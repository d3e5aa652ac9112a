"""Uploads files as an editor's images and documents, in a process of its own, and measures.

`python -m tests.abuse.uploading FILE…` prints a line of JSON each: `words` is what the editor is
told ("" if it was taken), `peak_mb` how much more memory than before it took, `seconds` how long
the processor worked for it.
"""

import json
import os
import re
import sys
import time
from pathlib import Path
from typing import Any

import django
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import TemporaryUploadedFile

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.test")


def peak_mb() -> float:
    """The most memory that this process ever had."""
    status = Path("/proc/self/status").read_text()
    return int(re.search(r"VmHWM:\s+(\d+)", status)[1]) / 1024


def tried(field: Any, path: Path) -> dict[str, object]:
    """What becomes of one file, which lies on disk as a browser's upload of many bytes does."""
    with TemporaryUploadedFile(path.name, "application/octet-stream", 0, "") as upload:
        upload.write(path.read_bytes())
        upload.size = upload.tell()
        upload.seek(0)
        before, began = peak_mb(), time.process_time()
        words = ""
        try:
            field.clean(upload)
        except ValidationError as refusal:
            words = " ".join(refusal.messages)
        seconds = time.process_time() - began
    return {"words": words, "peak_mb": peak_mb() - before, "seconds": seconds}


def main(paths: list[Path]) -> None:
    """Images by their own form, what ends in .zip by that of documents."""
    django.setup()
    from wagtail.documents.forms import get_document_form
    from wagtail.images.forms import get_image_form

    from blog.models import NewsDocument, NewsImage  # once Django is there

    image = get_image_form(NewsImage)().fields["file"]
    document = get_document_form(NewsDocument)().fields["file"]
    for path in paths:
        print(json.dumps(tried(document if path.suffix == ".zip" else image, path)))  # noqa: T201


if __name__ == "__main__":
    main([Path(name) for name in sys.argv[1:]])
