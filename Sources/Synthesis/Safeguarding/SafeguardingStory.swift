import Vocabulary

/// What happened to a child before, beside and without care, as far as it is known on the as-at date: nothing later is told, and whatever ends later
/// is open. Codes are those of the children in need census.
///
/// ```swift
/// let story = SafeguardingStory(of: life, in: world)
/// for referral in story.referrals { for plan in referral.protections { … } }
/// ```
struct SafeguardingStory: Sendable {
    var contacts: [Contact] = []
    var earlyHelp: [EarlyHelp] = []
    /// Episodes of need, one after another; only the last may be open.
    var referrals: [Referral] = []

    /// A contact at the front door.
    struct Contact: Sendable {
        let day: CalendarDate
        /// The day on which it was decided what to do.
        let decided: CalendarDate
        /// Source of referral code: `1A` to `10`.
        let source: String
        let outcome: Outcome

        enum Outcome: String, Sendable { case referral, earlyHelp = "early_help", advice, none }
    }

    struct EarlyHelp: Sendable {
        let start: CalendarDate
        let end: CalendarDate?
        let reason: String
        let endReason: String?
        let organisation: String
    }

    /// A referral and the episode of need that it begins.
    struct Referral: Sendable {
        /// 0 up within the child: with the child's identifier it names the referral.
        let number: Int
        let day: CalendarDate
        let source: String
        /// Primary need `N1` to `N8`.
        let need: String
        let noFurtherAction: Bool
        var closed: CalendarDate?
        /// `RC1` to `RC9`; with ``closed``.
        var closure: String?
        var assessments: [Assessment] = []
        var enquiries: [Enquiry] = []
        var plans: [NeedPlan] = []
        var protections: [ProtectionPlan] = []
        /// Number of the social worker (``WorkerMaker/identifier(_:)``, ``WorkerName/of(_:)``).
        let worker: Int
    }

    struct Assessment: Sendable {
        let start: CalendarDate
        /// The day on which it was authorised.
        let end: CalendarDate?
        /// Factors identified, `1A` to `24A`; none while it is open.
        let factors: [String]
        let childSeen: Bool
    }

    /// An enquiry under section 47 of the Children Act 1989.
    struct Enquiry: Sendable {
        /// The strategy discussion.
        let start: CalendarDate
        let end: CalendarDate?
        /// 15 working days after the strategy discussion.
        let target: CalendarDate
        /// The initial child protection conference; nil where none was needed, or it is still to come.
        let conference: CalendarDate?
        let outcome: Outcome?
        /// The conference made a child protection plan.
        let planned: Bool

        enum Outcome: String, Sendable { case conference, support, none }
    }

    struct NeedPlan: Sendable {
        let start: CalendarDate
        let end: CalendarDate?
        let visits: [Visit]
    }

    struct ProtectionPlan: Sendable {
        let start: CalendarDate
        let end: CalendarDate?
        /// `NEG`, `PHY`, `SAB`, `EMO` or `MUL`.
        let category: String
        let latestCategory: String
        /// Plans before this one, in the child's whole life and anywhere.
        let previous: Int
        let reviews: [CalendarDate]
        let visits: [Visit]
    }

    struct Visit: Sendable {
        let day: CalendarDate
        let seen: Bool
        let alone: Bool
        /// The day on which it was put into the system.
        let recorded: CalendarDate
    }

    /// The referral that was open at the end of a day.
    func referral(on day: CalendarDate) -> Referral? { referrals.last { $0.day <= day && ($0.closed.map { $0 > day } ?? true) } }

    /// The child protection plan that was in force at the end of a day.
    func protection(on day: CalendarDate) -> ProtectionPlan? {
        referrals.lazy.flatMap(\.protections).last { $0.start <= day && ($0.end.map { $0 > day } ?? true) }
    }
}
