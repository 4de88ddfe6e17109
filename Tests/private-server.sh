# To be read by a shell script (. Tests/private-server.sh) that stands in Loxley's folder: a private server of its own in a temporary
# folder, brought up to this version, stopped and removed when the script ends. Sets loxley and url.

loxley=${LOXLEY:-$PWD/.build/debug/loxley}
if [ ! -x "$loxley" ]; then
    echo "$loxley is not built: swift build --product loxley" >&2
    exit 1
fi
# Not the user's own warehouse, and not the user's own settings.
unset LOXLEY_DATABASE_URL PGSERVICE PGOPTIONS PGDATABASE PGHOST PGUSER || true
LOXLEY_HOME=$PWD
LOXLEY_DATA=$(mktemp -d /tmp/loxley-XXXXXX)
export LOXLEY_HOME LOXLEY_DATA
work=$(mktemp -d)

stop_server() {
    code=$?
    trap - EXIT INT TERM
    "$loxley" database stop --quiet || true
    rm -rf "$LOXLEY_DATA" "$work"
    [ -z "${sockets:-}" ] || rmdir "$sockets" 2>/dev/null || true
    exit "$code"
}
trap stop_server EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

url=$("$loxley" database start)
sockets=$(printf %s "$url" | sed "s/.*host=//; s/%2F/\//g; s/%2D/-/g; s/%5F/_/g")
"$loxley" migrate --quiet >"$work/migrate" || { cat "$work/migrate" >&2; exit 1; }
