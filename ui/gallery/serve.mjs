// Shows every component with the content it is made for, under the same strict policy as the application.
// `npm run build && npm run gallery` prints the address. Pages are fragments put into shell.html.
import { createServer } from "node:http";
import { readFile, readdir } from "node:fs/promises";
import { dirname, extname, join, normalize } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const dist = join(here, "..", "dist");
const TYPES = { ".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml", ".woff2": "font/woff2", ".html": "text/html; charset=utf-8", ".json": "application/json" };

async function page(name, search) {
  const [shell, content, manifest] = await Promise.all([
    readFile(join(here, "shell.html"), "utf8"),
    readFile(join(here, "pages", `${name}.html`), "utf8"),
    readFile(join(dist, "manifest.json"), "utf8").then(JSON.parse),
  ]);
  const theme = search.get("theme");
  return shell
    .replace("{{content}}", content)
    .replace("{{theme}}", theme ? `data-theme="${theme}"` : "")
    .replaceAll(/\{\{asset ([\w.-]+)\}\}/g, (_, logical) => `/assets/${manifest[logical]}`)
    .replaceAll(/\{\{icon ([\w-]+)\}\}/g, (_, icon) => `<svg class="icon" aria-hidden="true"><use href="/assets/${manifest["icons.svg"]}#${icon}"></use></svg>`);
}

/** What the application would find while one types. */
const similar = (title) => `<div class="rows"><div class="row"><div class="row-words"><p class="row-title"><a href="#">‘${title.replaceAll(/[<&]/g, "")}’와 비슷한 일</a></p><p class="row-note">풀림 · 2025년 4월</p></div></div></div>`;

async function answer(url) {
  if (url.pathname.startsWith("/assets/")) {
    const path = normalize(url.pathname.slice("/assets/".length)).replace(/^(\.\.[/\\])+/, "");
    return [TYPES[extname(path)] ?? "application/octet-stream", await readFile(join(dist, path))];
  }
  if (url.pathname === "/network.json") return [TYPES[".json"], await readFile(join(here, "network.json"))];
  if (url.pathname === "/similar") return [TYPES[".html"], similar(url.searchParams.get("title") ?? "")];
  const name = url.pathname === "/" ? "index" : url.pathname.slice(1).replace(/[^a-z-]/g, "");
  return [TYPES[".html"], await page(name, url.searchParams)];
}

/** The pages that exist, by name. */
export const pages = async () => (await readdir(join(here, "pages"))).map((file) => file.replace(".html", "")).sort();

/** Starts the gallery on a port of loopback; 0 takes a free one. */
export function serve(port) {
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? "/", "http://gallery");
    answer(url).then(
      ([type, body]) => response.writeHead(200, { "content-type": type, "content-security-policy": "default-src 'self'" }).end(body),
      () => response.writeHead(404).end(),
    );
  });
  return new Promise((resolve) => {
    server.listen(port, "127.0.0.1", () => resolve({ server, address: `http://127.0.0.1:${server.address().port}` }));
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const { address } = await serve(Number(process.env.PORT ?? 0));
  console.log(address);
}
