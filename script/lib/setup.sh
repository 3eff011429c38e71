# What script/build and script/test have in common: the machine is made ready to run publisher.
#
# Sourced, with $root set to the checkout. Gives `set_up`, `say`, and $python, the Python to run.
# POSIX sh, since Alpine has no bash and macOS an old one. Messages go to standard error, so that
# `script/build --format json` can be read by a program.
# shellcheck shell=sh disable=SC2154 # $root

# shellcheck source=script/lib/system.sh
. "$root/script/lib/system.sh"

venv=$root/.venv
case ${OS-} in
    Windows_NT) venv_programs=$venv/Scripts ;;
    *) venv_programs=$venv/bin ;;
esac
python=$venv_programs/python
stamp=$venv/.publisher-setup

# An activated environment must not be what the environment is rebuilt from.
case $PATH in
    *"$venv_programs:"*) PATH=${PATH%%"$venv_programs:"*}${PATH#*"$venv_programs:"} ;;
esac
unset VIRTUAL_ENV

# Homebrew's libraries are where only Homebrew's own Python looks for them.
if [ -d /opt/homebrew/lib ]; then
    export DYLD_FALLBACK_LIBRARY_PATH="${DYLD_FALLBACK_LIBRARY_PATH:-/opt/homebrew/lib:/usr/local/lib:/usr/lib}"
fi

# Everything that `publisher build` needs, whatever was there before. Quick when all of it is there.
set_up() {
    is_ready && return
    is_sound_environment || new_environment
    if ! is_synced || ! has_publisher; then
        sync_environment
    fi
    has_pango || install_pango
}

is_ready() {
    is_synced && "$python" -I "$root/script/lib/ready.py" 2>/dev/null
}

# --- The virtual environment ----------------------------------------------------------------------

# The environment was made for this place by these files, down to the last step.
is_synced() {
    [ -x "$python" ] && [ "$(cat "$stamp" 2>/dev/null)" = "$(wanted_stamp)" ]
}

wanted_stamp() {
    printf '%s\n' "$root"
    cat "$root/pyproject.toml" "$root/uv.lock" | cksum
}

has_publisher() {
    "$python" -I -c 'import publisher' 2>/dev/null
}

# An environment of our own or one that `uv sync` made: either can be brought up to date. Not so if
# its Python has vanished, or was replaced by another version, which looks into another folder.
is_sound_environment() {
    "$python" -I -c '
import os, sys, sysconfig
sys.exit(sys.version_info < (3, 11) or not os.path.isdir(sysconfig.get_path("purelib")))
' 2>/dev/null && "$venv_programs/uv" --version >/dev/null 2>&1
}

new_environment() {
    base_python=$(find_python) || install_python
    say "making a virtual environment in .venv with $base_python"
    rm -rf "$venv"
    quietly "$base_python" -m venv "$venv" || fail "the virtual environment could not be made"
    quietly "$python" -m pip install --disable-pip-version-check "uv==$(locked_uv)" ||
        fail "uv, which installs the locked Python packages, could not be installed"
}

# uv installs itself by the lock file later: this is the version that will stay.
locked_uv() {
    sed -n '/^name = "uv"$/{n;s/^version = "\(.*\)"$/\1/p;}' "$root/uv.lock"
}

sync_environment() {
    say "installing the locked Python packages into .venv"
    set --
    if cannot_be_trusted; then
        set -- --reinstall
    fi
    echo begun >"$stamp"
    quietly run_uv_sync "$@" || fail "the Python packages could not be installed"
    wanted_stamp >"$stamp"
}

# Cut off half-way, or moved here from another place, or damaged although all was done: then no file
# in the environment can be relied on. One that `uv sync` made has no stamp and is as good as ours.
cannot_be_trusted() {
    made_for=$(sed -n 1p "$stamp" 2>/dev/null)
    { [ -n "$made_for" ] && [ "$made_for" != "$root" ]; } || is_synced
}

# Offline, what uv has downloaded before will do: it may be all that a changed setting needs.
run_uv_sync() {
    uv_sync "$@" || uv_sync --offline "$@"
}

uv_sync() {
    UV_PROJECT_ENVIRONMENT=$venv "$venv_programs/uv" sync \
        --project "$root" --python "$python" --no-python-downloads \
        --frozen --all-extras "$@"
}

# --- Python ---------------------------------------------------------------------------------------

# Prints the first Python that an environment can be made with. Debian's lacks ensurepip until
# python3-venv is installed; a shim of pyenv is there for Pythons that cannot be run.
find_python() {
    for candidate in python3 python3.14 python3.13 python3.12 python3.11 python; do
        if "$candidate" -c '
import sys
assert sys.version_info >= (3, 11)
import ensurepip, venv
' >/dev/null 2>&1; then
            echo "$candidate"
            return
        fi
    done
    return 1
}

# Pango is asked for in the same breath: a machine without Python will not have it either, and a
# user who has to install both by hand shall hear of it once.
install_python() {
    why="to run publisher: Python 3.11 or newer with venv, and Pango, which sets the text"
    # shellcheck disable=SC2086 # lists of words
    install_packages "$why" $apt_python $apt_pango || refuse "$why"
    base_python=$(find_python) || refuse "$why (the distribution's own Python is too old)"
}

# --- Pango ----------------------------------------------------------------------------------------

# Asks WeasyPrint itself, which takes half a second; `ready.py` is the quick way when all is well.
# Without HarfBuzz's subsetter WeasyPrint only warns, but makes other files.
has_pango() {
    "$python" -I -W 'error:HarfBuzz-Subset' -c 'import weasyprint' >/dev/null 2>&1
}

install_pango() {
    why="to set text: Pango and HarfBuzz's subsetter"
    # shellcheck disable=SC2086 # a list of words
    install_packages "$why" $apt_pango || refuse "$why"
    has_pango || {
        "$python" -I -c 'import weasyprint' >&2 || true
        fail "Pango is installed, but WeasyPrint cannot load it"
    }
}
