// Text areas grow with their text where the browser does not do it by itself.
export function growTextareas(): void {
  if (CSS.supports("field-sizing", "content")) return;
  document.querySelectorAll<HTMLTextAreaElement>("textarea.input").forEach(grow);
  document.addEventListener("input", ({ target }) => {
    if (target instanceof HTMLTextAreaElement) grow(target);
  });
}

function grow(area: HTMLTextAreaElement): void {
  if (area.scrollHeight > area.clientHeight) area.style.height = `${area.scrollHeight + 4}px`;
}
