// Ear clipping on integer coordinates: exact, keeps every vertex, and yields the order in which vertices were cut off.
// From that order alone the decoder rebuilds every triangle (previous, cut vertex, next).

/** @import { Bridge, CutRing, Point } from './types.js' */

/** @type {(a: Point, b: Point, c: Point) => number} */
const cross = (a, b, c) => (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
/** @type {(a: Point, b: Point) => boolean} */
const same = (a, b) => a[0] === b[0] && a[1] === b[1];

/** @type {(a: Point, p: Point, c: Point) => boolean} */
const isBetween = (a, p, c) =>
  cross(a, c, p) === 0 &&
  (p[0] - a[0]) * (p[0] - c[0]) <= 0 &&
  (p[1] - a[1]) * (p[1] - c[1]) <= 0 &&
  !same(a, p) &&
  !same(p, c);

/** @type {(a: Point, b: Point, p: Point, q: Point) => boolean} */
const crosses = (a, b, p, q) => {
  const d1 = cross(a, b, p);
  const d2 = cross(a, b, q);
  if ((d1 > 0 && d2 > 0) || (d1 < 0 && d2 < 0) || d1 === 0 || d2 === 0) return false;
  const d3 = cross(p, q, a);
  const d4 = cross(p, q, b);
  return (d3 > 0 && d4 < 0) || (d3 < 0 && d4 > 0);
};

// Does the direction from `at` to `to` lie inside the corner (before, at, after) of a ring that keeps its inside on the right
// on screen (clockwise with y down: positive cross product at convex corners)?
/** @type {(before: Point, at: Point, after: Point, to: Point) => boolean} */
const isInside = (before, at, after, to) =>
  cross(before, at, after) >= 0
    ? cross(before, at, to) >= 0 && cross(at, after, to) >= 0
    : !(cross(before, at, to) < 0 && cross(at, after, to) < 0);

// Joins holes to their outer ring by two-way bridges. `rings`: [outer, hole...] of points. Returns the merged ring as
// points and the bridges [{at, from}]: hole k was inserted after position `at`, beginning with its vertex `from`.
/** @type {(rings: Point[][]) => { merged: Point[], bridges: Bridge[] }} */
export function bridgeHoles(rings) {
  let merged = rings[0];
  /** @type {Bridge[]} */
  const bridges = [];
  const waiting = rings.slice(1);
  /** @param {(p: Point, q: Point) => boolean} visit */
  const edges = (visit) => {
    for (const ring of [merged, ...waiting]) {
      for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
        if (visit(ring[j], ring[i])) return true;
      }
    }
    return false;
  };
  /** @type {(ring: Point[], i: number) => Point} */
  const at = (ring, i) => ring[(i + ring.length) % ring.length];
  while (waiting.length) {
    const hole = waiting[0];
    /** @type {[distance: number, i: number, j: number][]} */
    const pairs = [];
    for (let i = 0; i < merged.length; i++) {
      for (let j = 0; j < hole.length; j++) {
        const d = (merged[i][0] - hole[j][0]) ** 2 + (merged[i][1] - hole[j][1]) ** 2;
        pairs.push([d, i, j]);
      }
    }
    pairs.sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2]);
    const found = pairs.find(([, i, j]) => {
      const [a, b] = [merged[i], hole[j]];
      return (
        !same(a, b) &&
        isInside(at(merged, i - 1), a, at(merged, i + 1), b) &&
        isInside(at(hole, j - 1), b, at(hole, j + 1), a) &&
        !edges((p, q) => crosses(a, b, p, q) || isBetween(a, p, b))
      );
    });
    const [, i, j] = found ?? pairs[0];
    bridges.push({ at: i, from: j });
    const turned = [...hole.slice(j), ...hole.slice(0, j), hole[j], merged[i]];
    merged = [...merged.slice(0, i + 1), ...turned, ...merged.slice(i + 1)];
    waiting.shift();
  }
  return { merged, bridges };
}

// A spatial index of edges (uniform grid), so that large rings stay fast.
class EdgeGrid {
  /** @param {Point[]} points */
  constructor(points) {
    let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity];
    for (const [x, y] of points) {
      [x0, y0] = [Math.min(x0, x), Math.min(y0, y)];
      [x1, y1] = [Math.max(x1, x), Math.max(y1, y)];
    }
    this.side = Math.max(1, Math.ceil(Math.sqrt(points.length / 2)));
    this.x0 = x0;
    this.y0 = y0;
    this.w = (x1 - x0 + 1) / this.side;
    this.h = (y1 - y0 + 1) / this.side;
    this.cells = Array.from({ length: this.side * this.side }, () => /** @type {Set<number>} */ (new Set()));
  }

  /** @type {(a: Point, b: Point) => Generator<Set<number>>} */
  *near(a, b) {
    const c0 = Math.floor((Math.min(a[0], b[0]) - this.x0) / this.w);
    const c1 = Math.floor((Math.max(a[0], b[0]) - this.x0) / this.w);
    const r0 = Math.floor((Math.min(a[1], b[1]) - this.y0) / this.h);
    const r1 = Math.floor((Math.max(a[1], b[1]) - this.y0) / this.h);
    for (let r = r0; r <= r1; r++) {
      for (let c = c0; c <= c1; c++) yield this.cells[r * this.side + c];
    }
  }

  /** @type {(i: number, a: Point, b: Point) => void} */
  add(i, a, b) {
    for (const cell of this.near(a, b)) cell.add(i);
  }

  /** @type {(i: number, a: Point, b: Point) => void} */
  remove(i, a, b) {
    for (const cell of this.near(a, b)) cell.delete(i);
  }
}

// `ring`: points, clockwise on screen, without repeated neighbors; bridges may touch. Returns { skips, triangles,
// forced }: n - 2 skips, each the number of living vertices passed over from the one after the last cut vertex to the
// next cut one; triangles as positions in `ring`; `forced` counts the cuts that no exact rule allowed (self-crossing
// rings).
/** @type {(ring: Point[]) => CutRing} */
export function clipEars(ring) {
  const n = ring.length;
  const next = Array.from({ length: n }, (_, i) => (i + 1) % n);
  const prev = Array.from({ length: n }, (_, i) => (i + n - 1) % n);
  const grid = new EdgeGrid(ring);
  for (let i = 0; i < n; i++) grid.add(i, ring[i], ring[next[i]]);

  /** @param {number} i */
  const isEar = (i) => {
    const [ia, ic] = [prev[i], next[i]];
    const [a, b, c] = [ring[ia], ring[i], ring[ic]];
    const turn = cross(a, b, c);
    if (turn < 0) return false;
    if (turn === 0) return true;
    if (!isInside(ring[prev[ia]], a, b, c) || !isInside(b, c, ring[next[ic]], a)) return false;
    /** @type {Point} */
    const low = [Math.min(a[0], b[0], c[0]), Math.min(a[1], b[1], c[1])];
    /** @type {Point} */
    const high = [Math.max(a[0], b[0], c[0]), Math.max(a[1], b[1], c[1])];
    for (const cell of grid.near(low, high)) {
      for (const e of cell) {
        const [p, q] = [ring[e], ring[next[e]]];
        if (crosses(a, c, p, q) || isBetween(a, p, c)) return false;
        if (cross(a, b, p) > 0 && cross(b, c, p) > 0 && cross(c, a, p) > 0) return false;
      }
    }
    return true;
  };

  /** @type {CutRing['skips']} */
  const skips = [];
  /** @type {CutRing['triangles']} */
  const triangles = [];
  let left = n;
  let forced = 0;
  let cursor = 0;
  /** @type {(i: number, skip: number) => void} */
  const cut = (i, skip) => {
    skips.push(skip);
    triangles.push([prev[i], i, next[i]]);
    const [a, c] = [prev[i], next[i]];
    grid.remove(a, ring[a], ring[i]);
    grid.remove(i, ring[i], ring[c]);
    next[a] = c;
    prev[c] = a;
    grid.add(a, ring[a], ring[c]);
    left--;
    cursor = c;
  };
  while (left > 2) {
    let i = cursor;
    let skip = 0;
    // Skipping one vertex after each cut gives better shaped triangles than a fan.
    if (left > 4 && skips.length) [i, skip] = [next[i], 1];
    const begin = skip;
    while (skip - begin < left && !isEar(i)) [i, skip] = [next[i], skip + 1];
    if (skip - begin === left) {
      forced++;
      [i, skip] = [cursor, 0];
      while (skip < left && cross(ring[prev[i]], ring[i], ring[next[i]]) < 0) {
        [i, skip] = [next[i], skip + 1];
      }
      if (skip === left) [i, skip] = [cursor, 0];
    }
    cut(i, skip);
  }
  return { skips, triangles, forced };
}
