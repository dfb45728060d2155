// node tests/bench/startup.mjs [--runs 7] [--into FILE.json]: how long until tablero:ready, against the first finished
// picture of an ECharts page of the same content. Cold loads, brotli from a local server, software GL; the pages take
// turns, so that both meet the same load of the machine. The ratio is the median of those of each turn. Prints a table;
// FILE, in the form of the other benchmarks' results, gets an entry for each page.
import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { serve } from '../../web/build/serve.mjs';
import { closeAll, launch, newPage } from '../browser/harness.mjs';
import { WEB } from '../fixtures/frozen.mjs';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const require = createRequire(path.join(ROOT, 'web/package.json'));
const PEER = path.join(ROOT, 'build/bench/peer');

const option = (name, fallback) => {
  const at = process.argv.indexOf(name);
  return at < 0 ? fallback : process.argv[at + 1];
};

async function buildPeer() {
  fs.rmSync(PEER, { recursive: true, force: true });
  fs.mkdirSync(PEER, { recursive: true });
  await require('esbuild').build({
    entryPoints: [path.join(ROOT, 'tests/bench/peer/echarts.js')],
    outfile: path.join(PEER, 'echarts.js'),
    nodePaths: [path.join(ROOT, 'web/node_modules')],
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    legalComments: 'none',
  });
  fs.copyFileSync(path.join(ROOT, 'tests/bench/peer/index.html'), path.join(PEER, 'index.html'));
  fs.copyFileSync(require.resolve('world-atlas/countries-110m.json'), path.join(PEER, 'world.json'));
  fs.mkdirSync(path.join(PEER, 'data'));
  for (const name of ['editions', 'events', 'projects', 'cities']) {
    fs.copyFileSync(path.join(WEB, `data/${name}.json`), path.join(PEER, `data/${name}.json`));
  }
  for (const name of fs.readdirSync(PEER, { recursive: true })) {
    const file = path.join(PEER, name);
    if (fs.statSync(file).isFile()) fs.writeFileSync(`${file}.br`, zlib.brotliCompressSync(fs.readFileSync(file)));
  }
}

// One cold load of `url`: milliseconds to the mark, bytes over the wire.
async function load(browser, url, slower) {
  const page = await newPage(browser);
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slower });
  let bytes = 0;
  await session.send('Network.enable');
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  await page.goto(url);
  await page.waitForFunction(() => performance.getEntriesByName('tablero:ready').length > 0, null, { timeout: 60000 });
  const ready = await page.evaluate(() => performance.getEntriesByName('tablero:ready')[0].startTime);
  await page.context().close();
  return { ready, bytes };
}

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

async function main() {
  const runs = Number(option('--runs', '7'));
  await buildPeer();
  const [ours, peer] = [await serve(WEB), await serve(PEER)];
  const pages = {
    'tablero, panorama': ours.url,
    'tablero, mapa': `${ours.url}?view=mapa`,
    'ECharts, bars + map + table': peer.url,
  };
  const peerName = Object.keys(pages).at(-1);
  const results = [];
  for (const slower of [1, 4]) {
    const found = Object.fromEntries(Object.keys(pages).map((name) => [name, []]));
    const browser = await launch();
    for (let run = -1; run < runs; run++) { // the first warms the browser and does not count
      for (const [name, url] of Object.entries(pages)) {
        const one = await load(browser, url, slower);
        if (run >= 0) found[name].push(one);
      }
    }
    await browser.close();
    for (const [name, list] of Object.entries(found)) {
      const times = list.map(({ ready }) => ready);
      const ratio = median(times.map((time, run) => time / found[peerName][run].ready));
      results.push({ page: name, slower, ready_ms: median(times), least_ms: Math.min(...times), most_ms: Math.max(...times),
        ratio, kilobytes: median(list.map(({ bytes }) => bytes)) / 1000 });
    }
  }
  console.log(`${'page'.padEnd(30)}${'CPU'.padStart(6)}${'ready'.padStart(10)}${'least'.padStart(8)}${'most'.padStart(8)}${'ratio'.padStart(8)}${'kB'.padStart(8)}`);
  for (const { page, slower, ready_ms, least_ms, most_ms, ratio, kilobytes } of results) {
    console.log(page.padEnd(30) + `1/${slower}`.padStart(6) + `${ready_ms.toFixed(0)} ms`.padStart(10) +
      least_ms.toFixed(0).padStart(8) + most_ms.toFixed(0).padStart(8) + ratio.toFixed(2).padStart(8) + kilobytes.toFixed(0).padStart(8));
  }
  const into = option('--into');
  if (into) {
    const all = JSON.parse(fs.readFileSync(into, 'utf8'));
    all.benchmarks.push(...results.map(({ page, slower, ready_ms, ratio, kilobytes }) => ({
      name: `Startup/${page}/${slower}`, run_type: 'aggregate', aggregate_name: 'median', real_time: ready_ms, time_unit: 'ms', ratio, kilobytes })));
    fs.writeFileSync(into, `${JSON.stringify(all, null, 1)}\n`);
  }
  for (const { server } of [ours, peer]) {
    server.close();
    server.closeAllConnections();
  }
  await closeAll();
}

main().catch((error) => {
  console.error(`startup: ${error.message}`);
  process.exit(1);
});
