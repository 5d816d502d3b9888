// Fails when two colours that meet on screen are closer than WCAG 2.2 AA allows.
import { colours, pairs } from "../tokens/colours.mjs";

// Relative luminance and contrast ratio: WCAG 2.2, "relative luminance".
const channel = (value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
const luminance = (hex) => {
  const [red, green, blue] = [1, 3, 5].map((at) => channel(parseInt(hex.slice(at, at + 2), 16) / 255));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};
const ratio = (one, other) => {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
};

let failed = 0;
let lowest = Infinity;
for (const [theme, name] of ["light", "dark"].entries()) {
  for (const { ink, ground, least } of pairs) {
    const reached = ratio(colours[ink][theme], colours[ground][theme]);
    lowest = Math.min(lowest, reached / least);
    if (reached >= least) continue;
    failed += 1;
    console.error(`${name}: --${ink} on --${ground} is ${reached.toFixed(2)}, needs ${least}`);
  }
}
console.log(`${pairs.length * 2} pairs, ${failed} too close, tightest at ${(lowest * 100).toFixed(0)} % of what is asked`);
process.exitCode = failed > 0 ? 1 : 0;
