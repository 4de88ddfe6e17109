#!/usr/bin/env bash
# What a load costs, beside psql's \copy of the same file into an all-text unlogged table, in one run. psql's figure is the median
# of six runs, two before each load: a machine's speed changes from second to second, and one run of two seconds says little.
# Usage: bench.sh [--short]   (short: 20,000 children instead of 666,667)
set -euo pipefail
cd "$(dirname "$0")/../.."
children=666667
[ "${1:-}" = "--short" ] && children=20000
swift build -c release --product loxley 2>&1 | tail -1
loxley=$PWD/.build/release/loxley
work=$(mktemp -d /tmp/loxley-bench-XXXXXX)
chmod 755 "$work"
export LOXLEY_DATA=$work/data
unset LOXLEY_DATABASE_URL
trap '"$loxley" database stop --quiet >/dev/null 2>&1 || true; rm -rf "$work"' EXIT
"$loxley" migrate --quiet >/dev/null 2>&1
url=$("$loxley" database url)
now() { date +%s.%N; }
since() { awk -v a="$1" -v b="$(now)" 'BEGIN { printf "%.3f", b - a }'; }
ratio() { awk -v a="$1" -v b="$2" 'BEGIN { printf "%.1f", a / b }'; }
sql() { psql "$url" -qAt "$@"; }

echo "making $((children * 3)) fictitious episodes for $children children"
query=$(grep -v '^--' Tests/Bench/episodes.sql | tr '\n' ' ')
for changed in 0 1; do
    sql -v children="$children" -v changed=$changed -f - <<<"$query" >"$work/episodes$changed.csv"
done
bytes=$(stat -c %s "$work/episodes0.csv")

columns=$(for i in $(seq 13); do printf 'c%s text,' "$i"; done)
sql -c "create unlogged table public.plain (${columns%,})"
copy() {
    sql -c 'truncate public.plain' -c checkpoint
    local start; start=$(now)
    sql -c "\\copy public.plain from $work/episodes0.csv (format csv, header)"
    since "$start"
}
# Runs a load; leaves its seconds, its peak memory in MB and its output behind.
load() {
    sql -c checkpoint
    local start; start=$(now)
    "$loxley" load ssda903 --year 2026-27 --timings "$@" >"$work/out" 2>"$work/err" &
    local pid=$!; peak=0
    while kill -0 $pid 2>/dev/null; do
        local seen; seen=$(awk '/VmHWM/{print int($2/1024)}' /proc/$pid/status 2>/dev/null || echo 0)
        [ "${seen:-0}" -gt "$peak" ] && peak=$seen
        sleep 0.2
    done
    wait $pid || { local code=$?; [ $code = 3 ] || { cat "$work/err"; exit 1; }; }
    seconds=$(since "$start")
}
land() { awk '/read, check, land/{sub("s$","",$NF); print $NF}' "$work/out"; }
row() { printf '%-52s %9.2f %9.2f %8s %8s %6s\n' "$1" "$2" "$3" "$(ratio "$2" "$3")" "$4" "$5"; }

copy >/dev/null # the first writes a file for the first time
copies=("$(copy)" "$(copy)")
load --as-at 2026-09-30 "$work/episodes0.csv"; full=$seconds; fullpeak=$peak; fullland=$(land); cp "$work/out" "$work/full"
# By the next month's delivery autovacuum has been there; here the next month comes in a second.
sql -c 'vacuum (analyze)'
copies+=("$(copy)" "$(copy)")
load --as-at 2026-10-31 "$work/episodes1.csv"; next=$seconds; nextpeak=$peak; nextland=$(land); cp "$work/out" "$work/next"
copies+=("$(copy)" "$(copy)")
load "$work/episodes1.csv"; same=$seconds; samepeak=$peak
# A first file goes straight into source, and a second is told while it is read: a late one lands as a whole.
load --as-at 2026-10-15 "$work/episodes0.csv"; latepeak=$peak; lateland=$(land)

psql=$(printf '%s\n' "${copies[@]}" | sort -n | awk '{ s[NR] = $1 } END { printf "%.3f", (s[NR / 2] + s[NR / 2 + 1]) / 2 }')
printf '\n%s rows, 13 columns, %s MB; seconds of psql \\copy: %s\n\n' "$((children * 3))" "$((bytes / 1000000))" "${copies[*]}"
printf '%-52s %9s %9s %8s %8s %6s\n' "" "seconds" "psql" "times" "at most" "MB"
row "to landing (a late file)" "$lateland" "$psql" 1.5 "$latepeak"
row "past landing into source (a first file)" "$fullland" "$psql" "" "$fullpeak"
row "told while read (a second file)" "$nextland" "$psql" 1.5 "$nextpeak"
row "all the way: source, persons, star" "$full" "$psql" 15 "$fullpeak"
row "the same rows, 1 % changed" "$next" "$psql" 4 "$nextpeak"
printf '%-52s %9.2f %9s %8s %8s %6s\n' "the same bytes again" "$same" "" "" "1 s" "$samepeak"
printf '\nwhere the time of the first load went\n'
sed -n '/where the time went/,/^$/p' "$work/full" | tail -n +2
printf 'where the time of the second load went\n'
sed -n '/where the time went/,/^$/p' "$work/next" | tail -n +2
