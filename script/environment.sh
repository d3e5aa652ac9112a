# shellcheck shell=sh
# Sourced by the commands beside this file. Finds Python, makes .venv at the top of the
# repository and installs into it exactly what a lock file lists. Speaks on stderr only.

ROOT=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
VENV="$ROOT/.venv"
PYTHON="$VENV/bin/python"
NEEDS="Python 3.11 or newer with its venv module is needed"

# Other people's Python settings would reach into ours; without byte-code every start is slow.
unset PYTHONHOME PYTHONPATH PYTHONDONTWRITEBYTECODE

say() {
    printf 'Broadside: %s\n' "$*" >&2
}

die() {
    say "$*"
    exit 1
}

# Runs a command so that a signal to this script ends it too.
run() {
    "$@" <&0 &
    child=$!
    trap 'kill "$child" 2>/dev/null || true; wait "$child" || true; exit 143' HUP INT TERM
    status=0
    wait "$child" || status=$?
    trap - HUP INT TERM
    return "$status"
}

is_new_enough() {
    "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null
}

find_python() {
    for candidate in python3 python3.11 python3.12 python3.13 python3.14 /usr/bin/python3; do
        if is_new_enough "$candidate" && "$candidate" -c 'import ensurepip, venv' 2>/dev/null; then
            echo "$candidate"
            return
        fi
    done
    return 1
}

install_python() {
    if command -v python3 >/dev/null && ! is_new_enough python3; then
        die "$NEEDS; this machine has $(python3 --version 2>&1). Debian 12 and later have a newer one"
    fi
    if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
        die "$NEEDS; please ask the administrator to run: apt-get install -y python3-venv"
    fi
    say "installing python3-venv with apt-get"
    run env DEBIAN_FRONTEND=noninteractive apt-get update -qq >&2 || true
    run env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq python3-venv >&2 ||
        die "$NEEDS, and apt-get could not install it"
}

make_environment() {
    is_new_enough "$PYTHON" && return
    find_python >/dev/null || install_python
    base=$(find_python) || die "$NEEDS, and there is none on this machine"
    say "making the Python environment in $VENV"
    run "$base" -m venv --clear "$VENV" ||
        die "$VENV could not be made; is the disk full, or does the folder belong to somebody else?"
}

# uv comes from the package index like everything else, checked against its own small lock.
with_uv() {
    "$PYTHON" -c 'import pip' 2>/dev/null || "$PYTHON" -m ensurepip >/dev/null
    run "$PYTHON" -m pip install -qq --disable-pip-version-check \
        --require-hashes --requirement "$ROOT/requirements-uv.txt" >&2 &&
        run "$VENV/bin/uv" --quiet --system-certs pip install --python "$PYTHON" \
            --require-hashes --requirement "$1" >&2
}

with_pip() {
    say "uv could not do it; trying pip, which is slower"
    run "$PYTHON" -m pip install -qq --disable-pip-version-check \
        --require-hashes --requirement "$1" >&2
}

# is_installed LOCK: the environment works and was filled from exactly this lock.
is_installed() {
    cmp -s "$ROOT/$1" "$VENV/installed-$1" && "$PYTHON" -c 'import django' 2>/dev/null
}

# install_lock LOCK: needs no network, and says nothing, when the lock is installed already.
install_lock() {
    is_installed "$1" && return
    make_environment
    say "installing $(grep -c '^[a-z]' "$ROOT/$1") packages, which takes a moment"
    with_uv "$ROOT/$1" || with_pip "$ROOT/$1" ||
        die "the packages could not be installed; is this machine online, and is there room on the disk?"
    cp "$ROOT/$1" "$VENV/installed-$1"
}

# The runtime's packages are part of the development lock, so either will do.
install_runtime() {
    if ! is_installed requirements-dev.txt; then
        install_lock requirements.txt
        [ -z "${MEDIA_S3_BUCKET:-}" ] || install_lock requirements-s3.txt
    fi
}

# Whatever settings the caller's shell names: these commands run the real newsroom.
use_production() {
    export DJANGO_SETTINGS_MODULE=config.settings.production
}
