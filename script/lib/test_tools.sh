# Programs that only some tests run. What is missing is installed where the user may; where not,
# one line says so, and those tests skip themselves.
#
# Sourced by script/test after setup.sh. Gives `set_up_test_tools`, which never fails.
# shellcheck shell=sh disable=SC2154 # $root

# Each program, and the package of Debian that has it.
test_tools='pdftotext:poppler-utils qpdf:qpdf gs:ghostscript chromium:chromium node:nodejs npm:npm'

set_up_test_tools() {
    packages=$(missing_packages)
    if [ -n "$packages" ] && may_install; then
        say "installing$packages (programs that some tests run)"
        install_what_can_be_had
        packages=$(missing_packages)
    fi
    [ -z "$packages" ] ||
        say "not found, so their tests are skipped:$packages (Debian: sudo apt-get install$packages)"
    install_ace
}

missing_packages() {
    for tool in $test_tools; do
        command -v "${tool%%:*}" >/dev/null || printf ' %s' "${tool#*:}"
    done
}

# Together is quickest; if one of them stands in the way, each by itself.
install_what_can_be_had() {
    # shellcheck disable=SC2086 # a list of words
    apt_install $packages >/dev/null 2>&1 </dev/null && return
    for package in $packages; do
        apt_install "$package" >/dev/null 2>&1 </dev/null || true
    done
}

# Ace by DAISY. npm empties node_modules before it starts, so a stamp in there means that it ended.
# No install script is run: Puppeteer's would download a browser, and Chromium is here already.
install_ace() {
    ace=$root/tests/ace
    ace_stamp=$ace/node_modules/.publisher-setup
    ace_wanted=$(cksum <"$ace/package-lock.json")
    if [ "$(cat "$ace_stamp" 2>/dev/null)" = "$ace_wanted" ] || ! command -v npm >/dev/null; then
        return 0
    fi
    say "installing Ace by DAISY into tests/ace (it checks the accessibility of EPUBs)"
    if quietly npm ci --prefix "$ace" --ignore-scripts --no-audit --no-fund; then
        echo "$ace_wanted" >"$ace_stamp"
    else
        say "Ace could not be installed: its tests are skipped"
    fi
}
