// A form is sent once, however often an impatient thumb taps.
export function sendOnce(): void {
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || form.method !== "post" || event.defaultPrevented) return;
    if (form.classList.contains("sending")) event.preventDefault();
    form.classList.add("sending");
  });
  // Back from the browser's memory, or answered in place: the form may be sent again.
  window.addEventListener("pageshow", release);
  document.addEventListener("htmx:after:request", release);
}

function release(): void {
  document.querySelectorAll("form.sending").forEach((form) => form.classList.remove("sending"));
}
