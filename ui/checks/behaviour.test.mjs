// What the scripts do, seen from a browser: `npm run build && npm test`.
import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { serve } from "../gallery/serve.mjs";
import { browser } from "./browser.mjs";

let page;
let gallery;

before(async () => {
  gallery = await serve(0);
  page = await browser();
});
after(async () => {
  await page.stop();
  gallery.server.close();
});
beforeEach(() => page.open(`${gallery.address}/post`));

const wait = (ms) => `await new Promise((done) => setTimeout(done, ${ms}));`;
const type = (id, words) => `const field = document.getElementById("${id}"); field.value = "${words}"; field.dispatchEvent(new Event("input", { bubbles: true }));`;
const answer = (ok) => `const real = window.fetch; window.fetch = async (url, options) => { if (url !== "/draft") return real(url, options); window.posted = [url, String(options.body)]; return { ok: ${ok}, status: ${ok ? 204 : 503} }; };`;

test("what is typed is posted once the typing pauses", async () => {
  const [url, body] = await page.run(`${answer(true)} ${type("title", "a")} ${wait(300)} ${type("title", "bubble").replace("const field", "const again").replaceAll("field.", "again.")} ${wait(1000)} return window.posted;`);
  assert.equal(url, "/draft");
  assert.match(body, /title=bubble/);
  assert.match(await page.run(`return document.querySelector("[data-draft-status]").textContent`), /^저장됨 \d\d:\d\d$/);
});

test("without a server the draft stays in this browser and comes back", async () => {
  await page.run(`${answer(false)} ${type("problem", "kept words")} ${wait(1000)}`);
  assert.match(await page.run(`return document.querySelector("[data-draft-status]").textContent`), /^이 기기에 저장됨/);
  await page.open(`${gallery.address}/post`);
  assert.equal(await page.run(`return document.getElementById("problem").value`), "kept words");
  await page.run("localStorage.clear()");
});

test("similar cases appear while one types", async () => {
  await page.run(`${type("title", "bubbles")} ${wait(1200)}`);
  assert.match(await page.run(`return document.getElementById("similar-cases").textContent`), /‘bubbles’와 비슷한 일/);
});

test("an act that cannot be taken back asks first", async () => {
  await page.open(`${gallery.address}/`);
  const asked = await page.run(`
    window.pressed = 0;
    const button = document.querySelector("[data-confirm]");
    window.addEventListener("click", (event) => { if (event.target === button && !event.defaultPrevented) window.pressed += 1; });
    button.click();
    const dialog = document.querySelector("dialog");
    dialog.querySelector("button[value=no]").click(); ${wait(50)}
    const afterNo = [window.pressed, document.activeElement === button];
    button.click();
    document.querySelector("dialog button[value=yes]").click(); ${wait(50)}
    return [dialog.textContent, afterNo, window.pressed, document.querySelector("dialog")];`);
  assert.match(asked[0], /이 회원사를 지웁니다/);
  assert.deepEqual(asked.slice(1), [[0, true], 1, null]);
});

test("a list narrows as one types", async () => {
  await page.open(`${gallery.address}/`);
  const shown = await page.run(`${type("q", "속초  화장품")} return [...document.querySelectorAll("#roster tbody tr")].filter((row) => !row.hidden).length`);
  assert.equal(shown, 1);
  assert.equal(await page.run(`return document.getElementById("roster-found").textContent`), "1곳");
});

test("the chosen look is kept for the server", async () => {
  const [theme, cookie, pressed] = await page.run(`
    document.querySelector("[data-theme-choice=dark]").click();
    return [document.documentElement.dataset.theme, document.cookie, document.querySelector("[data-theme-choice=dark]").ariaPressed];`);
  assert.deepEqual([theme, pressed], ["dark", "true"]);
  assert.match(cookie, /dure_theme=dark/);
});

test("a menu closes with Escape", async () => {
  const open = await page.run(`
    const menu = document.querySelector("details.menu"); menu.open = true;
    document.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape" }));
    return menu.open;`);
  assert.equal(open, false);
});

test("a form is sent once, however often it is tapped", async () => {
  const sent = await page.run(`
    const form = document.createElement("form"); form.method = "post"; form.action = "/answer"; document.body.append(form);
    let sent = 0; window.addEventListener("submit", (event) => { if (!event.defaultPrevented) sent += 1; event.preventDefault(); });
    form.requestSubmit(); form.requestSubmit(); return sent;`);
  assert.equal(sent, 1);
});

test("the network is drawn, and its table is there without it", async () => {
  await page.open(`${gallery.address}/network`);
  await page.run(wait(800));
  const [drawn, canvases, rows] = await page.run(`return [document.querySelector(".network").dataset.drawn, document.querySelectorAll(".network canvas").length, document.querySelectorAll("table tbody tr").length]`);
  assert.equal(drawn, "yes");
  assert.ok(canvases > 2 && rows > 0);
});

const drag = `
  const sent = []; window.addEventListener("submit", (event) => { event.preventDefault(); const data = new FormData(event.target, event.submitter); sent.push([data.getAll("firm"), data.get("to"), data.get("act")]); });
  const middle = (element) => { const box = element.getBoundingClientRect(); return { clientX: box.x + box.width / 2, clientY: box.y + 12 }; };
  const send = (name, element, at) => element.dispatchEvent(new PointerEvent(name, { bubbles: true, cancelable: true, button: 0, pointerType: "mouse", ...at }));
  const pull = (from, to) => { to.scrollIntoView({ block: "center" }); const end = middle(to); send("pointerdown", from, middle(from)); send("pointermove", document.body, end); send("pointerup", document.body, end); };
  const find = (selector) => document.querySelector(selector);`;

test("a firm is dragged onto a group, from its row or from the map", async () => {
  await page.open(`${gallery.address}/studio`);
  const sent = await page.run(`${drag}
    pull(find("#firm-f1 small"), find("[data-group='2'].card"));
    pull(find(".pool-dot[data-group='2'] circle"), find(".pool-dot[data-group='1'] circle"));
    pull(find("#firm-f1 small"), find("[data-group='1'].card"));
    return sent;`);
  assert.deepEqual(sent, [[["f1"], "2", "move"], [["f2"], "1", "move"]]);
});

test("nothing breaks the policy", async () => {
  const severe = (await page.logs()).filter(({ level, message }) => level === "SEVERE" && !message.includes("/draft"));
  assert.deepEqual(severe, []);
});
