# shellcheck shell=sh
# Sourced after environment.sh: the CSS and JavaScript linters of package.json.

# npm with the Node.js of the environment, not whatever the machine has, and with the machine's
# certificates, not those that Node.js carries.
npm_here() {
    run env PATH="$VENV/bin:$PATH" NODE_USE_SYSTEM_CA=1 npm --prefix "$ROOT" --no-audit --no-fund \
        --no-update-notifier --loglevel=error "$@" >&2
}

# Needs no network when exactly this lock is installed already.
install_node_linters() {
    cmp -s "$ROOT/package-lock.json" "$ROOT/node_modules/installed-lock" && return
    say "installing the CSS and JavaScript linters"
    npm_here ci && cp "$ROOT/package-lock.json" "$ROOT/node_modules/installed-lock"
}

node_linter() {
    tool=$1
    shift
    PATH="$VENV/bin:$PATH" "$ROOT/node_modules/.bin/$tool" "$@"
}
