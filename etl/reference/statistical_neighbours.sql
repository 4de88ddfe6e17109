-- title:   Statistical neighbours, by the Department's model
-- purpose: How assertions of this dataset become star.statistical_neighbour
-- into:    star.statistical_neighbour
-- edges:   an authority that no code list knows is left out, as a name is no number
select
    h.authority, h.la_number::smallint as area_authority, n.rank, n.neighbour::smallint as neighbour, n.closeness,
    h.scope, h.as_at, h.occurrence, h.assertion_id
from source.statistical_neighbours as h
cross join lateral (values
    (1::smallint, h.sn1, h.sn1_prox),
    (2::smallint, h.sn2, h.sn2_prox),
    (3::smallint, h.sn3, h.sn3_prox),
    (4::smallint, h.sn4, h.sn4_prox),
    (5::smallint, h.sn5, h.sn5_prox),
    (6::smallint, h.sn6, h.sn6_prox),
    (7::smallint, h.sn7, h.sn7_prox),
    (8::smallint, h.sn8, h.sn8_prox),
    (9::smallint, h.sn9, h.sn9_prox),
    (10::smallint, h.sn10, h.sn10_prox)) as n (rank, neighbour, closeness)
where {{usable}} and h.la_number ~ '^[0-9]{3}$' and n.neighbour ~ '^[0-9]{3}$'
