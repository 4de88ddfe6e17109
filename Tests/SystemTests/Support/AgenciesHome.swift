import Foundation
import Postgres
import Vocabulary
import Warehouse

/// A warehouse with small datasets of a test beside the real ones: children as social care knows them, a clinic's checks, a club's
/// list by social care's own number, and homes with their owners, which are about no child.
struct AgenciesHome {
    let warehouse: TestWarehouse
    let home: Home
    let db: Connection

    init() throws {
        warehouse = try TestWarehouse()
        let copy = try HomeCopy(in: warehouse.folder)
        for (name, text) in Self.files {
            let path = "\(copy.folder)/\(name)"
            try FileManager.default.createDirectory(atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
            try text.write(toFile: path, atomically: true, encoding: .utf8)
        }
        home = try Home(folder: copy.folder)
        db = try warehouse.connect()
        let migrator = Migrator(home: home)
        try migrator.apply(try migrator.plan(db), db, recordedAt: "2026-01-01T00:00:00Z")
        try db.execute("set synchronous_commit = off")
    }

    /// Rewrites a file of the test's own configuration.
    func homeFile(_ name: String, _ edit: (String) -> String) throws {
        let path = home.folder + "/" + name
        try edit(String(contentsOfFile: path, encoding: .utf8)).write(toFile: path, atomically: true, encoding: .utf8)
    }

    /// Loads lines, the first of them the header, as a delivery of that day.
    @discardableResult
    func load(_ dataset: String, _ asAt: String, _ lines: String...) throws -> LoadReport { try load(dataset, asAt, lines) }

    @discardableResult
    func load(_ dataset: String, _ asAt: String, _ lines: [String]) throws -> LoadReport {
        let path = "\(warehouse.folder)/\(dataset)-\(UUID().uuidString).csv"
        try (lines + [""]).joined(separator: "\n").write(toFile: path, atomically: true, encoding: .utf8)
        let loader = Loader(home: home, db: db, archive: Archive(folder: warehouse.folder + "/archive"), workMemory: "4MB")
        guard let day = CalendarDate(asAt) else { throw TestServer.Failed(description: "no day: \(asAt)") }
        return try loader.load(
            LoadRequest(
                feed: dataset, authority: 892, year: nil, asAt: day, acceptVolume: "test", paths: [path], recordedAt: "2026-01-01T00:00:00Z", today: day))
    }

    /// Takes out again what was loaded.
    func empty() throws {
        let tables = try db.rows(
            """
            select format('%I.%I', schemaname, tablename) from pg_tables
            where schemaname in ('source', 'landing', 'identity') or tablename like 'fact\\_%' or tablename = 'dim_child'
               or (schemaname = 'ops' and tablename in ('attempt', 'delivery', 'load', 'quarantine', 'code_not_known', 'expiry'))
            """
        ).compactMap(\.[0])
        try db.execute("truncate \(unsafeSQL: tables.joined(separator: ", "))")
    }

    /// Tables that a rebuild would change: there must be none.
    func differences() throws -> [String] { try Rebuild(home: home, db: db).check().map(\.table) }

    func digest() throws -> String { try db.read { try Digest.of($0, home: home, all: true) }.overall }

    /// The checks in the star with the child's local id.
    func checks() throws -> [String] {
        try db.lines(
            """
            select n.identifier, f.check_date, f.outcome from star.fact_test_check as f
            join identity.node as n on n.person_key = f.person_key and n.basis = 'founded' order by 1, 2
            """)
    }

    /// What became of each subject of an agency, by what it says: its NHS number or local id, its day of birth, its forename.
    func outcomes() throws -> [String] {
        try db.lines(
            """
            select coalesce(s.nhs_number, s.local_id, s.not_valid), s.date_of_birth, s.forename, s.outcome, n.identifier
            from identity.subject as s
            left join identity.node as t on t.identifier = s.subject and t.authority = s.authority
            left join identity.node as n on n.person_key = t.person_key and n.basis = 'founded'
            order by 1, 2, 3
            """)
    }

    private static let files: [String: String] = [
        "sql/schema/9000_test.sql": """
        -- title:   Tables of a test
        -- purpose: Facts of the datasets of the test
        create table star.fact_test_check (
            person_key bigint not null, authority smallint not null, check_date date not null, outcome text, dataset smallint not null,
            assertion_id bigint not null, primary key (person_key, check_date)
        );
        create table star.fact_test_home (
            home text not null, authority smallint not null, grade text, dataset smallint not null, assertion_id bigint not null, primary key (home)
        );
        create table star.fact_test_stay (
            person_key bigint not null, authority smallint not null, started date not null, grade text, owner text, dataset smallint not null,
            assertion_id bigint not null, primary key (person_key, started)
        );
        """,
        "etl/social-care/test_children.yaml": """
        dataset: social-care/test_children
        title: Children as social care knows them
        files: [children.csv]
        snapshot_of: { authority: true }
        key: [child]
        person: { local_id: child }
        columns:
          child:    { type: text, required: true, max_length: 20, title: Child }
          nhs:      { type: nhs_number, title: NHS number }
          upn:      { type: upn, title: UPN }
          born:     { type: date, title: Date of birth }
          forename: { type: text, title: Forename }
          surname:  { type: text, title: Surname }
          police:   { type: text, title: Number at the police }
        """,
        "etl/social-care/test_children.known_as.sql": """
        -- title:   Identifiers
        -- purpose: Of the children of the test
        -- into:    identity.known_as
        select t.person_key, h.authority, v.kind, v.value
        from touched as t
        join source.test_children as h on h.child = t.identifier and h.authority = t.authority
        cross join lateral (values ('nhs_number', h.nhs), ('upn', h.upn), ('reference:police', h.police)) as v (kind, value)
        where {{usable}}
        """,
        "etl/social-care/test_children.known_name.sql": """
        -- title:   Names
        -- purpose: Of the children of the test
        -- into:    identity.known_name
        select t.person_key, h.authority, h.born as date_of_birth, h.forename, h.surname
        from touched as t
        join source.test_children as h on h.child = t.identifier and h.authority = t.authority
        where {{usable}}
        """,
        "etl/health/test_checks.yaml": """
        dataset: health/test_checks
        title: Checks, from a clinic
        files: [checks.csv]
        snapshot_of: { authority: true }
        key: [nhs, day]
        person: { nhs_number: nhs, upn: upn, date_of_birth: born, forename: forename, surname: surname }
        wait: 365 days
        precedence: 10
        columns:
          nhs:      { type: nhs_number, required: true, title: NHS number }
          upn:      { type: upn, title: UPN }
          born:     { type: date, title: Date of birth }
          forename: { type: text, title: Forename }
          surname:  { type: text, title: Surname }
          day:      { type: date, required: true, title: Day }
          outcome:  { type: text, title: Outcome }
        """,
        "etl/health/test_checks.sql": """
        -- title:   Checks
        -- purpose: From the clinic; columns in an order of its own
        -- into:    star.fact_test_check
        select h.outcome, h.day as check_date, t.person_key, h.authority, h.scope, h.as_at, h.occurrence, h.assertion_id
        from touched as t
        join source.test_checks as h on h.subject = t.identifier and h.authority = t.authority
        where {{usable}}
        """,
        "etl/education/test_club.yaml": """
        dataset: education/test_club
        title: A club's list by social care's number
        files: [club.csv]
        key: [child, day]
        person: { local_id: child }
        precedence: 30
        columns:
          child:   { type: text, required: true, title: Child }
          day:     { type: date, required: true, title: Day }
          outcome: { type: text, title: Outcome }
        """,
        "etl/education/test_club.sql": """
        -- title:   Checks, as the club noted them
        -- purpose: A second telling of the same event
        -- into:    star.fact_test_check
        select t.person_key, h.authority, h.day as check_date, h.outcome, h.scope, h.as_at, h.occurrence, h.assertion_id
        from touched as t
        join source.test_club as h on h.subject = t.identifier and h.authority = t.authority
        where {{usable}}
        """,
        "etl/police/test_stops.yaml": """
        dataset: police/test_stops
        title: Stops, by the police's own number
        files: [stops.csv]
        key: [number, day]
        person: { reference: number, date_of_birth: born }
        precedence: 20
        columns:
          number:  { type: text, required: true, title: Number }
          born:    { type: date, title: Date of birth }
          day:     { type: date, required: true, title: Day }
        """,
        "etl/police/test_stops.sql": """
        -- title:   Stops
        -- purpose: By the police's own number
        -- into:    star.fact_test_check
        select t.person_key, h.authority, h.day as check_date, 'stopped' as outcome, h.scope, h.as_at, h.occurrence, h.assertion_id
        from touched as t
        join source.test_stops as h on h.subject = t.identifier and h.authority = t.authority
        where {{usable}}
        """,
        "etl/social-care/test_stays.yaml": """
        dataset: social-care/test_stays
        title: Stays in homes
        files: [stays.csv]
        snapshot_of: { authority: true }
        key: [child, started]
        person: { local_id: child }
        columns:
          child:   { type: text, required: true, max_length: 20, title: Child }
          started: { type: date, required: true, title: Start }
          home:    { type: text, title: Home }
        """,
        "etl/social-care/test_stays.sql": """
        -- title:   Stays
        -- purpose: With what the home and its owner are
        -- into:    star.fact_test_stay
        -- inputs:  source.test_homes, source.test_owners
        select t.person_key, h.authority, h.started, p.grade, o.name as owner, h.scope, h.as_at, h.occurrence, h.assertion_id
        from touched as t
        join source.test_stays as h on h.child = t.identifier and h.authority = t.authority
        left join source.test_homes as p on p.home = h.home and p.authority = h.authority and p.holds and not p.absent and p.unusable is null
        left join source.test_owners as o on o.owner = p.owner and o.holds and not o.absent and o.unusable is null
        where {{usable}}
        """,
        "etl/carers/test_homes.yaml": """
        dataset: carers/test_homes
        title: Homes
        files: [homes.csv]
        snapshot_of: { authority: true }
        key: [home]
        person: none
        touches:
          - { dataset: social-care/test_stays, on: { home: home } }
        columns:
          home:  { type: text, required: true, title: Home }
          grade: { type: text, title: Grade }
          owner: { type: text, title: Owner }
        """,
        "etl/carers/test_homes.sql": """
        -- title:   Homes
        -- purpose: As a fact that is about no child
        -- into:    star.fact_test_home
        select h.authority, h.home, h.grade, h.scope, h.as_at, h.occurrence, h.assertion_id
        from source.test_homes as h
        where {{usable}}
        """,
        "etl/reference/test_owners.yaml": """
        dataset: reference/test_owners
        title: Owners of homes, in the whole country
        files: [owners.csv]
        snapshot_of: { authority: true }
        key: [owner]
        person: none
        national: true
        touches:
          - { dataset: carers/test_homes, on: { owner: owner } }
        columns:
          owner: { type: text, required: true, title: Owner }
          name:  { type: text, title: Name }
        """,
    ]
}
