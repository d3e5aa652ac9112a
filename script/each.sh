# shellcheck shell=sh
# Sourced after environment.sh: runs the executable files of a folder.

# run_each FOLDER [NAME...]: all of them without names. They are called from the top of the
# repository, with its Python first in PATH; the status is that of the worst of them.
run_each() {
    folder=$1
    shift
    # shellcheck disable=SC2046  # one word a name
    [ $# != 0 ] || set -- $(names_in "$folder")
    cd "$ROOT" || return
    PATH="$VENV/bin:$PATH"
    worst=0
    for name in "$@"; do
        [ -x "$folder/$name" ] || die "there is no $name; there is: $(names_in "$folder" | tr '\n' ' ')"
        run "$folder/$name" || worst=$?
    done
    return "$worst"
}

names_in() {
    for file in "$1"/*; do
        [ ! -f "$file" ] || [ ! -x "$file" ] || basename -- "$file"
    done
}
