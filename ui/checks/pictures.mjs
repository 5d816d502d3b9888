// Takes the pictures of the README from a new demo: `node ui/checks/pictures.mjs target/quick/dure docs/pictures`
// The demo is the same at every run (--seed and --today are fixed), so pictures change only when pages do.
import { spawn } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { browser } from "./browser.mjs";

const [program, folder] = process.argv.slice(2);
const PHONE = { width: 390, height: 780, mobile: true };
const DESK = { width: 1280, height: 800, mobile: false };
/** name, persona, how to get there, size */
const PICTURES = [
  ["welcome", undefined, "/", DESK],
  ["home-phone", "member", "/", PHONE],
  ["home", "secretary", "/", DESK],
  ["difficulty", "member", "/difficulties?scope=mine > main a.stretched", DESK],
  ["difficulty-phone", "member", "/difficulties?scope=mine > main a.stretched", PHONE],
  ["post-phone", "member", "/difficulties/new", PHONE],
  ["firms", "secretary", "/firms", DESK],
  ["network", "staff", "/network", DESK],
  ["studio", "staff", "/formation/new > main form[action='/formation/new'] button", { ...DESK, height: 1400 }],
  ["ledger", "member", "/ledger", DESK],
  ["roster", "secretary", "/roster", DESK],
];

const data = await mkdtemp(join(tmpdir(), "dure-"));
const database = join(data, "demo.db");
await new Promise((done, failed) => {
  const fill = spawn(program, ["--database-url", database, "demo", "--seed", "1"], { stdio: "inherit" });
  fill.on("exit", (code) => (code === 0 ? done() : failed(new Error(`the demo ended with ${code}`))));
});
const server = spawn(program, ["--database-url", database, "--json", "serve", "--demo", "--listen", "127.0.0.1:0"], { stdio: ["ignore", "pipe", "inherit"] });
const address = await new Promise((found) => {
  let said = "";
  server.stdout.on("data", (text) => {
    said += text;
    const known = /"address":\s*"([^"]+)"/.exec(said);
    if (known) found(known[1]);
  });
});
const { open, devtools, run, stop } = await browser();
const settle = () => run("await document.fonts.ready; await new Promise((done) => setTimeout(done, 400));");

async function become(role) {
  if (!role) return;
  await open(`${address}/personas`);
  await run(`document.querySelector("[data-role='${role}'] button").click()`);
  await settle();
}

try {
  await mkdir(folder, { recursive: true });
  for (const [name, role, way, size] of PICTURES) {
    await devtools("Emulation.setDeviceMetricsOverride", { ...size, deviceScaleFactor: 1 });
    await devtools("Emulation.setEmulatedMedia", { features: [{ name: "prefers-color-scheme", value: "light" }] });
    await become(role);
    const [path, link] = way.split(" > ");
    await open(address + path);
    if (link) await run(`document.querySelector(${JSON.stringify(link)}).click()`);
    await settle();
    const { data: picture } = await devtools("Page.captureScreenshot", { format: "png" });
    await writeFile(join(folder, `${name}.png`), Buffer.from(picture, "base64"));
  }
} finally {
  await stop();
  server.kill();
  await rm(data, { recursive: true, force: true });
}
