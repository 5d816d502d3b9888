// Where the points of a network go: near what they are tied to, apart from the rest. Deterministic,
// so that a reader finds a firm where it was yesterday. Forces as in ForceAtlas2 (Jacomy and others,
// 2014): points push by their number of ties, ties pull in proportion to their length, and all are
// drawn to the middle, more from above and below where the picture is wide.

export interface Point {
  x: number;
  y: number;
}

interface Body extends Point {
  mass: number;
  pushX: number;
  pushY: number;
}

const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));
const PUSH = 10;
const MIDDLE = 0.7;
const FIRST_STEP = 12;
const WORK = 6_000_000;

/** Positions for `count` points; `ties` are pairs of indices, `aspect` is width by height of the picture. */
export function placePoints(count: number, ties: [number, number][], aspect: number): Point[] {
  const bodies = Array.from({ length: count }, (_, i) => start(i, aspect));
  for (const [i, j] of ties) {
    for (const body of [bodies[i], bodies[j]]) if (body) body.mass += 1;
  }
  const rounds = Math.max(40, Math.min(400, Math.floor(WORK / (count * count + 1))));
  for (let round = 0; round < rounds; round += 1) {
    gather(bodies, aspect);
    pushApart(bodies);
    pullTogether(bodies, ties);
    move(bodies, FIRST_STEP * (1 - round / rounds) ** 2 + 0.05);
  }
  return bodies;
}

/** Seeds of a sunflower: even, and without chance. */
function start(i: number, aspect: number): Body {
  const [distance, angle] = [8 * Math.sqrt(i + 0.5), i * GOLDEN_ANGLE];
  return { x: distance * Math.cos(angle) * aspect, y: distance * Math.sin(angle), mass: 1, pushX: 0, pushY: 0 };
}

function gather(bodies: Body[], aspect: number): void {
  const wide = Math.sqrt(aspect);
  for (const body of bodies) {
    body.pushX = (-MIDDLE * body.mass * body.x) / wide;
    body.pushY = -MIDDLE * body.mass * body.y * wide;
  }
}

function pushApart(bodies: Body[]): void {
  for (let i = 0; i < bodies.length; i += 1) {
    for (let j = i + 1; j < bodies.length; j += 1) {
      const [a, b] = [bodies[i], bodies[j]];
      if (a && b) between(a, b, (PUSH * a.mass * b.mass) / ((a.x - b.x) ** 2 + (a.y - b.y) ** 2 + 0.01));
    }
  }
}

function pullTogether(bodies: Body[], ties: [number, number][]): void {
  for (const [i, j] of ties) {
    const [a, b] = [bodies[i], bodies[j]];
    if (a && b) between(a, b, -1);
  }
}

/** Adds a force along the line between two bodies; below zero it draws them together. */
function between(a: Body, b: Body, strength: number): void {
  const [x, y] = [(a.x - b.x) * strength, (a.y - b.y) * strength];
  a.pushX += x;
  a.pushY += y;
  b.pushX -= x;
  b.pushY -= y;
}

/** Each goes where it is pushed, heavier ones slower, none further than `most`. */
function move(bodies: Body[], most: number): void {
  for (const body of bodies) {
    const force = Math.hypot(body.pushX, body.pushY) + 1e-9;
    const step = Math.min(force / (body.mass + 4), most) / force;
    body.x += body.pushX * step;
    body.y += body.pushY * step;
  }
}
