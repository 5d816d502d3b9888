// `[data-files]`: files are sent as soon as they are chosen, one after the other, each with its progress; one that
// failed can be sent again, and never holds the others back. Without this file the form sends them all at once.
import { words } from "./drafts";

const MOST_BYTES = 20_000_000;
/** The file is no good as it is; with any other answer it may be sent again. */
const REFUSED = [413, 422];

export function sendFiles(): void {
  document.addEventListener("change", (event) => {
    const input = event.target;
    if (!(input instanceof HTMLInputElement) || input.type !== "file") return;
    const form = input.closest<HTMLElement>("[data-files]");
    if (!form || !input.files) return;
    noteAttached(form);
    const chosen = [...input.files];
    input.value = "";
    for (const file of chosen) queue(form, row(form, file), file);
  });
}

/** From now on the draft is not empty, whatever else is wiped while the files are on their way. */
function noteAttached(form: HTMLElement): void {
  if (form.dataset.filesDraft === undefined || form.querySelector("input[name=attached]")) return;
  const mark = document.createElement("input");
  mark.type = "hidden";
  mark.name = "attached";
  mark.value = "yes";
  form.append(mark);
}

/** What is under way in each form; the next begins when this has ended, however it ended. */
const lines = new WeakMap<HTMLElement, Promise<void>>();

function queue(form: HTMLElement, place: Row, file: File): void {
  place.say(form.dataset.waiting ?? "");
  const before = lines.get(form) ?? Promise.resolve();
  lines.set(form, before.then(() => send(form, place, file)));
}

interface Row {
  element: HTMLLIElement;
  say(words: string, part?: number): void;
  fail(words: string, again: (() => void) | null): void;
}

function row(form: HTMLElement, file: File): Row {
  const element = document.createElement("li");
  element.className = "file-sending";
  const words = document.createElement("span");
  words.className = "file-words";
  const name = document.createElement("span");
  name.className = "file-name";
  name.textContent = file.name;
  const state = document.createElement("span");
  state.className = "muted";
  const bar = document.createElement("progress");
  bar.max = 100;
  bar.setAttribute("aria-label", file.name);
  words.append(name, state, bar);
  element.append(words);
  form.querySelector("[data-files-under-way]")?.append(element);
  return {
    element,
    say(text, part) {
      state.textContent = text;
      bar.hidden = false;
      if (part === undefined) bar.removeAttribute("value");
      else bar.value = part;
    },
    fail(text, again) {
      state.textContent = text;
      bar.hidden = true;
      element.classList.add("file-failed");
      if (!again) return;
      const button = document.createElement("button");
      button.type = "button";
      button.className = "button button-second";
      button.textContent = form.dataset.again ?? "";
      button.addEventListener("click", () => {
        button.remove();
        element.classList.remove("file-failed");
        again();
      });
      element.append(button);
    },
  };
}

async function send(form: HTMLElement, place: Row, file: File): Promise<void> {
  if (file.size > MOST_BYTES) {
    place.fail(form.dataset.tooLarge ?? "", null);
    return;
  }
  if (!(await isKept(form))) {
    place.fail(form.dataset.broken ?? "", () => queue(form, place, file));
    return;
  }
  return new Promise((ended) => {
    const request = new XMLHttpRequest();
    const again = (): void => queue(form, place, file);
    request.open("POST", form.dataset.files ?? "");
    request.setRequestHeader("Accept", "application/json");
    request.upload.addEventListener("progress", (event) => {
      const part = event.lengthComputable ? Math.floor((event.loaded / event.total) * 100) : 0;
      const words = part < 100 ? (form.dataset.sending ?? "").replace("{percent}", String(part)) : form.dataset.working;
      place.say(words ?? "", part < 100 ? part : undefined);
    });
    request.addEventListener("load", () => {
      const told = answer(request);
      if (request.status === 201 && told.items) show(form, place, told.items);
      else place.fail(told.detail ?? form.dataset.broken ?? "", REFUSED.includes(request.status) ? null : again);
      ended();
    });
    const broken = (): void => {
      place.fail(form.dataset.broken ?? "", again);
      ended();
    };
    request.addEventListener("error", broken);
    request.addEventListener("abort", broken);
    const body = new FormData();
    body.append("file", file, file.name);
    request.send(body);
  });
}

/** What is being written is kept first, so that there is something for the file to hang on. */
async function isKept(form: HTMLElement): Promise<boolean> {
  const url = form.dataset.filesDraft;
  const typed = form.closest<HTMLFormElement>("form");
  if (url === undefined || !typed) return true;
  try {
    return (await fetch(url, { method: "POST", body: words(typed), credentials: "same-origin" })).ok;
  } catch {
    return false;
  }
}

function answer(request: XMLHttpRequest): { items?: string[]; detail?: string } {
  try {
    return JSON.parse(request.responseText) as { items?: string[]; detail?: string };
  } catch {
    return {};
  }
}

/** The server's markup of the file takes its place in the list; the same file sent twice stays one. */
function show(form: HTMLElement, place: Row, items: string[]): void {
  const list = form.querySelector("[data-files-list]");
  place.element.remove();
  form.querySelector("[data-files-none]")?.remove();
  for (const markup of items) {
    const made = document.createRange().createContextualFragment(markup).firstElementChild;
    if (!(made instanceof HTMLElement)) continue;
    const there = list?.querySelector(`[data-file="${made.dataset.file ?? ""}"]`);
    if (there) there.replaceWith(made);
    else list?.append(made);
  }
}
