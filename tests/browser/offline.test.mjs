// Builds and caches: after a first visit everything works without a network, a new build takes over atomically, and
// cached files of an older one are never mixed in.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { WEB, body, browser, close, finish, newPage, open, ready, serve, started } from './harness.mjs';

started({ serving: false, launching: { full: true } });

const TYPES = { js: 'text/javascript', html: 'text/html', json: 'application/json' };
const text = (name) => fs.readFileSync(path.join(WEB, name), 'utf8');
const digest = (name) => new RegExp(`${name.replaceAll('.', '\\.')}\\?v=([0-9a-f]{8})`).exec(text('sw.js'))[1];

// Another build, as a deployment would put it in place of this one: other words, and so other digests.
function deployAnother(server) {
  const names = { data: digest('data/i18n/es.json'), runtime: digest('tablero.js'), worker: /"tablero-"\+"([0-9a-f]+)"|"tablero-([0-9a-f]+)"/.exec(text('sw.js')).slice(1).find(Boolean) };
  const other = { data: 'dddddddd', runtime: 'eeeeeeee', worker: 'ffffff' };
  const renamed = (content) => Object.keys(names).reduce((now, key) => now.replaceAll(names[key], other[key]), content);
  for (const name of ['index.html', 'embed.js', 'tablero.js', 'fallback.js', 'page.js', 'sw.js']) {
    const handler = body(renamed(text(name)), TYPES[name.split('.').at(-1)]);
    server.faults.set('/' + name, handler);
    if (name === 'index.html') server.faults.set('/', handler);
  }
  const words = { ...JSON.parse(text('data/i18n/es.json')), 'tab.charlas': 'Charlas nuevas' };
  server.faults.set('/data/i18n/es.json', body(JSON.stringify(words)));
  return { old: Object.values(names), now: other };
}

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
  const { old } = deployAnother(server);
  const first = server.urls.length;

  // The page that is open asks for files that it has not had yet.
  await page.getByRole('tab', { name: 'Charlas' }).click();
  await page.getByRole('tabpanel', { name: 'Charlas', exact: true }).waitFor();
  await page.getByRole('tab', { name: 'Leaderboard' }).click();
  await page.getByRole('tabpanel', { name: 'Leaderboard' }).waitFor();

  await open(page, server.url + '/?view=charlas');
  await page.getByRole('tabpanel', { name: 'Charlas nuevas' }).waitFor();
  const asked = server.urls.slice(first);
  assert.deepEqual(asked.filter((url) => old.some((version) => url.includes('?v=' + version))), [], 'nothing by an old address');
  assert.ok(asked.some((url) => url.endsWith('?v=dddddddd')));

  // When the last page of the old build is gone, the old files go too.
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    await registration.update();
    while (!registration.waiting) await new Promise((resolve) => setTimeout(resolve, 20));
  });
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
  const { old } = deployAnother(server);
  const first = server.urls.length;
  await open(page, server.url + '/?view=charlas&i=1');
  await page.getByRole('tabpanel', { name: 'Charlas nuevas' }).waitFor();
  assert.deepEqual(server.urls.slice(first).filter((url) => url.includes(old[0]) || url.includes(old[1])), []);
  await finish(page);
});

test('old scripts of some cache with a module of another build: said, not run', async () => {
  const longer = Buffer.concat([fs.readFileSync(path.join(WEB, 'tablero.wasm')), Buffer.from([0, 2, 1, 0x78])]); // a custom section
  const server = await serve({ faults: new Map([['/tablero.wasm', body(longer, 'application/wasm')]]) });
  const page = await newPage(browser);
  await page.goto(server.url + '/');
  await page.getByRole('alert').filter({ hasText: 'another version' }).waitFor();
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
