// Everything works without this file; with it, things go faster and nothing typed is lost.
import "htmx.org";
import { answerAtOnce } from "./auto-submit";
import { copyOnTap } from "./copy";
import { askBefore } from "./confirm";
import { keepDrafts } from "./drafts";
import { dropFiles } from "./file-drop";
import { sendFiles } from "./files";
import { tellSeen } from "./seen";
import { sendOnce } from "./send-once";
import { dragFirms } from "./studio";
import { closeMenus } from "./menus";
import { filterTables } from "./table-filter";
import { growTextareas } from "./textareas";
import { switchTheme } from "./theme";
import { printOnTap } from "./print";

/** Fetches the picture's code only where there is a picture. */
async function drawNetworks(): Promise<void> {
  const places = document.querySelectorAll<HTMLElement>("[data-network-src]:not([data-drawn])");
  if (places.length === 0) return;
  const { drawNetwork } = await import("./network");
  places.forEach((place) => void drawNetwork(place));
}

document.documentElement.classList.add("has-scripts");
switchTheme();
keepDrafts();
askBefore();
sendOnce();
dragFirms();
copyOnTap();
printOnTap();
filterTables();
growTextareas();
dropFiles();
sendFiles();
tellSeen();
closeMenus();
answerAtOnce();
void drawNetworks();
document.addEventListener("htmx:after:swap", () => void drawNetworks());
