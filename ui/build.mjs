// Bundles scripts, styles, icons and fonts into dist/ under content-hashed names and writes
// manifest.json (logical name -> file). Run with `node build.mjs`; it takes a second or two.
import { createHash } from "node:crypto";
import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompress, constants, gzip } from "node:zlib";
import { promisify } from "node:util";
import esbuild from "esbuild";
import { colourCss } from "./tokens/colours.mjs";

const root = dirname(fileURLToPath(import.meta.url));
const at = (...parts) => join(root, ...parts);
const dist = process.env.DURE_UI_DIST ?? at("dist");

const LICENCES = ["htmx.org/LICENSE", "sigma/LICENSE.txt", "graphology/LICENSE.txt", "graphology-utils/LICENSE.txt", "events/LICENSE", "pretendard/dist/LICENSE.txt"];

/** Lets styles say `@import "colours.css"` and get the table of tokens/colours.mjs. */
const colourTokens = {
  name: "colour-tokens",
  setup(build) {
    build.onResolve({ filter: /^colours\.css$/ }, () => ({ path: "colours.css", namespace: "tokens" }));
    build.onLoad({ filter: /.*/, namespace: "tokens" }, () => ({ contents: colourCss(), loader: "css" }));
  },
};

async function bundle() {
  const result = await esbuild.build({
    absWorkingDir: root,
    entryPoints: { app: "src/scripts/app.ts", "app-style": "src/styles/app.css", fonts: "src/styles/fonts.css" },
    bundle: true,
    splitting: true,
    format: "esm",
    minify: true,
    metafile: true,
    legalComments: "none",
    target: ["chrome109", "safari15.4", "firefox115"],
    outdir: dist,
    entryNames: "[name]-[hash]",
    chunkNames: "[name]-[hash]",
    assetNames: "[name]-[hash]",
    loader: { ".woff2": "file" },
    plugins: [colourTokens],
    logLevel: "warning",
  });
  return result.metafile.outputs;
}

/** Entries and lazily loaded parts by logical name; fonts are reached through their style sheet. */
function manifestOf(outputs) {
  const manifest = {};
  for (const [path, { entryPoint }] of Object.entries(outputs)) {
    if (!entryPoint) continue;
    const logical = basename(entryPoint).replace(/\.ts$/, ".js");
    manifest[logical] = basename(path);
  }
  return manifest;
}

/** Copies a file under a hashed name. */
async function hashed(path, manifest) {
  const bytes = await readFile(path);
  const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 8).toUpperCase();
  const name = basename(path).replace(/(\.\w+)$/, `-${hash}$1`);
  await writeFile(join(dist, name), bytes);
  manifest[basename(path)] = name;
}

/** Text files also in Brotli and gzip, so that the server never compresses them itself. */
async function compress(names) {
  const most = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } };
  await Promise.all(names.filter((name) => /\.(js|css|svg)$/.test(name)).map(async (name) => {
    const bytes = await readFile(join(dist, name));
    await writeFile(join(dist, `${name}.br`), await promisify(brotliCompress)(bytes, most));
    await writeFile(join(dist, `${name}.gz`), await promisify(gzip)(bytes, { level: 9 }));
  }));
}

await rm(dist, { recursive: true, force: true });
await mkdir(join(dist, "licences"), { recursive: true });
const outputs = await bundle();
const manifest = manifestOf(outputs);
await hashed(at("src/icons.svg"), manifest);
await hashed(at("src/logo.svg"), manifest);
for (const path of LICENCES) {
  await cp(at("node_modules", path), join(dist, "licences", `${path.split("/")[0]}.txt`));
}
await compress([...Object.keys(outputs).map((path) => basename(path)), ...Object.values(manifest)]);
await writeFile(join(dist, "manifest.json"), `${JSON.stringify(manifest, null, 2)}\n`);
console.log(Object.entries(manifest).map(([logical, name]) => `${logical} -> ${name}`).join("\n"));
