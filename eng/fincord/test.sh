# shellcheck shell=bash
# Runs the tests and adds them up. Sourced by ./fincord after build.sh.

SUITES='Domain Grains Connectors Edges Compat Architecture EndToEnd'
RESULTS=$ARTIFACTS/test-results
passed=0 failed=0 skipped=0 failures=''

# Debian and Ubuntu put the server's programs where PATH does not reach.
have_postgres() { have postgres || ls /usr/lib/postgresql/*/bin/postgres >/dev/null 2>&1; }
have_chromium() { have chromium || have chromium-browser || have google-chrome; }

# What tests need beyond .NET and Node: installed as root, otherwise named; tests that miss it skip and say so.
install_test_tools() {
    local missing=''
    have_postgres || missing="$missing postgresql"
    have_chromium || missing="$missing chromium"
    [ -z "$missing" ] && return
    if have apt-get && [ "$(id -u)" -eq 0 ]; then
        say "Installing$missing…"
        # shellcheck disable=SC2086 # a list of words
        if apt-get update -qq >&2 && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >&2; then
            return
        fi
        complain "apt-get could not install$missing; tests that need them are skipped"
    elif have apt-get; then
        complain "tests that need$missing are skipped; to run them: sudo apt-get update && sudo apt-get install$missing"
    else
        complain "tests that need$missing are skipped; install them to run these tests"
    fi
}

wanted() { # SUITE FILTER…: whether one of the filters, if there are any, is part of the suite's name
    local suite filter
    suite=$(printf %s "$1" | tr '[:upper:]' '[:lower:]')
    shift
    [ $# -eq 0 ] && return
    for filter in "$@"; do
        filter=$(printf %s "${filter#Fincord.}" | tr '[:upper:]' '[:lower:]')
        case $suite in *"${filter%.tests}"*) return ;; esac
    done
    return 1
}

# outcome NAME PASSED FAILED SKIPPED SECONDS: one line for people, and the sums
outcome() {
    passed=$((passed + $2)) failed=$((failed + $3)) skipped=$((skipped + $4))
    printf '%-14s %5d passed, %d failed, %d skipped  (%d s)\n' "$1" "$2" "$3" "$4" "$5"
}

# remember_failure SUITE WHAT: what failed is named once more at the end, where it is seen first
remember_failure() { failures="$failures  $1: $2"$'\n'; }

# break_off SUITE WHAT: something else than a test failed
break_off() {
    complain "$1: $2"
    remember_failure "$1" "$2"
}

# attribute NAME FILE: a number of the first <assembly …> of an xunit result
attribute() { sed -n "s/.*<assembly [^>]* $1=\"\([0-9]*\)\".*/\1/p" "$2" | head -n 1; }

# tell_skipped LOG: why tests were skipped, and how many for each reason
tell_skipped() { awk '/\[SKIP\]$/ { if (getline > 0) { sub(/^ +/, ""); reasons[$0]++ } } END { for (reason in reasons) printf "  %d skipped: %s\n", reasons[reason], reason }' "$1"; }

run_suite() { # SUITE [RESULT [ARGUMENTS…]]: the result's file is called as the suite when no name is given
    local suite=$1 name=${2-$1} began=$SECONDS exit_code=0 log xml ran bad line
    log=$RESULTS/$name.log xml=$RESULTS/$name.xml
    rm -f "$xml"
    "$DOTNET" "$(program "Fincord.$suite.Tests")" -noLogo -noColor -xml "$xml" "${@:3}" >"$log" 2>&1 || exit_code=$?
    if [ ! -s "$xml" ] || [ -z "$(attribute total "$xml")" ]; then
        cat "$log"
        break_off "$name" "broke off (exit code $exit_code)"
        outcome "$name" 0 1 0 $((SECONDS - began))
        return
    fi
    bad=$(($(attribute failed "$xml") + $(attribute errors "$xml")))
    ran=$(attribute total "$xml")
    if [ "$ran" -eq 0 ]; then
        break_off "$name" 'has no tests'
        bad=1
    elif [ "$exit_code" -ne 0 ] && [ "$bad" -eq 0 ]; then
        break_off "$name" "ended with exit code $exit_code"
        bad=1
    fi
    if [ "$bad" -ne 0 ]; then
        cat "$log"
        while read -r line; do remember_failure "$name" "$line"; done < <(sed -n 's/^ *\(.*\) \[FAIL\]$/\1/p' "$log")
    else
        tell_skipped "$log"
    fi
    outcome "$name" "$(attribute passed "$xml")" "$bad" "$(attribute skipped "$xml")" $((SECONDS - began))
}

# The suites with grains once more, while the runtime plays what a cluster does: src/Compat/Orleans/ClusterConditions. Pages, starts and kills
# take their time and are the same there, so they are run again in a soak only.
run_under_cluster_conditions() { # SEED SUITE…
    local suite class fewer=''
    export FINCORD_CLUSTER_CONDITIONS=$1
    shift
    if [ "${FINCORD_SOAK-}" != 1 ]; then
        for class in KillTests PageTests GraphiQLTests GraphQLPeerTests GraphQLProtectionTests PermissionTests StartTests DenialTests; do
            fewer="$fewer -class- *$class"
        done
    fi
    say "Under the conditions of a cluster, FINCORD_CLUSTER_CONDITIONS=$FINCORD_CLUSTER_CONDITIONS:"
    set -f # the stars are for xunit
    for suite in "$@"; do
        # shellcheck disable=SC2086 # a list of words
        case $suite in
            Grains | EndToEnd) run_suite "$suite" "$suite-cluster" $fewer ;;
            Compat) run_suite "$suite" "$suite-cluster" -namespace Fincord.Compat.Tests.Orleans ;;
        esac
    done
    set +f
    unset FINCORD_CLUSTER_CONDITIONS
}

# count NAME: a number of vitest's JSON report
count() { sed -n "s/.*\"$1\":\([0-9]*\).*/\1/p" "$RESULTS/web.json" | head -n 1; }

run_web() {
    local began=$SECONDS bad=0 script exit_code=0
    if [ ! -f "$WEB/package.json" ] || ! have_node; then
        say 'The tests of the page need Node 20 or newer: not run.'
        return
    fi
    if ! (install_node_packages src/web); then
        remember_failure web 'its packages could not be installed'
        outcome web 0 1 0 $((SECONDS - began))
        return
    fi
    for script in lint typecheck; do
        (cd "$WEB" && npm run --silent "$script") >"$RESULTS/web-$script.log" 2>&1 && continue
        cat "$RESULTS/web-$script.log"
        break_off web "npm run $script failed"
        bad=$((bad + 1))
    done
    rm -f "$RESULTS/web.json"
    (cd "$WEB" && npm test --silent -- --reporter=default --reporter=json --outputFile.json="$RESULTS/web.json") >"$RESULTS/web.log" 2>&1 || exit_code=$?
    if [ ! -s "$RESULTS/web.json" ] || [ "$(count numTotalTests)" -eq 0 ]; then
        cat "$RESULTS/web.log"
        break_off web "did not run (exit code $exit_code)"
        outcome web 0 $((bad + 1)) 0 $((SECONDS - began))
        return
    fi
    if [ "$exit_code" -ne 0 ]; then
        cat "$RESULTS/web.log"
        remember_failure web "vitest ended with exit code $exit_code"
        [ "$(count numFailedTests)" -eq 0 ] && bad=$((bad + 1))
    fi
    outcome web "$(count numPassedTests)" $((bad + $(count numFailedTests))) "$(count numPendingTests)" $((SECONDS - began))
}

# run_tests [--soak] [NAME…]: the last line is the sum; false when something failed or nothing ran.
run_tests() {
    local suite chosen='' seed=${FINCORD_CLUSTER_CONDITIONS-1}
    unset FINCORD_CLUSTER_CONDITIONS
    while [ $# -gt 0 ]; do
        case $1 in
            --soak)
                export FINCORD_SOAK=1
                seed=$RANDOM
                ;;
            -*)
                complain "test knows --soak and names of suites ($SUITES web), not '$1'"
                exit 2
                ;;
            *) break ;;
        esac
        shift
    done
    for suite in $SUITES web; do
        wanted "$suite" ${@+"$@"} && chosen="$chosen $suite"
    done
    if [ -z "$chosen" ]; then
        complain "no suite is called '$*'; there are: $SUITES web"
        exit 2
    fi

    mkdir -p "$RESULTS"
    case $chosen in *Grains* | *Compat* | *EndToEnd*) install_test_tools ;; esac
    # Subshells, so that a failure here still ends with the sum.
    if [ "$chosen" != ' web' ] && ! (build_solution); then
        remember_failure build 'the solution does not build'
        outcome build 0 1 0 "$SECONDS"
        chosen=''
    fi
    case $chosen in *EndToEnd*) (build_web) || true ;; esac
    case $chosen in *Compat* | *EndToEnd*) (install_node_packages tests/npm) || say 'The tests that run peers from npm need Node 20 or newer: skipped.' ;; esac
    for suite in $chosen; do
        case $suite in
            web) run_web ;;
            *) run_suite "$suite" ;;
        esac
    done
    # The real packages have no such mode.
    # shellcheck disable=SC2086 # a list of words
    case $FLAVOUR$chosen in
        compat*Grains* | compat*EndToEnd* | compat*Compat*) run_under_cluster_conditions "$seed" $chosen ;;
    esac
    echo
    if [ -n "$failures" ]; then printf 'Failed:\n%s\n' "$failures"; fi
    echo "$passed passed, $failed failed, $skipped skipped"
    [ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
}
