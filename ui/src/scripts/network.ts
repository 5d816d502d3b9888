// `<div class="network" data-network-src="/....json">` inside a figure: the picture of who helps whom.
// A tap on a point leaves its neighbours and says where its page is. Beside it stands a table with the same.
import Graph from "graphology";
import Sigma from "sigma";
import { fetchNetwork, type NetworkData, type NetworkEdge } from "./network-data";
import { placePoints } from "./network-layout";
import { drawHover, drawName, palette, type Drawn, type Palette } from "./network-look";

/** More names than this would cover each other. */
const MANY = 60;
/** So many ties can be named. */
const FEW = 24;

interface Picture {
  sigma: Sigma;
  graph: Graph;
  current: { look: Palette };
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
    const picture = draw(place, graphOf(data, place.clientWidth / place.clientHeight));
    listen(place, picture);
  } catch {
    place.removeAttribute("data-drawn");
  }
}

function graphOf({ nodes, edges }: NetworkData, aspect: number): Graph {
  const graph = new Graph({ type: "directed", multi: true });
  const index = new Map(nodes.map(({ id }, i) => [id, i]));
  const known = edges.filter(({ from, to }) => index.has(from) && index.has(to));
  const small = Math.min(1, Math.sqrt(40 / nodes.length));
  const points = placePoints(nodes.length, known.map(({ from, to }) => [index.get(from) ?? 0, index.get(to) ?? 0]), aspect);
  nodes.forEach(({ id, label, href, weight, part, note }, i) => {
    graph.mergeNode(id, { ...points[i], label, href, note, part: part ?? 1, size: small * (4 + 2.5 * Math.sqrt(weight ?? 1)) });
  });
  const named = namesOf(known);
  known.forEach((tie) => {
    const { from, to, kind, weight, part } = tie;
    graph.addEdge(from, to, { kind, label: named.get(tie), part: part ?? 6, size: small * (1 + Math.sqrt(weight ?? 1)) });
  });
  return graph;
}

/** Ties between the same two lie on one another: the first is written with the names of all. */
function namesOf(edges: NetworkEdge[]): Map<NetworkEdge, string> {
  const between = new Map<string, NetworkEdge[]>();
  for (const edge of edges) {
    const pair = [edge.from, edge.to].sort().join(" ");
    between.set(pair, [...(between.get(pair) ?? []), edge]);
  }
  const written = (ties: NetworkEdge[]): string => [...new Set(ties.flatMap(({ label }) => label ?? []))].join(" · ");
  return new Map([...between.values()].flatMap((ties) => ties.slice(0, 1).map((first) => [first, written(ties)] as const)));
}

function draw(place: HTMLElement, graph: Graph): Picture {
  const current = { look: palette(place) };
  const many = graph.order > MANY;
  const sigma = new Sigma(graph, place, {
    labelRenderedSizeThreshold: many ? 5 : 0,
    labelDensity: many ? 0.7 : 4,
    labelGridCellSize: 120,
    // With few ties each is named, so that colour is not the only sign of its kind.
    renderEdgeLabels: graph.size <= FEW,
    edgeLabelFont: current.look.font,
    edgeLabelSize: 13,
    edgeLabelColor: { color: current.look.text },
    defaultEdgeType: "arrow",
    zIndex: true,
    stagePadding: Math.min(64, place.clientWidth / 8),
    minCameraRatio: 0.1,
    maxCameraRatio: 2,
    defaultDrawNodeLabel: (context, node) => drawName(context, node as Drawn, current.look),
    defaultDrawNodeHover: (context, node) => drawHover(context, node as Drawn, current.look),
  });
  const picture = { sigma, graph, current, hidden: new Set<string>(), chosen: null };
  paint(picture);
  return picture;
}

/** Colours and what is shown, from the theme, the legend and the chosen point. */
function paint({ sigma, graph, current, hidden, chosen }: Picture): void {
  const { look } = current;
  const near = new Set(chosen === null ? graph.nodes() : [chosen, ...graph.neighbors(chosen)]);
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
  const repaint = (): void => {
    picture.current.look = palette(place);
    paint(picture);
  };
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
