// Colours of the network picture, read from the page's own, so that both themes fit.

export interface Palette {
  font: string;
  text: string;
  ground: string;
  faint: string;
  part: (n: number) => string;
}

export function palette(place: HTMLElement): Palette {
  const style = getComputedStyle(place);
  const colour = (name: string): string => style.getPropertyValue(name).trim();
  const parts = [1, 2, 3, 4, 5, 6, 7].map((n) => colour(`--data-${n}`));
  return {
    font: style.fontFamily,
    text: colour("--text"),
    ground: colour("--surface"),
    faint: colour("--line"),
    part: (n) => parts[n - 1] ?? colour("--muted"),
  };
}

/** A point as sigma hands it over, in pixels. */
export interface Drawn {
  x: number;
  y: number;
  size: number;
  color: string;
  label?: string | null;
}

/** A name under its point, edged in the ground's colour so that ties do not strike it through. */
export function drawName(context: CanvasRenderingContext2D, { x, y, size, label }: Drawn, look: Palette): void {
  if (!label) return;
  context.font = `600 14px ${look.font}`;
  context.textAlign = "center";
  context.lineJoin = "round";
  context.lineWidth = 4;
  context.strokeStyle = look.ground;
  context.strokeText(label, x, y + size + 15);
  context.fillStyle = look.text;
  context.fillText(label, x, y + size + 15);
}

/** The point under the pointer stands out, and is named even where names are left out. */
export function drawHover(context: CanvasRenderingContext2D, point: Drawn, look: Palette): void {
  context.beginPath();
  context.arc(point.x, point.y, point.size + 3, 0, Math.PI * 2);
  context.fillStyle = point.color;
  context.fill();
  drawName(context, point, look);
}
