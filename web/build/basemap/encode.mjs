// The file format of the base map, read by src/map/base_map.cpp.
//
// Header, little endian: "TBM1", u32 checksum of everything after it (FNV-1a, 32 bit), u32 bits (world = 2^bits units),
// u32 counts: arcs, points, countries, polygons, rings, ring arcs, triangles, bridges. Then streams of LEB128
// integers ("z" = zigzag signed), one after the other, each kind of number in its own stream because that compresses
// best:
//   arcs       points * 4 + kind (0 coast, 1 border, 2 not drawn)
//   xs         z, first point of an arc relative to the last one of the arc before, others to the point before
//   ys         likewise
//   countries  2 bytes of alpha-2 (0 0 if none), polygons, label z x, z y (relative to the country before), radius
//   polygons   rings
//   rings      ring arcs
//   ring arcs  z of (arc * 2 + reversed) minus the one before
//   bridges    for every hole: position in the merged ring, vertex of the hole
//   ears       per polygon n - 2 skips (see triangulate.mjs)

/** @import { Arc, Mesh } from './types.js' */

class Bytes {
  constructor() {
    /** @type {number[]} */
    this.list = [];
  }

  /** @param {number} value */
  byte(value) {
    this.list.push(value & 255);
  }

  /** @param {number} value */
  u32(value) {
    for (let shift = 0; shift < 32; shift += 8) this.byte(value >>> shift);
  }

  /** @param {number} value */
  unsigned(value) {
    if (!Number.isSafeInteger(value) || value < 0 || value >= 2 ** 31) throw new Error(`bad varint ${value}`);
    let rest = value;
    while (rest > 127) {
      this.byte((rest & 127) | 128);
      rest >>>= 7;
    }
    this.byte(rest);
  }

  /** @param {number} value */
  signed(value) {
    this.unsigned(value >= 0 ? value * 2 : -value * 2 - 1);
  }
}

/** @param {Uint8Array} bytes */
export function fnv1a(bytes) {
  let hash = 0x811c9dc5;
  for (const b of bytes) hash = Math.imul(hash ^ b, 0x01000193) >>> 0;
  return hash;
}

/** @type {(arcs: Pick<Arc, 'points' | 'kind'>[], out: Record<string, Bytes>) => void} */
function encodeArcs(arcs, out) {
  let [x, y] = [0, 0];
  for (const { points, kind } of arcs) {
    out.arcs.unsigned(points.length * 4 + kind);
    for (const p of points) {
      out.xs.signed(p[0] - x);
      out.ys.signed(p[1] - y);
      [x, y] = p;
    }
  }
}

// `countries`: [{iso2, label, polygons: [{rings: [[{arc, reversed}]], bridges, skips}]}]. Returns a Buffer.
/** @param {Omit<Mesh, 'world'>} mesh */
export function encode({ bits, arcs, countries }) {
  const names = ['arcs', 'xs', 'ys', 'countries', 'polygons', 'rings', 'ringArcs', 'bridges', 'ears'];
  const out = Object.fromEntries(names.map((name) => [name, new Bytes()]));
  encodeArcs(arcs, out);
  const count = { polygons: 0, rings: 0, ringArcs: 0, triangles: 0, bridges: 0 };
  let [labelX, labelY, ref] = [0, 0, 0];
  for (const { iso2, label, polygons } of countries) {
    out.countries.byte(iso2 ? iso2.charCodeAt(0) : 0);
    out.countries.byte(iso2 ? iso2.charCodeAt(1) : 0);
    out.countries.unsigned(polygons.length);
    out.countries.signed(label.x - labelX);
    out.countries.signed(label.y - labelY);
    out.countries.unsigned(label.radius);
    [labelX, labelY] = [label.x, label.y];
    for (const { rings, bridges, skips } of polygons) {
      out.polygons.unsigned(rings.length);
      for (const ring of rings) {
        out.rings.unsigned(ring.length);
        for (const { arc, reversed } of ring) {
          out.ringArcs.signed(arc * 2 + (reversed ? 1 : 0) - ref);
          ref = arc * 2 + (reversed ? 1 : 0);
        }
        count.ringArcs += ring.length;
      }
      for (const { at, from } of bridges) {
        out.bridges.unsigned(at);
        out.bridges.unsigned(from);
      }
      for (const skip of skips) out.ears.unsigned(skip);
      count.polygons++;
      count.rings += rings.length;
      count.bridges += bridges.length;
      count.triangles += skips.length;
    }
  }
  const body = new Bytes();
  body.u32(bits);
  for (const n of [arcs.length, arcs.reduce((sum, a) => sum + a.points.length, 0), countries.length,
    count.polygons, count.rings, count.ringArcs, count.triangles, count.bridges]) {
    body.u32(n);
  }
  const streams = Buffer.concat([body, ...names.map((name) => out[name])].map((b) => Buffer.from(b.list)));
  const head = new Bytes();
  for (const c of 'TBM1') head.byte(c.charCodeAt(0));
  head.u32(fnv1a(streams));
  return Buffer.concat([Buffer.from(head.list), streams]);
}
