// Robustness of the embedded element: random attributes, queries and messages (fuzzing), the handover from the poster
// without layout shift, and no side effects on the host page.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { browser, close, finish, newPage, ready, serve, server, settle, started, visit } from './harness.mjs';

const ROUNDS = 300;

started();

// Run in the page: makes nonsense(), the same for the same `seed` (mulberry32).
function makeNonsense(seed) {
  let state = seed;
  const random = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const pick = (list) => list[Math.floor(random() * list.length)];
  const keys = ['view', 'lang', 'theme', 'edition', 'country', 'q', 'map', 'proj', 'board', 'snapshot', 'sort', 'cols',
    'models', 'nosuch', '__proto__', 'constructor', ''];
  const values = ['', 'mapa', 'leaderboard', 'charlas', 'es', 'en', 'dark', '2024', '2022,2024', 'ES', 'ES,MX', 'globe', '-average',
    '<img src=x onerror=hit=1>', '"><script>hit=1</script>', 'javascript:hit=1', '%', '%zz', '%00', '\0', '\ud800', '🙂', 'ñ',
    '1e999,NaN,-0', '-3.7,40.4,5', '9'.repeat(400), 'a'.repeat(5000), '../../x', '&&==', '__proto__', 'toString', '-', ',,,'];
  const value = () => pick(values) + (random() < 0.2 ? pick(values) : '');
  window.nonsense = {
    pick,
    keys,
    value,
    query: () => Array.from({ length: Math.floor(random() * 5) }, () => `${pick(keys)}=${random() < 0.5 ? value() : encodeURI(value().replace(/[\ud800-\udfff]/g, ''))}`).join('&'),
  };
}

// Traces of a string that was interpreted as markup (injection).
const marks = () => [window.hit, document.querySelectorAll('script').length,
  document.querySelector('somosnlp-tablero').shadowRoot.querySelectorAll('script, img, iframe, object').length];

for (const seed of [1, 2, 3]) {
  test(`random attributes and states, seed ${seed}: no error, no markup, and it goes on`, async () => {
    const page = await newPage(browser);
    await page.addInitScript(makeNonsense, seed);
    await page.goto(server.url + '/pages/embed.html');
    await ready(page);
    const start = await page.evaluate(marks);
    const longest = await page.evaluate(async (rounds) => {
      const { nonsense: n } = window;
      const element = document.querySelector('somosnlp-tablero');
      let most = 0;
      for (let round = 0; round < rounds; round++) {
        const key = n.pick(n.keys.filter((name) => /^[a-z]+$/.test(name)));
        if (round % 3 === 0) element.setAttribute(key, n.value());
        else if (round % 3 === 1) element.setState(n.query());
        else element.removeAttribute(key);
        if (round % 10 === 0) await new Promise((resolve) => requestAnimationFrame(resolve));
        most = Math.max(most, element.state.length);
        new URLSearchParams(element.state);
      }
      element.setState('view=fuentes&lang=es');
      return most;
    }, ROUNDS);
    await page.getByRole('tabpanel', { name: 'Fuentes' }).waitFor();
    assert.deepEqual(await page.evaluate(marks), start);
    assert.ok(longest < 40000, `${longest} characters`);
    await finish(page);
  });
}

test('random addresses: no error, and a tab is shown', async () => {
  const page = await newPage(browser);
  await page.addInitScript(makeNonsense, 4);
  await page.goto(server.url + '/');
  for (let i = 0; i < 4; i++) {
    const query = await page.evaluate(() => window.nonsense.query());
    await page.goto(`${server.url}/?${query.replaceAll('\0', '').replace(/[\ud800-\udfff]/g, '')}&i=${i}`);
    await ready(page);
    await page.getByRole('tab', { selected: true }).first().waitFor();
    assert.equal(await page.evaluate(() => window.hit), undefined);
  }
  await finish(page);
});

test('hostile messages to a framed dashboard: only a query of a named origin counts', async () => {
  const host = await serve();
  const page = await newPage(browser);
  await page.addInitScript(makeNonsense, 5);
  const src = `${server.url}/?view=charlas&lang=es&origins=${encodeURIComponent(`${host.url},*,null,javascript:x,${host.url}/path`)}`;
  await page.goto(`${host.url}/pages/frame.html?src=${encodeURIComponent(src)}`);
  await page.waitForFunction(() => window.messages.some(({ type }) => type === 'tablero:ready'));
  const frame = page.frameLocator('#frame');
  await page.evaluate(async (rounds) => {
    const target = document.querySelector('iframe').contentWindow;
    const { nonsense: n } = window;
    const wrong = [undefined, null, 0, '', 'tablero:setState', [], {}, { type: 'tablero:setState' }, { type: 'tablero:destroy' },
      { type: ['tablero:setState'], query: 'view=mapa' }, { type: 'tablero:setState', query: ['view=mapa'] },
      { type: 'tablero:setState', query: { toString: 'view=mapa' } }, new Map([['type', 'tablero:setState']]), new ArrayBuffer(8),
      JSON.stringify({ type: 'tablero:setState', query: 'view=mapa' })];
    for (const message of wrong) target.postMessage(message, '*');
    for (let round = 0; round < rounds; round++) {
      target.postMessage({ type: 'tablero:setState', query: n.query(), origin: n.value(), __proto__: { query: n.value() } }, '*');
      if (round % 20 === 0) await new Promise((resolve) => setTimeout(resolve));
    }
    target.postMessage({ type: 'tablero:setState', query: 'view=fuentes&lang=es' }, '*');
  }, ROUNDS);
  await frame.getByRole('tabpanel', { name: 'Fuentes' }).waitFor();
  assert.equal(await page.frames()[1].evaluate(() => window.hit), undefined);
  // Another window of a named origin is not the parent.
  await page.evaluate(() => {
    const stranger = document.createElement('iframe');
    document.body.append(stranger);
    const script = stranger.contentDocument.createElement('script');
    script.textContent = "parent.frames[0].postMessage({ type: 'tablero:setState', query: 'view=mapa&lang=es' }, '*')";
    stranger.contentDocument.body.append(script);
  });
  await page.waitForTimeout(300);
  assert.equal(await frame.getByRole('tabpanel', { name: 'Fuentes' }).count(), 1);
  const told = await page.evaluate(() => window.messages.map(({ type }) => type));
  assert.deepEqual([...new Set(told)].filter((type) => !['tablero:ready', 'tablero:statechange', 'tablero:height'].includes(type)), []);
  await finish(page);
});

test('?origins= as people write them; what is none is said in the console', async () => {
  const host = await serve();
  const site = host.url.replace('127.0.0.1', 'LocalHost');
  const page = await newPage(browser);
  const said = [];
  page.on('console', (message) => said.push(message.text()));
  const told = async (origins) => {
    said.length = 0;
    const src = `${server.url}/?view=charlas&lang=es&origins=${encodeURIComponent(origins)}`;
    await page.goto(`${site}/pages/frame.html?src=${encodeURIComponent(src)}`);
    await page.frameLocator('#frame').getByRole('tabpanel', { name: 'Charlas' }).waitFor();
    await page.waitForTimeout(100);
    return page.evaluate(() => window.messages.some(({ type }) => type === 'tablero:ready'));
  };
  for (const origins of [site, `${site}/`, ` ${site.toUpperCase()} `, `https://a.example, ${site}`, `HTTPS://A.example:443/ ${site}/,`]) {
    assert.equal(await told(origins), true, origins);
    assert.deepEqual(said, [], origins);
  }
  for (const origins of ['localhost', `${site}/path`, '*', `${site.replace('//', '//u@')}`, 'null', 'javascript:x', 'http://*.example']) {
    assert.equal(await told(origins), false, origins);
    assert.ok(said.some((text) => text.includes(JSON.stringify(origins)) && text.includes('origins')), `${origins}: ${said}`);
  }
  await close(page);
});

test('outside a frame, messages are nobody\'s business', async () => {
  const page = await visit('/?view=charlas');
  await page.evaluate(() => postMessage({ type: 'tablero:setState', query: 'view=mapa' }, '*'));
  await settle(page, 60);
  await page.getByRole('tabpanel', { name: 'Charlas' }).waitFor();
  await finish(page);
});

test('from the poster to the live view nothing on the page moves', async () => {
  const page = await newPage(browser);
  await page.addInitScript(() => {
    window.shifts = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) window.shifts += entry.value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto(server.url + '/pages/embed.html');
  const place = () => page.evaluate(() => ['somosnlp-tablero', '#after'].map((name) => {
    const { x, y, width, height } = document.querySelector(name).getBoundingClientRect();
    return [x, y, width, height];
  }));
  await page.evaluate(() => {
    const pixel = 'data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==';
    document.querySelector('somosnlp-tablero').setAttribute('poster', pixel);
  });
  const first = await place();
  await ready(page);
  await page.waitForTimeout(200);
  assert.deepEqual(await place(), first);
  assert.equal(await page.evaluate(() => window.shifts), 0);
  await finish(page);
});
