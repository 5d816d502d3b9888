//! Closed lists, time and amounts in the reader's language: the one place where a word of the
//! domain meets its text.

use dure_domain::{
    AskState, Day, DifficultyStatus, EventKind, FoundingState, GiveKind, HelperKind, Industry,
    InvitationState, JoiningReason, MeetingKind, Moment, Motive, NeedKind, Office, Outcome, Place,
    ResourceKind, Sector, SettlementState, Visibility, Won,
};
use dure_texts::{Lang, time, words};

/// What a difficulty needs.
pub fn need(lang: Lang, need: NeedKind) -> &'static str {
    match need {
        NeedKind::Technology => words::need_technology(lang),
        NeedKind::Quality => words::need_quality(lang),
        NeedKind::Equipment => words::need_equipment(lang),
        NeedKind::Sales => words::need_sales(lang),
        NeedKind::People => words::need_people(lang),
        NeedKind::Finance => words::need_finance(lang),
        NeedKind::Law => words::need_law(lang),
        NeedKind::Certification => words::need_certification(lang),
        NeedKind::Environment => words::need_environment(lang),
        NeedKind::Digital => words::need_digital(lang),
        NeedKind::Partner => words::need_partner(lang),
        NeedKind::Other => words::need_other(lang),
    }
}

/// Who may see a difficulty.
pub fn visibility(lang: Lang, visibility: Visibility) -> &'static str {
    match visibility {
        Visibility::Named => words::visibility_named(lang),
        Visibility::Group => words::visibility_group(lang),
        Visibility::Federation => words::visibility_federation(lang),
        Visibility::All => words::visibility_all(lang),
    }
}

/// Where a difficulty stands; once it has ended, how.
pub fn difficulty(lang: Lang, status: DifficultyStatus, outcome: Option<Outcome>) -> &'static str {
    match (status, outcome) {
        (_, Some(Outcome::Solved)) => words::outcome_solved(lang),
        (_, Some(Outcome::Partly)) => words::outcome_partly(lang),
        (_, Some(Outcome::Unsolved)) => words::outcome_unsolved(lang),
        (DifficultyStatus::Draft, None) => words::status_draft(lang),
        (DifficultyStatus::Open, None) => words::status_open(lang),
        (DifficultyStatus::Helping, None) => words::status_helping(lang),
        (DifficultyStatus::Closed, None) => words::status_closed(lang),
    }
}

/// Where a founding stands.
pub fn founding(lang: Lang, state: FoundingState) -> &'static str {
    match state {
        FoundingState::Proposed => words::founding_proposed(lang),
        FoundingState::Returned => words::founding_returned(lang),
        FoundingState::Inviting => words::founding_inviting(lang),
        FoundingState::Founded => words::founding_founded(lang),
        FoundingState::Withdrawn => words::founding_withdrawn(lang),
    }
}

/// Where an invitation to a founding stands.
pub fn invitation(lang: Lang, state: InvitationState) -> &'static str {
    match state {
        InvitationState::Waiting => words::invitation_waiting(lang),
        InvitationState::Accepted => words::invitation_accepted(lang),
        InvitationState::Declined => words::invitation_declined(lang),
        InvitationState::Withdrawn => words::invitation_withdrawn(lang),
    }
}

/// Where a request to a helper stands.
pub fn ask(lang: Lang, state: AskState) -> &'static str {
    match state {
        AskState::Asked => words::ask_asked(lang),
        AskState::Offered => words::ask_offered(lang),
        AskState::Declined => words::ask_declined(lang),
        AskState::Passed => words::ask_passed(lang),
        AskState::Withdrawn => words::ask_withdrawn(lang),
        AskState::Helped => words::ask_helped(lang),
    }
}

/// What a helper is.
pub fn helper(lang: Lang, kind: HelperKind) -> &'static str {
    match kind {
        HelperKind::Firm => words::helper_firm(lang),
        HelperKind::Resource => words::helper_resource(lang),
        HelperKind::Expert => words::helper_expert(lang),
        HelperKind::Programme => words::helper_programme(lang),
        HelperKind::Case => words::helper_case(lang),
    }
}

/// Kind of a resource.
pub fn resource(lang: Lang, kind: ResourceKind) -> &'static str {
    match kind {
        ResourceKind::Equipment => words::resource_equipment(lang),
        ResourceKind::Facility => words::resource_facility(lang),
        ResourceKind::KnowHow => words::resource_know_how(lang),
        ResourceKind::SalesChannel => words::resource_sales_channel(lang),
        ResourceKind::People => words::resource_people(lang),
        ResourceKind::Research => words::resource_research(lang),
    }
}

/// Kind of give and take.
pub fn give(lang: Lang, kind: GiveKind) -> &'static str {
    match kind {
        GiveKind::Advice => words::give_advice(lang),
        GiveKind::Equipment => words::give_equipment(lang),
        GiveKind::Labour => words::give_labour(lang),
        GiveKind::Material => words::give_material(lang),
        GiveKind::Introduction => words::give_introduction(lang),
        GiveKind::Technology => words::give_technology(lang),
    }
}

/// Where a statement of worth stands.
pub fn settlement(lang: Lang, state: SettlementState) -> &'static str {
    match state {
        SettlementState::Stated => words::settlement_stated(lang),
        SettlementState::Confirmed => words::settlement_confirmed(lang),
        SettlementState::Disputed => words::settlement_disputed(lang),
    }
}

/// Kind of a meeting.
pub fn meeting(lang: Lang, kind: MeetingKind) -> &'static str {
    match kind {
        MeetingKind::Regular => words::meeting_regular(lang),
        MeetingKind::Lecture => words::meeting_lecture(lang),
        MeetingKind::PlantVisit => words::meeting_plant_visit(lang),
        MeetingKind::Seminar => words::meeting_seminar(lang),
        MeetingKind::InterGroup => words::meeting_inter_group(lang),
        MeetingKind::Assembly => words::meeting_assembly(lang),
    }
}

/// What brought a firm to its group.
pub fn motive(lang: Lang, motive: Motive) -> &'static str {
    match motive {
        Motive::Agency => words::motive_agency(lang),
        Motive::Member => words::motive_member(lang),
        Motive::Acquaintance => words::motive_acquaintance(lang),
        Motive::Media => words::motive_media(lang),
    }
}

/// Why a firm joined.
pub fn joining_reason(lang: Lang, reason: JoiningReason) -> &'static str {
    match reason {
        JoiningReason::Information => words::reason_information(lang),
        JoiningReason::Business => words::reason_business(lang),
        JoiningReason::Technology => words::reason_technology(lang),
        JoiningReason::Resources => words::reason_resources(lang),
        JoiningReason::Diversification => words::reason_diversification(lang),
        JoiningReason::Fellowship => words::reason_fellowship(lang),
        JoiningReason::Management => words::reason_management(lang),
        JoiningReason::Support => words::reason_support(lang),
    }
}

/// Sector of the federation's statistics.
pub fn sector(lang: Lang, sector: Sector) -> &'static str {
    match sector {
        Sector::MachineryMetal => words::sector_machinery_metal(lang),
        Sector::ElectricalMedical => words::sector_electrical_medical(lang),
        Sector::ConstructionEnvironment => words::sector_construction_environment(lang),
        Sector::Other => words::sector_other(lang),
    }
}

/// An office or special membership.
pub fn office(lang: Lang, office: Office) -> &'static str {
    match office {
        Office::Chair => words::chair(lang),
        Office::Secretary => words::secretary(lang),
        Office::Expert => words::expert(lang),
        Office::Official => words::official(lang),
        Office::Staff => words::staff(lang),
        Office::Operator => words::operator(lang),
    }
}

/// What happened on a timeline, told of whoever did it.
pub fn event(lang: Lang, event: EventKind) -> &'static str {
    match event {
        EventKind::Posted => words::event_posted(lang),
        EventKind::Asked => words::event_asked(lang),
        EventKind::Offered => words::event_offered(lang),
        EventKind::Declined => words::event_declined(lang),
        EventKind::Passed => words::event_passed(lang),
        EventKind::Withdrawn => words::event_withdrawn(lang),
        EventKind::Closed => words::event_closed(lang),
        EventKind::Reopened => words::event_reopened(lang),
        EventKind::Stated => words::event_stated(lang),
        EventKind::Confirmed => words::event_confirmed(lang),
        EventKind::Disputed => words::event_disputed(lang),
        EventKind::Kept => words::event_kept(lang),
    }
}

/// Name of an industry by its code; none where the code is unknown.
pub fn industry(lang: Lang, code: &str) -> Option<&'static str> {
    code.parse::<Industry>().ok().map(|industry| industry_name(lang, industry))
}

/// Name of an industry; Japanese reads the English one.
pub fn industry_name(lang: Lang, industry: Industry) -> &'static str {
    match lang {
        Lang::Ko => industry.name_ko(),
        Lang::En | Lang::Ja => industry.name_en(),
    }
}

/// A stored place; none where the code is empty or unknown.
pub fn place_of(code: Option<i32>) -> Option<Place> {
    code?.to_string().parse().ok()
}

/// Own name of a place: `춘천시`.
pub fn place(lang: Lang, place: Place) -> &'static str {
    match lang {
        Lang::Ko => place.name_ko(),
        Lang::En | Lang::Ja => place.name_en(),
    }
}

/// Name of a place with what lies above it: `경기도 성남시 분당구`, `Bundang-gu, Seongnam-si, Gyeonggi-do`.
pub fn place_in_full(lang: Lang, place: Place) -> String {
    if lang == Lang::Ko {
        return place.full_name_ko();
    }
    let above = (!place.is_province()).then(|| place.province());
    let names = [Some(place), place.city(), above].into_iter().flatten().map(Place::name_en);
    names.collect::<Vec<_>>().join(", ")
}

/// `1,200,000원`
pub fn won(lang: Lang, won: Won) -> String {
    words::won(lang, won.0)
}

/// `2026년 11월 23일`
pub fn date(lang: Lang, day: Day) -> String {
    let date = day.date();
    time::date(lang, plain(date.year()), i64::from(date.month()), i64::from(date.day()))
}

/// `11월 23일(월)`
pub fn day_of_week(lang: Lang, day: Day) -> String {
    let date = day.date();
    time::month_day_week(lang, i64::from(date.month()), i64::from(date.day()), weekday(lang, day))
}

/// `11월`
pub fn month(lang: Lang, day: Day) -> String {
    time::month(lang, i64::from(day.date().month()))
}

/// `월`
pub fn weekday(lang: Lang, day: Day) -> &'static str {
    use jiff::civil::Weekday;
    match day.date().weekday() {
        Weekday::Monday => time::mon(lang),
        Weekday::Tuesday => time::tue(lang),
        Weekday::Wednesday => time::wed(lang),
        Weekday::Thursday => time::thu(lang),
        Weekday::Friday => time::fri(lang),
        Weekday::Saturday => time::sat(lang),
        Weekday::Sunday => time::sun(lang),
    }
}

/// How far a day is away: `오늘`, `내일`, `5일 뒤`; a day that is over as its date.
pub fn until(lang: Lang, day: Day, today: Day) -> String {
    match day.number() - today.number() {
        0 => time::today(lang).to_owned(),
        1 => time::tomorrow(lang).to_owned(),
        days @ 2.. => time::in_days(lang, i64::from(days)),
        _ => date(lang, day),
    }
}

/// Who posted a difficulty: the firm, or for those who may not know it `이름을 밝히지 않은 회원사 · 인증·시험`.
pub fn poster(lang: Lang, firm: Option<&str>, kind: NeedKind) -> String {
    firm.map_or_else(|| words::unnamed(lang, need(lang, kind)), str::to_owned)
}

/// When it was posted: the hour is for those who may know the firm, for the hour may tell it.
pub fn posted(lang: Lang, firm: Option<&str>, at: Moment, now: Moment) -> String {
    if firm.is_some() { ago(lang, at, now) } else { day_ago(lang, at, now) }
}

/// Like [`ago`], without the hour.
pub fn day_ago(lang: Lang, moment: Moment, now: Moment) -> String {
    if moment.day() >= now.day() { time::today(lang).to_owned() } else { ago(lang, moment, now) }
}

/// `14:05`
pub fn clock(lang: Lang, moment: Moment) -> String {
    let time = moment.in_seoul();
    time::clock_time(lang, format!("{:02}", time.hour()), format!("{:02}", time.minute()))
}

/// How long ago, up to a week; then the date: `3시간 전`, `어제`, `2026년 3월 2일`.
pub fn ago(lang: Lang, moment: Moment, now: Moment) -> String {
    let secs = now.secs_since(moment);
    let days = i64::from(now.day().number() - moment.day().number());
    match (days, secs) {
        (..=0, ..60) => time::now(lang).to_owned(),
        (..=0, ..3_600) => time::minutes_ago(lang, secs / 60),
        (..=0, _) => time::hours_ago(lang, secs / 3_600),
        (1, _) => time::yesterday(lang).to_owned(),
        (..=7, _) => time::days_ago(lang, days),
        _ => date(lang, moment.day()),
    }
}

/// A year is not shown in groups of three digits.
fn plain(year: i16) -> String {
    year.to_string()
}
