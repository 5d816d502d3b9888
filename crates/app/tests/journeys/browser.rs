//! A headless Chromium, driven over WebDriver.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use fantoccini::error::CmdError;
use fantoccini::{Client, ClientBuilder, Locator};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::json;

/// How long a page may take to show what is waited for, on a busy machine.
const PATIENCE: Duration = Duration::from_secs(20);
const PHONE: (u32, u32) = (360, 760);

/// A browser with an empty profile; it ends with this value.
pub struct Browser {
    /// For what is not said below.
    pub client: Client,
    base: String,
    driver: Child,
}

impl Browser {
    /// Opens a browser of a phone's size in front of the program at `base`.
    pub async fn open(base: &str) -> Self {
        let mut driver = Command::new("chromedriver")
            .arg("--port=0")
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("chromedriver (Debian: apt-get install chromium chromium-driver)");
        let lines = BufReader::new(driver.stdout.take().expect("its output")).lines();
        let port = lines
            .map_while(Result::ok)
            .find_map(|line| {
                Some(line.split("successfully on port ").nth(1)?.trim_end_matches('.').to_owned())
            })
            .expect("chromedriver's port");
        let client = ClientBuilder::new(HttpConnector::new())
            .capabilities(capabilities())
            .connect(&format!("http://127.0.0.1:{port}"))
            .await
            .expect("a browser");
        Self { client, base: base.to_owned(), driver }
    }

    /// Opens a page of the program.
    pub async fn go(&self, path: &str) {
        self.client.goto(&format!("{}{path}", self.base)).await.expect(path);
    }

    /// Steps into the first persona of a role, as the demo offers it.
    pub async fn become_persona(&self, role: &str) {
        self.go("/personas").await;
        self.press(&format!("[data-role='{role}'] button")).await;
        self.see("main").await;
    }

    /// Waits until something is there; gives its text.
    pub async fn see(&self, css: &str) -> String {
        let found = self.client.wait().at_most(PATIENCE).for_element(Locator::Css(css)).await;
        let found = match found {
            Ok(found) => found,
            Err(error) => panic!("no {css}: {error}\n{}", self.page().await),
        };
        found.text().await.expect(css)
    }

    /// Waits until the page says these words.
    pub async fn read(&self, words: &str) {
        let found = self.client.wait().at_most(PATIENCE);
        let says = format!("//main[contains(., {words:?})]");
        if found.for_element(Locator::XPath(&says)).await.is_err() {
            panic!("the page does not say {words:?}:\n{}", self.page().await);
        }
    }

    /// Types into a field, after what is there has been taken out.
    pub async fn write(&self, css: &str, text: &str) {
        self.see(css).await;
        let field = self.client.find(Locator::Css(css)).await.expect(css);
        field.clear().await.expect(css);
        field.send_keys(text).await.expect(css);
    }

    /// Presses a button, a link or a choice; one that lies under something is pressed all the same, as a keyboard would.
    pub async fn press(&self, css: &str) {
        self.see(css).await;
        let element = self.client.find(Locator::Css(css)).await.expect(css);
        let pressed = self.client.execute("arguments[0].click()", vec![json!(element)]).await;
        pressed.unwrap_or_else(|error| panic!("{css}: {error}"));
    }

    /// Presses the button or link with these words.
    pub async fn press_words(&self, words: &str) {
        let xpath = format!("//main//*[self::a or self::button][contains(normalize-space(.), {words:?})]");
        let found = self.client.wait().at_most(PATIENCE).for_element(Locator::XPath(&xpath)).await;
        let Ok(element) = found else { panic!("nothing to press says {words:?}:\n{}", self.page().await) };
        let pressed = self.client.execute("arguments[0].click()", vec![json!(element)]).await;
        pressed.unwrap_or_else(|error| panic!("{words}: {error}"));
    }

    /// Waits until something says these words.
    pub async fn see_soon(&self, css: &str, words: &str) {
        let last = css.trim_matches(['[', ']']);
        let says = format!("//*[@{last}][contains(., {words:?})]");
        let found = self.client.wait().at_most(PATIENCE).for_element(Locator::XPath(&says)).await;
        assert!(found.is_ok(), "{css} does not say {words:?}:\n{}", self.page().await);
    }

    /// What is in a field.
    pub async fn value(&self, css: &str) -> String {
        self.see(css).await;
        let field = self.client.find(Locator::Css(css)).await.expect(css);
        field.prop("value").await.expect(css).unwrap_or_default()
    }

    /// Path and query of the page.
    pub async fn path(&self) -> String {
        let url = self.client.current_url().await.expect("an address");
        url.as_str().trim_start_matches(self.base.as_str()).to_owned()
    }

    /// Every different address of the program that the page links to.
    pub async fn links(&self) -> Vec<String> {
        let script = "return [...document.querySelectorAll('a[href]')].map((link) => link.href)";
        let links = self.client.execute(script, vec![]).await.expect("the links");
        let links: Vec<String> = serde_json::from_value(links).expect("addresses");
        let here = |link: String| Some(link.strip_prefix(&self.base)?.split('#').next()?.to_owned());
        links.into_iter().filter_map(here).collect()
    }

    /// Gives the window another width and the reader another taste of light.
    pub async fn look(&self, width: u32, dark: bool) {
        let size = json!({ "width": width, "height": 800, "deviceScaleFactor": 1, "mobile": width < 500 });
        self.devtools("Emulation.setDeviceMetricsOverride", size).await;
        let scheme = if dark { "dark" } else { "light" };
        let media = json!({ "features": [{ "name": "prefers-color-scheme", "value": scheme }] });
        self.devtools("Emulation.setEmulatedMedia", media).await;
    }

    /// Ends the browser. Needed: an abandoned session keeps its processes.
    pub async fn close(self) {
        let closed: Result<(), CmdError> = self.client.clone().close().await;
        closed.expect("the end of the browser");
    }

    async fn devtools(&self, cmd: &str, params: serde_json::Value) {
        let command = Devtools { cmd: cmd.to_owned(), params };
        self.client.issue_cmd(command).await.expect(cmd);
    }

    async fn page(&self) -> String {
        let path = self.path().await;
        let script = "return document.body.innerText";
        let text = self.client.execute(script, vec![]).await.unwrap_or_default();
        format!("{path}\n{}", text.as_str().unwrap_or_default())
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        drop(self.driver.kill());
        drop(self.driver.wait());
    }
}

fn capabilities() -> serde_json::Map<String, serde_json::Value> {
    let window = format!("--window-size={},{}", PHONE.0, PHONE.1);
    let args = [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--hide-scrollbars",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--lang=ko",
        window.as_str(),
    ];
    let capabilities = json!({ "browserName": "chrome", "goog:chromeOptions": { "args": args } });
    capabilities.as_object().cloned().unwrap_or_default()
}

/// Chromium's own commands, beyond WebDriver.
#[derive(Debug)]
struct Devtools {
    cmd: String,
    params: serde_json::Value,
}

impl fantoccini::wd::WebDriverCompatibleCommand for Devtools {
    fn endpoint(&self, base: &url::Url, session: Option<&str>) -> Result<url::Url, url::ParseError> {
        base.join(&format!("session/{}/goog/cdp/execute", session.unwrap_or_default()))
    }

    fn method_and_body(&self, _: &url::Url) -> (http::Method, Option<String>) {
        (http::Method::POST, Some(json!({ "cmd": self.cmd, "params": self.params }).to_string()))
    }
}
