// Every colour of Dure, by role: [light, dark]. The build turns this table into CSS custom
// properties (`--text`, `--primary`, ...), and `npm run contrast` checks the pairs below it.
// Hanji paper, deep blue-green and persimmon carry the look; the rest stays quiet.

export const colours = {
  // Grounds, from the page up.
  page: ["#f6f3ec", "#0f1615"],
  surface: ["#ffffff", "#18211f"],
  sunken: ["#edeae1", "#202b29"],
  line: ["#dcd6c9", "#33403d"],
  edge: ["#7d776b", "#84918d"],

  // Words.
  text: ["#1a2422", "#edf1ee"],
  muted: ["#53605c", "#adb9b5"],
  link: ["#0b5961", "#86d3cd"],

  // Blue-green: what one does here.
  primary: ["#0d5a60", "#7cc9c3"],
  "primary-strong": ["#083f44", "#a5e0da"],
  "on-primary": ["#ffffff", "#06282a"],
  "primary-soft": ["#dbeceb", "#17393a"],
  "on-primary-soft": ["#0a464b", "#b4e6e1"],

  // The bar on top, the same evening colour in both themes.
  bar: ["#0b3f45", "#0b2b2f"],
  "on-bar": ["#ffffff", "#f1f5f3"],
  "on-bar-muted": ["#c5dcda", "#b3cbc9"],
  "bar-field": ["#175159", "#163d42"],

  // Persimmon: where one is, what waits.
  accent: ["#b0431a", "#f0a27a"],
  "on-accent": ["#ffffff", "#3a1505"],
  "accent-soft": ["#fbe7db", "#43261a"],
  "on-accent-soft": ["#7c2d0f", "#f8c9b0"],
  "accent-glow": ["#f2a67f", "#f0a27a"],

  // States; always beside a word and a sign.
  good: ["#1d6a3b", "#83cf9b"],
  "good-soft": ["#deefe1", "#1a3524"],
  "on-good-soft": ["#165029", "#b3e3c1"],
  warn: ["#845500", "#e6bd5c"],
  "warn-soft": ["#fbeecb", "#3b2f12"],
  "on-warn-soft": ["#644100", "#f2d793"],
  bad: ["#b0271e", "#f39a91"],
  "on-bad": ["#ffffff", "#43100b"],
  "bad-soft": ["#fbe4e1", "#45211d"],
  "on-bad-soft": ["#86201a", "#f8c3bd"],
  info: ["#27599b", "#93bdf0"],
  "info-soft": ["#e2ecf8", "#1b2f48"],
  "on-info-soft": ["#1d4475", "#c0d9f7"],
  "neutral-soft": ["#e8e4da", "#2b3734"],
  "on-neutral-soft": ["#3b4642", "#d0d8d5"],

  focus: ["#1d4ed8", "#ffd166"],

  // Charts and parts of a score: apart in lightness too, for eyes that miss hues.
  "data-1": ["#0d5a60", "#7cc9c3"],
  "data-2": ["#c0571f", "#f0a27a"],
  "data-3": ["#4a66b8", "#9db4f2"],
  "data-4": ["#7d7410", "#d8cf6e"],
  "data-5": ["#8e3f7d", "#dd9fd0"],
  "data-6": ["#5a6663", "#a3b0ac"],
  "data-7": ["#3b7a1e", "#8fd07a"],
};

const grounds = ["page", "surface", "sunken"];
const on = (ink, under, least) => under.map((ground) => ({ ink, ground, least }));

/** Pairs that meet on screen, with the ratio that WCAG 2.2 AA asks for. */
export const pairs = [
  ...["text", "muted", "link"].flatMap((ink) => on(ink, grounds, 4.5)),
  ...["accent", "good", "warn", "bad", "info", "primary"].flatMap((ink) => on(ink, ["page", "surface"], 4.5)),
  ...["primary", "accent", "good", "warn", "bad", "info", "neutral"].flatMap((role) => on(`on-${role}-soft`, [`${role}-soft`], 4.5)),
  ...on("text", ["primary-soft", "accent-soft", "warn-soft", "bad-soft", "info-soft", "good-soft"], 4.5),
  ...on("on-primary", ["primary", "primary-strong"], 4.5),
  ...on("on-accent", ["accent"], 4.5),
  ...on("on-bad", ["bad"], 4.5),
  ...["on-bar", "on-bar-muted"].flatMap((ink) => on(ink, ["bar", "bar-field"], 4.5)),
  ...on("accent-glow", ["bar"], 3),
  ...on("edge", grounds, 3),
  ...on("focus", grounds, 3),
  ...[1, 2, 3, 4, 5, 6].flatMap((n) => on(`data-${n}`, ["page", "surface"], 3)),
];

const block = (selector, theme) => {
  const lines = Object.entries(colours).map(([role, pair]) => `  --${role}: ${pair[theme]};`);
  return `${selector} {\n  color-scheme: ${theme === 0 ? "light" : "dark"};\n${lines.join("\n")}\n}\n`;
};

/** The custom properties: light, dark by the reader's system, and either by choice. Paper is always light. */
export function colourCss() {
  return [
    block(":root", 0),
    `@media screen and (prefers-color-scheme: dark) {\n${block(":root:not([data-theme=light])", 1)}}\n`,
    `@media screen {\n${block(":root[data-theme=dark]", 1)}}\n`,
  ].join("\n");
}
