// Performance budgets: time from a filter to its pixels, memory after a tour of all views, and startup time,
// and the cost of the mirror.
// Runs alone: it measures time.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { data } from '../fixtures/frozen.mjs';
import { VIEWS } from '../fixtures/tabs.mjs';
import { browser, close, countFrames, finish, newPage, open, ready, rebuilt, serve, setState, settle, show, started,
  visit, whole } from './harness.mjs';
import { generatedBoard } from './leaderboard_generated.mjs';
import { leastWithin } from './quiet.mjs';

const MIB = 2 ** 20;
const START = 1500, FILTER = 50; // milliseconds

started({ serving: false });

// Keeps the memory of the module as window.memory.
function watchMemory() {
  const { instantiate } = WebAssembly;
  WebAssembly.instantiate = async (...args) => {
    const made = await instantiate.apply(WebAssembly, args);
    window.memory = made.exports.memory;
    window.first = window.memory.buffer.byteLength;
    return made;
  };
}

test('ready within 1.5 s of the start, after the first picture', async (t) => {
  const server = await serve();
  const start = async () => {
    const page = await newPage(browser);
    await page.addInitScript(() => {
      const clear = WebGL2RenderingContext.prototype.clear;
      WebGL2RenderingContext.prototype.clear = function first(...mask) {
        window.firstClear ??= performance.now();
        return clear.apply(this, mask);
      };
    });
    await open(page, server.url + '/');
    const [drawn, told] = await page.evaluate(() => [window.firstClear, performance.getEntriesByName('tablero:ready')[0].startTime]);
    assert.ok(drawn < told, `${drawn} ${told}`);
    await close(page);
    return told;
  };
  const { figure, told } = await leastWithin(START, start);
  t.diagnostic(told);
  assert.ok(figure <= START, told);
});

test('a filter over 10,000 rows is on the screen within 50 ms, 95 times of 100', async (t) => {
  const { tasks } = data('leaderboard/tasks.json');
  const files = generatedBoard(10000, tasks.slice(0, 8).map(({ id }) => id));
  const server = await serve({ changed: rebuilt({ 'data/leaderboard/results.json': files.results, 'data/leaderboard/models.json': files.models }) });
  const page = await visit(server.url + '/?view=leaderboard', { size: [900, 600] });
  await page.getByRole('cell', { name: /intervalo/ }).first().waitFor({ timeout: 60000 });
  await settle(page);
  // The program's time from the filter to the last pixel, without the wait for the display's next frame.
  const series = () => page.evaluate(async () => {
    const element = document.querySelector('somosnlp-tablero');
    const gl = element.shadowRoot.querySelector('canvas').getContext('webgl2');
    const finish = () => gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(4)); // waits until all is drawn
    const request = window.requestAnimationFrame;
    let drawn;
    window.requestAnimationFrame = (callback) => request((time) => {
      const [start, clears] = [performance.now(), window.counts.clears];
      callback(time);
      if (window.counts.clears === clears) return;
      finish();
      drawn?.(performance.now() - start);
      drawn = null;
    });
    const found = [];
    for (let i = 0; i < 40; i++) {
      const frame = new Promise((resolve) => {
        drawn = resolve;
      });
      const start = performance.now();
      element.setState(`view=leaderboard&q=modelo-${i}`);
      const set = performance.now() - start;
      found.push(set + await frame);
      while (window.counts.requested !== window.counts.run) await new Promise((resolve) => setTimeout(resolve, 5));
      finish();
    }
    window.requestAnimationFrame = request;
    return found.sort((a, b) => a - b);
  });
  const p95 = async () => {
    const times = await series();
    t.diagnostic(`median ${times[20].toFixed(1)} ms`);
    return times[Math.ceil(times.length * 0.95) - 1];
  };
  const { figure, told } = await leastWithin(FILTER, p95);
  t.diagnostic(told);
  assert.ok(figure <= FILTER, told);
  // The last one, modelo-39: the names have four digits, so 3900 to 3999.
  await page.getByRole('status').filter({ hasText: /^100 de 10\.000/ }).waitFor();
  await close(page);
});

test('memory: at most 32 MiB at the start, 64 MiB after a tour through everything', async (t) => {
  const server = await serve();
  const page = await newPage(browser);
  await page.addInitScript(watchMemory);
  await page.addInitScript(countFrames);
  await open(page, server.url + '/');
  const go = (query) => setState(page, query);
  for (const view of [...VIEWS.slice(1), VIEWS[0]]) {
    await go(`view=${view}&lang=es`);
    await page.waitForTimeout(250); // a loaded machine draws what moves for seconds
    await page.mouse.move(700, 500);
    await page.mouse.wheel(0, 2000);
    await go(`view=${view}&lang=es&q=ia&theme=dark`);
    await page.waitForTimeout(250); // a loaded machine draws what moves for seconds
  }
  for (const query of ['view=mapa&map=-99,19,9', 'view=mapa&map=2,41,12&lang=pt', 'view=mapa&map=0,0,1&lang=en', 'view=leaderboard&lang=en&models=a,b']) {
    await go(query);
    await page.waitForTimeout(250); // a loaded machine draws what moves for seconds
  }
  const [first, last] = await page.evaluate(() => [window.first, window.memory.buffer.byteLength]);
  t.diagnostic(`${first / MIB} MiB -> ${last / MIB} MiB`);
  assert.ok(first <= 32 * MIB, `${first / MIB} MiB at the start`);
  assert.ok(last <= 64 * MIB, `${last / MIB} MiB after the tour`);
  await finish(page);
});

test('memory that grows under way leaves no stale view of it: all goes on', async () => {
  const server = await serve();
  const page = await newPage(browser);
  await page.addInitScript(watchMemory);
  await page.addInitScript(countFrames);
  await open(page, server.url + '/?view=charlas');
  await settle(page);
  const grown = await page.evaluate(() => {
    const before_ = window.memory.buffer;
    // Provokes a real out-of-memory: a text too large for the remaining memory.
    document.querySelector('somosnlp-tablero').setState('view=charlas&q=' + 'x'.repeat(40e6));
    return [before_.byteLength, window.memory.buffer.byteLength];
  });
  assert.equal(grown[0], 0, 'the old views are gone');
  assert.ok(grown[1] > 40e6);
  await setState(page, 'view=charlas');
  await page.getByRole('status').filter({ hasText: /^83 de 83/ }).waitFor();
  await page.getByRole('tab', { name: 'Mapa' }).click();
  await page.getByRole('tabpanel', { name: 'Mapa' }).waitFor();
  await ready(page);
  await finish(page);
});

// Run in the page before anything else: how long each timer took. The mirror works in one.
function watchTimers() {
  const set = window.setTimeout.bind(window);
  window.timers = [];
  window.setTimeout = (handler, ...rest) => set((...args) => {
    const start = performance.now();
    handler(...args);
    window.timers.push(performance.now() - start);
  }, ...rest);
}

test('a changed frame costs the mirror less than 3 ms, an idle one nothing', async (t) => {
  const server = await serve();
  const page = await visit(server.url, {}, watchTimers);
  const work = {};
  for (const view of VIEWS) {
    await show(page, `lang=es&view=${view}`);
    await page.mouse.move(640, 500);
    await page.evaluate(() => {
      window.timers.length = 0;
    });
    for (let i = 0; i < 8; i++) {
      await page.mouse.wheel(0, i < 4 ? 40 : -40);
      await page.waitForTimeout(60);
    }
    await settle(page, 120);
    const times = await page.evaluate(() => window.timers.filter((time) => time > 0).sort((a, b) => a - b));
    work[view] = times[times.length >> 1] ?? 0;
    await whole(page);
    await page.evaluate(() => {
      window.timers.length = 0;
    });
    await page.waitForTimeout(200);
    assert.equal(await page.evaluate(() => window.timers.length), 0, 'idle');
  }
  t.diagnostic(JSON.stringify(work));
  for (const [view, time] of Object.entries(work)) assert.ok(time < 3, `${view}: ${time.toFixed(2)} ms`);
  await finish(page);
  await server.close();
});
