// `[data-seen="/inbox/…/read"]`: says to the server that its reader has it in view, once. Without this file the button
// inside does the same.
export function tellSeen(): void {
  const places = document.querySelectorAll<HTMLElement>("[data-seen]");
  if (places.length === 0) return;
  const watch = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting || !(target instanceof HTMLElement)) continue;
      watch.unobserve(target);
      void tell(target);
    }
  });
  places.forEach((place) => watch.observe(place));
}

async function tell(place: HTMLElement): Promise<void> {
  try {
    const answer = await fetch(place.dataset.seen ?? "", { method: "POST", credentials: "same-origin", redirect: "manual" });
    if (answer.ok || answer.type === "opaqueredirect") place.querySelector("form")?.setAttribute("hidden", "");
  } catch {
    // The button is still there.
  }
}
