//! Every link on the pages of the menu leads somewhere.

use std::collections::BTreeSet;

use axum::http::StatusCode;
use dure_store::on_both;
use dure_web::testing::TestApp;

use super::access::samples::Samples;
use crate::testing::Housed as _;

/// Addresses of Dure's own that a page leads to.
fn hrefs(page: &str) -> BTreeSet<String> {
    let quoted = page.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
    let own = quoted.filter(|href| href.starts_with('/') && !href.starts_with("//"));
    own.map(|href| href.split('#').next().unwrap_or(href).replace("&amp;", "&")).collect()
}

on_both!(every_link_of_the_pages_in_the_menu_leads_somewhere, |db| async move {
    let test = TestApp::outside_the_demo(db).await;
    let village = test.village().await;
    drop(Samples::lay_out(&test, &village).await);
    for person in [village.staff, village.secretary, village.smith] {
        let client = test.signed_in(person).await;
        let pages = hrefs(&client.get("/").await.body);
        let mut links = BTreeSet::new();
        for page in &pages {
            links.extend(hrefs(&client.get(page).await.body));
        }
        assert!(links.len() > 20, "{links:?}");
        for link in links.difference(&pages) {
            let status = client.get(link).await.status;
            assert!(status != StatusCode::NOT_FOUND && !status.is_server_error(), "{link}: {status}");
        }
    }
});
