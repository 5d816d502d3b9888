// `<button data-copy="text" data-copied="복사했습니다">`
import { around } from "./closest";

const SHOWN_MS = 2500;

export function copyOnTap(): void {
  document.addEventListener("click", (event) => {
    const button = around<HTMLButtonElement>(event, "button[data-copy]");
    if (button) void copy(button);
  });
}

async function copy(button: HTMLButtonElement): Promise<void> {
  await navigator.clipboard.writeText(button.dataset.copy ?? "");
  const words = button.querySelector("[data-copy-words]") ?? button;
  const before = words.textContent;
  words.textContent = button.dataset.copied ?? before;
  button.classList.add("just-copied");
  window.setTimeout(() => {
    words.textContent = before;
    button.classList.remove("just-copied");
  }, SHOWN_MS);
}
