// `<div class="network" data-network-src="/....json">` inside a figure: the picture of who helps whom.
// A tap on a point shows its neighbours; a second tap opens its page. Beside it stands a table with the same.
import Graph from "graphology";
import Sigma from "sigma";
import { fetchNetwork, type NetworkData } from "./network-data";
import { placePoints } from "./network-layout";
import { drawHover, palette, type Palette } from "./network-look";

interface Picture {
  sigma: Sigma;
  graph: Graph;
  hidden: Set<string>;
  chosen: string | null;
}

export async function drawNetwork(place: HTMLElement): Promise<void> {
  place.dataset.drawn = "no";
  try {
    const data = await fetchNetwork(place.dataset.networkSrc ?? "");
    if (data.nodes.length === 0) return void place.removeAttribute("data-drawn");
    place.dataset.drawn = "yes";
    await document.fonts.load("16px 'Pretendard Variable'", data.nodes.map(({ label }) => label).join("")).catch(() => []);
    await document.fonts.ready;
    const picture = draw(place, graphOf(data));
    listen(place, picture);
  } catch {
    place.removeAttribute("data-drawn");
  }
}

function graphOf({ nodes, edges }: NetworkData): Graph {
  const graph = new Graph({ type: "directed", multi: true });
  const index = new Map(nodes.map(({ id }, i) => [id, i]));
  const known = edges.filter(({ from, to }) => index.has(from) && index.has(to));
  const points = placePoints(nodes.length, known.map(({ from, to }) => [index.get(from) ?? 0, index.get(to) ?? 0]));
  nodes.forEach(({ id, label, href, weight, part, note }, i) => {
    graph.mergeNode(id, { ...points[i], label, href, note, part: part ?? 1, size: 5 + 2.5 * Math.sqrt(weight ?? 1) });
  });
  known.forEach(({ from, to, kind, weight, part }) => {
    graph.addEdge(from, to, { kind, part: part ?? 6, size: 1 + Math.sqrt(weight ?? 1) });
  });
  return graph;
}

function draw(place: HTMLElement, graph: Graph): Picture {
  const look = palette(place);
  const sigma = new Sigma(graph, place, {
    labelFont: look.font,
    labelSize: 14,
    labelWeight: "600",
    labelColor: { color: look.text },
    labelRenderedSizeThreshold: graph.order > 60 ? 9 : 0,
    labelDensity: 2,
    defaultEdgeType: "arrow",
    zIndex: true,
    stagePadding: 48,
    minCameraRatio: 0.1,
    maxCameraRatio: 2,
    defaultDrawNodeHover: (context, node) => drawHover(context, node, palette(place)),
  });
  const picture = { sigma, graph, hidden: new Set<string>(), chosen: null };
  paint(picture, look);
  return picture;
}

/** Colours and what is shown, from the theme, the legend and the chosen point. */
function paint({ sigma, graph, hidden, chosen }: Picture, look: Palette): void {
  const near = new Set(chosen === null ? graph.nodes() : [chosen, ...graph.neighbors(chosen)]);
  sigma.setSetting("labelColor", { color: look.text });
  sigma.setSetting("nodeReducer", (node, data) => ({
    ...data,
    color: near.has(node) ? look.part(data.part) : look.faint,
    label: near.has(node) ? data.label : null,
    zIndex: near.has(node) ? 1 : 0,
  }));
  sigma.setSetting("edgeReducer", (edge, data) => ({
    ...data,
    hidden: hidden.has(data.kind),
    color: chosen === null || graph.extremities(edge).includes(chosen) ? look.part(data.part) : look.faint,
  }));
  sigma.refresh();
}

function listen(place: HTMLElement, picture: Picture): void {
  const { sigma, graph } = picture;
  const repaint = (): void => paint(picture, palette(place));
  const note = place.querySelector<HTMLElement>(".network-note");
  const choose = (node: string | null): void => {
    picture.chosen = node;
    if (note) describe(note, node === null ? null : graph.getNodeAttributes(node));
    repaint();
  };
  sigma.on("clickNode", ({ node }) => choose(node));
  sigma.on("clickStage", () => choose(null));
  document.addEventListener("dure:theme", repaint);
  window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", repaint);
  place.closest("figure")?.addEventListener("change", ({ target }) => {
    if (!(target instanceof HTMLInputElement) || !target.dataset.networkKind) return;
    if (target.checked) picture.hidden.delete(target.dataset.networkKind);
    else picture.hidden.add(target.dataset.networkKind);
    repaint();
  });
  const camera = sigma.getCamera();
  place.querySelector("[data-zoom=in]")?.addEventListener("click", () => void camera.animatedZoom({ duration: 150 }));
  place.querySelector("[data-zoom=out]")?.addEventListener("click", () => void camera.animatedUnzoom({ duration: 150 }));
  place.querySelector("[data-zoom=fit]")?.addEventListener("click", () => void camera.animatedReset({ duration: 150 }));
}

function describe(note: HTMLElement, node: Record<string, unknown> | null): void {
  note.replaceChildren();
  if (node === null) return;
  const name = document.createElement(typeof node.href === "string" ? "a" : "b");
  if (name instanceof HTMLAnchorElement) name.href = String(node.href);
  name.textContent = String(node.label);
  note.append(name);
  if (typeof node.note === "string") {
    const line = document.createElement("div");
    line.className = "muted";
    line.textContent = node.note;
    note.append(line);
  }
}
