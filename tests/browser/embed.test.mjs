// As a guest in other pages: lazy start, several instances, moves, shadow trees, frames, and leaving no trace.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { WEB, body, browser, close, countedPage, finish, newPage, serve, server, settle, started,
  watchLeaks } from './harness.mjs';
import { VALUES } from './link_values.mjs';

started();

// Waits for `count` elements to be ready.
const readyElements = (page, count = 1) =>
  page.waitForFunction((wanted) => performance.getEntriesByName('tablero:ready').length >= wanted, count);

test('nothing is fetched before the element is within one viewport of view', async () => {
  const counted = await serve();
  const page = await newPage(browser);
  await page.goto(counted.url + '/pages/embed.html?far=4000px');
  await page.waitForTimeout(300);
  assert.deepEqual([...counted.hits.keys()].sort(), ['/embed.js', '/pages/embed.html']);
  await page.getByText('651 inscripciones').waitFor();
  const asked = page.waitForRequest(/tablero\.wasm/);
  await page.evaluate(() => scrollTo(0, 2800)); // 1200 px above the element: half a viewport away
  await asked;
  await page.evaluate(() => scrollTo(0, 4000));
  await readyElements(page);
  await close(page);
});

test('attributes, properties, methods and events', async () => {
  const page = await newPage(browser);
  await page.addInitScript(() => {
    window.events = [];
    for (const name of ['ready', 'statechange', 'error']) {
      addEventListener('tablero:' + name, (event) => window.events.push([name, event.detail]));
    }
  });
  await page.goto(server.url + '/pages/embed.html');
  await readyElements(page);
  await page.getByRole('tabpanel', { name: 'Mapa' }).waitFor();
  await page.getByText('651 inscripciones').waitFor({ state: 'hidden' });

  await page.evaluate(() => document.querySelector('somosnlp-tablero').setAttribute('view', 'charlas'));
  await page.getByRole('tabpanel', { name: 'Charlas' }).waitFor();
  // The language is the attribute's, whatever the page says of its own.
  await page.evaluate(() => {
    document.documentElement.lang = 'pt';
    document.querySelector('somosnlp-tablero').setAttribute('lang', 'en');
  });
  await page.getByRole('tabpanel', { name: 'Talks' }).waitFor();
  await page.evaluate(() => document.querySelector('somosnlp-tablero').setAttribute('lang', 'es'));
  await page.getByRole('tabpanel', { name: 'Charlas' }).waitFor();
  await page.evaluate(() => {
    document.querySelector('somosnlp-tablero').state = 'view=fuentes';
  });
  await page.getByRole('tabpanel', { name: 'Fuentes' }).waitFor();
  await page.getByRole('tab', { name: 'Proyectos' }).click();
  await page.getByRole('tabpanel', { name: 'Proyectos' }).waitFor();
  const events = await page.evaluate(() => window.events);
  assert.deepEqual(events[0], ['ready', null]);
  const [name, detail] = events.at(-1);
  assert.equal(name, 'statechange');
  assert.equal(detail.query, 'view=proyectos');
  // The address is the host's.
  assert.equal(new URL(page.url()).search, '');
  await finish(page);
});

test('every key of a link is an attribute: when the program starts, changed, and taken away', async () => {
  const page = await newPage(browser);
  await page.goto(server.url + '/pages/embed.html?far=9000px');
  await page.evaluate(() => {
    window.told = [];
    addEventListener('tablero:statechange', ({ detail }) => window.told.push(detail.query));
    window.put = (attributes) => {
      const made = document.createElement('somosnlp-tablero');
      for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
      made.setAttribute('loading', 'eager');
      document.querySelector('somosnlp-tablero').replaceWith(made);
    };
  });
  // The program tells its whole state when the reader changes something: here the tab.
  // What it kept of a state that it was given it tells before that.
  const toldAt = async (tab) => {
    await page.getByRole('tab', { name: tab }).click();
    await page.waitForFunction(() => window.told.some((query) => new URLSearchParams(query).get('view') === 'charlas'));
    return Object.fromEntries(new URLSearchParams((await page.evaluate(() => window.told.splice(0))).at(-1)));
  };
  const charlas = { ...VALUES, view: 'charlas' };
  await page.evaluate((values) => window.put(values), VALUES);
  await readyElements(page);
  await page.getByRole('tabpanel', { name: 'Sources' }).waitFor(); // view and lang
  assert.deepEqual(await toldAt('Talks'), charlas);

  await page.evaluate(() => window.put({}));
  await readyElements(page, 2);
  await page.evaluate((values) => {
    for (const [name, value] of Object.entries(values)) document.querySelector('somosnlp-tablero').setAttribute(name, value);
  }, VALUES);
  await page.getByRole('tabpanel', { name: 'Sources' }).waitFor();
  assert.deepEqual(await toldAt('Talks'), charlas);
  await page.evaluate((values) => {
    for (const name of Object.keys(values)) document.querySelector('somosnlp-tablero').removeAttribute(name);
  }, VALUES);
  await page.getByRole('tabpanel', { name: 'Overview' }).waitFor();
  // A running program keeps language and theme until told another.
  assert.deepEqual(await toldAt('Talks'), { view: 'charlas', lang: VALUES.lang, theme: VALUES.theme });
  await finish(page);
});

test('hostile attribute values do no harm', async () => {
  const page = await newPage(browser);
  await page.goto(server.url + '/pages/embed.html');
  await readyElements(page);
  await page.evaluate(async (keys) => {
    const element = document.querySelector('somosnlp-tablero');
    const values = ['"><img src=x onerror=window.hit=1>', 'javascript:window.hit=1', '\0', '%', '&view=',
      '\ud800', 'a'.repeat(20000), '../../../etc', '1e999,NaN,-0'];
    for (const key of keys) {
      for (const value of values) {
        element.setAttribute(key, value);
        element.setState(`${key}=${value}`);
      }
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
    element.setState('view=panorama');
  }, Object.keys(VALUES));
  await page.getByRole('tabpanel', { name: 'Panorama' }).waitFor();
  assert.equal(await page.evaluate(() => window.hit), undefined);
  await finish(page);
});

test('three instances on a page are independent', async () => {
  const page = await newPage(browser, { size: [1280, 1600] });
  await page.goto(server.url + '/pages/embed.html');
  await page.evaluate(() => {
    for (const view of ['charlas', 'fuentes']) {
      const more = document.createElement('somosnlp-tablero');
      more.setAttribute('view', view);
      more.setAttribute('loading', 'eager');
      more.style.width = view === 'charlas' ? '1000px' : '900px';
      document.querySelector('somosnlp-tablero').after(more);
    }
  });
  await readyElements(page, 3);
  const each = page.locator('somosnlp-tablero');
  await each.nth(2).getByRole('searchbox').click();
  await page.keyboard.type('abc');
  await page.waitForFunction(() => document.querySelectorAll('somosnlp-tablero')[2].state.includes('q=abc'));
  const states = await each.evaluateAll((elements) => elements.map((element) => element.state));
  assert.equal(states[0], 'view=mapa&lang=es');
  assert.match(states[2], /q=abc/);
  assert.doesNotMatch(states[1], /q=/);
  const widths = await each.evaluateAll((elements) => elements.map((element) =>
    element.shadowRoot.querySelector('canvas').width));
  assert.deepEqual(widths, [800, 900, 1000]);
  await finish(page);
});

test('moved in the page it goes on; in a shadow tree it works', async () => {
  const page = await countedPage();
  await page.goto(server.url + '/pages/embed.html');
  await readyElements(page);
  await page.getByRole('tab', { name: 'Charlas' }).click();
  await page.getByRole('tabpanel', { name: 'Charlas' }).waitFor();
  await page.evaluate(() => {
    const host = document.createElement('div');
    host.style.cssText = 'position:absolute;top:80px;left:30px';
    const element = document.querySelector('somosnlp-tablero');
    document.body.append(host);
    host.attachShadow({ mode: 'open' }).append(element);
    element.style.cssText = 'display:block;width:700px;height:450px';
  });
  await page.getByRole('tabpanel', { name: 'Charlas' }).waitFor();
  await page.getByRole('tab', { name: 'Mapa' }).click();
  await page.getByRole('tabpanel', { name: 'Mapa' }).waitFor();
  await settle(page, 60);
  assert.equal(await page.evaluate(() => performance.getEntriesByName('tablero:ready').length), 1);
  await finish(page);
});

test('destroy() and removal free contexts, listeners and memory over 20 cycles', async () => {
  const page = await newPage(browser);
  const warnings = [];
  page.on('console', (message) => warnings.push(message.text()));
  await page.addInitScript(watchLeaks);
  await page.addInitScript(() => {
    window.memories = [];
    const { instantiate } = WebAssembly;
    WebAssembly.instantiate = async (...args) => {
      const instance = await instantiate.apply(WebAssembly, args);
      window.memories.push(new WeakRef(instance.exports.memory));
      return instance;
    };
  });
  await page.goto(server.url + '/pages/embed.html');
  await readyElements(page);
  await page.evaluate(() => document.querySelector('somosnlp-tablero').remove());
  const session = await page.context().newCDPSession(page);
  const heap = async () => {
    await page.evaluate(() => performance.clearResourceTimings()); // the browser's own record of fetches
    for (let i = 0; i < 3; i++) await session.send('HeapProfiler.collectGarbage');
    return (await session.send('Runtime.getHeapUsage')).usedSize;
  };
  const cycle = (number) => page.evaluate(async (last) => {
    const element = document.createElement('somosnlp-tablero');
    element.setAttribute('loading', 'eager');
    element.setAttribute('view', 'fuentes');
    element.style.cssText = 'width:320px;height:320px';
    document.querySelector('p').after(element);
    await new Promise((resolve) => element.addEventListener('tablero:ready', resolve));
    if (last % 2) element.destroy();
    element.remove();
    await new Promise((resolve) => setTimeout(resolve, 20));
  }, number);
  for (let i = 0; i < 8; i++) await cycle(i);
  const attached = await page.evaluate(() => window.attached);
  const heaps = [await heap()];
  for (let i = 0; i < 12; i++) {
    await cycle(i);
    if (i % 6 === 5) heaps.push(await heap());
  }
  assert.equal(await page.evaluate(() => window.attached), attached);
  // What a cycle leaves behind grows in both halves; code that the browser compiles meanwhile, in one.
  const [start, middle, end] = heaps;
  assert.ok(Math.min(middle - start, end - middle) < start * 0.025, `heap ${heaps.join(' -> ')} bytes`);
  const alive = await page.evaluate(() => window.contexts.filter((ref) => {
    const context = ref.deref();
    return context && !context.isContextLost();
  }).length);
  assert.equal(alive, 0);
  const memories = await page.evaluate(() => window.memories.filter((ref) => ref.deref()).length);
  assert.equal(memories, 0, 'memories of destroyed programs are freed');
  assert.deepEqual(warnings.filter((text) => /Too many active WebGL/.test(text)), []);
  await finish(page);
});

test('follows the dark class of the host within two frames', async () => {
  const page = await countedPage();
  await page.goto(server.url + '/pages/embed.html');
  await readyElements(page);
  await settle(page, 60);
  const light = await page.locator('somosnlp-tablero').screenshot();
  await page.evaluate(() => document.documentElement.classList.add('dark'));
  await settle(page, 60);
  assert.notDeepEqual(await page.locator('somosnlp-tablero').screenshot(), light);
  await page.emulateMedia({ colorScheme: 'dark' }); // the host's switch is stronger than the system
  await page.evaluate(() => document.documentElement.classList.remove('dark'));
  await settle(page, 60);
  assert.deepEqual(await page.locator('somosnlp-tablero').screenshot(), light);
  await close(page);
});

test('a tap on the poster starts the program and acts on the live view', async () => {
  const place = await newPage(browser);
  await place.goto(server.url + '/pages/embed.html');
  await readyElements(place);
  const tab = await place.getByRole('tab', { name: 'Panorama' }).boundingBox();
  await close(place);

  // The runtime is held back until the poster has been tapped where that tab will be.
  let release;
  const held = new Promise((resolve) => {
    release = resolve;
  });
  const runtime = fs.readFileSync(path.join(WEB, 'tablero.js'));
  const slow = await serve({
    faults: new Map([['/tablero.js', (_, response) => held.then(() => body(runtime, 'text/javascript')(_, response))]]),
  });
  const page = await newPage(browser);
  await page.goto(slow.url + '/pages/embed.html');
  await page.getByText('651 inscripciones').waitFor();
  await page.mouse.click(tab.x + tab.width / 2, tab.y + tab.height / 2);
  release();
  await page.getByRole('tabpanel', { name: 'Panorama' }).waitFor();
  await close(page);
});

// A page of another origin with the product in a frame.
async function framed(sandbox) {
  const host = await serve();
  const page = await newPage(browser, { serviceWorkers: 'allow' }); // blocking them fails where sandboxes forbid them
  const src = `${server.url}/?view=charlas&origins=${encodeURIComponent(host.url)}`;
  const params = new URLSearchParams({ src, ...(sandbox && { sandbox }) });
  await page.goto(`${host.url}/pages/frame.html?${params}`);
  await page.waitForFunction(() => window.messages.some(({ type }) => type === 'tablero:ready'), null, { timeout: 30000 });
  return { host, page, frame: page.frameLocator('#frame') };
}

test('in a frame of another origin: messages both ways, only with the stated origins', async () => {
  const { page, frame } = await framed('');
  await frame.getByRole('tab', { name: 'Mapa' }).click();
  await page.waitForFunction(() => window.messages.some(({ query }) => query === 'view=mapa'));
  await page.evaluate(() => document.querySelector('iframe').contentWindow
    .postMessage({ type: 'tablero:setState', query: 'view=fuentes' }, '*'));
  await frame.getByRole('tabpanel', { name: 'Fuentes' }).waitFor();
  for (const data of [null, 'x', { type: 'tablero:setState' }, { type: 'tablero:setState', query: {} }]) {
    await page.evaluate((message) => document.querySelector('iframe').contentWindow
      .postMessage(message, '*'), data);
  }
  await frame.getByRole('tabpanel', { name: 'Fuentes' }).waitFor();
  await finish(page);

  const stranger = await serve();
  const other = await newPage(browser);
  await other.goto(`${stranger.url}/pages/frame.html?src=${encodeURIComponent(server.url + '/?view=charlas')}`);
  const inner = other.frameLocator('#frame');
  await inner.getByRole('tabpanel', { name: 'Charlas' }).waitFor();
  await other.evaluate(() => document.querySelector('iframe').contentWindow
    .postMessage({ type: 'tablero:setState', query: 'view=fuentes' }, '*'));
  await inner.getByRole('tab', { name: 'Mapa' }).click();
  await inner.getByRole('tabpanel', { name: 'Mapa' }).waitFor();
  assert.deepEqual(await other.evaluate(() => window.messages), []);
  assert.deepEqual(other.problems, []);
  await close(other);
});

test('a frame says that it is ready, and how high, however late its scripts come', async () => {
  for (const name of ['page.js', 'embed.js']) {
    const script = body(fs.readFileSync(path.join(WEB, name)), 'text/javascript');
    server.faults.set('/' + name, (...request) => setTimeout(script, 1500, ...request));
    const { host, page } = await framed('').finally(() => server.faults.clear());
    await page.waitForFunction(() => window.messages.some(({ type, height }) => type === 'tablero:height' && height > 0));
    await close(page);
    await host.close();
  }
});

test('in a sandboxed frame that may only run scripts', async () => {
  const { page, frame } = await framed('allow-scripts');
  await frame.getByRole('tab', { name: 'Mapa' }).click();
  await frame.getByRole('tabpanel', { name: 'Mapa' }).waitFor();
  await finish(page);
});
