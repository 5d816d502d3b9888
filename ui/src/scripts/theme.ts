// `<button data-theme-choice="light|dark|auto">`: the choice lives in a cookie, so that the server
// can write it into the page before the first paint. Without scripts the button's form does it.
import { around } from "./closest";

const A_YEAR = 365 * 24 * 60 * 60;

export function switchTheme(): void {
  document.addEventListener("click", (event) => {
    const button = around<HTMLButtonElement>(event, "[data-theme-choice]");
    if (!button) return;
    event.preventDefault();
    choose(button.dataset.themeChoice ?? "auto");
  });
}

function choose(theme: string): void {
  const secure = location.protocol === "https:" ? "; Secure" : "";
  document.cookie = `dure_theme=${theme}; Path=/; Max-Age=${A_YEAR}; SameSite=Lax${secure}`;
  if (theme === "auto") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  document.querySelectorAll<HTMLElement>("[data-theme-choice]").forEach((button) => {
    button.setAttribute("aria-pressed", String(button.dataset.themeChoice === theme));
  });
  document.dispatchEvent(new Event("dure:theme"));
}
