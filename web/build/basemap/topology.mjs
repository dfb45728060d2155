// TopoJSON countries -> arcs on an integer Mercator grid and, per country, polygons as rings of arcs.
// Unit of length everywhere: 1 / 2^bits of the world's width; x grows eastwards from 180 W, y southwards from 85.05 N.
/** @import { Arc, ArcRef, Atlas, Country, Feature, Point, Ring } from './types.js' */
import { iso2Of } from './iso.mjs';

/** @typedef {{ index: number, reversed: boolean, turns: number }} Step An arc of the source, moved east by whole worlds. */
/** @typedef {{ steps: Step[], around: number }} Unrolled */

const POLE_LAT = -89.9; // Antarctica is closed along this parallel: the Mercator pole is infinitely far
const POLE_STEPS = 16; // so that no edge of the closing line is longer than 22.5 degrees

export const COAST = 0;
export const BORDER = 1;
export const UNDRAWN = 2;

/** @param {number} lat */
const toUnit = (lat) => {
  const s = (lat * Math.PI) / 180;
  return 0.5 - Math.asinh(Math.tan(s)) / (2 * Math.PI);
};

// Longitudes and latitudes of every arc; longitudes run on past 180 where an arc crosses the antimeridian.
/** @type {(topology: Atlas) => Point[][]} */
function decodeArcs(topology) {
  const { scale, translate } = topology.transform;
  return topology.arcs.map((arc) => {
    let x = 0;
    let y = 0;
    let turn = 0;
    /** @type {number | null} */
    let before = null;
    return arc.map(([dx, dy]) => {
      x += dx;
      y += dy;
      const lon = x * scale[0] + translate[0];
      const lat = y * scale[1] + translate[1];
      if (before !== null && Math.abs(lon - before) > 180) turn += lon > before ? -360 : 360;
      before = lon;
      return [lon + turn, lat];
    });
  });
}

// An arc of the output: points on the grid, shared by the countries on both sides of it.
class ArcTable {
  /**
   * @param {Point[][]} arcs
   * @param {number} bits
   */
  constructor(arcs, bits) {
    this.source = arcs;
    this.world = 2 ** bits;
    /** @type {Map<string, number | null>} */
    this.byKey = new Map();
    /** @type {{ points: Point[], users: Country[], fixedKind: number | null }[]} */
    this.arcs = [];
  }

  /** @type {(place: Point, turns: number) => Point} */
  quantise([lon, lat], turns) {
    const x = Math.round((lon / 360 + 0.5) * this.world) + turns * this.world;
    return [x, Math.round(toUnit(Math.max(lat, POLE_LAT)) * this.world)];
  }

  // Number of the output arc for source arc `index` moved east by `turns` worlds; null if quantizing shrinks it to a
  // point.
  /** @type {(index: number, turns: number, country: Country) => number | null} */
  take(index, turns, country) {
    const key = `${index}/${turns}`;
    if (!this.byKey.has(key)) {
      /** @type {Point[]} */
      const points = [];
      for (const place of this.source[index]) {
        const p = this.quantise(place, turns);
        const last = points[points.length - 1];
        if (!last || last[0] !== p[0] || last[1] !== p[1]) points.push(p);
      }
      this.byKey.set(key, points.length > 1 ? this.arcs.length : null);
      if (points.length > 1) this.arcs.push({ points, users: [], fixedKind: null });
    }
    const number = /** @type {number | null} */ (this.byKey.get(key));
    if (number !== null) this.arcs[number].users.push(country);
    return number;
  }

  /** @param {Point[]} points */
  addUndrawn(points) {
    this.arcs.push({ points, users: [], fixedKind: UNDRAWN });
    return this.arcs.length - 1;
  }
}

// One ring of source arcs (~i means i reversed) -> [{index, reversed, turns}], and the turns it makes around the
// world (0, or +-1 around a pole).
/** @type {(ring: number[], arcs: Point[][]) => Unrolled} */
function unroll(ring, arcs) {
  /** @type {number | null} */
  let end = null;
  /** @type {number | null} */
  let start = null;
  const steps = ring.map((ref) => {
    const reversed = ref < 0;
    const index = reversed ? ~ref : ref;
    const arc = arcs[index];
    const first = reversed ? arc[arc.length - 1] : arc[0];
    const last = reversed ? arc[0] : arc[arc.length - 1];
    const turns = end === null ? 0 : Math.round((end - first[0]) / 360);
    if (start === null) start = first[0];
    end = last[0] + turns * 360;
    return { index, reversed, turns };
  });
  return { steps, around: Math.round((Number(end) - Number(start)) / 360) };
}

/** @type {(steps: Step[], arcs: Point[][]) => number} */
const middle = (steps, arcs) => {
  let low = Infinity;
  let high = -Infinity;
  for (const { index, turns } of steps) {
    for (const [lon] of arcs[index]) {
      low = Math.min(low, lon + turns * 360);
      high = Math.max(high, lon + turns * 360);
    }
  }
  return (low + high) / 2;
};

// Longitude in [-180, 180) in the middle of the part with the longest outline.
/** @type {(polygons: Unrolled[][], arcs: Point[][]) => number} */
function mainLongitude(polygons, arcs) {
  /** @param {Unrolled[]} rings */
  const size = ([outer]) => outer.steps.reduce((sum, { index }) => sum + arcs[index].length, 0);
  const main = polygons.reduce((a, b) => (size(b) > size(a) ? b : a));
  const lon = middle(main[0].steps, arcs);
  return lon - 360 * Math.floor((lon + 180) / 360);
}

// The ring around the south pole (Antarctica): its coast runs once around the world. It is laid out from west to
// east over one world and closed along POLE_LAT; both ends overlap the neighboring copy of the world by one unit, so
// that no gap can open between the copies. Those closing lines are never drawn.
/** @type {(steps: Step[], around: number, table: ArcTable) => Ring} */
function closeAroundPole(steps, around, table) {
  // A single closed coast: one list of points, cut at its westernmost vertex on the antimeridian.
  /** @type {Point[]} */
  let points = [];
  for (const { index, reversed, turns } of steps) {
    const arc = table.source[index].map((p) => table.quantise(p, turns));
    if (reversed) arc.reverse();
    points.push(...(points.length ? arc.slice(1) : arc));
  }
  if (around < 0) points.reverse();
  points.pop();
  const n = points.length;
  const world = table.world;
  /** @param {number} x */
  const mod = (x) => ((x % world) + world) % world;
  let cut = 0;
  for (let i = 0; i < n; i++) if (mod(points[i][0]) < mod(points[cut][0])) cut = i;
  const base = points[cut][0];
  /** @type {Point[]} */
  const coast = [];
  for (let k = 0; k <= n; k++) {
    const [x, y] = points[(cut + k) % n];
    const p = /** @type {Point} */ ([x - base + mod(base) + (cut + k >= n ? world : 0), y]);
    const last = coast[coast.length - 1];
    if (!last || last[0] !== p[0] || last[1] !== p[1]) coast.push(p);
  }
  const [west, east] = [coast[0], coast[coast.length - 1]];
  const bottom = table.quantise([0, POLE_LAT], 0)[1];
  /** @type {Point[]} */
  const closing = [east, [east[0] + 1, east[1]]];
  for (let k = 0; k <= POLE_STEPS; k++) {
    const x = east[0] + 1 - Math.round(((world + 2) * k) / POLE_STEPS);
    closing.push([x, bottom]);
  }
  closing.push([west[0] - 1, west[1]], west);
  table.arcs.push({ points: coast, users: [], fixedKind: COAST });
  const coastNumber = table.arcs.length - 1;
  return [
    { arc: coastNumber, reversed: false },
    { arc: table.addUndrawn(closing), reversed: false },
  ];
}

/** @type {(ring: Ring, arcs: { points: Point[] }[]) => Point[]} */
export const ringPoints = (ring, arcs) => {
  /** @type {Point[]} */
  const points = [];
  for (const { arc, reversed } of ring) {
    const list = reversed ? [...arcs[arc].points].reverse() : arcs[arc].points;
    points.push(...list.slice(0, -1));
  }
  return points;
};

// Twice the signed area; positive when the ring turns clockwise on screen (y down).
/** @param {Point[]} points */
export const doubleArea = (points) => {
  let sum = 0;
  for (let i = 0, j = points.length - 1; i < points.length; j = i++) {
    sum += points[j][0] * points[i][1] - points[i][0] * points[j][1];
  }
  return sum;
};

/** @type {(ring: Ring) => Ring} */
const reverseRing = (ring) =>
  ring.map(({ arc, reversed }) => ({ arc, reversed: !reversed })).reverse();

// `unrolled`: the polygon's rings; `reference`: the longitude to place it near, so that the parts of a country stay
// together across the antimeridian (Fiji, the Aleutians, Wrangel Island).
/** @type {(unrolled: Unrolled[], reference: number, country: Country, source: Point[][], table: ArcTable) => Ring[] | null} */
function buildPolygon(unrolled, reference, country, source, table) {
  // At 1:50m the pole itself comes as a second ring around it, at 89.999 S: the coast is the northern one.
  /** @param {Unrolled} ring */
  const north = ({ steps }) =>
    Math.max(...steps.map(({ index }) => source[index].reduce((top, p) => Math.max(top, p[1]), -90)));
  const [polar] = unrolled.filter((r) => r.around !== 0).sort((a, b) => north(b) - north(a));
  if (polar) return [closeAroundPole(polar.steps, polar.around, table)];
  const shift = Math.round((reference - middle(unrolled[0].steps, source)) / 360);
  /** @type {Ring[]} */
  const result = [];
  for (const { steps } of unrolled) {
    // A hole is moved to the same copy of the world as its polygon.
    const own = Math.round(
      (middle(unrolled[0].steps, source) - middle(steps, source)) / 360,
    );
    /** @type {ArcRef[]} */
    const ring = [];
    for (const { index, reversed, turns } of steps) {
      const arc = table.take(index, turns + shift + own, country);
      if (arc !== null) ring.push({ arc, reversed });
    }
    const area = ring.length ? doubleArea(ringPoints(ring, table.arcs)) : 0;
    const isOuter = result.length === 0;
    if (area === 0) {
      if (isOuter) return null;
      continue;
    }
    result.push(area > 0 === isOuter ? ring : reverseRing(ring));
  }
  return result;
}

// { world, arcs: [{points, kind}], countries: [{iso2, name, polygons: [[ring of {arc, reversed}]]}] }.
// Outer rings are clockwise on screen, holes the other way. Features with the same code become one country.
/** @type {(topology: Atlas, bits: number) => { world: number, arcs: Arc[], countries: Country[] }} */
export function buildTopology(topology, bits) {
  const source = decodeArcs(topology);
  const table = new ArcTable(source, bits);
  /** @type {Country[]} */
  const countries = [];
  /** @type {Map<string, Country>} */
  const byCode = new Map();
  for (const feature of /** @type {Feature[]} */ (topology.objects.countries.geometries)) {
    const iso2 = iso2Of(feature);
    let country = iso2 ? byCode.get(iso2) : undefined;
    if (!country) {
      country = { iso2, name: feature.properties.name, polygons: [] };
      countries.push(country);
      if (iso2) byCode.set(iso2, country);
    }
    const polygons = (feature.type === 'Polygon' ? [feature.arcs] : feature.arcs).map((rings) =>
      rings.map((ring) => unroll(ring, source)),
    );
    const reference = mainLongitude(polygons, source);
    for (const rings of polygons) {
      const polygon = buildPolygon(rings, reference, country, source, table);
      if (polygon) country.polygons.push(polygon);
    }
  }
  const arcs = table.arcs.map(({ points, users, fixedKind }) => ({
    points,
    users: new Set(users).size,
    uses: users.length,
    kind: fixedKind ?? (users.length > 1 ? (new Set(users).size > 1 ? BORDER : UNDRAWN) : COAST),
  }));
  return { world: table.world, arcs, countries };
}
