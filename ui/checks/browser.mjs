// A headless Chromium over WebDriver, with just what the checks need. chromedriver must be on the path.
import { spawn } from "node:child_process";
import { setTimeout as pause } from "node:timers/promises";

const CHROMIUM = ["--headless", "--no-sandbox", "--hide-scrollbars", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--enable-unsafe-swiftshader", "--lang=ko"];
const CAPABILITIES = { alwaysMatch: { browserName: "chrome", "goog:chromeOptions": { args: CHROMIUM }, "goog:loggingPrefs": { browser: "ALL" } } };

async function portOf(driver) {
  for await (const text of driver.stdout) {
    const found = /successfully on port (\d+)/.exec(String(text));
    if (found) return found[1];
  }
  throw new Error("chromedriver did not start");
}

/** Starts a browser; end it with `stop`. */
export async function browser() {
  const driver = spawn("chromedriver", ["--port=0"], { stdio: ["ignore", "pipe", "ignore"] });
  const port = await portOf(driver);
  const send = async (path, body) => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, { method: body ? "POST" : "DELETE", body: body && JSON.stringify(body) });
    const { value } = await answer.json();
    if (value?.error) throw new Error(value.message);
    return value;
  };
  const { sessionId } = await send("/session", { capabilities: CAPABILITIES });
  const session = `/session/${sessionId}`;
  return {
    open: (url) => send(`${session}/url`, { url }),
    devtools: (cmd, params) => send(`${session}/goog/cdp/execute`, { cmd, params }),
    /** Runs a script that may use `await`; gives what it returns. */
    run: (script) => send(`${session}/execute/sync`, { script: `return (async () => { ${script} })()`, args: [] }),
    /** Runs a script as it is, in the page. */
    load: (script) => send(`${session}/execute/sync`, { script, args: [] }),
    logs: () => send(`${session}/se/log`, { type: "browser" }),
    stop: async () => {
      await send(session).catch(() => undefined);
      await pause(100);
      driver.kill();
    },
  };
}
