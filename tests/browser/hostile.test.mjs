// Files that are small and want much, or large and want more, in the page: it answers soon and in little memory, says which
// file is wrong, and the rest goes on working. Each was built like that, so it fits its digest.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FILES } from '../tools/hostile_files.mjs';
import { close, rebuilt, serve, started, visit } from './harness.mjs';

const MOST_SECONDS = 4; // from the press to the answer, of a busy machine that draws without a GPU; a quiet one takes 1 s
const MOST_BYTES = 256 * 2 ** 20; // of the module's memory

const named = (name) => FILES.find((each) => each[0] === name);
const fileOf = (name) => `data/${named(name)[1]}`;
// Tab, hostile file, and what answers: an alert, or the tab with all that is in the file.
const CASES = [
  ['Charlas', 'events of any kind', /events\.json.*at most 200 different words/],
  ['Proyectos', 'a list of words', /projects\.json.*at most 200000/],
  ['Contribuciones', 'campaigns', /contributions\.json.*at most 100/],
  ['Fuentes', 'sources', null],
  ['Panorama', 'escapes of 16 MB', /community\.json.*a text of at most 1048576 bytes/],
];

started({ serving: false });

function watch() {
  const { instantiate } = WebAssembly;
  WebAssembly.instantiate = async (...args) => {
    const made = await instantiate.apply(WebAssembly, args);
    window.memory = made.exports.memory;
    return made;
  };
  // The longest time in which the page could not answer.
  window.longest = 0;
  let last = performance.now();
  const beat = () => {
    const now = performance.now();
    window.longest = Math.max(window.longest, now - last);
    last = now;
    setTimeout(beat, 10);
  };
  beat();
}

test('hostile files: each tab answers in time and in bounds, and the others work', async (t) => {
  const changes = Object.fromEntries(CASES.map(([, name]) => [fileOf(name), named(name)[2]()]));
  const server = await serve({ changed: rebuilt(changes) });
  const page = await visit(server.url + '/?view=mapa', {}, watch);
  for (const [tab, name, reason] of CASES) {
    await page.evaluate(() => { window.longest = 0; });
    const started = performance.now();
    await page.getByRole('tab', { name: tab }).click();
    await page.getByRole('tabpanel', { name: tab }).waitFor();
    if (reason) await page.getByRole('alert').first().waitFor({ state: 'attached' });
    else await page.getByRole('list', { name: tab }).waitFor({ state: 'attached' });
    // A tab also says what is wrong with a file that only a part of it reads.
    const alerts = await page.getByRole('alert').evaluateAll((all) => all.map((element) => element.textContent + ' ' + element.ariaLabel));
    if (reason) assert.ok(alerts.some((alert) => reason.test(alert)), `${alerts}`);
    else assert.ok(!alerts.some((alert) => alert.includes(fileOf(name))), `${alerts}`);
    const seconds = (performance.now() - started) / 1000;
    const [longest, bytes] = await page.evaluate(() => [window.longest / 1000, window.memory.buffer.byteLength]);
    t.diagnostic(`${tab}, ${name}: ${seconds.toFixed(2)} s, blocked ${longest.toFixed(2)} s, ${(bytes / 2 ** 20).toFixed(0)} MB`);
    assert.ok(seconds < MOST_SECONDS, `${name}: ${seconds} s`);
    assert.ok(bytes < MOST_BYTES, `${name}: ${bytes} bytes`);
  }
  await page.getByRole('tab', { name: 'Leaderboard' }).click();
  await page.getByRole('cell').first().waitFor();
  await page.getByRole('tab', { name: 'Mapa' }).click();
  await page.getByRole('status').filter({ hasText: /^211 de 211/ }).waitFor();
  assert.deepEqual(page.problems, []);
  await close(page);
});
