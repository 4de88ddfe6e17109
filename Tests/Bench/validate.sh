#!/usr/bin/env bash
# What a validation costs: every rule of 2026-27 on fictitious returns with the previous year, postcodes and providers, 5 % of the rows faulty.
# Seconds are those of the whole command while the private server runs, the best of three; MB is the most that loxley itself used.
# Usage: validate.sh [--short]   (short: 700 and 8,000 children; otherwise also 80,000, as many as England looks after)
set -euo pipefail
cd "$(dirname "$0")/../.."
sizes="700:0.5 8000:3 80000:16"
[ "${1:-}" = "--short" ] && sizes="700:0.5 8000:3"
swift build -c release --product loxley ${LOXLEY_SCRATCH:+--scratch-path "$LOXLEY_SCRATCH"} 2>&1 | tail -1
loxley=$PWD/${LOXLEY_SCRATCH:-.build}/release/loxley
work=$(mktemp -d /tmp/loxley-bench-XXXXXX)
chmod 755 "$work"
export LOXLEY_DATA=$work/data
unset LOXLEY_DATABASE_URL
trap '"$loxley" database stop --quiet >/dev/null 2>&1 || true; rm -rf "$work"' EXIT
"$loxley" database start --quiet >/dev/null

# Runs a validation; leaves its seconds, its peak memory in MB and its output behind.
validate() {
    local start; start=$(date +%s%N)
    "$loxley" validate ssda903 --year 2026-27 "$work/in/ssda903/2026-27" --previous "$work/in/ssda903/2025-26" --postcodes "$work/in/nspl.csv" \
        --providers "$work/in/truth/providers.csv" --findings "$work/findings.csv" --timings >"$work/out" 2>"$work/err" &
    local pid=$!; peak=0
    while kill -0 $pid 2>/dev/null; do
        local seen; seen=$(awk '/VmHWM/{print int($2/1024)}' /proc/$pid/status 2>/dev/null || echo 0)
        [ "${seen:-0}" -gt "$peak" ] && peak=$seen
        sleep 0.01
    done
    wait $pid || { local code=$?; [ $code = 3 ] || { cat "$work/err"; exit 1; }; }
    seconds=$(awk -v a="$start" -v b="$(date +%s%N)" 'BEGIN { printf "%.2f", (b - a) / 1e9 }')
}

printf '\n%-10s %12s %10s %12s %9s %9s %6s\n' children rows "rules run" findings seconds "at most" MB
for pair in $sizes; do
    children=${pair%:*}
    rm -rf "$work/in"
    "$loxley" synthesise --children "$children" --years 2 --mess 0.05 --only ssda903 --out "$work/in" --quiet
    # The invented postcodes in the columns of the National Statistics Postcode Lookup.
    awk -F, 'NR == FNR { code[$1] = $2; next } FNR == 1 { print "pcds,laua,oseast1m,osnrth1m"; next } { print $1 "," code[$2] "," $3 "," $4 }' \
        config/local_authorities.csv "$work/in/truth/postcodes.csv" >"$work/in/nspl.csv"
    best=""; most=0
    for _ in 1 2 3; do
        validate
        best=$(awk -v a="${best:-999}" -v b="$seconds" 'BEGIN { print (b < a ? b : a) }')
        [ "$peak" -gt "$most" ] && most=$peak
    done
    rows=$(awk '/ rows$/{gsub(",", "", $4); sum += $4} END { print sum }' "$work/out")
    ran=$(awk '$2 == "passed" || $2 == "failed" { sum += $1 } END { print sum }' "$work/out")
    found=$(($(wc -l <"$work/findings.csv") - 1))
    printf "%-10s %'12d %10s %'12d %9s %9s %6s\n" "$children" "$rows" "$ran" "$found" "$best" "${pair#*:}" "$most"
done
printf '\nwhere the time of the last one went\n'
grep -v '^warning' "$work/err" | sed -n '2,16p'
