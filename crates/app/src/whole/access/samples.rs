//! A thing of every kind, and what stands in each path for it.

use dure_domain::{
    AskState, DraftPool, DraftState, FileKind, FoundingPath, FoundingState, GiveKind, Id, InvitationState,
    MeetingId, MeetingKind, NeedKind, SettlementState, Subject, Visibility, Won,
};
use dure_help::testing::rows as help;
use dure_store::{Actor, Tx};
use dure_tables::{
    asks, cases, comments, difficulties, draft_firms, drafts, experts, files, foundings, group_requests,
    imports, invitations, mails, meetings, programmes, resources, sessions, settlements, tokens,
};
use dure_web::access::Thing;
use dure_web::error::Result;
use dure_web::testing::TestApp;
use dure_web::testing::village::Village;
use sea_orm::{ActiveModelTrait, EntityTrait, PaginatorTrait, Set};

/// A path with its parameters filled in, and what the permission looks at in the thing there.
#[derive(Debug, Clone)]
pub struct Sample {
    /// Ready to ask for.
    pub path: String,
    /// None where the path names no thing, or one that anybody may name (a link's token, a file).
    pub thing: Option<Thing>,
}

/// Things by the path that leads to them.
pub struct Samples(Vec<(&'static str, String, Option<Thing>)>);

impl Samples {
    /// The path with its parameters filled in; none where one is not known.
    pub fn of(&self, path: &str) -> Option<Sample> {
        let plain = path.strip_prefix("/api/").map_or_else(|| path.to_owned(), |rest| format!("/{rest}"));
        let mut sample = Sample { path: path.to_owned(), thing: None };
        let mut from = 0;
        while let Some(open) = plain[from..].find('{').map(|at| at + from) {
            let close = plain[open..].find('}')? + open;
            let (_, value, thing) = self.0.iter().find(|(prefix, ..)| *prefix == &plain[..open])?;
            sample.path = sample.path.replacen(&plain[open..=close], value, 1);
            sample.thing = sample.thing.or_else(|| thing.clone());
            from = close + 1;
        }
        Some(sample)
    }

    /// Puts a thing of every kind into the village: the smith's difficulty, seen by his group, with
    /// which the plater was asked to help.
    #[expect(
        clippy::too_many_lines,
        reason = "one row of each kind, in the order in which they stand on each other"
    )]
    pub async fn lay_out(test: &TestApp, village: &Village) -> Self {
        let store = &test.app.store;
        let village = *village;
        let laid: Result<Laid> = store
            .write(Actor::Person(village.smith), |tx| async move {
                tx.quiet();
                lay_out(&tx, &village).await
            })
            .await;
        let laid = laid.expect("things");
        let file = format!("{}/whole", laid.file);
        test.app.config.files.keep(&file, b"%PDF-1.7".to_vec()).await.expect("its bytes");
        let db = store.read();
        let expert = experts::Entity::find().one(db).await.expect("the experts").expect("an expert").id;
        let programme =
            programmes::Entity::find().one(db).await.expect("programmes").expect("a programme").id;
        let resource = resources::Entity::find().one(db).await.expect("resources").expect("a resource").id;
        assert_eq!(difficulties::Entity::find().count(db).await.expect("difficulties"), 1);
        let federation = Thing::of_federation(village.federation);
        let of_firm = |firm| Thing { firm: Some(firm), groups: vec![village.group], ..federation.clone() };
        let of_person = |person| Thing { person: Some(person), ..federation.clone() };
        let difficulty = Thing {
            person: Some(village.smith),
            asked: vec![village.plater_boss],
            visibility: Some(Visibility::Group),
            ..of_firm(village.smithy)
        };
        // A request belongs to the helper.
        let request = Thing {
            person: Some(village.plater_boss),
            asked: vec![village.plater_boss],
            ..of_firm(village.plater)
        };
        let group = Thing { groups: vec![village.group], ..federation.clone() };
        let meeting = Thing { visibility: Some(Visibility::Group), ..group.clone() };
        let smith = Thing { person: Some(village.smith), ..of_firm(village.smithy) };
        let own =
            Thing { person: Some(village.smith), federation: Some(village.federation), ..Thing::default() };
        let import = Thing { person: Some(village.secretary), ..federation.clone() };
        // The smith put a group before the federation in which the plater was invited; and asked for another.
        let smith_asks = Thing { person: Some(village.smith), ..federation.clone() };
        let invitation = Thing {
            person: Some(village.plater_boss),
            firm: Some(village.plater),
            asked: vec![village.plater_boss],
            ..federation.clone()
        };
        let founding = Thing { person: Some(village.smith), ..invitation.clone() };
        Self(vec![
            ("/assets/", "no-such-file".into(), None),
            ("/personas/", village.smith.to_string(), None),
            ("/sign-in/link/", "no-such-token".into(), None),
            ("/account/mail/", "no-such-token".into(), None),
            ("/account/sessions/", laid.session.clone(), Some(own.clone())),
            ("/account/tokens/", laid.token.clone(), Some(own.clone())),
            ("/outbox/", laid.mail.clone(), Some(own.clone())),
            ("/inbox/", laid.mail.clone(), Some(own)),
            ("/firms/", village.smithy.to_string(), Some(of_firm(village.smithy))),
            ("/groups/", village.group.to_string(), Some(group.clone())),
            ("/people/", village.smith.to_string(), Some(smith)),
            ("/experts/", expert.to_string(), Some(of_person(village.expert))),
            ("/programmes/", programme.to_string(), Some(of_person(village.official))),
            ("/resources/", resource.to_string(), Some(of_firm(village.plater))),
            ("/difficulties/", laid.difficulty.clone(), Some(difficulty.clone())),
            ("/difficulties/{id}/asks/", laid.ask.clone(), None),
            ("/asks/", laid.ask.clone(), Some(request)),
            ("/files/", laid.file.clone(), None),
            ("/comments/", laid.comment.clone(), None),
            ("/comments/on/", "difficulty".into(), None),
            ("/comments/on/{kind}/", laid.difficulty.clone(), None),
            ("/comments/reply/", "no-such-token".into(), None),
            ("/files/on/", "firm".into(), None),
            ("/files/on/{kind}/", village.smithy.to_string(), None),
            ("/answers/offer/", "no-such-token".into(), None),
            ("/answers/decline/", "no-such-token".into(), None),
            ("/answers/pass/", "no-such-token".into(), None),
            ("/worth/confirm/", "no-such-token".into(), None),
            ("/worth/dispute/", "no-such-token".into(), None),
            ("/settlements/", laid.settlement.clone(), Some(difficulty.clone())),
            ("/knowledge/", laid.case.clone(), Some(difficulty)),
            ("/meetings/reply/", "no-such-token".into(), None),
            ("/meetings/calendar/", "no-such-token".into(), None),
            ("/meetings/", laid.meeting.clone(), Some(meeting)),
            ("/foundings/requests/", laid.group_request.clone(), Some(smith_asks.clone())),
            ("/foundings/{id}/invitations/", laid.invitation.clone(), None),
            ("/foundings/", laid.founding.clone(), Some(founding)),
            ("/invitations/", laid.invitation.clone(), Some(invitation)),
            ("/invited/accept/", "no-such-token".into(), None),
            ("/invited/decline/", "no-such-token".into(), None),
            ("/roster/imports/", laid.import.clone(), Some(import)),
            ("/formation/", laid.draft.clone(), Some(federation.clone())),
            ("/formation/{id}/firms/", village.smithy.to_string(), None),
        ])
    }
}

/// Identifiers of what [`lay_out`] has put there.
struct Laid {
    difficulty: String,
    ask: String,
    settlement: String,
    case: String,
    meeting: String,
    import: String,
    draft: String,
    mail: String,
    session: String,
    token: String,
    founding: String,
    invitation: String,
    group_request: String,
    file: String,
    comment: String,
}

async fn file(tx: &Tx, village: &Village) -> Result<String> {
    let row = files::ActiveModel {
        id: Set(tx.random_id()),
        federation_id: Set(village.federation),
        thing_kind: Set(Subject::Firm),
        thing_id: Set(village.smithy.uuid()),
        name: Set("카탈로그.pdf".into()),
        kind: Set(FileKind::Pdf),
        bytes: Set(8),
        digest: Set("of the sample".into()),
        width: Set(0),
        height: Set(0),
        added_by: Set(village.smith),
        added_at: Set(tx.at()),
    };
    Ok(row.insert(tx.db()).await?.id.to_string())
}

async fn mail(tx: &Tx, village: &Village) -> Result<String> {
    let row = mails::ActiveModel {
        id: Set(tx.id()),
        federation_id: Set(village.federation),
        person_id: Set(Some(village.smith)),
        to_address: Set("smith@dure.example".into()),
        subject: Set("도움 부탁".into()),
        body_text: Set("녹이 습니다.\n\n답하기\nhttp://dure.test/a/b\n\n--\n두레".into()),
        body_html: Set(String::new()),
        purpose: Set("difficulty.ask".into()),
        created_at: Set(tx.at()),
        sent_at: Set(None),
        failure: Set(String::new()),
        ..Default::default()
    };
    Ok(row.insert(tx.db()).await?.id.to_string())
}

async fn comment(tx: &Tx, village: &Village, meeting: MeetingId) -> Result<String> {
    let row = comments::ActiveModel {
        id: Set(tx.random_id()),
        federation_id: Set(village.federation),
        thing_kind: Set(Subject::Meeting),
        thing_id: Set(meeting.uuid()),
        author_id: Set(village.smith),
        body: Set("늦지 않게 가겠습니다".into()),
        at: Set(tx.at()),
        version: Set(1),
        ..Default::default()
    };
    Ok(row.insert(tx.db()).await?.id.to_string())
}

async fn lay_out(tx: &Tx, village: &Village) -> Result<Laid> {
    let (difficulty, ask, settlement, case) = helped(tx, village).await?;
    let meeting = meetings::ActiveModel {
        id: Set(tx.id()),
        federation_id: Set(village.federation),
        group_id: Set(Some(village.group)),
        kind: Set(MeetingKind::Regular),
        title: Set("십이월 정례회".into()),
        place: Set("춘천".into()),
        body: Set(String::new()),
        starts_at: Set(tx.at().plus_days(7)),
        ends_at: Set(None),
        version: Set(1),
        ..Default::default()
    };
    let import = imports::ActiveModel {
        id: Set(tx.id()),
        federation_id: Set(village.federation),
        person_id: Set(Some(village.secretary)),
        file_name: Set("명부.csv".into()),
        file: Set("회사명,대표자\n새봄식품,최새봄\n".as_bytes().to_vec()),
        mapping: Set(String::new()),
        report: Set(String::new()),
        state: Set("looking".into()),
        created_at: Set(tx.at()),
        finished_at: Set(None),
    };
    let (founding, invitation) = founding(tx, village).await?;
    let meeting = meeting.insert(tx.db()).await?.id;
    Ok(Laid {
        difficulty,
        ask,
        settlement,
        case,
        meeting: meeting.to_string(),
        comment: comment(tx, village, meeting).await?,
        import: import.insert(tx.db()).await?.id.to_string(),
        draft: draft(tx, village).await?,
        mail: mail(tx, village).await?,
        session: session(tx, village).await?,
        token: token(tx, village).await?,
        founding,
        invitation,
        group_request: group_request(tx, village).await?,
        file: file(tx, village).await?,
    })
}

async fn draft(tx: &Tx, village: &Village) -> Result<String> {
    let row = drafts::ActiveModel {
        id: Set(tx.id()),
        federation_id: Set(village.federation),
        name: Set("새 교류회".into()),
        pool: Set(DraftPool::WithoutGroup),
        request_id: Set(None),
        rules: Set("{}".into()),
        state: Set(DraftState::New),
        seed: Set(1),
        progress: Set(0),
        failure: Set(String::new()),
        made_by: Set(Some(village.staff)),
        made_at: Set(tx.at()),
        version: Set(1),
        ..Default::default()
    };
    let draft = row.insert(tx.db()).await?.id;
    let firm = draft_firms::ActiveModel {
        draft_id: Set(draft),
        firm_id: Set(village.smithy),
        federation_id: Set(village.federation),
        number: Set(None),
        locked: Set(false),
    };
    firm.insert(tx.db()).await?;
    Ok(draft.to_string())
}

async fn helped(tx: &Tx, village: &Village) -> Result<(String, String, String, String)> {
    let difficulty = help::difficulty(tx, village, tx.at()).insert(tx.db()).await?.id;
    let ask = asks::ActiveModel {
        state: Set(AskState::Offered),
        answered_at: Set(Some(tx.at())),
        ..help::ask(tx, village, difficulty, tx.at())
    };
    let ask = ask.insert(tx.db()).await?;
    let settlement = settlements::ActiveModel {
        kind: Set(GiveKind::Equipment),
        worth_won: Set(Won(300_000)),
        worth_days: Set(1),
        state: Set(SettlementState::Stated),
        ..help::settlement(tx, village, &ask, tx.at())
    };
    let case = cases::ActiveModel {
        id: Set(tx.id()),
        federation_id: Set(village.federation),
        difficulty_id: Set(difficulty),
        firm_id: Set(Some(village.smithy)),
        helper_firm_id: Set(Some(village.plater)),
        helper_person_id: Set(Some(village.plater_boss)),
        title: Set("받침쇠의 녹".into()),
        problem: Set("녹".into()),
        cure: Set("아연도금".into()),
        effect: Set(String::new()),
        standard: Set(String::new()),
        need: Set(NeedKind::Quality),
        visibility: Set(Visibility::Group),
        anonymous: Set(false),
        consented_by: Set(village.smith),
        kept_at: Set(tx.at()),
    };
    let settlement = settlement.insert(tx.db()).await?.id;
    let case = case.insert(tx.db()).await?.id;
    Ok((difficulty.to_string(), ask.id.to_string(), settlement.to_string(), case.to_string()))
}

async fn founding(tx: &Tx, village: &Village) -> Result<(String, String)> {
    let founding = foundings::ActiveModel {
        id: Set(tx.id()),
        federation_id: Set(village.federation),
        name: Set("새벽회".into()),
        path: Set(FoundingPath::Registered),
        rules: Set("{}".into()),
        needed: Set(7),
        state: Set(FoundingState::Proposed),
        opened_by: Set(Some(village.smith)),
        opened_at: Set(tx.at()),
        version: Set(1),
        ..Default::default()
    };
    let founding = founding.insert(tx.db()).await?.id;
    let invitation = invitations::ActiveModel {
        id: Set(tx.id()),
        federation_id: Set(village.federation),
        founding_id: Set(founding),
        firm_id: Set(village.plater),
        person_id: Set(Some(village.plater_boss)),
        state: Set(InvitationState::Waiting),
        invited_at: Set(tx.at()),
        version: Set(1),
        ..Default::default()
    };
    let invitation = invitation.insert(tx.db()).await?.id;
    Ok((founding.to_string(), invitation.to_string()))
}

async fn group_request(tx: &Tx, village: &Village) -> Result<String> {
    let request = group_requests::ActiveModel {
        id: Set(tx.id()),
        federation_id: Set(village.federation),
        title: Set("춘천의 이웃들".into()),
        asked_by: Set(Some(village.smith)),
        asked_at: Set(tx.at()),
        version: Set(1),
        ..Default::default()
    };
    Ok(request.insert(tx.db()).await?.id.to_string())
}

async fn session(tx: &Tx, village: &Village) -> Result<String> {
    let row = sessions::ActiveModel {
        id: Set(tx.id()),
        token_hash: Set(tx.secret::<32>().to_vec()),
        person_id: Set(village.smith),
        created_at: Set(tx.at()),
        seen_at: Set(tx.at()),
        expires_at: Set(tx.at().plus_days(1)),
        agent: Set(String::new()),
        opened_by: Set("link".into()),
    };
    Ok(row.insert(tx.db()).await?.id.to_string())
}

async fn token(tx: &Tx, village: &Village) -> Result<String> {
    let row = tokens::ActiveModel {
        id: Set(tx.id()),
        token_hash: Set(tx.secret::<32>().to_vec()),
        person_id: Set(village.smith),
        name: Set("엑셀".into()),
        created_at: Set(tx.at()),
        used_at: Set(None),
        expires_at: Set(None),
    };
    Ok(row.insert(tx.db()).await?.id.to_string())
}
