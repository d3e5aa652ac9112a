"""`script/nginx-conf`: prints a whole configuration that `nginx -c` runs."""

import argparse
import os
import re
import stat
import sys
from pathlib import Path

from operations.nginx.configuration import Front, UnwritablePath, written

LAST_PORT = 65_535
# Letters, digits and dots, or an IPv6 address in brackets.
HOST = r"(?:[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?|\[[0-9a-f:]+\])"


def asked_for(arguments: list[str]) -> Front:
    """What the command line says; ends the program with a sentence where it makes no sense."""
    parser = argparse.ArgumentParser(prog="script/nginx-conf", description=__doc__)
    parser.add_argument("--port", type=_port, required=True, help="where nginx listens")
    parser.add_argument(
        "--upstream", type=_place, action="append", required=True, help="HOST:PORT of "
        "script/server; again for each other machine of the same newsroom",
    )  # fmt: skip
    parser.add_argument(
        "--data-dir", type=_folder, required=True, help="the newsroom's data folder; nginx keeps "
        "its own files in the folder nginx there, which is made now",
    )  # fmt: skip
    parser.add_argument(
        "--host", type=_host, help="the name that readers type, as in SITE_URL; "
        "others are refused",
    )  # fmt: skip
    parser.add_argument("--certificate", type=_file, help="PEM, the whole chain; needs --host")
    parser.add_argument("--key", type=_file, help="PEM, of the certificate")
    parser.add_argument(
        "--redirect-from", type=_port, default=80, help="with a certificate: the port from which "
        "readers are sent to https (80)",
    )  # fmt: skip
    parser.add_argument(
        "--user", default="", help="whom nginx becomes when root starts it; without it nginx's own "
        "choice, or the owner of a data folder that others may not enter",
    )  # fmt: skip
    parser.add_argument(
        "--bucket", action="store_true", help="pictures are in MEDIA_S3_BUCKET: the newsroom, "
        "which has its key, hands them out",
    )  # fmt: skip
    asked = parser.parse_args(arguments)
    if bool(asked.certificate) != bool(asked.key) or (asked.certificate and not asked.host):
        parser.error("--certificate, --key and --host belong together")
    asked.upstream, *asked.others = asked.upstream
    asked.host = asked.host or ""
    asked.user = asked.user or _reader(asked.data_dir)
    return Front(**vars(asked))


def main() -> int:
    """The status of the command."""
    front = asked_for(sys.argv[1:])
    try:
        text = written(front)
        (front.state_dir / "acme").mkdir(parents=True, exist_ok=True)
    except (OSError, UnwritablePath) as problem:
        sys.stderr.write(f"script/nginx-conf: {problem}\n")
        return 1
    sys.stdout.write(text)
    return 0


def _reader(data_dir: Path) -> str:
    """Who can read what the newsroom wrote, if nginx's own choice cannot.

    An ordinary user starts nginx as nobody else.
    """
    if os.geteuid() != 0 or not data_dir.exists():
        return ""
    way = [data_dir, *data_dir.parents]
    is_open = all(folder.stat().st_mode & stat.S_IXOTH for folder in way)
    return "" if is_open else data_dir.owner()


def _port(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= LAST_PORT:
        raise argparse.ArgumentTypeError(f"{text!r} is no port")
    return int(text)


def _place(text: str) -> str:
    if not re.fullmatch(rf"{HOST}:[0-9]{{1,5}}", text, re.IGNORECASE | re.ASCII):
        raise argparse.ArgumentTypeError(f"{text!r} is not like 127.0.0.1:8000")
    return text


def _host(text: str) -> str:
    if not re.fullmatch(rf"{HOST}(?::[0-9]{{1,5}})?", text.lower(), re.ASCII):
        raise argparse.ArgumentTypeError(f"{text!r} is not like news.example.org")
    return text.lower()


def _folder(text: str) -> Path:
    return Path(text).expanduser().resolve()


def _file(text: str) -> Path:
    """Where it will be found from everywhere; a link that renewals change stays a link."""
    return Path(text).expanduser().absolute()


if __name__ == "__main__":
    sys.exit(main())
