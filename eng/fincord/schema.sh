# shellcheck shell=bash
# Exports the GraphQL schema and compares it with that of a commit. Sourced by ./fincord after build.sh.

SCHEMA=schemas/fincord.graphql

export_schema() {
    build_host
    mkdir -p "$ARTIFACTS"
    "$DOTNET" "$(program Fincord.Host)" schema >"$ARTIFACTS/fincord.graphql"
    mv "$ARTIFACTS/fincord.graphql" "$ROOT/$SCHEMA"
    say "Written: $SCHEMA. The page's types follow with: npm run codegen (in src/web)"
}

diff_schema() { # [REF]
    local before
    have_node || fail 'schema diff needs Node 20 or newer'
    install_node_packages src/web
    before=$(mktemp)
    git -C "$ROOT" show "${1-HEAD}:$SCHEMA" >"$before" || fail "the commit '${1-HEAD}' has no $SCHEMA"
    node "$WEB/scripts/graphql/diff.mjs" "$before" "$ROOT/$SCHEMA"
}

run_schema() {
    case ${1-} in
        export) export_schema ;;
        diff) diff_schema "${2-HEAD}" ;;
        *)
            complain 'schema knows export and diff [REF]'
            exit 2
            ;;
    esac
}
