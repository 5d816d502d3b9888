// `.file` takes files dropped on it; its input works alone all the same.
import { around } from "./closest";

export function dropFiles(): void {
  document.addEventListener("dragover", (event) => {
    const place = around(event, ".file");
    if (!place) return;
    event.preventDefault();
    place.classList.add("file-over");
  });
  document.addEventListener("dragleave", (event) => around(event, ".file")?.classList.remove("file-over"));
  document.addEventListener("drop", (event) => {
    const place = around(event, ".file");
    const input = place?.querySelector<HTMLInputElement>("input[type=file]");
    if (!place || !input || !event.dataTransfer) return;
    event.preventDefault();
    place.classList.remove("file-over");
    input.files = event.dataTransfer.files;
    input.dispatchEvent(new Event("change", { bubbles: true }));
  });
}
