// Where the program cannot run: a sentence, a way on, and the data as plain tables.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { body, browser, close, countedPage, finish, launch, missing, newPage, open, ready, serve, server, settle,
  started } from './harness.mjs';

started({ launching: { full: true } });

test('without WebGL2: readable text and tables of the asked view, no uncaught error', async (t) => {
  const plain = await launch({ full: true, gl: false, args: ['--disable-3d-apis'] });
  t.after(() => plain.close());
  const page = await newPage(plain);
  await page.goto(server.url + '/?view=charlas');
  await page.getByRole('alert').filter({ hasText: 'WebGL2' }).waitFor();
  const table = page.getByRole('table', { name: /^Charlas/ });
  await table.waitFor();
  const { events } = await (await fetch(server.url + '/data/events.json')).json();
  assert.equal(await table.getByRole('row').count(), events.length + 1);
  const tabs = page.getByRole('navigation', { name: 'Secciones' });
  await tabs.getByRole('link', { name: 'Mapa' }).click();
  await page.getByRole('rowheader', { name: 'Las Palmas de Gran Canaria' }).waitFor();
  for (const name of ['Panorama', 'Leaderboard', 'Proyectos', 'Contribuciones', 'Fuentes']) {
    await tabs.getByRole('link', { name }).click();
    await page.getByRole('heading', { level: 1, name }).waitFor();
    await page.getByRole('table').first().waitFor();
    assert.equal(await tabs.locator('[aria-current=page]').textContent(), name);
    const text = await page.locator('.panel').textContent();
    const odd = text.match(/undefined|\[object|NaN|\b(page|metric|missing|award|topic|kind|unit)\.[a-z_]+/g);
    assert.equal(odd, null, name);
  }
  assert.equal(page.url(), server.url + '/?view=charlas', 'the page is still there');
  assert.deepEqual(page.problems, []);
});

test('the tables of the fallback: languages, anchors and sources lead on within it; wrong bytes are not shown', async () => {
  const page = await newPage(browser);
  await page.addInitScript(() => delete window.WebAssembly);
  await page.goto(server.url + '/?lang=pt-BR&view=nosuch');
  await page.getByRole('alert').filter({ hasText: 'Este navegador não consegue' }).waitFor();
  await page.getByRole('heading', { level: 1, name: 'Panorama' }).waitFor();
  assert.equal(await page.locator('.plain').getAttribute('lang'), 'pt');
  const inside = page.locator('.panel');
  await inside.getByRole('link', { name: 'English' }).click();
  await page.getByRole('heading', { level: 2, name: 'Growth of the community' }).waitFor();
  // To the row of a source, on another page.
  const source = inside.locator('#growth td.s a').first();
  const id = await source.textContent();
  await source.click();
  await page.getByRole('heading', { level: 1, name: 'Sources' }).waitFor();
  const row = inside.locator(`tr[id="sources.${id}"]`);
  await page.waitForFunction(() => document.querySelector('somosnlp-tablero').shadowRoot.activeElement?.localName === 'tr');
  assert.equal(await row.evaluate((element) => element === element.getRootNode().activeElement), true);
  assert.ok(await row.evaluate((element) => element.getBoundingClientRect().top < innerHeight));
  const before = server.urls.length;
  await inside.getByRole('navigation', { name: 'On this page' }).getByRole('link').first().click();
  await page.waitForFunction(() => document.querySelector('somosnlp-tablero').shadowRoot.activeElement?.localName === 'section');
  assert.equal(server.urls.length, before, 'nothing is asked for twice');
  server.faults.set('/plain/en/charlas.html', body('<!doctype html><body class="plain"><h1>another</h1></body>', 'text/html'));
  await inside.getByRole('link', { name: 'Talks' }).click();
  await inside.getByText('plain/en/charlas.html could not be read (another version)').waitFor();
  assert.equal(await inside.locator('h1').textContent(), 'Sources', 'what was there stays');
  server.faults.clear();
  await inside.getByRole('link', { name: 'Talks' }).click();
  await page.getByRole('heading', { level: 1, name: 'Talks' }).waitFor();
  assert.equal(await inside.getByText('could not be read').count(), 0);
  await close(page);
});

test('the fallback works on a page that requires trusted types', async () => {
  const policy = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; require-trusted-types-for 'script'";
  const strict = await serve({ headers: { 'Content-Security-Policy': policy } });
  const page = await newPage(browser);
  await page.addInitScript(() => delete window.WebAssembly);
  await page.goto(strict.url + '/?view=charlas&lang=en');
  await page.getByRole('heading', { level: 1, name: 'Talks' }).waitFor();
  assert.ok(await page.getByRole('table').count() > 2);
  assert.deepEqual(page.problems, []);
  await close(page);
});

test('without WebAssembly: the same', async () => {
  const page = await newPage(browser);
  await page.addInitScript(() => delete window.WebAssembly);
  await page.goto(server.url + '/?lang=en');
  await page.getByRole('alert').filter({ hasText: 'WebAssembly' }).waitFor();
  await page.getByRole('table').first().waitFor();
  await close(page);
});

for (const [name, path, fault] of [
  ['the module is missing', '/tablero.wasm', missing],
  ['the module is a web page', '/tablero.wasm', body('<!doctype html>', 'text/html')],
  ['the runtime is missing', '/tablero.js', missing],
  ['a font is missing', '/fonts/inter-400.otf', missing],
]) {
  test(`${name}: a sentence, and loading again works`, async () => {
    const broken = await serve({ faults: new Map([[path, fault]]) });
    const page = await newPage(browser);
    await page.goto(broken.url + '/');
    await page.getByRole('alert').waitFor();
    await page.getByRole('table').first().waitFor();
    broken.faults.clear();
    // A module that failed to load once is remembered as failed by the page's module map.
    if (path.endsWith('.js')) await page.reload();
    else await page.getByRole('button', { name: 'Cargar de nuevo' }).click();
    await ready(page);
    await page.getByRole('tab', { name: 'Mapa' }).waitFor();
    await close(page);
  });
}

test('a crash of the program: the page says so, stays usable, and it can be loaded again', async () => {
  const page = await countedPage();
  await page.addInitScript(() => {
    const instantiate = WebAssembly.instantiate;
    WebAssembly.instantiate = async (...args) => {
      const { exports } = await instantiate.apply(WebAssembly, args);
      return {
        exports: {
          ...exports,
          // A real trap: the program at an address beyond its memory.
          tb_frame: (handle) => exports.tb_frame(window.crashNow ? 0x70000000 : handle),
        },
      };
    };
  });
  await open(page, server.url + '/?view=mapa');
  await settle(page, 60);
  await page.evaluate(() => {
    window.crashNow = true;
  });
  await page.mouse.move(300, 300);
  await page.getByRole('alert').filter({ hasText: 'out of bounds' }).waitFor();
  await page.getByRole('heading', { name: 'Mapa' }).waitFor();
  await page.evaluate(() => {
    window.crashNow = false;
  });
  await page.getByRole('button', { name: 'Cargar de nuevo' }).click();
  await page.getByRole('tabpanel', { name: 'Mapa' }).waitFor();
  await finish(page);
});

test('a crash of one instance leaves the page and the other instance alone', async () => {
  const page = await countedPage({ size: [900, 1200] });
  await page.addInitScript(() => {
    const { instantiate } = WebAssembly;
    let started = 0;
    WebAssembly.instantiate = async (...args) => {
      const { exports } = await instantiate.apply(WebAssembly, args);
      const first = !started++;
      return { exports: { ...exports, tb_pointer: (handle, ...values) =>
        exports.tb_pointer(first ? 0x70000000 : handle, ...values) } };
    };
  });
  await page.goto(server.url + '/pages/embed.html');
  await ready(page);
  await page.evaluate(async () => {
    const more = document.createElement('somosnlp-tablero');
    more.setAttribute('view', 'charlas');
    more.setAttribute('loading', 'eager');
    document.querySelector('somosnlp-tablero').after(more);
    await new Promise((resolve) => more.addEventListener('tablero:ready', resolve));
  });
  const [first, second] = [0, 1].map((i) => page.locator('somosnlp-tablero').nth(i));
  await first.hover();
  await first.getByRole('alert').filter({ hasText: 'out of bounds' }).waitFor();
  await first.getByRole('button', { name: 'Cargar de nuevo' }).waitFor();
  await page.locator('#field').fill('sigue');
  await second.getByRole('tab', { name: 'Fuentes' }).click();
  await second.getByRole('tabpanel', { name: 'Fuentes' }).waitFor();
  assert.equal(await page.locator('#field').inputValue(), 'sigue');
  await finish(page);
});
