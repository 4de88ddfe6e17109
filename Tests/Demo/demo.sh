#!/bin/sh
# make demo: 700 fictitious children over three collection years go in, the star schema stands, the SSDA903 return of the newest
# year comes out. What is there already is left as it is, so a second call takes seconds.
set -eu
cd "$(dirname "$0")/../.."

demo=.demo
loxley=${LOXLEY:-.build/release/loxley}   # another program to be tried: it is not built
authority=892        # fictitious children of this authority (config/loxley.yaml)
years="2024-25 2025-26 2026-27"
newest=2026-27

if [ -n "${LOXLEY_DATABASE_URL:-}" ]; then
    echo "LOXLEY_DATABASE_URL is set: the demonstration would put fictitious children into that warehouse." >&2
    echo "It uses the private server only. Run: env -u LOXLEY_DATABASE_URL make demo" >&2
    exit 2
fi
mkdir -p "$demo"
step() { printf '\n── %s\n' "$*" >&2; }

# A load that needs attention (exit code 3) has been loaded.
needs_no_help() { "$@" || { code=$?; [ "$code" -eq 3 ] || exit "$code"; }; }

step "build"
if [ -n "${LOXLEY:-}" ]; then
    built="as given"
else
    # The first build takes minutes; with nothing to do it takes a second or two.
    before=$(ls -l --time-style=full-iso "$loxley" 2>/dev/null || true)
    swift build -c release --product loxley >&2
    built="built"
    [ "$before" != "$(ls -l --time-style=full-iso "$loxley")" ] || built="already there"
fi

step "database"
state_before=$("$loxley" database status --format csv | sed -n '2s/,.*//p')
"$loxley" database start >/dev/null
needs_no_help "$loxley" migrate >"$demo/migrate.txt"
if [ -s "$demo/migrate.txt" ]; then echo "$(wc -l <"$demo/migrate.txt") steps" >&2; fi
case $state_before in "not made yet") database="made and started" ;; stopped) database="already there, started" ;; *) database="already there, running" ;; esac

step "fictitious children"
if [ -f "$demo/extracts/README.txt" ]; then
    extracts="already there"
    echo "$demo/extracts: already there" >&2
else
    extracts="made"
    rm -rf "$demo/extracts.part"
    "$loxley" synthesise --children 700 --seed 1 --year "$newest" --years 3 --la "$authority" --out "$demo/extracts.part" >"$demo/synthesis.txt"
    head -n 1 "$demo/synthesis.txt" >&2
    mv "$demo/extracts.part" "$demo/extracts"
fi

step "load"
anew=""
for year in $years; do
    needs_no_help "$loxley" load ssda903 --la "$authority" --year "$year" --format csv "$demo/extracts/ssda903/$year" >"$demo/load-$year.csv"
    if grep -q ',loaded,' "$demo/load-$year.csv"; then
        anew=yes
        echo "$year: loaded" >&2
    else
        echo "$year: already loaded" >&2
    fi
done

step "return"
out=$demo/return/$newest
if [ -z "$anew" ] && [ -f "$demo/return/$newest.findings.html" ] && [ -n "$(ls "$out" 2>/dev/null)" ]; then
    return="already there"
    echo "$out: already there" >&2
else
    return="written"
    mkdir -p "$demo/return"
    needs_no_help "$loxley" return ssda903 --la "$authority" --year "$newest" --out "$out" --explain "$demo/return/$newest.left-out.csv" \
        --postcodes "$demo/extracts/reference/postcodes.csv" --providers "$demo/extracts/reference/providers.csv" \
        --report "$demo/return/$newest.findings.html" >"$demo/return.txt"
    grep -E '^ +[0-9]+  (passed|failed|not applicable|could not run)' "$demo/return.txt" >&2 || true
fi

# The end: what was loaded, where things are, what to try. Columns of load-*.csv by name.
echo
awk -F, '
    FNR == 1 { for (i = 1; i <= NF; i++) column[$i] = i; year = FILENAME; sub(/.*load-/, "", year); sub(/\.csv$/, "", year); order[++n] = year; next }
    {
        files[year]++
        read[year] += $column["rows_read"]; new[year] += $column["rows_new"]; changed[year] += $column["rows_changed"]
        aside[year] += $column["rows_quarantined"]
        if ($column["status"] == "loaded") loaded[year] = 1
    }
    END {
        printf " %-9s %5s %9s %9s %9s %12s  %s\n", "year", "files", "read", "new", "changed", "quarantined", ""
        for (i = 1; i <= n; i++) {
            year = order[i]
            if (loaded[year]) printf " %-9s %5d %9d %9d %9d %12d  loaded\n", year, files[year], read[year], new[year], changed[year], aside[year]
            else printf " %-9s %5d %9s %9s %9s %12s  already loaded\n", year, files[year], "", "", "", ""
        }
    }' $(for year in $years; do echo "$demo/load-$year.csv"; done)
echo
row() { printf ' %-10s %-44s %s\n' "$@"; }
row program "$loxley" "$built"
row database "$("$loxley" database status --format json | sed -n 's/.*"folder" : "\(.*\)".*/\1/p')" "$database"
row extracts "$demo/extracts/ssda903" "$extracts"
row return "$out" "$return"
row "left out" "$demo/return/$newest.left-out.csv" "$return"
row findings "$demo/return/$newest.findings.html" "$return"
# A review of the newest year, by child and day, as `why` wants it.
review=$(awk -F, 'NR == 2 { split($3, day, "/"); print $1 "/" day[3] "-" day[2] "-" day[1] }' "$demo/extracts/ssda903/$newest/reviews.csv")
cat <<TRY

 try next
   psql "\$($loxley database url)" -f sql/cookbook/children_in_care_by_placement.sql
   $loxley why star.fact_review $review
   $loxley validate ssda903 --year $newest $out --previous $demo/extracts/ssda903/2025-26
TRY
