#!/bin/sh
# What a bare warehouse can tell: contracts, code lists and the schema are in order (loxley doctor), and every query of the cookbook
# and of the documentation runs.
set -eu
cd "$(dirname "$0")/../.."
. Tests/private-server.sh

"$loxley" doctor >"$work/doctor" || { cat "$work/doctor"; exit 1; }

queries=0
runs() { # FILE NAME
    queries=$((queries + 1))
    psql "$url" -X -q -v ON_ERROR_STOP=1 -f "$1" >/dev/null 2>"$work/error" && return
    echo "$2:"
    sed 's/^[^ ]*: *//' "$work/error"
    exit 1
}
for query in sql/cookbook/*.sql; do runs "$query" "$query"; done

# Blocks ```sql of the pages, one by one.
for page in README.md docs/*.md docs/how-to/*.md; do
    rm -f "$work"/block-*
    awk -v prefix="$work/block-" '
        /^ *```sql$/ { inside = 1; file = prefix sprintf("%03d.sql", ++n); next }
        /^ *```/ { inside = 0 }
        inside { print > file }' "$page"
    for query in "$work"/block-*; do
        [ -f "$query" ] || continue
        number=${query##*block-}
        runs "$query" "$page, SQL block ${number%.sql}"
    done
done
echo "warehouse: doctor finds nothing wrong, $queries queries run"
