// Where a country's name goes: the point of its largest part that is farthest from any border (its pole of
// inaccessibility).
import polylabel from 'polylabel';
import { doubleArea } from './topology.mjs';

/** @import { Label, Point } from './types.js' */

// The search stops within this share of the part's smaller extent of the optimum: enough for a label.
const PRECISION = 1 / 50;

/** @param {number[]} values */
const extent = (values) => values.reduce((a, b) => Math.max(a, b)) - values.reduce((a, b) => Math.min(a, b));

// The polygon with the largest area on the globe. Mercator enlarges areas by 1 / cos(latitude)^2.
/** @type {(polygons: Point[][][], world: number) => Point[][]} */
export function largestPart(polygons, world) {
  /** @param {Point[][]} rings */
  const trueArea = (rings) => {
    const meanY = rings[0].reduce((sum, p) => sum + p[1], 0) / rings[0].length;
    const shrink = 1 / Math.cosh((0.5 - meanY / world) * 2 * Math.PI); // cos(latitude)
    return Math.abs(doubleArea(rings[0])) * shrink * shrink;
  };
  return polygons.reduce((a, b) => (trueArea(b) > trueArea(a) ? b : a));
}

// Of polygons: arrays of rings of points, the outer first. In grid units.
/** @type {(polygons: Point[][][], world: number) => Label} */
export function labelPoint(polygons, world) {
  const rings = largestPart(polygons, world);
  const size = Math.max(1, Math.min(...[0, 1].map((axis) => extent(rings[0].map((p) => p[axis])))));
  const point = polylabel(rings, size * PRECISION);
  return { x: Math.round(point[0]), y: Math.round(point[1]), radius: Math.max(0, Math.round(point.distance)) };
}
