-- title:   What holds
-- purpose: Where each version lies and what it says, for a file's rows to be compared with while they are read
-- grain:   one row per record that holds
-- edges:   of a key with further occurrences content alone does not say which row is which: those are compared here, and come without it
copy (
    select
        s.ctid,
        case
            when s.business_key not in (
                select f.business_key from source.{{table}} as f where f.occurrence > 1 and f.holds and f.authority = {{authority}} and f.scope = {{scope}})
            then s.content_hash
        end
    from source.{{table}} as s
    where s.holds and not s.absent and s.authority = {{authority}} and s.scope = {{scope}}
) to stdout (format binary)
