//! axe-core on the page that is open.

use std::path::Path;

use crate::browser::Browser;

const RUN: &str = "
    const done = arguments[arguments.length - 1];
    axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'] }).then((found) =>
        done(found.violations.map((v) => v.id + ': ' + v.nodes.slice(0, 3).map((n) => n.html.slice(0, 160)).join(' | '))));
";
const TOO_WIDE: &str = "
    return [...document.querySelectorAll('body *')]
        .filter((e) => e.getBoundingClientRect().right > innerWidth + 1 && !e.closest('.table-wrap, .tabs, svg, .network'))
        .slice(0, 3).map((e) => 'wider than the window: ' + e.outerHTML.slice(0, 160));
";

/// axe as npm brought it.
pub fn script() -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../ui/node_modules/axe-core/axe.min.js");
    std::fs::read_to_string(path).expect("axe-core: run `npm ci --ignore-scripts` in ui/ (`make test` does)")
}

/// What is wrong with the page: violations, and what does not fit the window.
pub async fn faults(browser: &Browser, axe: &str) -> Vec<String> {
    browser.client.execute(axe, vec![]).await.expect("axe");
    let found = browser.client.execute_async(RUN, vec![]).await.expect("axe's findings");
    let wide = browser.client.execute(TOO_WIDE, vec![]).await.expect("the sizes");
    [found, wide].into_iter().flat_map(|list| serde_json::from_value::<Vec<String>>(list).unwrap()).collect()
}
