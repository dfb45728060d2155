// node web/build/basemap.mjs OUT_DIR: Natural Earth countries (world-atlas TopoJSON) -> OUT_DIR/110m.bin and 50m.bin,
// compact meshes of the base map. The same input gives the same bytes.
/** @import { Atlas, Mesh, MeshPolygon } from './basemap/types.js' */
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import zlib from 'node:zlib';
import { encode } from './basemap/encode.mjs';
import { labelPoint } from './basemap/label.mjs';
import { buildTopology, ringPoints } from './basemap/topology.mjs';
import { bridgeHoles, clipEars } from './basemap/triangulate.mjs';

// Grid of 2^bits units around the equator: 15 bits are 1.2 km, 17 bits 0.3 km, finer than the data are.
export const DETAILS = [
  { name: '110m', bits: 14 },
  { name: '50m', bits: 17 },
];

/** @type {(name: string) => Atlas} */
export function readTopology(name) {
  // node_modules is looked for from the folder of this script upwards, then from the working folder.
  for (const from of [import.meta.url, pathToFileURL(path.join(process.cwd(), 'x.js'))]) {
    try {
      const file = createRequire(from).resolve(`world-atlas/countries-${name}.json`);
      return JSON.parse(fs.readFileSync(file, 'utf8'));
    } catch (error) {
      if (error.code !== 'MODULE_NOT_FOUND') throw error;
    }
  }
  throw new Error('the npm package world-atlas is missing: run npm ci in web/');
}

// The whole mesh, before encoding: what encode() takes plus, per polygon, its merged points and triangles for tests.
/** @type {(topology: Atlas, bits: number) => Mesh} */
export function buildMesh(topology, bits) {
  const { world, arcs, countries } = buildTopology(topology, bits);
  const meshes = countries.map((country) => {
    const asPoints = country.polygons.map((polygon) => polygon.map((ring) => ringPoints(ring, arcs)));
    const polygons = country.polygons.map((rings, k) => {
      const { merged, bridges } = bridgeHoles(asPoints[k]);
      return { rings, bridges, points: merged, ...clipEars(merged) };
    });
    return { ...country, label: labelPoint(asPoints, world), polygons };
  });
  return { bits, world, arcs, countries: meshes };
}

/** @param {string} folder */
function main(folder) {
  fs.mkdirSync(folder, { recursive: true });
  for (const { name, bits } of DETAILS) {
    const mesh = buildMesh(readTopology(name), bits);
    const bytes = encode(mesh);
    const file = path.join(folder, `${name}.bin`);
    fs.writeFileSync(`${file}.part`, bytes);
    fs.renameSync(`${file}.part`, file);
    const polygons = mesh.countries.flatMap((c) => c.polygons);
    /** @param {(polygon: MeshPolygon) => number} pick */
    const sum = (pick) => polygons.reduce((total, p) => total + pick(p), 0);
    const small = zlib.brotliCompressSync(bytes, {
      params: { [zlib.constants.BROTLI_PARAM_LGWIN]: 24, [zlib.constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
    });
    console.log(
      `${file}: ${mesh.countries.length} countries, ${polygons.length} polygons, ` +
        `${sum((p) => p.triangles.length)} triangles (${sum((p) => p.forced)} forced), ` +
        `${bytes.length} bytes, ${small.length} with brotli`,
    );
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(fs.realpathSync(process.argv[1])).href) {
  if (process.argv.length !== 3) {
    console.error('usage: node web/build/basemap.mjs OUT_DIR');
    process.exit(2);
  }
  main(process.argv[2]);
}
