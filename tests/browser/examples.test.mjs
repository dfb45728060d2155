// The example page of each way of embedding (web/examples), as a reader meets it: before any script, while it starts,
// and live.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { test } from 'node:test';
import { WEB, body, browser, close, countFrames, finish, launch, newPage, ready, serve, server, settle, started,
  watchLeaks } from './harness.mjs';

const EXAMPLES = fileURLToPath(new URL('../../web/examples', import.meta.url));
const FIGURES = ['651 inscripciones', 'más de 500 participantes', 'más de 38.000 preguntas recogidas'];

started();

const element = (page) => page.locator('somosnlp-tablero');
const picture = (page) => page.locator('somosnlp-tablero picture img');
const sizeOf = (image) => image.evaluate((img) => [img.naturalWidth, img.naturalHeight, img.alt.length > 10]);

for (const address of ['/examples/plain.html', '/']) {
  test(`${address} without any script: a still, the key figures as text, and a way on`, async () => {
    const page = await newPage(browser, { javaScriptEnabled: false, colorScheme: 'dark', size: [1200, 800] });
    const [still] = await Promise.all([page.waitForResponse(/posters/), page.goto(server.url + address)]);
    assert.match(still.url(), /-dark\.png\?v=[0-9a-f]{8}$/);
    assert.ok((await still.body()).length < 20000);
    for (const text of FIGURES) await page.getByText(text).first().waitFor();
    await page.getByRole('img', { name: /^(Mapa|El panorama)/ }).waitFor();
    if (address === '/') {
      await page.getByRole('link', { name: 'Charlas' }).click();
      await page.getByRole('heading', { level: 1, name: 'Charlas' }).waitFor();
      await page.getByRole('link', { name: 'English' }).click();
      await page.getByRole('heading', { level: 1, name: 'Talks' }).waitFor();
      assert.equal(page.url(), `${server.url}/plain/en/charlas.html`);
    } else {
      assert.match(await page.locator('somosnlp-tablero a').getAttribute('href'), /view=mapa/);
    }
    await finish(page);
  });

  test(`${address}: the live view takes over without moving anything`, async (t) => {
    const page = await newPage(browser, { size: [390, 780] });
    await page.addInitScript(() => {
      window.shifts = [];
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) window.shifts.push(entry.value);
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await page.addInitScript(countFrames);
    // The program is held back until the still has been looked at.
    let go;
    const held = new Promise((resolve) => { go = resolve; });
    const program = body(fs.readFileSync(path.join(WEB, 'tablero.wasm')), 'application/wasm');
    server.faults.set('/tablero.wasm', (...request) => held.then(() => program(...request)));
    t.after(() => server.faults.clear());
    await page.goto(server.url + address, { waitUntil: 'commit' });
    await picture(page).waitFor();
    await picture(page).evaluate((img) => img.decode());
    assert.deepEqual(await sizeOf(picture(page)), [195, 380, true], 'the one for narrow screens');
    const first = await element(page).boundingBox();
    go();
    await ready(page);
    await page.getByRole('tab', { name: 'Mapa' }).waitFor();
    await settle(page);
    assert.deepEqual(await element(page).boundingBox(), first);
    assert.deepEqual(await page.evaluate(() => window.shifts), []);
    await picture(page).waitFor({ state: 'hidden' });
    await finish(page);
  });
}

test('the element\'s own still: of its view, language, theme and width, and none where the page has its own', async () => {
  const page = await newPage(browser, { colorScheme: 'dark', size: [1200, 800] });
  const stills = [];
  page.on('request', (request) => /posters\//.test(request.url()) && stills.push(request.url().replace(/.*posters\/|\?.*/g, '')));
  await page.goto(server.url + '/pages/embed.html?far=9000px');
  const cases = [
    [{ view: 'mapa' }, 900, '', 'mapa-es-dark.png'],
    [{ view: 'leaderboard', theme: 'light', lang: 'pt' }, 500, '', 'leaderboard-pt-light-narrow.png'],
    [{ view: 'nosuch', lang: 'xx' }, 900, '', 'panorama-es-dark.png'],
    [{ theme: 'auto' }, 900, 'color: #111', 'panorama-es-light.png'], // dark text: a light page on a dark system
    [{ view: 'fuentes', lang: 'en' }, 900, '', 'fuentes-en-dark.png'],
    [{ view: 'mapa', poster: '' }, 900, '', undefined],
  ];
  for (const [attributes, width, style, still] of cases) {
    stills.length = 0;
    await page.evaluate(async ([all, wide, css]) => {
      const made = document.createElement('somosnlp-tablero');
      for (const [name, value] of Object.entries(all)) made.setAttribute(name, value);
      made.setAttribute('loading', 'eager');
      made.style.cssText = `width:${wide}px;height:300px;color:#eee;${css}`;
      document.body.prepend(made);
      await new Promise((resolve) => made.addEventListener('tablero:ready', resolve));
      made.remove();
    }, [attributes, width, style]);
    assert.deepEqual(stills, still ? [still] : [], JSON.stringify(attributes));
  }
  await close(page);
});

test('the frame gets the height that its content needs, for each tab and filter, and does not follow itself', async () => {
  const page = await newPage(browser, { size: [1000, 800] });
  await page.goto(server.url + '/examples/iframe.html');
  const frame = page.frameLocator('#tablero');
  const height = () => page.locator('#tablero').evaluate((f) => f.getBoundingClientRect().height);
  await frame.getByRole('tabpanel', { name: 'Charlas' }).waitFor();
  await page.waitForFunction(() => document.getElementById('tablero').height === '2000');
  await frame.getByRole('searchbox').click();
  await page.keyboard.type('nadie'); // finds little
  await page.waitForFunction(() => Number(document.getElementById('tablero').height) < 2000);
  await page.waitForTimeout(300);
  const settled = await height();
  assert.ok(settled > 300 && settled < 1500, `${settled}`);
  // Nothing is left to scroll inside: the wheel over it scrolls the page.
  await page.evaluate(() => document.body.style.setProperty('padding-bottom', '2000px'));
  await page.mouse.move(500, 500);
  await page.mouse.wheel(0, 50);
  await page.waitForFunction(() => scrollY === 50);
  await page.waitForTimeout(100);
  assert.equal(await height(), settled, 'the height does not follow itself');
  await frame.getByRole('tab', { name: 'Mapa' }).click();
  await page.waitForFunction(() => document.getElementById('tablero').height === '760');
  await finish(page);
});

// Installed and built in a folder of the build, the packages only when their list has changed.
function buildVueExample() {
  const folder = path.join(path.dirname(WEB), 'examples/vue');
  fs.cpSync(path.join(EXAMPLES, 'vue'), folder, { recursive: true });
  fs.copyFileSync(path.join(WEB, 'SomosTablero.vue'), path.join(folder, 'src/SomosTablero.vue'));
  const lock = fs.readFileSync(path.join(folder, 'package-lock.json'), 'utf8');
  const stamp = path.join(folder, 'node_modules/.installed');
  const run = (program, ...words) => execFileSync(program, words, { cwd: folder, stdio: 'pipe' });
  if (!fs.existsSync(stamp) || fs.readFileSync(stamp, 'utf8') !== lock) {
    // Not `npm ci`, which rejects the lock file when the registry lacks optional packages of other platforms
    // (https://github.com/npm/cli/issues/9846).
    run('npm', 'install', '--no-save', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline');
    fs.writeFileSync(stamp, lock);
  }
  run(path.join(folder, 'node_modules/.bin/vite-ssg'), 'build');
  return path.join(folder, 'dist');
}

// What README.md says that every way of embedding runs under.
const README = fs.readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
const POLICY = /`(default-src 'self'; script-src [^`]+)`/.exec(README)[1];

test('every example page, and the own page, says nothing under the policy of README.md', async () => {
  const pages = fs.readdirSync(EXAMPLES).filter((name) => name.endsWith('.html')).map((name) => `examples/${name}`);
  assert.ok(pages.length >= 2);
  const site = await serve({ headers: { 'Content-Security-Policy': POLICY } });
  const full = await launch({ full: true }); // it asks for icons too
  const page = await newPage(full);
  await page.addInitScript(() => addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
    console.error(`blocked: ${violatedDirective} ${blockedURI}`);
  }));
  for (const address of [...pages, '']) {
    await page.goto(`${site.url}/${address}`);
    const inside = address.includes('iframe') ? page.frameLocator('iframe') : page;
    await inside.getByRole('tabpanel').first().waitFor();
    if (address.includes('iframe')) await page.waitForFunction(() => document.querySelector('iframe').height !== '600');
    await page.waitForTimeout(200);
    assert.deepEqual(page.problems.splice(0), [], address);
  }
  await full.close();
});

test('each example page carries the policy itself', () => {
  for (const name of ['plain.html', 'iframe.html', 'vue/index.html']) {
    const policy = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(fs.readFileSync(path.join(EXAMPLES, name), 'utf8'));
    assert.equal(policy?.[1], POLICY, name);
  }
});

test('a Vue page prerendered by vite-ssg: text first, then live; going away and back leaves nothing', async (t) => {
  const dist = buildVueExample();
  const html = fs.readFileSync(path.join(dist, 'index.html'), 'utf8');
  assert.match(html, /651 inscripciones en 2024.*<a href="\/tablero\/\?view=mapa/s);
  assert.doesNotMatch(html, /<somosnlp-tablero/); // nothing that hydration would find different
  const site = await serve({ prefix: '/tablero/' });
  site.faults.set('/', body(html, 'text/html'));
  for (const name of fs.readdirSync(path.join(dist, 'assets'))) {
    site.faults.set('/assets/' + name, body(fs.readFileSync(path.join(dist, 'assets', name)), name.endsWith('.css') ? 'text/css' : 'text/javascript'));
  }
  const page = await newPage(browser);
  const warnings = [];
  page.on('console', (message) => /hydrat|\[Vue/i.test(message.text()) && warnings.push(message.text()));
  await page.addInitScript(watchLeaks);
  await page.goto(site.url + '/');
  await page.getByText('651 inscripciones en 2024').waitFor();
  await page.locator('#ready', { hasText: '1' }).waitFor();
  await page.getByText('651 inscripciones en 2024').waitFor({ state: 'hidden' });
  await page.getByRole('tab', { name: 'Charlas' }).click();
  await page.locator('#query', { hasText: 'view=charlas&edition=2024' }).waitFor();

  const away = page.getByRole('button', { name: 'Ir y volver' });
  await away.click();
  await element(page).waitFor({ state: 'detached' });
  const session = await page.context().newCDPSession(page);
  const heap = async () => {
    await session.send('HeapProfiler.collectGarbage');
    return (await session.send('Runtime.getHeapUsage')).usedSize;
  };
  // Twenty times there and back, the second ten beside the first.
  await page.evaluate(() => addEventListener('tablero:ready', () => {
    for (const button of document.querySelectorAll('button')) button.dispatchEvent(new Event('live'));
  }));
  const attached = await page.evaluate(() => window.attached);
  const trips = () => page.evaluate(async () => {
    const button = [...document.querySelectorAll('button')].find((each) => each.textContent.trim() === 'Ir y volver');
    const gone = () => !document.querySelector('somosnlp-tablero');
    for (let trip = 0; trip < 10; trip++) {
      const ready = new Promise((resolve) => button.addEventListener('live', resolve, { once: true }));
      button.click();
      await ready;
      button.click();
      while (!gone()) await new Promise((resolve) => setTimeout(resolve));
    }
  });
  await trips();
  const first = await heap();
  await trips();
  await page.locator('#ready', { hasText: '21' }).waitFor();
  const last = await heap();
  assert.ok(last < first * 1.05, `${first} -> ${last} bytes`);
  assert.equal(await page.evaluate(() => window.attached), attached);
  t.diagnostic(`${first} -> ${last} bytes, ${await page.evaluate(() => window.contexts.filter((ref) => ref.deref()).length)} contexts kept`);
  assert.equal(await page.evaluate(() => window.contexts.filter((ref) => ref.deref() && !ref.deref().isContextLost()).length), 0);
  assert.equal(await page.locator('script[src="/tablero/embed.js"]').count(), 1);
  assert.deepEqual(warnings, []);
  await finish(page);
});
