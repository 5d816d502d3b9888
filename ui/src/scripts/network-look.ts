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
  const parts = [1, 2, 3, 4, 5, 6].map((n) => colour(`--data-${n}`));
  return {
    font: style.fontFamily,
    text: colour("--text"),
    ground: colour("--surface"),
    faint: colour("--line"),
    part: (n) => parts[n - 1] ?? colour("--muted"),
  };
}

interface Drawn {
  x: number;
  y: number;
  size: number;
  color: string;
  label: string | null;
}

/** The point under the pointer: its name on a ground of the theme's own colour. */
export function drawHover(context: CanvasRenderingContext2D, { x, y, size, color, label }: Drawn, look: Palette): void {
  context.beginPath();
  context.arc(x, y, size + 3, 0, Math.PI * 2);
  context.fillStyle = color;
  context.fill();
  if (!label) return;
  context.font = `600 14px ${look.font}`;
  const width = context.measureText(label).width;
  context.fillStyle = look.ground;
  context.fillRect(x + size + 5, y - 13, width + 12, 26);
  context.fillStyle = look.text;
  context.fillText(label, x + size + 11, y + 5);
}
