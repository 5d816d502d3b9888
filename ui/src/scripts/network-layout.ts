// Where the points of a network go: near what they are tied to, apart from the rest. Deterministic,
// so that a reader finds a firm where it was yesterday (Fruchterman & Reingold 1991, with a pull to the middle).

export interface Point {
  x: number;
  y: number;
}

const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));
const WORK = 4_000_000;

/** Positions for `count` points; `ties` are pairs of indices. */
export function placePoints(count: number, ties: [number, number][]): Point[] {
  const points = Array.from({ length: count }, (_, i) => ({
    x: Math.sqrt(i + 0.5) * Math.cos(i * GOLDEN_ANGLE),
    y: Math.sqrt(i + 0.5) * Math.sin(i * GOLDEN_ANGLE),
  }));
  const rounds = Math.max(30, Math.min(300, Math.floor(WORK / (count * count + 1))));
  for (let round = 0; round < rounds; round += 1) {
    move(points, pushes(points, ties), 1.2 * (1 - round / rounds) + 0.02);
  }
  return points;
}

function pushes(points: Point[], ties: [number, number][]): Point[] {
  const push = points.map(({ x, y }) => ({ x: -x * 0.03, y: -y * 0.03 }));
  const add = (i: number, j: number, force: (distance: number) => number): void => {
    const [a, b, pushA, pushB] = [points[i], points[j], push[i], push[j]];
    if (!a || !b || !pushA || !pushB) return;
    const [dx, dy] = [a.x - b.x, a.y - b.y];
    const distance = Math.hypot(dx, dy) + 0.01;
    const strength = force(distance) / distance;
    pushA.x += dx * strength;
    pushA.y += dy * strength;
    pushB.x -= dx * strength;
    pushB.y -= dy * strength;
  };
  for (let i = 0; i < points.length; i += 1) {
    for (let j = i + 1; j < points.length; j += 1) add(i, j, (distance) => 2.2 / distance);
  }
  for (const [i, j] of ties) add(i, j, (distance) => -0.08 * distance * distance);
  return push;
}

function move(points: Point[], push: Point[], most: number): void {
  points.forEach((point, i) => {
    const { x, y } = push[i] ?? { x: 0, y: 0 };
    const length = Math.hypot(x, y) + 1e-9;
    const step = Math.min(length, most) / length;
    point.x += x * step;
    point.y += y * step;
  });
}
