// `<input data-filter="roster" data-filter-found="{count}곳">` narrows the rows of `#roster` as one types;
// `#roster-found` says how many are left.
import { around } from "./closest";

export function filterTables(): void {
  document.addEventListener("input", (event) => {
    const field = around<HTMLInputElement>(event, "input[data-filter]");
    if (field) narrow(field);
  });
}

function narrow(field: HTMLInputElement): void {
  const name = field.dataset.filter ?? "";
  const words = plain(field.value).split(" ").filter(Boolean);
  let found = 0;
  document.querySelectorAll<HTMLElement>(`#${CSS.escape(name)} :is(tbody tr, .row)`).forEach((row) => {
    const text = plain(row.textContent ?? "");
    const fits = words.every((word) => text.includes(word));
    row.hidden = !fits;
    if (fits) found += 1;
  });
  const status = document.getElementById(`${name}-found`);
  if (status) status.textContent = (field.dataset.filterFound ?? "{count}").replace("{count}", String(found));
}

/** One spelling for comparing: composed syllables, lower case, single blanks. */
const plain = (text: string): string => text.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim();
