// Where a country's name goes: the point of its largest part that is farthest from any border (the pole of
// inaccessibility; quadtree search as in Garcia-Castellanos & Lombardo 2007, made exact enough for a label).
import { doubleArea } from './topology.mjs';

/** @import { Label, Point } from './types.js' */

/** @type {(x: number, y: number, rings: Point[][]) => number} */
function signedDistance(x, y, rings) {
  let inside = false;
  let best = Infinity;
  for (const ring of rings) {
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const [ax, ay] = ring[i];
      const [bx, by] = ring[j];
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
      const [dx, dy] = [bx - ax, by - ay];
      const t = Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy)));
      best = Math.min(best, (x - ax - t * dx) ** 2 + (y - ay - t * dy) ** 2);
    }
  }
  return (inside ? 1 : -1) * Math.sqrt(best);
}

/** @type {(rings: Point[][]) => Label} */
function farthestInside(rings) {
  const xs = rings[0].map((p) => p[0]);
  const ys = rings[0].map((p) => p[1]);
  const [x0, x1] = [xs.reduce((a, b) => Math.min(a, b)), xs.reduce((a, b) => Math.max(a, b))];
  const [y0, y1] = [ys.reduce((a, b) => Math.min(a, b)), ys.reduce((a, b) => Math.max(a, b))];
  const size = Math.max(1, Math.min(x1 - x0, y1 - y0));
  /** @type {{ x: number, y: number, half: number, d: number }[]} */
  let cells = [];
  /** @type {(x: number, y: number, half: number) => number} */
  const add = (x, y, half) => cells.push({ x, y, half, d: signedDistance(x, y, rings) });
  for (let x = x0; x < x1; x += size) {
    for (let y = y0; y < y1; y += size) add(x + size / 2, y + size / 2, size / 2);
  }
  let best = { x: xs[0], y: ys[0], d: -Infinity };
  const enough = size / 50;
  while (cells.length) {
    for (const cell of cells) if (cell.d > best.d) best = cell;
    const promising = cells.filter((c) => c.d + c.half * Math.SQRT2 > best.d + enough);
    cells = [];
    for (const { x, y, half } of promising) {
      const h = half / 2;
      for (const sx of [-h, h]) for (const sy of [-h, h]) add(x + sx, y + sy, h);
    }
  }
  return { x: Math.round(best.x), y: Math.round(best.y), radius: Math.max(0, Math.round(best.d)) };
}

// POLYGONS: arrays of rings of points (outer first). { x, y, radius } in grid units.
/** @type {(polygons: Point[][][], world: number) => Label} */
export function labelPoint(polygons, world) {
  /** @param {Point[][]} rings */
  const trueArea = (rings) => {
    const meanY = rings[0].reduce((sum, p) => sum + p[1], 0) / rings[0].length;
    const shrink = 1 / Math.cosh((0.5 - meanY / world) * 2 * Math.PI); // cos(latitude)
    return Math.abs(doubleArea(rings[0])) * shrink * shrink;
  };
  const largest = polygons.reduce((a, b) => (trueArea(b) > trueArea(a) ? b : a));
  return farthestInside(largest);
}
