// Builds and caches: after a first visit everything works without a network, a new build takes over atomically, and
// cached files of an older one are never mixed in.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { WEB, body, browser, close, finish, newPage, open, ready, rebuilt, serve, started } from './harness.mjs';

started({ serving: false, launching: { full: true } });

const TYPES = { js: 'text/javascript', html: 'text/html', json: 'application/json' };
const bytes = (name) => fs.readFileSync(path.join(WEB, name));
const comment = (name) => `${bytes(name)}\n/* another build */`;

// Another build, as a deployment puts it in place of this one: other words, another module, other scripts.
const NEW = rebuilt({
  'data/i18n/es.json': JSON.stringify({ ...JSON.parse(bytes('data/i18n/es.json')), 'tab.charlas': 'Charlas nuevas' }),
  'tablero.wasm': Buffer.concat([bytes('tablero.wasm'), Buffer.from([0, 2, 1, 0x78])]), // a custom section
  'page.js': comment('page.js'),
});
NEW.set('sw.js', Buffer.from(comment('sw.js')));
const deploy = (server, names = NEW.keys()) => {
  for (const name of names) server.changed.set(name, NEW.get(name));
};
const digestOf = (content) => createHash('sha256').update(content).digest('hex').slice(0, 8);
const OLD_DIGESTS = [...NEW.keys()].map((name) => '?v=' + digestOf(bytes(name)));

// Waits until the worker of this page keeps everything.
const kept = (page) => page.evaluate(async () => {
  await navigator.serviceWorker.ready;
  return caches.keys();
});

test('after the first visit the dashboard works without a network, in every tab', async () => {
  const server = await serve();
  const page = await newPage(browser, { serviceWorkers: 'allow' });
  await open(page, server.url + '/?view=charlas');
  assert.equal((await kept(page)).length, 1);
  await server.close();
  await open(page, server.url + '/?view=fuentes&lang=pt');
  for (const name of ['Mapa', 'Leaderboard', 'Projetos', 'Contribuições', 'Palestras', 'Panorama']) {
    await page.getByRole('tab', { name }).click();
    await page.getByRole('tabpanel', { name }).waitFor();
    await page.getByRole('status').filter({ hasText: /^Carregando/ }).waitFor({ state: 'detached' });
    assert.equal(await page.getByRole('alert').count(), 0, name);
  }
  await close(page);
});

test('a new build takes over whole; a page of the old one keeps the files of the old one', async () => {
  const server = await serve();
  const page = await newPage(browser, { serviceWorkers: 'allow' });
  await open(page, server.url + '/?view=panorama');
  const [before_] = await kept(page);
  deploy(server);
  const first = server.urls.length;

  // The page that is open asks for files that it has not had yet.
  await page.getByRole('tab', { name: 'Charlas' }).click();
  await page.getByRole('tabpanel', { name: 'Charlas', exact: true }).waitFor();
  await page.getByRole('tab', { name: 'Leaderboard' }).click();
  await page.getByRole('tabpanel', { name: 'Leaderboard' }).waitFor();

  await open(page, server.url + '/?view=charlas');
  await page.getByRole('tabpanel', { name: 'Charlas nuevas' }).waitFor();
  const asked = server.urls.slice(first);
  assert.deepEqual(asked.filter((url) => OLD_DIGESTS.some((digest) => url.includes(digest))), [], 'nothing by an old address');
  assert.ok(asked.some((url) => url.endsWith('es.json?v=' + digestOf(NEW.get('data/i18n/es.json')))));

  // When the last page of the old build is gone, the old files go too.
  const context = page.context();
  await page.close();
  const again = await context.newPage();
  await again.goto(server.url + '/');
  await again.evaluate(async (name) => {
    for (let left = 200; (await caches.keys()).includes(name); left--) {
      if (!left) throw new Error('the old files stay');
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }, before_);
  assert.equal((await kept(again)).length, 1);
  await again.goto(server.url + '/?view=charlas');
  await ready(again);
  await again.getByRole('tabpanel', { name: 'Charlas nuevas' }).waitFor();
  await context.close();
});

test('a browser cache that keeps digested files for ever gives the new build all the same', async () => {
  const server = await serve();
  const page = await newPage(browser);
  await open(page, server.url + '/?view=charlas');
  await page.getByRole('tabpanel', { name: 'Charlas', exact: true }).waitFor();
  const read = server.urls.filter((url) => /^\/(data|fonts|map)\/|\.wasm|tablero\.js/.test(url));
  assert.deepEqual(read.filter((url) => !/\?v=[0-9a-f]{8}$/.test(url)), []);
  const again = server.urls.length;
  await open(page, server.url + '/?view=charlas');
  const conditional = server.urls.slice(again);
  assert.deepEqual(conditional.filter((url) => url.includes('?v=')), [], 'what has a digest is not even asked for again');
  deploy(server);
  const first = server.urls.length;
  await open(page, server.url + '/?view=charlas&i=1');
  await page.getByRole('tabpanel', { name: 'Charlas nuevas' }).waitFor();
  assert.deepEqual(server.urls.slice(first).filter((url) => OLD_DIGESTS.some((digest) => url.includes(digest))), []);
  await finish(page);
});

const KEPT_LONG = { 'Cache-Control': 'max-age=600' }; // as GitHub Pages says of everything
const names = [...NEW.keys()].sort();
const ORDERS = {
  'in the order of names': names,
  'in the reverse order': [...names].reverse(),
  'the smallest first': [...names].sort((x, y) => NEW.get(x).length - NEW.get(y).length),
};
const charlas = (page) => page.getByRole('tabpanel', { name: /^Charlas/ });

// tests/web/worker.test.mjs plays a visit between any two files.
for (const [title, order] of Object.entries(ORDERS)) {
  test(`an upload ${title}: who was here before never sees a broken page, and ends with the new build, offline too`, async () => {
    const server = await serve({ headers: KEPT_LONG });
    const page = await newPage(browser, { serviceWorkers: 'allow' });
    await open(page, server.url + '/?view=charlas');
    await kept(page);
    for (const [i, name] of order.entries()) {
      deploy(server, [name]);
      if (i % 4 !== 1) continue;
      await open(page, `${server.url}/?view=charlas&i=${i}`);
      await charlas(page).waitFor();
    }
    await open(page, server.url + '/?view=charlas');
    await page.getByRole('tabpanel', { name: 'Charlas nuevas' }).waitFor();
    await server.close();
    await open(page, server.url + '/?view=charlas&i=offline');
    await page.getByRole('tabpanel', { name: 'Charlas nuevas' }).waitFor();
    await close(page);
  });

  test(`an upload ${title}, without a worker: said while there is no whole build, and the new one afterwards`, async () => {
    const server = await serve({ headers: KEPT_LONG });
    const page = await newPage(browser);
    // A first visit in the middle: caches keep for long what they got then, under whatever digest.
    deploy(server, order.slice(0, order.length / 2));
    await page.goto(server.url + '/?view=charlas');
    await charlas(page).or(page.getByRole('alert').first()).first().waitFor();
    deploy(server);
    if (await page.getByRole('alert').count()) {
      await page.getByRole('button', { name: 'Cargar de nuevo' }).click();
      await page.getByRole('tabpanel', { name: 'Charlas nuevas' }).waitFor();
    }
    await page.goto(server.url + '/?view=charlas&i=1');
    await charlas(page).waitFor();
    await page.reload();
    await charlas(page).waitFor();
    assert.equal(await page.getByRole('alert').count(), 0);
    await close(page);
  });
}

test('wrong bytes that a cache keeps for ever: the right ones are asked for past it', async () => {
  const wasm = bytes('tablero.wasm');
  for (const [name, wrong] of [['tablero.wasm', wasm.subarray(0, 40000)], ['data/events.json', '<!doctype html>'], ['tablero.js', comment('tablero.js')],
    ['tablero.wasm', Buffer.concat([wasm.subarray(0, wasm.length - 4), Buffer.alloc(4)])]]) {
    const server = await serve();
    const page = await newPage(browser);
    server.changed.set(name, Buffer.from(wrong));
    await page.goto(server.url + '/?view=charlas');
    await page.getByRole('alert').first().waitFor();
    assert.equal(await page.evaluate(() => performance.getEntriesByName('tablero:ready').length), name.startsWith('data') ? 1 : 0, name);
    server.changed.clear();
    await page.getByRole('button', { name: /Cargar de nuevo|Reintentar/ }).click();
    await charlas(page).waitFor();
    await page.getByText('Reintentar').waitFor({ state: 'detached' });
    await page.goto(server.url + '/?view=charlas&i=1');
    await page.getByRole('status').filter({ hasText: /^83 de 83/ }).waitFor();
    await close(page);
    await server.close();
  }
});

test('without SubtleCrypto (plain http) the length and the first bytes tell', async () => {
  for (const [name, wrong] of [['tablero.wasm', bytes('tablero.wasm').subarray(0, 40000)], ['data/events.json', '<' + 'x'.repeat(bytes('data/events.json').length - 1)]]) {
    const server = await serve();
    const page = await newPage(browser);
    await page.addInitScript(() => delete Crypto.prototype.subtle);
    await open(page, server.url + '/?view=charlas');
    await close(page);
    server.changed.set(name, Buffer.from(wrong));
    const other = await newPage(browser);
    await other.addInitScript(() => delete Crypto.prototype.subtle);
    await other.goto(server.url + '/?view=charlas');
    await other.getByRole('alert').filter({ hasText: name }).waitFor();
    await close(other);
    await server.close();
  }
});

test('a page that has been open for long goes on with the build that took the place of its own', async () => {
  const server = await serve();
  const page = await newPage(browser);
  await page.goto(server.url + '/pages/embed.html');
  await ready(page);
  const others = rebuilt({ 'data/events.json': `${bytes('data/events.json')}\n` });
  for (const [name, content] of others) server.changed.set(name, content);
  await page.getByRole('tab', { name: 'Charlas' }).click();
  await page.getByRole('status').filter({ hasText: /^83 de 83/ }).waitFor();
  assert.equal(await page.getByRole('alert').count(), 0);
  assert.equal(await page.evaluate(() => document.querySelector('somosnlp-tablero').state), 'view=charlas');
  await close(page);
});

test('a host gets no service worker: not by the element, not by a frame that was not asked to', async () => {
  const server = await serve({ prefix: '/tablero/' });
  const page = await newPage(browser, { serviceWorkers: 'allow' });
  const scopes = () => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).map(({ scope }) => scope));
  const script = fs.readFileSync(new URL('pages/embed.html', import.meta.url), 'utf8').replace('/embed.js', '/tablero/embed.js');
  server.faults.set('/host.html', body(script, TYPES.html));
  await open(page, server.url + '/host.html');
  await page.goto(`${server.url}/pages/frame.html?src=${encodeURIComponent('/tablero/?view=charlas')}`);
  await page.frameLocator('#frame').getByRole('tabpanel', { name: 'Charlas' }).waitFor();
  await page.waitForTimeout(300);
  assert.deepEqual(await scopes(), []);
  // One that was asked keeps its own folder and nothing else of the site.
  await page.goto(`${server.url}/pages/frame.html?src=${encodeURIComponent('/tablero/?view=charlas&offline=1')}`);
  let found = [];
  for (let left = 200; left && !found.length; left--) {
    found = await scopes();
    await page.waitForTimeout(20);
  }
  assert.deepEqual(found, [server.url + '/tablero/']);
  await close(page);
});
