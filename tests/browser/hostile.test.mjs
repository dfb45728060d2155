// Files that are small and want much, or large and want more, in the page: it answers soon and in little memory, says which
// file is wrong, and the rest goes on working. Each was built like that, so it fits its digest.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FILES } from '../tools/hostile_files.mjs';
import { close, rebuilt, serve, started, visit } from './harness.mjs';

const MOST_SECONDS = 3; // from the press to the answer, of a busy machine that draws without a GPU
const MOST_BYTES = 256 * 2 ** 20; // of the module's memory

const bytesOf = (name) => FILES.find((each) => each[0] === name)[2]();
// Tab, hostile file, and what answers: an alert, or the tab with all that is in the file.
const CASES = [
  ['Charlas', 'events', null],
  ['Proyectos', 'a list of words', /projects\.json.*at most 200000/],
  ['Contribuciones', 'campaigns', null],
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
  const changes = Object.fromEntries(CASES.map(([, name]) => [`data/${FILES.find((each) => each[0] === name)[1]}`, bytesOf(name)]));
  const server = await serve({ changed: rebuilt(changes) });
  const page = await visit(server.url + '/?view=mapa', {}, watch);
  for (const [tab, name, reason] of CASES) {
    await page.evaluate(() => { window.longest = 0; });
    const started = performance.now();
    await page.getByRole('tab', { name: tab }).click();
    await page.getByRole('tabpanel', { name: tab }).waitFor();
    if (reason) {
      const alert = page.getByRole('alert').first();
      await alert.waitFor({ state: 'attached' });
      assert.match(await alert.evaluate((element) => element.textContent + ' ' + element.ariaLabel), reason);
    } else {
      await page.getByRole('heading', { level: 2 }).first().waitFor({ state: 'attached' });
      assert.equal(await page.getByRole('alert').count(), 0);
    }
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
