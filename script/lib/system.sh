# The system's packages: installed where the user may, else told how to.
#
# Sourced by setup.sh. Only apt is driven, which the bare Debian of the promise has; on other
# systems nothing is installed behind the user's back.
# shellcheck shell=sh

apt_python='python3 python3-venv'
apt_pango='libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0'
apt_updated=''

say() {
    printf 'publisher: %s\n' "$*" >&2
}

fail() {
    say "$*"
    exit 1
}

# quietly COMMAND...: its output is shown only if it fails.
quietly() {
    quietly_log=$(mktemp)
    quietly_status=0
    "$@" >"$quietly_log" 2>&1 </dev/null || quietly_status=$?
    [ "$quietly_status" -eq 0 ] || cat "$quietly_log" >&2
    rm -f "$quietly_log"
    return "$quietly_status"
}

# install_packages WHY PACKAGE...: fails without a word where there is no apt or no permission.
install_packages() {
    may_install || return
    install_why=$1
    shift
    say "installing $* ($install_why)"
    quietly apt_install "$@" || fail "apt-get could not install $*"
}

may_install() {
    command -v apt-get >/dev/null && as_root true 2>/dev/null
}

# sudo only where it asks for no password: there may be nobody to ask.
as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    else
        sudo -n "$@"
    fi
}

# A bare machine has no package lists, or old ones that name files which are gone by now. Where
# they cannot all be renewed, those that can may do.
apt_install() {
    if [ -z "$apt_updated" ]; then
        apt_get update || true
        apt_updated=yes
    fi
    apt_get install --yes --no-install-recommends "$@"
}

# The lock: a new machine may be busy with its own upgrades.
apt_get() {
    as_root env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=120 -qq "$@"
}

# refuse WHY: says what to run, and ends.
refuse() {
    say "missing, $1."
    cat >&2 <<END
This user may not install it, or the system is not one where this script can. The command is:
  Debian, Ubuntu    sudo apt-get install $apt_python $apt_pango
  Fedora            sudo dnf install python3 pango
  Alpine            sudo apk add python3 py3-pip so:libpango-1.0.so.0 so:libpangoft2-1.0.so.0 so:libharfbuzz-subset.so.0 so:libfontconfig.so.1
  macOS (Homebrew)  brew install python pango
  Windows           winget install Python.Python.3.13
                    and in the shell of MSYS2: pacman -S mingw-w64-x86_64-pango
Then run this script again.
END
    exit 1
}
