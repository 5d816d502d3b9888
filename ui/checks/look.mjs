// Opens pages in Chromium at 360 and 1280 px, light and dark: saves a picture of each, runs axe on it
// and looks for anything wider than the window. Needs chromedriver on the path.
// The gallery: `npm run build && npm run look -- --to FOLDER [PAGE...]`
// A running server: `npm run look -- --to FOLDER --at http://127.0.0.1:8080 --cookie dure_session=... / /firms`
import { spawn } from "node:child_process";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";
import { pages, serve } from "../gallery/serve.mjs";

const { values: options, positionals: only } = parseArgs({
  allowPositionals: true,
  options: { to: { type: "string", default: "look" }, at: { type: "string" }, cookie: { type: "string" } },
});
const folder = options.to;
const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const PIECE = 1500;
const CHROMIUM = ["--headless", "--no-sandbox", "--hide-scrollbars", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--enable-unsafe-swiftshader"];

const driver = spawn("chromedriver", ["--port=0"], { stdio: ["ignore", "pipe", "ignore"] });
const port = await new Promise((resolve) => {
  driver.stdout.on("data", (text) => {
    const found = /successfully on port (\d+)/.exec(String(text));
    if (found) resolve(found[1]);
  });
});

async function command(path, body) {
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, { method: body ? "POST" : "DELETE", body: body && JSON.stringify(body) });
  const { value } = await answer.json();
  if (value?.error) throw new Error(value.message);
  return value;
}

const { sessionId } = await command("/session", { capabilities: { alwaysMatch: { browserName: "chrome", "goog:chromeOptions": { args: CHROMIUM }, "goog:loggingPrefs": { browser: "ALL" } } } });
const session = `/session/${sessionId}`;
const devtools = (cmd, params) => command(`${session}/goog/cdp/execute`, { cmd, params });
const run = (script, args = []) => command(`${session}/execute/async`, { script: `const done = arguments[arguments.length - 1]; ${script}`, args });

async function look(address, page, width, theme) {
  await devtools("Emulation.setDeviceMetricsOverride", { width, height: width < 500 ? 760 : 900, deviceScaleFactor: 1, mobile: width < 500 });
  await devtools("Emulation.setEmulatedMedia", { features: [{ name: "prefers-color-scheme", value: theme }] });
  await command(`${session}/url`, { url: new URL(page === "index" ? "" : page, `${address}/`).href });
  await run("document.fonts.ready.then(() => setTimeout(done, 150))");
  const wide = await run("done([...document.querySelectorAll('body *')].filter((e) => e.getBoundingClientRect().right > innerWidth + 1 && !e.closest('.table-wrap, .tabs, svg, .network')).slice(0, 3).map((e) => e.outerHTML.slice(0, 120)))");
  await command(`${session}/execute/sync`, { script: axe, args: [] });
  const violations = await run("axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'] }).then((r) => done(r.violations.map((v) => v.id + ': ' + v.nodes.slice(0, 3).map((n) => n.html.slice(0, 120)).join(' | '))), (e) => done([String(e)]))");
  const name = `${page.replaceAll(/[^\p{L}\d]+/gu, "_") || "index"}-${width}-${theme}`;
  await picture(name, width);
  return [...wide.map((html) => `${name}: too wide: ${html}`), ...violations.map((text) => `${name}: ${text}`)];
}

/** The whole page, in pieces that a viewer shows in full size. */
async function picture(name, width) {
  const { cssContentSize } = await devtools("Page.getLayoutMetrics", {});
  for (let part = 0; part * PIECE < cssContentSize.height; part += 1) {
    const clip = { x: 0, y: part * PIECE, width, height: Math.min(PIECE, cssContentSize.height - part * PIECE), scale: 1 };
    const { data } = await devtools("Page.captureScreenshot", { format: "png", captureBeyondViewport: true, clip });
    await writeFile(join(folder, `${name}-${part + 1}.png`), Buffer.from(data, "base64"));
  }
}

await mkdir(folder, { recursive: true });
const gallery = options.at ? undefined : await serve(0);
const address = options.at ?? gallery.address;
if (options.cookie) {
  const [name, value] = options.cookie.split("=");
  await devtools("Network.setCookie", { name, value, url: address });
}
const problems = [];
let looked = 0;
try {
  for (const page of only.length > 0 ? only : await pages()) {
    for (const width of [360, 1280]) {
      for (const theme of ["light", "dark"]) {
        problems.push(...(await look(address, page, width, theme)));
        looked += 1;
      }
    }
  }
  const logs = await command(`${session}/se/log`, { type: "browser" });
  problems.push(...logs.filter(({ level }) => level === "SEVERE").map(({ message }) => `console: ${message}`));
} finally {
  await command(session).catch(() => undefined);
  await pause(100);
  driver.kill();
  gallery?.server.close();
}
console.log([...new Set(problems), `${looked} views, ${problems.length} problems, pictures in ${folder}`].join("\n"));
process.exitCode = problems.length > 0 ? 1 : 0;
