// `form[data-studio]` with rows `.seat[data-firm]` in `[data-group]`, and a map whose dots carry `data-firm-id`: a row or dot is dragged
// onto a group, or onto a dot of another group, and its firm is moved there by the form. By keyboard and finger the boxes and the select do
// the same.

/** Less than this is a tap. */
const FAR_PX = 6;

interface Drag {
  firm: string;
  source: Element;
  x: number;
  y: number;
  begun: boolean;
  over: Element | null;
}

export function dragFirms(): void {
  const form = document.querySelector<HTMLFormElement>("form[data-studio]");
  if (!form?.querySelector("select[name=to]")) return;
  let drag: Drag | null = null;

  document.addEventListener("pointerdown", (event) => {
    if (event.button !== 0 || event.pointerType === "touch" || !(event.target instanceof Element)) return;
    if (event.target.closest("button, input, label, select, summary")) return;
    const source = event.target.closest(".seat[data-firm], .pool-dot[data-firm]");
    const firm = source && firmOf(source);
    if (source && firm) drag = { firm, source, x: event.clientX, y: event.clientY, begun: false, over: null };
  });

  document.addEventListener("pointermove", (event) => {
    if (!drag) return;
    if (!drag.begun && Math.hypot(event.clientX - drag.x, event.clientY - drag.y) < FAR_PX) return;
    if (!drag.begun) begin(drag);
    event.preventDefault();
    scrollNearEdge(event.clientY);
    const over = targetAt(event.clientX, event.clientY, drag);
    if (over === drag.over) return;
    drag.over?.classList.remove("is-over");
    over?.classList.add("is-over");
    drag.over = over;
  });

  document.addEventListener("pointerup", () => {
    const done = drag;
    drag = null;
    if (!done?.begun) return;
    end(done);
    const to = done.over && groupOf(done.over);
    if (to) send(form, done.firm, to);
  });

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !drag) return;
    end(drag);
    drag = null;
  });

  // A link that was dragged is not followed, nor dragged away as an address.
  document.addEventListener("dragstart", (event) => {
    if (drag) event.preventDefault();
  });
}

function begin(drag: Drag): void {
  drag.begun = true;
  drag.source.classList.add("is-dragged");
  document.body.classList.add("is-dragging");
  window.getSelection()?.removeAllRanges();
  const swallow = (event: Event): void => {
    event.preventDefault();
    event.stopPropagation();
  };
  document.addEventListener("click", swallow, { capture: true, once: true });
  window.addEventListener("pointerup", () => window.setTimeout(() => document.removeEventListener("click", swallow, true)), { once: true });
}

function end(drag: Drag): void {
  drag.source.classList.remove("is-dragged");
  drag.over?.classList.remove("is-over");
  document.body.classList.remove("is-dragging");
}

function targetAt(x: number, y: number, drag: Drag): Element | null {
  const target = document.elementFromPoint(x, y)?.closest("[data-group], .pool-dot[data-firm]") ?? null;
  if (!target || target.contains(drag.source)) return null;
  return groupOf(target) ? target : null;
}

/** The group that a card, or the group of a dot, stands for. */
function groupOf(element: Element): string | null {
  return element instanceof HTMLElement ? (element.dataset.group ?? null) : (element.getAttribute("data-group") ?? null);
}

function firmOf(element: Element): string | null {
  if (element instanceof HTMLElement) return element.dataset.firm ?? null;
  const href = element.closest("a")?.getAttribute("href") ?? "";
  return href.split("/").pop() ?? null;
}

function scrollNearEdge(y: number): void {
  const edge = 64;
  if (y < edge) window.scrollBy(0, -12);
  else if (y > window.innerHeight - edge) window.scrollBy(0, 12);
}

function send(form: HTMLFormElement, firm: string, to: string): void {
  form.querySelectorAll<HTMLInputElement>("input[name=firm]").forEach((box) => (box.checked = box.value === firm));
  if (!form.querySelector("input[name=firm]:checked")) {
    const hidden = document.createElement("input");
    hidden.type = "hidden";
    hidden.name = "firm";
    hidden.value = firm;
    form.append(hidden);
  }
  const select = form.querySelector<HTMLSelectElement>("select[name=to]");
  const move = form.querySelector<HTMLButtonElement>("button[name=act][value=move]");
  if (!select || !move) return;
  select.value = to;
  form.requestSubmit(move);
}
