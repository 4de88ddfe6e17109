-- title:   Fictitious episodes for the benchmark
-- purpose: Three episodes for each of :children children, 13 columns; with :changed = 1 the same rows, every hundredth changed
-- grain:   one row per episode, as the module Episodes writes it
copy (
    select
        'C' || (100000 + c) as "CHILD",
        to_char(start + offsets[e], 'DD/MM/YYYY') as "DECOM",
        case e when 1 then 'S' when 2 then 'P' else 'L' end as "RNE",
        (array['C1', 'C2', 'V2', 'E1'])[1 + (c + case when e = 3 then 1 else 0 end) % 4] as "LS",
        'N' || (1 + c % 8) as "CIN",
        (array['U6', 'U4', 'K2', 'P1', 'U1', 'U3'])[1 + (c + least(e, 2)) % 6] as "PLACE",
        'PR' || (c + least(e, 2)) % 6 as "PLACE_PROVIDER",
        case when e < 3 then to_char(start + offsets[e + 1], 'DD/MM/YYYY') end as "DEC",
        case when e < 3 then 'X1' end as "REC",
        case when e = 1 then (array['CARPL', 'CREQB', 'OTHER', 'CHILD'])[1 + c % 4] end as "REASON_PLACE_CHANGE",
        'ZZ' || (1 + c % 99) || ' ' || (c % 10) || 'AB' as "HOME_POST",
        'ZZ' || (1 + (c * 7 + least(e, 2)) % 99) || ' ' || ((c * 3) % 10) || 'CD' as "PL_POST",
        case when :changed = 1 and (c * 3 + e) % 100 = 0 then 'SC' || (200000 + c % 700000) else 'SC' || (100000 + (c * 7 + least(e, 2)) % 800000) end as "URN"
    from generate_series(1, :children) as c
    cross join generate_series(1, 3) as e
    cross join lateral (select date '2026-01-01' - (c % 1500) as start, array[0, 30 + c % 60, 100 + c % 90] as offsets) as dates
    order by c, e
) to stdout (format csv, header)
