// `details.menu` closes with Escape and with a tap elsewhere, as people expect of a menu.
const OPEN = "details.menu[open]";

export function closeMenus(): void {
  document.addEventListener("click", (event) => {
    document.querySelectorAll<HTMLDetailsElement>(OPEN).forEach((menu) => {
      if (event.target instanceof Node && !menu.contains(event.target)) menu.open = false;
    });
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    document.querySelectorAll<HTMLDetailsElement>(OPEN).forEach((menu) => {
      menu.open = false;
      menu.querySelector("summary")?.focus();
    });
  });
}
