// A form is sent once, however often an impatient thumb taps. After a while it may be sent again:
// the answer may have been a file, which leaves the page as it is.
const AGAIN_MS = 8000;

export function sendOnce(): void {
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || form.method !== "post" || event.defaultPrevented) return;
    if (form.classList.contains("sending")) event.preventDefault();
    form.classList.add("sending");
    window.setTimeout(() => form.classList.remove("sending"), AGAIN_MS);
  });
  // Back from the browser's memory, or answered in place: the form may be sent again.
  window.addEventListener("pageshow", release);
  document.addEventListener("htmx:after:request", release);
}

function release(): void {
  document.querySelectorAll("form.sending").forEach((form) => form.classList.remove("sending"));
}
