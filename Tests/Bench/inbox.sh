#!/usr/bin/env bash
# What a whole inbox costs: every agency's files, loaded by one `loxley run` into an empty warehouse; beside it psql's \copy of the same
# delimited files into all-text unlogged tables. Daily attendance, which is as long as all else together, is measured apart.
# Usage: inbox.sh [--short | CHILDREN…]   (short: 700 and 2,000 children instead of 700, 8,000 and 80,000)
set -euo pipefail
cd "$(dirname "$0")/../.."
sizes=(700 8000 80000)
if [ "${1:-}" = "--short" ]; then sizes=(700 2000); elif [ $# -gt 0 ]; then sizes=("$@"); fi
swift build -c release --product loxley 2>&1 | tail -1
loxley=$PWD/.build/release/loxley
work=$(mktemp -d /tmp/loxley-inbox-XXXXXX)
chmod 755 "$work"
export LOXLEY_DATA=$work/data
export PGOPTIONS='-c client_min_messages=warning'
unset LOXLEY_DATABASE_URL
trap '"$loxley" database stop --quiet >/dev/null 2>&1 || true; rm -rf "$work"' EXIT
now() { date +%s.%N; }
since() { awk -v a="$1" -v b="$(now)" 'BEGIN { printf "%.3f", b - a }'; }

# Seconds of psql for every delimited file under a folder.
copy() {
    local start total=0
    sql -c 'drop schema if exists plain cascade' -c 'create schema plain'
    while IFS= read -r file; do
        local columns; columns=$(head -1 "$file" | tr -d '\r' | awk -F, '{ for (i = 1; i <= NF; i++) printf "%sc%d text", (i > 1 ? "," : ""), i }')
        sql -c 'drop table if exists plain.file' -c "create unlogged table plain.file ($columns)"
        start=$(now)
        # A file with a title block or another encoding is no rectangle for psql: it is left out of both sides' bytes.
        sql -c "\\copy plain.file from '$file' (format csv, header, encoding 'UTF8')" 2>/dev/null || { echo "$file" >>"$work/skipped"; continue; }
        total=$(awk -v a="$total" -v b="$(since "$start")" 'BEGIN { print a + b }')
    done < <(find "$1" -name '*.csv' | sort)
    echo "$total"
}
sql() { psql "$url" -qAt "$@"; }
# Runs the inbox; leaves seconds, peak memory in MB, files and rows behind.
run() {
    local start; start=$(now)
    "$loxley" run --inbox "$1" --settle 0 --format csv >"$work/report.csv" 2>"$work/err" &
    local pid=$! peak=0
    while kill -0 $pid 2>/dev/null; do
        local seen; seen=$(awk '/VmHWM/{print int($2/1024)}' /proc/$pid/status 2>/dev/null || echo 0)
        [ "${seen:-0}" -gt "$peak" ] && peak=$seen
        sleep 0.2
    done
    wait $pid || { local code=$?; [ $code = 3 ] || { cat "$work/err" >&2; exit 1; }; }
    seconds=$(since "$start") memory=$peak
    read -r files rows < <(awk -F, 'NR == 1 { for (i = 1; i <= NF; i++) if ($i == "rows_read") place = i; next }
        { files++; rows += $place } END { print files, rows }' "$work/report.csv")
}

printf '%-28s %8s %6s %10s %9s %9s %7s %10s %6s\n' "" children files rows seconds psql times "rows/s" MB
measure() {
    local name=$1 children=$2 folder=$3
    "$loxley" database stop --quiet >/dev/null 2>&1 || true
    rm -rf "$work/data"
    "$loxley" migrate --quiet >/dev/null 2>&1
    url=$("$loxley" database url)
    local psql; psql=$(copy "$folder")
    run "$folder"
    awk -v n="$name" -v c="$children" -v f="$files" -v r="$rows" -v s="$seconds" -v p="$psql" -v m="$memory" \
        'BEGIN { printf "%-28s %8d %6d %10d %9.2f %9.2f %7.1f %10d %6d\n", n, c, f, r, s, p, (p > 0 ? s / p : 0), r / s, m }'
}
previous=0
for children in "${sizes[@]}"; do
    out=$work/made
    rm -rf "$out"
    "$loxley" synthesise --children "$children" --seed 1 --out "$out" --quiet >/dev/null 2>&1
    mkdir -p "$work/attendance/virtual-school"
    rm -f "$work"/attendance/virtual-school/*
    cp "$out/inbox/virtual-school/delivery.yaml" "$work/attendance/virtual-school/"
    find "$out/inbox/virtual-school" -iname '*attendance*' -exec mv {} "$work/attendance/virtual-school/" \;
    measure "every feed" "$children" "$out/inbox"
    [ "$previous" = 0 ] || awk -v a="$previous" -v b="$seconds" 'BEGIN { printf "%-28s growth %.1f times\n", "", b / a }'
    previous=$seconds
    # Attendance needs the children it is about: into the same warehouse, after the others.
    psql=$(copy "$work/attendance")
    run "$work/attendance"
    awk -v c="$children" -v f="$files" -v r="$rows" -v s="$seconds" -v p="$psql" -v m="$memory" \
        'BEGIN { printf "%-28s %8d %6d %10d %9.2f %9.2f %7.1f %10d %6d\n", "daily attendance", c, f, r, s, p, (p > 0 ? s / p : 0), r / s, m }'
done
