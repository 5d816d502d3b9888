// Opens pages in Chromium at 360 and 1280 px, light and dark: saves a picture of each, runs axe on it
// and looks for anything wider than the window. Needs chromedriver on the path.
// The gallery: `npm run build && npm run look -- --to FOLDER [PAGE...]`
// A running server: `npm run look -- --to FOLDER --at http://127.0.0.1:8080 --cookie "dure_session=...; dure_lang=en" / /firms`
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { pages, serve } from "../gallery/serve.mjs";
import { browser } from "./browser.mjs";

const { values: options, positionals: only } = parseArgs({
  allowPositionals: true,
  options: { to: { type: "string", default: "look" }, at: { type: "string" }, cookie: { type: "string" } },
});
const folder = options.to;
const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const PIECE = 1500;
const { open, devtools, run, load, logs, stop } = await browser();

async function look(address, page, width, theme) {
  await devtools("Emulation.setDeviceMetricsOverride", { width, height: width < 500 ? 760 : 900, deviceScaleFactor: 1, mobile: width < 500 });
  await devtools("Emulation.setEmulatedMedia", { features: [{ name: "prefers-color-scheme", value: theme }] });
  await open(new URL(page === "index" ? "" : page, `${address}/`).href);
  await run("await document.fonts.ready; await new Promise((done) => setTimeout(done, 150));");
  const wide = await run("return [...document.querySelectorAll('body *')].filter((e) => e.getBoundingClientRect().right > innerWidth + 1 && !e.closest('.table-wrap, .tabs, svg, .network')).slice(0, 3).map((e) => e.outerHTML.slice(0, 120))");
  await load(axe);
  const violations = await run("const found = await axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'] }); return found.violations.map((v) => v.id + ': ' + v.nodes.slice(0, 3).map((n) => n.html.slice(0, 120)).join(' | '))");
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
for (const cookie of options.cookie?.split("; ") ?? []) {
  const [name, value] = cookie.split("=");
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
  problems.push(...(await logs()).filter(({ level }) => level === "SEVERE").map(({ message }) => `console: ${message}`));
} finally {
  await stop();
  gallery?.server.close();
}
console.log([...new Set(problems), `${looked} views, ${problems.length} problems, pictures in ${folder}`].join("\n"));
process.exitCode = problems.length > 0 ? 1 : 0;
