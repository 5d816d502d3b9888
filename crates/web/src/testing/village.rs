//! A small village of firms and people in which the stories of the tests take place.

use dure_domain::{Day, FederationId, FirmId, GroupId, Id, MembershipId, Office, PersonId, Subject};
use dure_store::{Actor, Record, Tx};
use dure_tables::{
    appointments, experts, federations, firms, groups, memberships, people, programmes, resources,
};
use sea_orm::{ActiveModelTrait, Set};

use super::TestApp;
use crate::error::{Error, Result};

/// Who is there. Two groups of one federation, and a neighbour federation.
#[derive(Debug, Clone, Copy)]
pub struct Village {
    /// 강원연합회
    pub federation: FederationId,
    /// 한울회, with the smithy, the plater and the noodle maker.
    pub group: GroupId,
    /// 두메회, with the carpenter.
    pub other_group: GroupId,
    /// 한빛정밀: makes brackets, has rust.
    pub smithy: FirmId,
    /// 대관령도금: plates, has a salt-spray tester to share.
    pub plater: FirmId,
    /// 봉평면옥: makes noodles.
    pub noodles: FirmId,
    /// 오대목재: of the other group.
    pub carpenter: FirmId,
    /// 남해상사: of the neighbour federation.
    pub outsider_firm: FirmId,
    /// Delegate of the smithy.
    pub smith: PersonId,
    /// Deputy of the smithy.
    pub smiths_deputy: PersonId,
    /// Delegate of the plater, chair of the group.
    pub plater_boss: PersonId,
    /// Delegate of the noodle maker, secretary of the group.
    pub secretary: PersonId,
    /// Delegate of the carpenter.
    pub carpenter_boss: PersonId,
    /// An expert on tax, special member of the group.
    pub expert: PersonId,
    /// An official, contact of a programme, special member of the federation.
    pub official: PersonId,
    /// Staff of the federation.
    pub staff: PersonId,
    /// Runs the program.
    pub operator: PersonId,
    /// Delegate of a firm in the neighbour federation.
    pub outsider: PersonId,
}

impl TestApp {
    /// The village, with every change in the index.
    pub async fn village(&self) -> Village {
        let settled: Result<Village> =
            self.app.store.write(Actor::System, |tx| async move { settle(&tx).await }).await;
        self.settle().await;
        settled.expect("a village")
    }
}

async fn settle(tx: &Tx) -> Result<Village> {
    let federation = federation(tx, "강원이업종교류연합회", "강원특별자치도").await?;
    let neighbour = self::federation(tx, "경남이업종교류연합회", "경상남도").await?;
    let group = self::group(tx, federation, "한울회").await?;
    let other_group = self::group(tx, federation, "두메회").await?;
    let smithy = firm(tx, federation, "한빛정밀", "25924", "난간 받침쇠, 브라켓 절삭 가공", 51130).await?;
    let plater =
        firm(tx, federation, "대관령도금", "25922", "아연도금, 니켈도금. 녹 방지 상담", 51150).await?;
    let noodles = firm(tx, federation, "봉평면옥", "10730", "메밀국수, 막국수 생면", 51760).await?;
    let carpenter = firm(tx, federation, "오대목재", "16102", "원목 제재, 목재 건조", 51760).await?;
    let outsider_firm = firm(tx, neighbour, "남해상사", "46102", "수산물 도매", 48310).await?;
    let smith = person(tx, federation, Some(smithy), "김대장", "대표").await?;
    let smiths_deputy = person(tx, federation, Some(smithy), "박차장", "공장장").await?;
    let plater_boss = person(tx, federation, Some(plater), "이도금", "대표").await?;
    let secretary = person(tx, federation, Some(noodles), "최국수", "이사").await?;
    let carpenter_boss = person(tx, federation, Some(carpenter), "정목수", "대표").await?;
    let expert = person(tx, federation, None, "한세무", "세무사").await?;
    let official = person(tx, federation, None, "강주무", "주무관").await?;
    let staff = person(tx, federation, None, "윤사무", "사무국장").await?;
    let operator = person(tx, federation, None, "오운영", "운영자").await?;
    let outsider = person(tx, neighbour, Some(outsider_firm), "남바다", "대표").await?;

    let village = Village {
        federation,
        group,
        other_group,
        smithy,
        plater,
        noodles,
        carpenter,
        outsider_firm,
        smith,
        smiths_deputy,
        plater_boss,
        secretary,
        carpenter_boss,
        expert,
        official,
        staff,
        operator,
        outsider,
    };
    related(tx, &village).await?;
    told(tx, &village);
    Ok(village)
}

/// Who is in which group, who holds which office, and what there is to share.
async fn related(tx: &Tx, village: &Village) -> Result<()> {
    let Village { federation, group, other_group, smithy, plater, noodles, carpenter, .. } = *village;
    let Village { smith, smiths_deputy, plater_boss, secretary, carpenter_boss, .. } = *village;
    let Village { expert, official, staff, operator, .. } = *village;
    member(tx, federation, group, smithy, smith, Some(smiths_deputy), "259").await?;
    member(tx, federation, group, plater, plater_boss, None, "259b").await?;
    member(tx, federation, group, noodles, secretary, None, "107").await?;
    member(tx, federation, other_group, carpenter, carpenter_boss, None, "161").await?;
    appoint(tx, federation, Some(group), plater_boss, Office::Chair).await?;
    appoint(tx, federation, Some(group), secretary, Office::Secretary).await?;
    appoint(tx, federation, Some(group), expert, Office::Expert).await?;
    appoint(tx, federation, None, official, Office::Official).await?;
    appoint(tx, federation, None, staff, Office::Staff).await?;
    appoint(tx, federation, None, operator, Office::Operator).await?;

    resource(tx, federation, plater, "염수분무 시험기", "녹 시험 500시간, 회원사는 반값").await?;
    profile(tx, federation, expert).await?;
    programme(tx, federation, official).await
}

/// The index hears of the firms.
fn told(tx: &Tx, village: &Village) {
    let Village { smithy, plater, noodles, carpenter, outsider_firm, federation, .. } = *village;
    for firm in [smithy, plater, noodles, carpenter, outsider_firm] {
        tx.record(Record {
            action: "test.settle",
            subject: Subject::Firm,
            id: firm.uuid(),
            federation: Some(federation),
            before: None,
            after: None,
        });
    }
}

async fn federation(tx: &Tx, name: &str, region: &str) -> Result<FederationId, Error> {
    let id: FederationId = tx.id();
    let row = federations::ActiveModel {
        id: Set(id),
        name: Set(name.into()),
        region: Set(region.into()),
        created_at: Set(tx.at()),
    };
    row.insert(tx.db()).await?;
    Ok(id)
}

async fn group(tx: &Tx, federation: FederationId, name: &str) -> Result<GroupId> {
    let id: GroupId = tx.id();
    let row = groups::ActiveModel {
        id: Set(id),
        federation_id: Set(federation),
        name: Set(name.into()),
        place_code: Set(Some(51130)),
        created_at: Set(tx.at()),
        version: Set(1),
        ..Default::default()
    };
    row.insert(tx.db()).await?;
    Ok(id)
}

async fn firm(
    tx: &Tx,
    federation: FederationId,
    name: &str,
    industry: &str,
    products: &str,
    place: i32,
) -> Result<FirmId> {
    let id: FirmId = tx.id();
    let row = firms::ActiveModel {
        id: Set(id),
        federation_id: Set(federation),
        name: Set(name.into()),
        industry_code: Set(Some(industry.into())),
        products: Set(products.into()),
        offers: Set(products.into()),
        place_code: Set(Some(place)),
        created_at: Set(tx.at()),
        updated_at: Set(tx.at()),
        version: Set(1),
        ..Default::default()
    };
    row.insert(tx.db()).await?;
    Ok(id)
}

async fn person(
    tx: &Tx,
    federation: FederationId,
    firm: Option<FirmId>,
    name: &str,
    title: &str,
) -> Result<PersonId> {
    let id: PersonId = tx.id();
    let row = people::ActiveModel {
        id: Set(id),
        federation_id: Set(federation),
        firm_id: Set(firm),
        name: Set(name.into()),
        title: Set(title.into()),
        email: Set(Some(format!("{}@dure.example", id.uuid().simple()))),
        lang: Set("ko".into()),
        created_at: Set(tx.at()),
        version: Set(1),
        ..Default::default()
    };
    row.insert(tx.db()).await?;
    Ok(id)
}

async fn member(
    tx: &Tx,
    federation: FederationId,
    group: GroupId,
    firm: FirmId,
    delegate: PersonId,
    deputy: Option<PersonId>,
    slot: &str,
) -> Result<MembershipId> {
    let id: MembershipId = tx.id();
    let row = memberships::ActiveModel {
        id: Set(id),
        federation_id: Set(federation),
        group_id: Set(group),
        firm_id: Set(firm),
        delegate_id: Set(Some(delegate)),
        deputy_id: Set(deputy),
        industry_slot: Set(Some(slot.into())),
        joined_on: Set(Some(Day::from_number(16_000))),
        created_at: Set(tx.at()),
        ..Default::default()
    };
    row.insert(tx.db()).await?;
    Ok(id)
}

async fn appoint(
    tx: &Tx,
    federation: FederationId,
    group: Option<GroupId>,
    person: PersonId,
    office: Office,
) -> Result<()> {
    let row = appointments::ActiveModel {
        id: Set(tx.id()),
        federation_id: Set(federation),
        group_id: Set(group),
        person_id: Set(person),
        office: Set(office),
        since: Set(Day::from_number(20_000)),
        until: Set(None),
    };
    row.insert(tx.db()).await?;
    Ok(())
}

async fn resource(tx: &Tx, federation: FederationId, firm: FirmId, title: &str, body: &str) -> Result<()> {
    let row = resources::ActiveModel {
        id: Set(tx.id()),
        federation_id: Set(federation),
        firm_id: Set(firm),
        kind: Set(dure_domain::ResourceKind::Equipment),
        title: Set(title.into()),
        body: Set(body.into()),
        created_at: Set(tx.at()),
        version: Set(1),
        ..Default::default()
    };
    row.insert(tx.db()).await?;
    Ok(())
}

async fn profile(tx: &Tx, federation: FederationId, person: PersonId) -> Result<()> {
    let row = experts::ActiveModel {
        id: Set(tx.id()),
        federation_id: Set(federation),
        person_id: Set(person),
        field: Set("세무사".into()),
        body: Set("가업승계, 상속세, 부가세 환급".into()),
        place_code: Set(Some(51110)),
        removed_at: Set(None),
    };
    row.insert(tx.db()).await?;
    Ok(())
}

async fn programme(tx: &Tx, federation: FederationId, contact: PersonId) -> Result<()> {
    let row = programmes::ActiveModel {
        id: Set(tx.id()),
        federation_id: Set(federation),
        title: Set("강원 뿌리기업 품질 개선 지원".into()),
        body: Set("시험 분석비의 70%를 한도 1천만원까지 지원".into()),
        agency: Set("강원지역 중소기업 지원기관".into()),
        contact_id: Set(Some(contact)),
        place_code: Set(Some(51)),
        ..Default::default()
    };
    row.insert(tx.db()).await?;
    Ok(())
}
