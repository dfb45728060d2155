// node tests/bench/web/map.mjs [--into FILE.json]: the map at scale in Chromium. A pan frame is timed by the main thread's
// own clock: what the module and the WebGL calls take of it; the drawing itself runs in the GPU's process, here on the same
// cores. Where it says "to pixels" the drawing counts too; "empty" is what a frame that only clears the canvas takes to its
// pixels. FILE, in the form of the other benchmarks' results, gets an entry a figure.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { closeAll, launch, newPage, serve } from '../../browser/harness.mjs';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..');
const BUBBLES = 1, DENSITY = 2;

// What is measured: points, their style, whether they are clustered.
export const CASES = [
  [200, BUBBLES, true], [10_000, BUBBLES, true], [100_000, BUBBLES, true], [1_000_000, BUBBLES, true],
  [100_000, BUBBLES, false], [1_000_000, DENSITY, true],
];

// The following functions run in the page, one after the other: each case has its own module and context.
async function begin([count, style, cluster]) {
  const { memory, startModule } = await import('/web/module.js');
  const canvas = document.querySelector('canvas').cloneNode();
  document.querySelector('canvas').replaceWith(canvas);
  const gl = canvas.getContext('webgl2', { alpha: false, antialias: false, depth: false });
  const state = { gl, cluster, uploads: 0 };
  // Counted where they leave the program; a null pointer only makes room.
  for (const name of ['bufferData', 'bufferSubData', 'texImage2D', 'texSubImage2D']) {
    const call = gl[name].bind(gl);
    gl[name] = (...args) => {
      state.uploads++;
      call(...args);
    };
  }
  const m = memory();
  const wasm = await WebAssembly.compileStreaming(fetch('/build/web-cmake/bench/map_web_bench.wasm'));
  await startModule(m, wasm, gl, {
    number: (...text) => +m.textAt(...text),
  });
  const { exports: c } = m;
  const base = new Uint8Array(await (await fetch('/build/assets/map/110m.bin')).arrayBuffer());
  const at = c.tb_alloc(base.length);
  m.u8.set(base, at);
  const bench = c.bench_create(canvas.width, canvas.height);
  c.bench_generate(bench, count, style, cluster);
  const pixel = new Uint8Array(4);
  // Waits until the GPU has drawn all.
  const finish = () => gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, pixel);
  Object.assign(state, { c, bench, finish, frame: () => new Promise(requestAnimationFrame) });
  window.map = state;

  // Warms up as the program does while the data is loading.
  c.bench_prepare(bench);
  await state.frame();
  c.bench_warm_up(bench);
  finish();
  const start = performance.now();
  c.bench_base_map(bench, at, base.length);
  const drawn = c.bench_filter(bench, 0);
  c.bench_draw(bench);
  finish();
  return { count, style, cluster, drawn, first_frame_ms: performance.now() - start };
}

function lookAt(zoom) {
  const { c, bench, finish } = window.map;
  c.bench_look_at(bench, 0, 20, zoom);
  c.bench_draw(bench);
  finish();
  window.map.uploads = 0;
}

// A frame as the browser gives them, the GPU done before the next begins.
async function pan(times) {
  const { c, bench, finish } = window.map;
  for (let i = 0; i < times; i++) {
    await new Promise((done) => requestAnimationFrame(() => {
      c.bench_pan_frame(bench, 3, 1);
      done();
    }));
    finish();
  }
}

async function end() {
  const { c, bench, finish, frame, gl } = window.map;
  const result = { marks: c.bench_marks(bench) };
  const picks = 2000;
  c.bench_look_at(bench, 0, 20, 2.5);
  const start = performance.now();
  result.hits = c.bench_pick(bench, picks);
  result.pick_ms = (performance.now() - start) / picks;

  // A filter that excludes different points each time, measured until its pixels are drawn and on the main thread
  // alone. The map is still while somebody filters, and nothing else is drawn.
  const changes = [], cpu = [], empty = [];
  const quiet = async () => {
    await frame();
    finish();
    await new Promise((resolve) => setTimeout(resolve, 100));
  };
  for (let i = 0; i < 3; i++) {
    await quiet();
    c.bench_draw(bench);
  }
  for (let i = 0; i < 15; i++) {
    await quiet();
    const start = performance.now();
    c.bench_filter(bench, 3 + i % 7);
    c.bench_draw(bench);
    cpu.push(performance.now() - start);
    finish();
    changes.push(performance.now() - start);
  }
  for (let i = 0; i < 15; i++) {
    await quiet();
    const start = performance.now();
    gl.clear(gl.COLOR_BUFFER_BIT);
    finish();
    empty.push(performance.now() - start);
  }
  const median = (values) => values.sort((a, b) => a - b)[values.length >> 1];
  result.filter_ms = median(changes);
  result.filter_cpu_ms = median(cpu);
  result.empty_ms = median(empty);

  c.bench_filter(bench, 0);
  c.bench_drop_given(bench);
  result.bytes = c.bench_bytes_used();
  gl.getExtension('WEBGL_lose_context').loseContext();
  return result;
}

// Of a page: milliseconds its script has taken so far, by the main thread's own clock.
async function scriptClock(page) {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  return async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'ScriptDuration').value * 1000;
  };
}

async function measure(page, one) {
  const result = await page.evaluate(begin, one);
  const spent = await scriptClock(page);
  Object.assign(result, { pan_ms: 0, uploads: 0, draw_calls: 0 });
  for (const zoom of [2.5, 5]) {
    await page.evaluate(lookAt, zoom);
    const times = result.cluster ? 24 : 4;
    const start = await spent();
    await page.evaluate(pan, times);
    result.pan_ms = Math.max(result.pan_ms, (await spent() - start) / times);
    result.uploads += await page.evaluate(() => window.map.uploads);
    result.draw_calls = await page.evaluate(() => window.map.c.bench_draw_calls(window.map.bench));
  }
  return { ...result, ...await page.evaluate(end) };
}

// The whole program with its interface, labels and mirror: what a frame of a drag takes of the main thread in all
// of its script, the pointer's events too, by the thread's own clock. (Between them this machine draws with the same
// cores: by the wall's clock a frame takes two to three times as long.)
async function productPan(browser, url) {
  const page = await newPage(browser);
  await page.goto(`${url}?view=mapa&map=-20,20,3`);
  await page.waitForFunction(() => performance.getEntriesByName('tablero:ready').length > 0);
  await page.evaluate(() => {
    window.frames = 0;
    const count = () => {
      window.frames++;
      requestAnimationFrame(count);
    };
    count();
  });
  const spent = await scriptClock(page);
  await page.waitForTimeout(500);
  await page.mouse.move(800, 450);
  await page.mouse.down();
  await page.mouse.move(795, 447);
  await page.waitForTimeout(200);
  const runs = [];
  for (let run = 0; run < 5; run++) {
    const frames = await page.evaluate(() => window.frames), start = await spent();
    for (let i = 1; i <= 40; i++) await page.mouse.move(795 - (run % 2 ? 40 - i : i) * 4, 447 - i);
    runs.push((await spent() - start) / (await page.evaluate(() => window.frames) - frames));
  }
  await page.mouse.up();
  await page.context().close();
  runs.sort((a, b) => a - b);
  return { runs: runs.length, median_ms: runs[2], least_ms: runs[0], most_ms: runs[4] };
}

export async function product() {
  const server = await serve();
  const browser = await launch();
  return productPan(browser, `${server.url}/`);
}

export async function run(cases = CASES) {
  const server = await serve({ dir: ROOT });
  const browser = await launch();
  const page = await newPage(browser);
  const results = [];
  for (const one of cases) {
    await page.goto(`${server.url}/tests/bench/web/page.html`);
    results.push(await measure(page, one));
  }
  // Of the map's own memory, beyond what it takes with the fewest points.
  const [least] = results;
  for (const one of results) {
    one.bytes_per_point = one === least ? NaN : (one.bytes - least.bytes) / (one.count - least.count);
  }
  return results;
}

async function main() {
  const results = await run();
  const columns = { points: 'count', marks: 'marks', 'ms/pan frame': 'pan_ms', uploads: 'uploads', calls: 'draw_calls', 'ms/pick': 'pick_ms',
    'filter to px': 'filter_ms', 'of main': 'filter_cpu_ms', 'empty to px': 'empty_ms', 'first to px': 'first_frame_ms',
    'B/point': 'bytes_per_point' };
  console.log(`${'map in Chromium'.padEnd(22)}${Object.keys(columns).map((name) => name.padStart(13)).join('')}`);
  const name = ({ style, cluster }) => (style === DENSITY ? 'density' : cluster ? 'clusters' : 'every point a mark');
  for (const row of results) {
    console.log(name(row).padEnd(22) + Object.values(columns).map((key) =>
      (Number.isInteger(row[key]) ? String(row[key]) : row[key].toFixed(3)).padStart(13)).join(''));
  }
  const whole = await product();
  console.log(`the program with its own cities: ${whole.median_ms.toFixed(2)} ms of the main thread per pan frame ` +
    `(median of ${whole.runs} runs of 40 frames, ${whole.least_ms.toFixed(2)} to ${whole.most_ms.toFixed(2)})`);
  const at = process.argv.indexOf('--into');
  if (at > 0) {
    const file = process.argv[at + 1];
    const all = JSON.parse(fs.readFileSync(file, 'utf8'));
    all.benchmarks.push(...results.map((row) => ({ name: `MapInChromium/${row.count}/${name(row)}`, run_type: 'iteration', iterations: 24,
      real_time: row.pan_ms, time_unit: 'ms', ...row })),
      { name: 'MapInChromium/program', run_type: 'iteration', iterations: whole.runs, real_time: whole.median_ms, time_unit: 'ms', ...whole });
    fs.writeFileSync(file, `${JSON.stringify(all, null, 1)}\n`);
  }
  await closeAll();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  main().catch((error) => {
    console.error(`map: ${error.stack}`);
    process.exit(1);
  });
}
