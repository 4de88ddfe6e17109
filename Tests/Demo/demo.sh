#!/bin/sh
# make demo: what every agency knows of 700 fictitious children goes in from one inbox, the star schema stands, the SSDA903 return of
# the newest year comes out. Everything is as it stood when the last month ended: the newest year is the one that was running on that day.
# What is there already is left as it is, so a second call takes seconds.
# For tests: LOXLEY=PROGRAM is not built; LOXLEY_DEMO=FOLDER, LOXLEY_CHILDREN=NUMBER and LOXLEY_AS_AT=DATE replace what is said above.
set -eu
cd "$(dirname "$0")/../.."

demo=${LOXLEY_DEMO:-.demo}
loxley=${LOXLEY:-.build/release/loxley}
authority=892        # fictitious children of this authority (config/loxley.yaml)
latest=2026          # the newest year whose return is known begins in 2026: later on, it is the newest and complete

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

# The newest collection year that has begun by the day (years begin on 1 April).
year_of() { # YYYY-MM-DD
    begins=${1%%-*}
    case $1 in *-0[123]-*) begins=$((begins - 1)) ;; esac
    if [ "$begins" -gt "$latest" ]; then begins=$latest; fi
    printf '%d-%02d\n' "$begins" $(((begins + 1) % 100))
}

step "fictitious children"
if [ -f "$demo/extracts/README.txt" ]; then
    extracts="already there"
    echo "$demo/extracts: already there" >&2
else
    extracts="made"
    rm -rf "$demo/extracts.part"
    as_at=${LOXLEY_AS_AT:-$(date -d "$(date +%Y-%m-01) - 1 day" +%F)}
    "$loxley" synthesise --children "${LOXLEY_CHILDREN:-700}" --seed 1 --year "$(year_of "$as_at")" --years 3 --as-at "$as_at" --la "$authority" \
        --out "$demo/extracts.part" >"$demo/synthesis.txt"
    head -n 1 "$demo/synthesis.txt" >&2
    mv "$demo/extracts.part" "$demo/extracts"
fi
newest=$(ls "$demo/extracts/ssda903" | tail -n 1)
before_it=$(ls "$demo/extracts/ssda903" | tail -n 2 | head -n 1)
as_at=$(sed -n 's/^as_at: //p' "$demo/extracts/inbox/ssda903-$newest/delivery.yaml")

step "load the inbox"
# The files were made a moment ago and will not grow.
needs_no_help "$loxley" run --inbox "$demo/extracts/inbox" --settle 0 --format csv >"$demo/run.csv"
anew=""
if grep -q ',loaded,' "$demo/run.csv"; then anew=yes; else echo "already loaded" >&2; fi

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
    # The rules with findings, and why there are any.
    awk '/^rule +severity/ { on = 1 } on && NF == 0 { exit } on' "$demo/return.txt" >&2
    case $as_at in *-03-31) ;; *) cat >&2 <<WHY
The year is still running: rules judge it as on 31 March, and an open episode as if it lasted until then (359, 365, 367).
WHY
    esac
    echo "Care that ended before the oldest year here is not known: 1001 and 1002 ask after it." >&2
fi

# The end: what was loaded, where things are, what to try. Columns of run.csv by name; the agency is the first part of a dataset's name.
echo
awk -F, '
    FNR == 1 { for (i = 1; i <= NF; i++) column[$i] = i; next }
    {
        agency = $column["dataset"]; sub(/\/.*/, "", agency)
        if (!(agency in files)) order[++n] = agency
        files[agency]++; read[agency] += $column["rows_read"]; new[agency] += $column["rows_new"]
        waiting[agency] += $column["rows_waiting"]; ignored[agency] += $column["rows_ignored"]; aside[agency] += $column["rows_quarantined"]
        if ($column["status"] == "loaded") loaded[agency] = 1
    }
    END {
        printf " %-15s %5s %9s %9s %8s %8s %12s\n", "agency", "files", "read", "new", "waiting", "ignored", "quarantined"
        for (i = 1; i <= n; i++) {
            agency = order[i]
            if (loaded[agency]) printf " %-15s %5d %9d %9d %8d %8d %12d\n", agency, files[agency], read[agency], new[agency], waiting[agency], ignored[agency], aside[agency]
            else printf " %-15s %5d  already loaded\n", agency, files[agency]
        }
    }' "$demo/run.csv"
echo
# Facts of the star, and how many of them hold rows.
facts=$(psql "$("$loxley" database url)" -qAt -v ON_ERROR_STOP=1 <<'SQL'
select count(*) || ' fact tables, ' || count(*) filter (where has) || ' of them with rows'
from (
    select (xpath('/row/has/text()', query_to_xml(format('select exists (select from star.%I) as has', relname), false, true, '')))[1]::text = 'true' as has
    from pg_class where relnamespace = 'star'::regnamespace and relkind = 'r' and relname like 'fact\_%'
) as facts
SQL
)
row() { printf ' %-10s %-44s %s\n' "$@"; }
row program "$loxley" "$built"
row database "$("$loxley" database status --format json | sed -n 's/.*"folder" : "\(.*\)".*/\1/p')" "$database"
row inbox "$demo/extracts/inbox" "$extracts"
row "as at" "$as_at" ""
row star "$facts" ""
row return "$out" "$return"
row "left out" "$demo/return/$newest.left-out.csv" "$return"
row findings "$demo/return/$newest.findings.html" "$return"
# A review of the newest year, by child and day, as `why` wants it.
review=$(awk -F, 'NR == 2 { split($3, day, "/"); print $1 "/" day[3] "-" day[2] "-" day[1] }' "$demo/extracts/ssda903/$newest/reviews.csv")
cat <<TRY

 try next
   psql "\$($loxley database url)" -f sql/cookbook/children_in_care_by_placement.sql
   $loxley why star.fact_review $review
   $loxley status
   $loxley validate ssda903 --year $newest $out --previous $demo/extracts/ssda903/$before_it
TRY
