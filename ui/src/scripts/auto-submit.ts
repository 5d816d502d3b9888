// `<form data-auto-submit>`: one-tap answers from a mail. The page a mail links to changes nothing
// when fetched (mail scanners fetch links); this sends its form once a person's browser shows it.
export function answerAtOnce(): void {
  const form = document.querySelector<HTMLFormElement>("form[data-auto-submit]");
  if (!form || cameBack()) return;
  if (document.visibilityState === "visible") form.requestSubmit();
  else document.addEventListener("visibilitychange", () => form.requestSubmit(), { once: true });
}

/** The reader went back to the page: do not answer a second time. */
function cameBack(): boolean {
  const [visit] = performance.getEntriesByType("navigation");
  return visit instanceof PerformanceNavigationTiming && visit.type === "back_forward";
}
