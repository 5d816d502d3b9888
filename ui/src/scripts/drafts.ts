// `<form data-draft-url="..." data-draft-saved="저장됨 {time}" data-draft-kept="이 기기에만 저장됨 {time}">`
// What is typed is posted 0.8 s after the last key; where that fails it stays in this browser and
// is filled in again on the next visit. `[data-draft-status]` inside the form says which.
import { around } from "./closest";

const PAUSE_MS = 800;
const FORMS = "form[data-draft-url]";
const waiting = new WeakMap<HTMLFormElement, number>();
const sent = new WeakSet<HTMLFormElement>();

export function keepDrafts(): void {
  document.querySelectorAll<HTMLFormElement>(FORMS).forEach(bringBack);
  document.addEventListener("input", (event) => {
    const form = around<HTMLFormElement>(event, FORMS);
    if (form) saveSoon(form);
  });
  document.addEventListener("submit", (event) => {
    const form = around<HTMLFormElement>(event, FORMS);
    if (!form || event.defaultPrevented) return;
    window.clearTimeout(waiting.get(form));
    sent.add(form);
  });
  // The last words before a call comes in or the screen locks.
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState !== "hidden") return;
    document.querySelectorAll<HTMLFormElement>(FORMS).forEach((form) => {
      if (waiting.has(form)) void save(form);
    });
  });
}

function saveSoon(form: HTMLFormElement): void {
  window.clearTimeout(waiting.get(form));
  waiting.set(form, window.setTimeout(() => void save(form), PAUSE_MS));
}

async function save(form: HTMLFormElement): Promise<void> {
  window.clearTimeout(waiting.get(form));
  waiting.delete(form);
  if (sent.has(form)) return;
  const url = form.dataset.draftUrl ?? "";
  const body = words(form);
  try {
    // Only a page that goes away needs a request that outlives it; those are limited to 64 kB.
    const keepalive = document.visibilityState === "hidden";
    const answer = await fetch(url, { method: "POST", body, keepalive, credentials: "same-origin" });
    if (!answer.ok) throw new Error(String(answer.status));
    localStorage.removeItem(place(form));
    say(form, form.dataset.draftSaved);
  } catch {
    keepHere(form, body);
  }
}

/** The form's texts and choices; files and passwords are never drafts. */
export function words(form: HTMLFormElement): URLSearchParams {
  const typed = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    const field = form.elements.namedItem(name);
    const secret = field instanceof HTMLInputElement && field.type === "password";
    if (typeof value === "string" && !secret) typed.append(name, value);
  }
  return typed;
}

const place = (form: HTMLFormElement): string => `dure-draft:${form.dataset.draftUrl ?? ""}`;

function keepHere(form: HTMLFormElement, words: URLSearchParams): void {
  try {
    localStorage.setItem(place(form), words.toString());
    say(form, form.dataset.draftKept);
  } catch {
    say(form, form.dataset.draftLost);
  }
}

/** Fills empty fields from what this browser kept. */
function bringBack(form: HTMLFormElement): void {
  const kept = localStorage.getItem(place(form));
  if (kept === null) return;
  for (const [name, value] of new URLSearchParams(kept)) {
    const field = form.elements.namedItem(name);
    const text = field instanceof HTMLTextAreaElement || (field instanceof HTMLInputElement && field.type === "text");
    if (text && field.value === "") field.value = value;
  }
  void save(form);
}

function say(form: HTMLFormElement, words: string | undefined): void {
  const status = form.querySelector<HTMLElement>("[data-draft-status]");
  if (!status || words === undefined) return;
  const now = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit" }).format(new Date());
  status.textContent = words.replace("{time}", now);
}
