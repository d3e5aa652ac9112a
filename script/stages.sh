# shellcheck shell=sh
# Sourced after environment.sh: runs checks one after the other, quietly while they pass.

FAILED=""
LOG=$(mktemp)
trap 'rm -f "$LOG"' EXIT

# stage NAME COMMAND...: one line when it passes, all of its output when it does not.
stage() {
    name=$1
    shift
    started=$(date +%s)
    if run "$@" >"$LOG" 2>&1; then
        printf 'ok    %s (%s s) %s\n' "$name" "$(($(date +%s) - started))" "$(closing_line)"
    else
        printf 'FAIL  %s\n' "$name"
        cat "$LOG"
        FAILED="$FAILED $name;"
    fi
}

# What a check says last is usually its own summary.
closing_line() {
    tail -n 1 "$LOG" | tr -d '=' | cut -c 1-100
}

end_of_stages() {
    [ -z "$FAILED" ] || die "failed:$FAILED"
}
