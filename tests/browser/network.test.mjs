// Bad networks: whatever does not come, or not yet, is said within a limited time, beside a button that asks again.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { WEB, body, close, closeAll, fontsLoaded, launch, missing, newPage, open, ready, serve } from './harness.mjs';

let browser;
before(async () => {
  browser = await launch();
});
after(closeAll);

const never = () => {};
const reset = (_, response) => response.destroy();
// Run in the page before anything else: skip(milliseconds) puts its clock forward. (Playwright's own clock replaces
// performance, with the mark tablero:ready.)
function clock() {
  const { setTimeout: start, clearTimeout: stop } = window;
  const now = performance.now.bind(performance);
  const timers = new Map();
  let offset = 0;
  let last = 0;
  const arm = (id) => {
    const { due, run } = timers.get(id);
    timers.get(id).real = start(() => {
      timers.delete(id);
      run();
    }, Math.max(0, due - performance.now()));
  };
  performance.now = () => now() + offset;
  window.setTimeout = (handler, time = 0, ...args) => {
    timers.set(++last, { due: performance.now() + time, run: () => handler(...args) });
    arm(last);
    return last;
  };
  window.clearTimeout = (id) => {
    if (timers.has(id)) stop(timers.get(id).real);
    timers.delete(id);
  };
  window.skip = (time) => {
    offset += time;
    for (const [id, { real }] of timers) {
      stop(real);
      arm(id);
    }
  };
}
// A page whose clock can be put forward; its problems include rejections that nobody handles.
async function patient() {
  const page = await newPage(browser);
  await page.addInitScript(clock);
  await page.addInitScript(() => addEventListener('unhandledrejection', ({ reason }) => console.error(`unhandled: ${reason}`)));
  return page;
}
const skip = (page, time) => page.evaluate((by) => window.skip(by), time);
const unhandled = (page) => page.problems.filter((problem) => /unhandled|Uncaught/.test(problem));
const again = (page) => page.getByRole('button', { name: 'Cargar de nuevo' });

test('everything but the page and embed.js fails: a sentence and a button, and then it works', async () => {
  for (const fault of [missing, reset, body('busy', 'text/plain', 503)]) {
    const server = await serve();
    const names = fs.readdirSync(WEB, { recursive: true }).map((name) => '/' + name);
    for (const name of names) if (!/^\/(index\.html|embed\.js)$/.test(name)) server.faults.set(name, fault);
    const page = await patient();
    await page.goto(server.url + '/?view=charlas&lang=pt');
    await page.getByRole('alert').filter({ hasText: 'Não foi possível carregar o painel' }).waitFor();
    assert.equal(await page.locator('somosnlp-tablero .poster > img').count(), 0, 'no sign of a broken picture');
    const button = page.getByRole('button', { name: 'Carregar de novo' });
    await button.click();
    await page.getByRole('alert').waitFor();
    server.faults.clear();
    await button.click();
    await page.getByRole('tabpanel', { name: 'Palestras' }).waitFor();
    assert.equal(await page.getByRole('alert').count(), 0);
    assert.deepEqual(unhandled(page), []);
    await close(page);
    await server.close();
  }
});

// Each is silent for ever: said within the limit, and a retry asks again.
for (const name of ['tablero.wasm', 'tablero.js', 'fonts/inter-600.otf', 'data/i18n/es.json']) {
  test(`${name} never answers: first that it is loading, then a sentence and a button`, async () => {
    const server = await serve({ faults: new Map([['/' + name, never]]) });
    const page = await patient();
    await page.goto(server.url + '/?view=charlas', { waitUntil: 'commit' });
    await page.locator('somosnlp-tablero .poster img').first().waitFor({ state: 'attached' });
    await page.waitForTimeout(500);
    await skip(page, 5000);
    await page.getByRole('status').filter({ hasText: 'sigue cargando' }).waitFor();
    for (let i = 0; i < 8 && !await page.getByRole('alert').count(); i++) {
      await skip(page, 16000);
      await page.waitForTimeout(100);
    }
    await page.getByRole('alert').filter({ hasText: name.split('/').at(-1) }).waitFor();
    assert.equal(await page.getByRole('status').filter({ hasText: 'sigue cargando' }).count(), 0);
    const asked = server.hits.get('/' + name);
    server.faults.clear();
    await again(page).click();
    await page.getByRole('tabpanel', { name: 'Charlas' }).waitFor();
    assert.ok(server.hits.get('/' + name) > asked);
    assert.deepEqual(unhandled(page), []);
    await close(page);
    await server.close();
  });
}

test('a data file that drips or is silent: the tab opens without it, and says so where it would stand', async () => {
  const events = fs.readFileSync(path.join(WEB, 'data/events.json'));
  let stream;
  const drip = (_, response) => {
    response.writeHead(200, { 'Content-Type': 'application/json' });
    response.write(events.subarray(0, 100));
    stream = response;
  };
  const server = await serve({ faults: new Map([['/data/events.json', drip]]) });
  const page = await patient();
  await page.goto(server.url + '/?view=panorama', { waitUntil: 'commit' });
  await ready(page);
  await page.locator('somosnlp-tablero .poster').waitFor({ state: 'hidden' });
  await page.getByRole('status').filter({ hasText: 'Cargando data/events.json' }).waitFor({ state: 'attached' });
  assert.equal(await page.getByRole('alert').count(), 0);
  // As long as something comes it is waited for.
  for (let at = 100; at < 500; at += 100) {
    stream.write(events.subarray(at, at + 100));
    await page.waitForTimeout(100);
    await skip(page, 10000);
  }
  assert.equal(await page.getByRole('alert').count(), 0);
  await skip(page, 16000);
  const alert = page.getByRole('alert');
  await alert.waitFor({ state: 'attached' });
  assert.match(await alert.evaluate((element) => element.ariaLabel + element.textContent), /events\.json.*no answer for 15 s/s);
  server.faults.clear();
  await page.getByRole('button', { name: 'Reintentar' }).evaluate((element) => element.click());
  await alert.waitFor({ state: 'detached' });
  assert.equal(server.hits.get('/data/events.json'), 2);
  assert.deepEqual(unhandled(page), []);
  await close(page);
});

test('an element that is taken out and put back while there is no network works again when there is one', async () => {
  const server = await serve();
  const page = await patient();
  await page.goto(server.url + '/pages/embed.html');
  await ready(page);
  await page.context().setOffline(true);
  await page.evaluate(async () => {
    const element = document.querySelector('somosnlp-tablero');
    window.place = element.nextElementSibling;
    element.remove();
    await new Promise((resolve) => setTimeout(resolve, 50));
    // Out again while it starts, and back.
    for (const wait of [0, 20, 0]) {
      window.place.before(element);
      await new Promise((resolve) => setTimeout(resolve, wait));
      if (wait) element.remove();
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  });
  await page.waitForTimeout(300);
  await page.context().setOffline(false);
  await page.getByRole('tabpanel', { name: 'Mapa' }).waitFor();
  await page.waitForTimeout(300);
  assert.equal(await page.getByRole('alert').count(), 0);
  assert.equal(await page.locator('somosnlp-tablero canvas').count(), 1);
  assert.deepEqual(unhandled(page), []);
  await close(page);
});

test('the fonts of text to be selected are asked for again', async () => {
  const server = await serve();
  const page = await patient();
  await open(page, server.url + '/?view=charlas');
  // From now on they fail; the page has them, but the layer of text asks by itself.
  server.faults.set('/fonts/inter-400.otf', missing);
  await page.evaluate(() => {
    const { fetch } = window;
    window.refused = 0;
    window.fetch = (url, ...rest) => {
      if (!/inter-400/.test(url) || window.refused++) return fetch(url, ...rest);
      return Promise.reject(new TypeError('Failed to fetch'));
    };
  });
  for (let x = 600; !await page.evaluate(() => window.refused); x++) {
    await page.mouse.move(x, 120);
    await page.waitForTimeout(50);
  }
  server.faults.clear();
  await skip(page, 6000);
  await fontsLoaded(page);
  await close(page);
});
