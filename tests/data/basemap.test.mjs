// The base map mesh against its source: areas, shared borders, the antimeridian, determinism.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import test from 'node:test';
import { DETAILS, buildMesh, readTopology } from '../../web/build/basemap.mjs';
import { encode } from '../../web/build/basemap/encode.mjs';
import { largestPart } from '../../web/build/basemap/label.mjs';
import { ringPoints } from '../../web/build/basemap/topology.mjs';

const cross = (a, b, c) => (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
const shoelace = (points) =>
  points.reduce((sum, p, i) => {
    const q = points[(i + 1) % points.length];
    return sum + p[0] * q[1] - q[0] * p[1];
  }, 0) / 2;

// Distance of (X, Y) from the nearest edge of `rings`, negative outside.
function distanceInside(x, y, rings) {
  let nearest = Infinity;
  let inside = false;
  for (const ring of rings) {
    ring.forEach(([bx, by], i) => {
      const [ax, ay] = ring.at(i - 1);
      if (ay > y !== by > y && x < ax + ((bx - ax) * (y - ay)) / (by - ay)) inside = !inside;
      const [dx, dy] = [bx - ax, by - ay];
      const along = dx || dy ? Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy))) : 0;
      nearest = Math.min(nearest, Math.hypot(x - ax - along * dx, y - ay - along * dy));
    });
  }
  return inside ? nearest : -nearest;
}

// Area of a source feature in Mercator units of the whole world, straight from TopoJSON in doubles.
function sourceArea(topology, feature) {
  const { scale, translate } = topology.transform;
  const ring = (refs) => {
    const places = refs.flatMap((ref) => {
      let [x, y] = [0, 0];
      const arc = topology.arcs[ref < 0 ? ~ref : ref].map(([dx, dy]) => {
        [x, y] = [x + dx, y + dy];
        return [x * scale[0] + translate[0], y * scale[1] + translate[1]];
      });
      if (ref < 0) arc.reverse();
      return arc.slice(0, -1);
    });
    let turn = 0;
    return places.map(([lon, lat], i) => {
      if (i > 0 && Math.abs(lon - places[i - 1][0]) > 180) turn += lon > places[i - 1][0] ? -1 : 1;
      const phi = (lat * Math.PI) / 180;
      return [lon / 360 + turn, -Math.log(Math.tan(Math.PI / 4 + phi / 2)) / (2 * Math.PI)];
    });
  };
  const polygons = feature.type === 'Polygon' ? [feature.arcs] : feature.arcs;
  let area = 0;
  for (const [outer, ...holes] of polygons) {
    area += Math.abs(shoelace(ring(outer)));
    for (const hole of holes) area -= Math.abs(shoelace(ring(hole)));
  }
  return area;
}

test('the program asks for the files that are written', () => {
  const header = fs.readFileSync(new URL('../../src/map/base_map.h', import.meta.url), 'utf8');
  const [, list] = /kBaseMapFiles = \{([^}]*)\}/.exec(header);
  assert.deepEqual(list.split(', '), DETAILS.map(({ name }) => `"map/${name}.bin"`));
});

for (const { name, bits } of DETAILS) {
  const topology = readTopology(name);
  const mesh = buildMesh(topology, bits);
  const { world } = mesh;
  const polygons = mesh.countries.flatMap((c) => c.polygons);

  test(`${name}: triangles fill each polygon exactly once`, () => {
    for (const { points, triangles } of polygons) {
      let sum = 0;
      for (const [a, b, c] of triangles) {
        const area = cross(points[a], points[b], points[c]) / 2;
        assert.ok(area >= 0, 'a triangle is turned over');
        sum += area;
      }
      assert.equal(sum, shoelace(points));
      assert.equal(triangles.length, points.length - 2);
    }
  });

  test(`${name}: no cut had to be forced`, () => {
    assert.equal(polygons.reduce((sum, p) => sum + p.forced, 0), 0);
  });

  test(`${name}: areas are those of the source`, () => {
    for (const country of mesh.countries) {
      if (country.iso2 === 'AQ') continue; // closed along another parallel: tested by its extent below
      const expected = topology.objects.countries.geometries
        .filter((f) => f.properties.name === country.name || (country.iso2 === 'AU' && f.id === '036'))
        .reduce((sum, f) => sum + sourceArea(topology, f), 0);
      const found = country.polygons.reduce((sum, p) => sum + shoelace(p.points), 0) / world ** 2;
      // Moving every vertex by at most half a unit changes an area by at most half the outline's length.
      const outline = country.polygons.reduce(
        (sum, { points }) =>
          sum + points.reduce((l, p, i) => l + Math.hypot(p[0] - points.at(i - 1)[0], p[1] - points.at(i - 1)[1]), 0),
        0,
      );
      const allowed = (outline * Math.SQRT1_2 + 4 * country.polygons.length) / world ** 2;
      assert.ok(Math.abs(found - expected) <= allowed, `${country.name}: ${found} instead of ${expected}`);
    }
  });

  test(`${name}: borders belong to two countries, coasts to one`, () => {
    const users = new Map();
    for (const [index, country] of mesh.countries.entries()) {
      for (const { rings } of country.polygons) {
        for (const { arc } of rings.flat()) users.set(arc, [...(users.get(arc) ?? []), index]);
      }
    }
    let borders = 0;
    mesh.arcs.forEach(({ kind }, arc) => {
      const by = users.get(arc) ?? [];
      if (kind === 1) {
        borders++;
        assert.equal(by.length, 2, `border arc ${arc}`);
        assert.notEqual(by[0], by[1]);
      } else if (kind === 0) {
        assert.ok(by.length <= 1, `coast arc ${arc} is used by ${by.length}`);
      }
    });
    assert.ok(borders > 250);
  });

  test(`${name}: nothing spans the world, no line is drawn along the antimeridian or the pole`, () => {
    for (const { points, kind } of mesh.arcs) {
      for (let i = 1; i < points.length; i++) {
        const [a, b] = [points[i - 1], points[i]];
        assert.ok(Math.abs(a[0] - b[0]) < world / 2);
        if (kind === 2) continue;
        assert.ok(a[1] < world * 1.6 && b[1] < world * 1.6);
      }
    }
    const country = (iso2) => mesh.countries.find((c) => c.iso2 === iso2);
    const extent = (iso2) => {
      const xs = country(iso2).polygons.flatMap((p) => p.points.map((q) => q[0] / world));
      return [Math.min(...xs), Math.max(...xs)];
    };
    const [west, east] = extent('RU');
    assert.ok(west > 0.55 && west < 0.58, `Russia begins at ${west}`); // Kaliningrad, 19.6 E = 0.5546; 110m has it too
    assert.ok(east > 1.02 && east < 1.04, `Russia ends at ${east}`); // Chukotka, 169.6 W = 1.0288
    const [fijiWest, fijiEast] = extent('FJ');
    assert.ok(fijiEast - fijiWest < 0.02, `Fiji is ${fijiEast - fijiWest} wide`);
    const [aqWest, aqEast] = extent('AQ');
    assert.ok(aqWest * world >= -1 && aqWest <= 0 && aqEast >= 1 && aqEast * world <= world + 1);
  });

  test(`${name}: holes stay open`, () => {
    const inside = (iso2, lon, lat) => {
      const x = (lon / 360 + 0.5) * world;
      const y = (0.5 - Math.asinh(Math.tan((lat * Math.PI) / 180)) / (2 * Math.PI)) * world;
      return mesh.countries
        .find((c) => c.iso2 === iso2)
        .polygons.some(({ points, triangles }) =>
          triangles.some(([a, b, c]) => {
            const p = [x, y];
            const [A, B, C] = [points[a], points[b], points[c]];
            return cross(A, B, p) > 0 && cross(B, C, p) > 0 && cross(C, A, p) > 0;
          }),
        );
    };
    assert.equal(inside('ZA', 28.25, -29.6), false, 'Lesotho');
    assert.equal(inside('LS', 28.25, -29.6), true);
    assert.equal(inside('ZA', 24.5, -29), true);
    assert.equal(inside('RU', 51, 42), false, 'Caspian Sea');
  });

  test(`${name}: names stand farthest from the borders`, () => {
    const steps = 16;
    for (const { name: country, label, polygons: parts } of mesh.countries) {
      const rings = largestPart(parts.map((p) => p.rings.map((ring) => ringPoints(ring, mesh.arcs))), world);
      const [xs, ys] = [0, 1].map((axis) => rings[0].map((p) => p[axis]));
      const [left, top] = [Math.min(...xs), Math.min(...ys)];
      const [width, height] = [Math.max(...xs) - left, Math.max(...ys) - top];
      const found = distanceInside(label.x, label.y, rings);
      assert.ok(Math.abs(found - label.radius) <= 1.5, `${country}: ${found} from the border, said to be ${label.radius}`);
      let best = 0;
      for (let i = 1; i < steps; i++) {
        for (let j = 1; j < steps; j++) best = Math.max(best, distanceInside(left + (width * i) / steps, top + (height * j) / steps, rings));
      }
      // A fiftieth of the smaller extent is what a label need not care for; points are rounded to the grid.
      assert.ok(label.radius >= best - Math.min(width, height) / 50 - 1, `${country}: ${best} is possible, ${label.radius} found`);
    }
  });

  test(`${name}: countries are found by their codes`, () => {
    const codes = mesh.countries.map((c) => c.iso2).filter(Boolean);
    assert.equal(new Set(codes).size, codes.length);
    // Codes and names of the map itself, as of ISO 3166-1 and of the user-assigned XK.
    for (const [iso2, english] of [['ES', 'Spain'], ['BR', 'Brazil'], ['US', 'United States of America'], ['BZ', 'Belize'], ['XK', 'Kosovo']]) {
      assert.equal(mesh.countries.find((c) => c.iso2 === iso2)?.name, english);
    }
    // Areas without a code are disputed or uninhabited: Northern Cyprus, Somaliland, and a few more in the detailed
    // map.
    assert.ok(mesh.countries.length - codes.length <= 5, mesh.countries.filter((c) => !c.iso2).map((c) => c.name).join());
  });

  test(`${name}: the same bytes every time, of the size aimed at`, () => {
    const bytes = encode(mesh);
    assert.ok(bytes.equals(encode(buildMesh(readTopology(name), bits))));
    assert.ok(bytes.length < (name === '110m' ? 36_000 : 300_000), `${bytes.length} bytes`);
  });
}
