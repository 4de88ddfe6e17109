#!/bin/sh
# Lints every SQL file of sql/ and etl/: its header, and the style the house keeps. Prints file:line: what is wrong; exit 1 if anything is.
#
#   every file        header with title and purpose; keywords in lower case; names after from, join, into and update are qualified,
#                     made in the file by "with", or temporary tables that some file of sql/ or etl/ makes
#   concepts, returns also grain, inputs and rules; `inputs` names every table and function of the warehouse that the file reads, and no
#                     other; no "select *" from a table
#   rules             keywords in lower case; the rest of it the engine checks (Sources/Rules/Catalogue), and its sandbox has no schema to name
#   inputs            each name is a table of sql/schema, a source table of a contract, a file of the layer, or a temporary table
set -eu
cd "$(dirname "$0")/../.."

layer="functions concepts measures returns audits"     # Warehouse/Layer.swift: dropped and made anew as one

tables=$(mktemp)
trap 'rm -f "$tables"' EXIT
{
    # What sql/schema makes, and the views of sql/identity.
    sed -n 's/^create \(or replace \)\{0,1\}\(unlogged \)\{0,1\}\(table\|view\) \(if not exists \)\{0,1\}\([a-z_]*\.[a-z_0-9]*\).*/\5/p' sql/schema/*.sql sql/identity/*.sql
    # Made by the migrator itself.
    echo ops.migration
    echo ops.mark
    # What each contract makes.
    for contract in etl/*/*.yaml; do
        name=$(basename "$contract" .yaml)
        printf 'source.%s\nsource.%s_held\nlanding.%s\n' "$name" "$name" "$name"
    done
    # What the layer's files make: the object is named after the file, folders joined by _.
    for folder in $layer cookbook; do
        [ -d "sql/$folder" ] || continue
        find "sql/$folder" -name '*.sql' | sed 's/^sql\///; s/\.sql$//; s/\//./; s/\//_/g'
    done
    # Temporary tables, without a schema.
    find sql etl Sources \( -name '*.sql' -o -name '*.swift' \) -exec sed -n 's/.*create temporary table \(if not exists \)\{0,1\}\([a-z_][a-z_0-9]*\).*/\2/p' {} +
    echo told        # how the loader names the result of a mapping for the star's files
} | sort -u >"$tables"

# shellcheck disable=SC2046  # file names here have no spaces
awk -v tables="$tables" -v layer="$layer" '
    BEGIN {
        while ((getline line < tables) > 0) known[line] = 1
        n = split(layer, names, " ")
        for (i = 1; i <= n; i++) in_layer[names[i]] = 1
        n = split("SELECT FROM WHERE JOIN LEFT RIGHT FULL INNER OUTER CROSS LATERAL ON USING WITH AS AND OR NOT NULL IS IN EXISTS GROUP BY ORDER HAVING UNION ALL DISTINCT CASE WHEN THEN ELSE END INSERT INTO UPDATE SET DELETE CREATE TABLE VIEW FUNCTION RETURNS LANGUAGE BEGIN ATOMIC TRUE FALSE BETWEEN LIKE OVER PARTITION WINDOW FILTER VALUES LIMIT INTERVAL DATE COALESCE COUNT SUM MAX MIN COMMENT PRIMARY KEY REFERENCES CHECK DEFAULT UNIQUE DROP ALTER ADD IF", names, " ")
        for (i = 1; i <= n; i++) keyword[names[i]] = 1
        # Functions that give rows, and words that can follow from or join without being a table.
        n = split("unnest generate_series jsonb_to_record jsonb_to_recordset jsonb_each jsonb_each_text jsonb_array_elements jsonb_array_elements_text string_to_table regexp_split_to_table regexp_matches lateral only select values rows", names, " ")
        for (i = 1; i <= n; i++) free[names[i]] = 1
    }
    function report(line, text) { printf "%s:%d: %s\n", file, line, text; bad++ }
    function trim(text) { sub(/^[ \t]+/, "", text); sub(/[ \t]+$/, "", text); return text }

    FNR == 1 { if (file != "") finish(); start() }
    in_header && /^--/ {
        # As Warehouse/SQLFile.swift reads it: "-- word: text", further lines continue it.
        body = substr($0, 3)
        if (match(body, /^ [a-z]+:/)) { word = substr(body, 2, RLENGTH - 2); header[word] = trim(substr(body, RLENGTH + 1)) }
        else if (word != "") header[word] = header[word] " " trim(body)
        next
    }
    { in_header = 0; code(strip($0)) }
    END { if (file != "") finish(); if (bad) { printf "sql: %d findings in %d files\n", bad, files; exit 1 } printf "sql: %d files, nothing found\n", files }

    function start(   parts) {
        file = FILENAME; files++; in_header = 1; word = ""; in_text = 0; in_comment = 0; count = 0
        delete header; delete token; delete at
        split(file, parts, "/")
        folder = parts[1] == "etl" ? "etl" : parts[2]
    }

    # The line without comments and quoted texts. A quoted text becomes one token, a quoted name another.
    function strip(line,   out, i, c) {
        out = ""
        for (i = 1; i <= length(line); i++) {
            c = substr(line, i, 1)
            if (in_text) { if (c == "\047") { in_text = 0; out = out "\047" } }
            else if (in_comment) { if (substr(line, i, 2) == "*/") { in_comment = 0; i++ } }
            else if (substr(line, i, 2) == "--") break
            else if (substr(line, i, 2) == "/*") { in_comment = 1; i++ }
            else if (c == "\047") in_text = 1
            else if (c == "\"") out = out "q"
            else out = out c
        }
        return out
    }

    # Cuts a line into words (with dots and placeholders inside) and single signs.
    function code(line) {
        while (line != "") {
            if (match(line, /^[ \t]+/)) { line = substr(line, RLENGTH + 1); continue }
            if (match(line, /^([A-Za-z_0-9.]|\{\{[a-z_]+\}\})+/)) ;
            else RLENGTH = 1
            token[++count] = substr(line, 1, RLENGTH); at[count] = FNR
            line = substr(line, RLENGTH + 1)
        }
    }

    function finish(   i, j, n, t, l, before, after, made, aliases, reads, list, name, names, parameter) {
        if (header["title"] == "") report(1, "the header has no title")
        if (header["purpose"] == "" && folder != "rules") report(1, "the header has no purpose")
        if (folder == "concepts" || folder == "returns" || folder == "measures") {
            if (header["grain"] == "") report(1, "the header has no grain")
            if (!("inputs" in header)) report(1, "the header has no inputs")
            if (header["rules"] == "") report(1, "the header has no rules")
        }
        if (folder == "cookbook" && (header["grain"] == "" || header["inputs"] == "")) report(1, "the header has no grain or no inputs")

        delete list
        n = split(header["inputs"], names, ",")
        for (i = 1; i <= n; i++) {
            name = trim(names[i])
            if (name == "") continue
            list[name] = 1
            if (!(name in known)) report(1, "inputs: there is no " name)
        }

        for (i = 1; i <= count; i++) {
            t = token[i]
            if (t in keyword) report(at[i], "keyword in upper case: " t)
            # Names that "with" makes: name [(columns)] as [not] [materialized] (
            if (t == "as" && (token[i + 1] == "(" || (token[i + 1] ~ /^(not|materialized)$/ && (token[i + 2] == "(" || token[i + 3] == "(")))) {
                j = i - 1
                if (token[j] == ")") { while (j > 0 && token[j] != "(") j--; j-- }
                made[token[j]] = 1
            }
        }
        delete aliases; delete reads
        for (i = 1; i <= count; i++) {
            t = token[i]; l = tolower(t)
            before = tolower(token[i - 1]); after = token[i + 1]
            # Everything of the warehouse that the file reads, tables and functions alike.
            if (t in known && index(t, ".") && before !~ /^(function|view|table|into)$/) reads[t] = at[i]
            if (l == "from" && before == "distinct" && tolower(token[i - 2]) ~ /^(is|not)$/) continue
            if (l == "from" && (token[i - 2] == "(" && tolower(token[i - 3]) ~ /^(extract|trim|substring|overlay|position)$/)) continue
            if (l == "from" && inside_call(i)) continue
            if (l == "update" && (before ~ /^(do|for|on)$/)) continue
            if (!(l == "from" || l == "join" || l == "update" || (l == "into" && before == "insert"))) continue
            if (after == "(" || after ~ /^\{\{/ || after == "") continue
            if (tolower(after) in free && tolower(after) != "only") continue
            if (index(after, ".")) {
                j = i + 2
                if (token[j] == "as") j++
                if (token[j] ~ /^[a-z_][a-z_0-9]*$/) aliases[token[j]] = after
                continue
            }
            if (after in made || after in known || folder == "rules") continue
            report(at[i + 1], "not qualified, and not made here: " after)
        }
        if (folder in in_layer) {
            for (name in reads) {
                if (name == own()) continue
                if (!(name in list)) report(reads[name], "inputs does not name " name ", which is read here")
            }
            for (name in list) if (!(name in reads)) report(1, "inputs names " name ", which is not read here")
        }
        if (folder == "concepts" || folder == "returns") {
            for (i = 1; i <= count; i++) {
                if (token[i] == "*" && tolower(token[i - 1]) == "select" && tolower(token[i + 1]) == "from" && index(token[i + 2], "."))
                    report(at[i], "select * from a table: name its columns")
                if (token[i] == "*" && token[i - 1] ~ /\.$/ && tolower(token[i - 2]) ~ /^(select|,)$/) {
                    name = token[i - 1]; sub(/\.$/, "", name)
                    if (name in aliases) report(at[i], name ".* of " aliases[name] ": name its columns")
                }
            }
        }
        delete made
    }

    # Whether a "from" belongs to a call such as substring(x from 2): its bracket was opened by such a function.
    function inside_call(i,   depth, j) {
        for (j = i - 1; j > 0; j--) {
            if (token[j] == ")") depth++
            else if (token[j] == "(") { if (depth == 0) return tolower(token[j - 1]) ~ /^(extract|trim|substring|overlay|position)$/; depth-- }
        }
        return 0
    }

    # What this file of the layer makes.
    function own(   name) {
        name = file
        sub(/^sql\//, "", name); sub(/\.sql$/, "", name); sub(/\//, ".", name); gsub(/\//, "_", name)
        return name
    }
' $(find sql etl -name '*.sql' | LC_ALL=C sort)
