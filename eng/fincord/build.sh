# shellcheck shell=bash
# Brings packages and builds, each only when its input changed. Sourced by ./fincord.

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_CLI_WORKLOAD_UPDATE_NOTIFY_DISABLE=1 NEXT_TELEMETRY_DISABLED=1

DOTNET=dotnet
if ! have dotnet; then
    for folder in "${DOTNET_ROOT-}" "$HOME/.dotnet" /usr/share/dotnet /usr/lib/dotnet /usr/local/share/dotnet; do
        if [ -x "$folder/dotnet" ]; then
            DOTNET=$folder/dotnet
            break
        fi
    done
fi

# What every build depends on; the page is not among it.
BUILD_INPUTS='eng src/Compat src/Fincord.* schemas Directory.Build.props Directory.Build.targets Directory.Packages.props global.json .editorconfig BannedSymbols.txt Fincord.sln'

program() {
    case $1 in
        Fincord.Cli) echo "$ARTIFACTS/bin/Fincord.Cli/release/fincord.dll" ;;
        *) echo "$ARTIFACTS/bin/$1/release/$1.dll" ;;
    esac
}

need_dotnet_sdk() {
    if ! have "$DOTNET" || ! "$DOTNET" --list-sdks 2>/dev/null | grep -q '^10\.'; then
        fail 'the .NET 10 SDK is missing: install it from https://dotnet.microsoft.com/download/dotnet/10.0 (Ubuntu: sudo apt-get install dotnet-sdk-10.0)'
    fi
}

# build NAME PROJECT-OR-SOLUTION PROGRAM INPUT…: restores and builds it unless it is built from this input.
build() {
    local name=$1 target=$2 output=$3 input
    shift 3
    # shellcheck disable=SC2086 # a list of words
    input=$(hash_of $BUILD_INPUTS "$@")
    [ -f "$output" ] && is_done "$FLAVOUR-$name" "$input" "$output" && return
    need_dotnet_sdk
    say "Building $name ($FLAVOUR)…"
    (cd "$ROOT" && quietly "$DOTNET" build "$target" -c Release -v quiet -nologo -clp:NoSummary) || fail "the build of $name failed: see above"
    mark_done "$FLAVOUR-$name" "$input"
}

build_host() { build host src/Fincord.Host "$(program Fincord.Host)"; }

build_solution() {
    local input
    # shellcheck disable=SC2086 # a list of words
    input=$(hash_of $BUILD_INPUTS)
    # The solution holds the host: one that was built from something else meanwhile is built again.
    is_done "$FLAVOUR-host" "$input" "$(program Fincord.Host)" || forget "$FLAVOUR-solution"
    build solution Fincord.sln "$(program Fincord.Architecture.Tests)" tests
    mark_done "$FLAVOUR-host" "$input"
}

# Runs what was built, without looking whether something changed since: a command answers at once.
run_cli() {
    [ -f "$(program Fincord.Cli)" ] || build cli src/Fincord.Cli "$(program Fincord.Cli)"
    exec "$DOTNET" "$(program Fincord.Cli)" ${@+"$@"}
}

have_node() {
    local version
    version=$(node --version 2>/dev/null) || return 1
    version=${version#v}
    [ "${version%%.*}" -ge 20 ] && have npm
}

# npm ci in a folder when its lock file changed; false when there is nothing to do it with.
install_node_packages() {
    local folder=$1 input
    [ -f "$ROOT/$folder/package-lock.json" ] || return 1
    have_node || return 1
    input=$(cd "$ROOT/$folder" && digest <package-lock.json | cut -c1-64)
    is_done "npm-${folder//\//-}" "$input" && [ -d "$ROOT/$folder/node_modules" ] && return
    say "Installing the packages of $folder…"
    (cd "$ROOT/$folder" && quietly npm ci --no-audit --no-fund --loglevel=error) || fail "npm ci failed in $folder: see above"
    mark_done "npm-${folder//\//-}" "$input"
}

# The page, exported as files that the host serves; false (and said) without Node.
build_web() {
    local input
    [ -f "$WEB/package.json" ] || return 1
    input=$(hash_of src/web schemas)
    [ -f "$WEB_OUT/index.html" ] && is_done web "$input" && return
    if ! have_node; then
        say 'Node 20 or newer is missing, so the page in the browser is not built; everything else runs.'
        return 1
    fi
    install_node_packages src/web
    say 'Building the page…'
    (cd "$WEB" && quietly npm run --silent build) || fail 'the page could not be built: see above'
    mark_done web "$input"
}
