// node tests/bench/web/query.mjs [--into FILE.json]: the cross-filter in Chromium beside crossfilter2, on the same
// generated rows and in the same run: 6 dimensions, one brushed, the counts of all groups read after every change.
// "pixels p95" is from the change to the drawn bars of all groups: at a million rows at most 100 ms. FILE, in the form of
// the other benchmarks' results, gets an entry a figure.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { closeAll, launch, newPage, serve } from '../../browser/harness.mjs';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..');
const DIMENSIONS = 6;

// What is done: name, brushed dimension, then the ranges one after the other. The first ones of a move are not timed.
export const MOVES = [
  ['drag', 0, 40, (i) => [200 + i, 500 + i]],
  ['jump', 0, 20, (i) => (i % 2 ? [0, 500] : [500, 1000])],
  ['another', 1, 6, (i) => [i, i + 25]],
];

// Runs in the page. `peer`: whether crossfilter2 does the same; its groups must give the same counts.
async function measure([rows, dimensions, peer, moves]) {
  const { memory, startModule } = await import('/web/module.js');
  const m = memory();
  const wasm = await WebAssembly.compileStreaming(fetch('/build/web-cmake/bench/query_web_bench.wasm'));
  await startModule(m, wasm, null, { number: (...text) => +m.textAt(...text) });
  const { exports: c } = m;
  const bench = c.bench_create(rows, dimensions);
  let theirs = null;
  if (peer) {
    const { default: crossfilter } = await import('/build/bench/crossfilter.js');
    const columns = [...Array(dimensions).keys()].map((d) => new Uint16Array(m.u8.buffer, c.bench_codes(bench, d), rows).slice());
    const filter = crossfilter(Array.from({ length: rows }, (_, i) => i));
    theirs = columns.map((column) => filter.dimension((i) => column[i]));
    theirs = { dimensions: theirs, groups: theirs.map((dimension) => dimension.group().reduceCount()) };
  }
  c.bench_start(bench);
  while (!c.bench_update(bench));

  // All groups as bars, until they are pixels.
  const gl = new OffscreenCanvas(1280, 800).getContext('webgl2', { antialias: false });
  gl.enable(gl.SCISSOR_TEST);
  const groups = [...Array(dimensions).keys()].map((d) => (d ? 50 : 1000));
  const draw = () => {
    for (const [d, count] of groups.entries()) {
      gl.scissor(0, d * 130, 1280, 130);
      gl.clearColor(1, 1, 1, 1);
      gl.clear(gl.COLOR_BUFFER_BIT);
      gl.clearColor(0.1, 0.2, 0.5, 1);
      for (let g = 0; g < count; g++) {
        gl.scissor((g * 1280) / count, d * 130, Math.max(1, 1000 / count), (c.bench_count(bench, d, g) * 120 * count) / (2 * rows));
        gl.clear(gl.COLOR_BUFFER_BIT);
      }
    }
    gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(4));
  };
  draw();

  const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];
  const results = [];
  for (const [name, brushed, times, ranges] of moves) {
    const row = { name, rows, ours_ms: 0, theirs_ms: NaN, longest_call_ms: 0, pixels_ms: 0, slices: 0, differences: 0 };
    const ours = [], peers = [], pixels = [];
    for (let i = 0; i < times; i++) {
      const [first, last] = ranges[i];
      let total = 0, slices = 0;
      for (let done = false; !done; slices++) {
        const start = performance.now();
        if (!slices) c.bench_brush(bench, brushed, first, last);
        done = !!c.bench_update(bench);
        const took = performance.now() - start;
        total += took;
        if (i > 1) row.longest_call_ms = Math.max(row.longest_call_ms, took);
      }
      row.slices = Math.max(row.slices, slices);
      ours.push(total);
      const drawn = performance.now();
      draw();
      pixels.push(total + performance.now() - drawn);
      if (!theirs) continue;
      const start = performance.now();
      theirs.dimensions[brushed].filterRange([first, last]);
      const counts = theirs.groups.map((group) => group.all());
      peers.push(performance.now() - start);
      for (const [d, group] of counts.entries()) {
        for (const { key, value } of group) row.differences += c.bench_count(bench, d, key) !== value;
      }
    }
    row.pixels_ms = pixels.sort((a, b) => a - b)[Math.ceil(pixels.length * 0.95) - 1];
    if (name === 'another') {  // the first change of a dimension is what it is about
      row.ours_ms = ours[0];
      if (theirs) row.theirs_ms = peers[0];
      row.longest_call_ms = Math.max(row.longest_call_ms, ours[0] / row.slices);
    } else {  // far below the clock's 0.1 ms: many at once
      const repeats = 500;
      const start = performance.now();
      for (let i = 0; i < repeats; i++) {
        c.bench_brush(bench, brushed, ...ranges[i % times]);
        while (!c.bench_update(bench));
      }
      row.ours_ms = (performance.now() - start) / repeats;
      if (theirs) row.theirs_ms = median(peers.slice(2));
    }
    results.push(row);
    c.bench_brush(bench, brushed, 0, brushed ? 50 : 1000);
    while (!c.bench_update(bench));
    theirs?.dimensions[brushed].filterAll();
  }
  for (const row of results) row.mb = c.bench_memory(bench) / 1e6;
  return results;
}

export async function run(sizes = [10_000, 1_000_000, 10_000_000]) {
  await build({ entryPoints: [path.join(ROOT, 'web/node_modules/crossfilter2/main.js')], bundle: true, minify: true, format: 'esm',
    outfile: path.join(ROOT, 'build/bench/crossfilter.js'), logLevel: 'error' });
  const server = await serve({ dir: ROOT });
  const browser = await launch();
  const page = await newPage(browser);
  const moves = MOVES.map(([name, brushed, times, at]) => [name, brushed, times, [...Array(times).keys()].map(at)]);
  const results = [];
  for (const rows of sizes) {
    await page.goto(`${server.url}/tests/bench/web/page.html`);
    // crossfilter2 takes minutes and gigabytes to sort ten million rows six times.
    results.push(...await page.evaluate(measure, [rows, DIMENSIONS, rows <= 1_000_000, moves]));
  }
  return results;
}

async function main() {
  const results = await run();
  console.log('cross-filter in Chromium, 6 dimensions'.padEnd(40)
    + ['rows', 'ours ms', 'crossfilter2', 'longest call', 'pixels p95', 'slices', 'MB'].map((name) => name.padStart(14)).join(''));
  for (const r of results) {
    const cells = [String(r.rows), r.ours_ms.toFixed(3), Number.isNaN(r.theirs_ms) ? '-' : r.theirs_ms.toFixed(3),
      r.longest_call_ms.toFixed(3), r.pixels_ms.toFixed(1), String(r.slices), r.mb.toFixed(1)];
    console.log(r.name.padEnd(40) + cells.map((cell) => cell.padStart(14)).join(''));
    if (r.rows === 1_000_000 && r.pixels_ms > 100) console.log(`  over the 100 ms that a change at a million rows may take to its pixels`);
    if (r.differences) throw new Error(`${r.name}: ${r.differences} counts differ from crossfilter2`);
  }
  const at = process.argv.indexOf('--into');
  if (at > 0) {
    const file = process.argv[at + 1];
    const all = JSON.parse(fs.readFileSync(file, 'utf8'));
    all.benchmarks.push(...results.map((r) => ({ name: `CrossFilterInChromium/${r.name}/${r.rows}`, run_type: 'iteration', iterations: 1,
      real_time: r.ours_ms, time_unit: 'ms', ...r })));
    fs.writeFileSync(file, `${JSON.stringify(all, null, 1)}\n`);
  }
  await closeAll();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  main().catch((error) => {
    console.error(`query: ${error.stack}`);
    process.exit(1);
  });
}
