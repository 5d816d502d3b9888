// `<button data-print>` opens the print dialog.
import { around } from "./closest";

export function printOnTap(): void {
  document.addEventListener("click", (event) => {
    if (around(event, "[data-print]")) window.print();
  });
}
