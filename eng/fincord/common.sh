# shellcheck shell=bash disable=SC2034 # its variables are for those who source it
# What the other scripts share: messages, the flavour's folders, and stamps that remember what was done from which input.
# Sourced by ./fincord, which sets ROOT.

FLAVOUR=${FincordPackages:-compat}
case $FLAVOUR in
    compat | feed) ;;
    *)
        echo "fincord: FincordPackages is 'compat' or 'feed', not '$FLAVOUR'" >&2
        exit 2
        ;;
esac
export FincordPackages=$FLAVOUR
ARTIFACTS=$ROOT/artifacts/$FLAVOUR
WEB=$ROOT/src/web
WEB_OUT=$WEB/out

if [ -t 2 ] && [ -z "${NO_COLOR-}" ]; then
    BOLD=$(printf '\033[1m') RED=$(printf '\033[31m') PLAIN=$(printf '\033[0m')
else
    BOLD='' RED='' PLAIN=''
fi

# Everything but results goes to the error stream, so that `./fincord candles … | …` stays clean even when it builds first.
say() { printf '%s%s%s\n' "$BOLD" "$*" "$PLAIN" >&2; }
complain() { printf '%sfincord: %s%s\n' "$RED" "$*" "$PLAIN" >&2; }
fail() {
    complain "$*"
    exit 1
}

have() { command -v "$1" >/dev/null 2>&1; }

# quietly COMMAND…: shows what it said only when it fails, and each line once.
quietly() {
    local said
    said=$("$@" 2>&1) || {
        printf '%s\n' "$said" | awk '!seen[$0]++' >&2
        return 1
    }
}

# sha256 of its input; one of these is on every Linux and macOS.
digest() {
    if have sha256sum; then sha256sum; else shasum -a 256; fi
}

# One line that changes when the content, name or number of the files below these paths (from ROOT, wildcards allowed) changes.
hash_of() {
    (
        cd "$ROOT" || exit
        # shellcheck disable=SC2068 # wildcards are resolved here
        find $@ \( -name node_modules -o -name .next -o -name out -o -name TestResults -o -name '*.tsbuildinfo' -o -name next-env.d.ts \) \
            -prune -o -type f -print0 | xargs -0 cksum | LC_ALL=C sort | digest | cut -c1-64
    )
}

# A stamp says: this step was done from the input with this hash; OUTPUT, when given, is not newer, so nobody built it otherwise since.
is_done() { # STEP HASH [OUTPUT]
    local stamp=$ROOT/artifacts/stamps/$1
    [ -n "$2" ] && [ "$(cat "$stamp" 2>/dev/null)" = "$2" ] && [ ! "${3-}" -nt "$stamp" ]
}
mark_done() { # STEP HASH
    mkdir -p "$ROOT/artifacts/stamps"
    printf '%s\n' "$2" >"$ROOT/artifacts/stamps/$1"
}
forget() { rm -f "$ROOT/artifacts/stamps/$1"; } # STEP
