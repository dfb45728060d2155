// Announcements (live regions), and relations between elements: controls, describes and owns, levels, positions in
// sets, and the value text of sliders.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { test } from 'node:test';
import { ABI } from '../../web/build/abi.mjs';
import { data } from '../fixtures/frozen.mjs';
import { body, missing, server, settle, show, started, visit } from './harness.mjs';
import { VIEWS, listenToRegions } from './a11y_support.mjs';

const scripts = {
  '/mirror_element.js': fs.readFileSync(new URL('../../web/mirror_element.js', import.meta.url), 'utf8'),
  '/utf8.js': fs.readFileSync(new URL('../../web/utf8.js', import.meta.url), 'utf8'),
  '/abi.js': ABI.script(),
};
const faults = new Map(Object.entries(scripts).map(([name, text]) => [name, body(text, 'text/javascript')]));
let page;
started({ serving: { faults } }, async () => {
  page = await visit('/?view=charlas', { reducedMotion: 'reduce' });
  await page.evaluate(listenToRegions);
});

// The announcements since the last call.
async function told() {
  await settle(page, 120);
  return page.evaluate(() => window.told.splice(0));
}
const press = (role, name) => page.getByRole(role, { name }).first().evaluate((element) => element.click());

// Cities within a map of `width` x `height` around a place: Web Mercator, the world 256 pixels wide at zoom 0.
function citiesIn(cities, [lon, lat, zoom], { width, height }) {
  const size = 256 * 2 ** zoom;
  const y = (degrees) => size * (0.5 - Math.log(Math.tan(Math.PI / 4 + (degrees * Math.PI) / 360)) / (2 * Math.PI));
  return cities.filter((city) => {
    const east = ((((city.lon - lon) % 360) + 540) % 360) - 180;
    return Math.abs((east / 360) * size) < width / 2 && Math.abs(y(city.lat) - y(lat)) < height / 2;
  }).length;
}

test('the map tells where the keys have taken it, and what was chosen', async () => {
  const { cities } = data('cities.json');
  await show(page, 'lang=es&view=mapa');
  await told();
  // Without a mark in it, it is an image.
  const map = page.locator('.mirror [aria-label^="Mapa de las ciudades"]');
  await map.focus();
  assert.deepEqual(await told(), [], 'to come there is told by the browser');
  for (const key of ['+', '+', 'ArrowLeft', '-', '0']) {
    await page.keyboard.press(key);
    const messages = await told();
    assert.equal(messages.length, 1, `${key}: ${messages}`);
    const [, zoom, count] = /^(?:[^,]+, )?zoom (\d+,\d): (\d+) ciudad(?:es)? a la vista$/.exec(messages[0]) ?? assert.fail(messages[0]);
    const state = new URLSearchParams(await page.evaluate(() => document.querySelector('somosnlp-tablero').state)).get('map');
    if (!state) continue; // all that there is
    const camera = state.split(',').map(Number);
    assert.equal(zoom, camera[2].toFixed(1).replace('.', ','));
    const there = citiesIn(cities, camera, await map.boundingBox());
    // One on the very edge may be in or out: the link rounds.
    assert.ok(Math.abs(Number(count) - there) <= 2, `${key}: ${messages[0]}, by hand ${there}`);
  }
  // Over land the country is announced.
  await show(page, 'lang=es&view=mapa&map=-75,-10,5');
  await told();
  await map.focus();
  await page.keyboard.press('+');
  assert.match((await told()).join(), /^Perú, zoom 6,0: \d+ ciudad/);

  await show(page, 'lang=es&view=mapa');
  await told();
  const peru = cities.filter(({ country }) => country === 'PE');
  await press('button', 'Perú');
  assert.deepEqual((await told()).sort(), [`${peru.length} de ${cities.length}`, 'Perú']);
  await press('button', 'Cusco');
  assert.deepEqual(await told(), ['Cusco, Perú']);
  await press('button', '2024');
  const then = peru.filter(({ editions }) => editions.some(({ year }) => year === 2024));
  assert.deepEqual(await told(), [`${then.length} de ${cities.length}`]);
  assert.deepEqual(await told(), [], 'and never again');
});

test('loading and a failure are told once, however many frames there are', async () => {
  let answer;
  server.faults.set('/data/corpora.json', (request, response) => {
    if (answer) missing(request, response);
    else answer = () => missing(request, response);
  });
  await show(page, 'lang=es&view=charlas');
  await told();
  await press('tab', 'Proyectos');
  await page.getByRole('status').filter({ hasText: 'Cargando' }).waitFor({ state: 'attached' });
  for (let x = 300; x < 800; x += 100) {
    await page.mouse.move(x, 400);
    await settle(page, 60);
  }
  // After a moment the tab opens without the file, and tells which one is late.
  const waits = (await told()).filter((text) => !/^\d+ de /.test(text));
  assert.deepEqual(waits, ['Cargando…', 'Cargando data/corpora.json…'].slice(0, waits.length));
  answer();
  await page.getByRole('alert').waitFor({ state: 'attached' });
  for (let x = 300; x < 800; x += 100) {
    await page.mouse.move(x, 420);
    await settle(page, 60);
  }
  const messages = (await told()).filter((text) => !/^(\d+ de |Cargando)/.test(text));
  assert.equal(messages.length, 1, messages.join(' | '));
  assert.match(messages[0], /^No se pudo leer data\/corpora\.json.*HTTP 404/s);
  server.faults.delete('/data/corpora.json');
  await press('button', 'Reintentar');
  await page.getByRole('list', { name: 'Corpus' }).waitFor({ state: 'attached' });
  assert.equal(await page.getByRole('alert').count(), 0);
  page.problems.splice(0); // the 404
});

test('tabs, menus and the search say what they control, a table of others says whose it is', async () => {
  const target = (locator, attribute) => locator.evaluate((element, name) => {
    const id = element.getAttribute(name);
    const found = id && element.getRootNode().getElementById(id);
    return id && { role: found?.getAttribute('role'), text: found?.ariaLabel ?? found?.textContent };
  }, attribute);
  for (const [view, title] of [['panorama', 'Panorama'], ['charlas', 'Charlas']]) {
    await show(page, `lang=es&view=${view}`);
    assert.deepEqual(await target(page.getByRole('tab', { selected: true }), 'aria-controls'), { role: 'tabpanel', text: title });
    assert.equal(await page.getByRole('tab', { selected: false }).and(page.locator('[aria-controls]')).count(), 0);
    assert.deepEqual(await target(page.getByRole('searchbox').first(), 'aria-controls'), { role: 'tabpanel', text: title });
  }
  for (const name of ['Idioma', 'País']) {
    const menu = page.getByRole('button', { name }).first();
    assert.equal(await target(menu, 'aria-controls'), null);
    await press('button', name);
    await settle(page, 60);
    assert.equal(await menu.getAttribute('aria-expanded'), 'true');
    assert.deepEqual(await target(menu, 'aria-controls'), { role: 'dialog', text: name });
    await page.keyboard.press('Escape');
    await settle(page, 60);
  }
  const board = data('leaderboard/related.json').boards.find(({ columns }) => columns.length > 0);
  await show(page, `lang=es&view=leaderboard&board=${board.id}`);
  const described = await target(page.getByRole('table', { name: board.title.es }), 'aria-describedby');
  assert.match(described.text, /no se mezcla con La Leaderboard/);
});

test('every part lies in its whole, levels skip none, and places in a set are whole', async () => {
  const WHOLE = { tab: 'tablist', row: 'table', cell: 'row', columnheader: 'row', rowheader: 'row', listitem: 'list', radio: 'radiogroup' };
  let parts = 0;
  for (const view of VIEWS) {
    await show(page, `lang=es&view=${view}`);
    const found = await page.evaluate((whole) => {
      const mirror = document.querySelector('somosnlp-tablero').shadowRoot.querySelector('.mirror');
      const role = (element) => element.getAttribute('role');
      const all = Object.entries(whole).flatMap(([part, owner]) => [...mirror.querySelectorAll(`[role=${part}]`)]
        .map((element) => [part, role(element.parentElement.closest('[role]')), owner]));
      const sets = [...mirror.querySelectorAll('[aria-posinset]')].map((element) => ({
        set: element.parentElement.id, at: Number(element.ariaPosInSet), of: Number(element.ariaSetSize),
      }));
      const levels = [...mirror.querySelectorAll('[role=heading]')].map((element) => Number(element.ariaLevel));
      return { all, sets, levels };
    }, WHOLE);
    // Marks of a chart are items of it.
    const odd = found.all.filter(([part, own, owner]) => own !== owner && !(part === 'listitem' && own === 'group'));
    assert.deepEqual(odd, [], view);
    parts += found.all.length;
    assert.equal(found.levels[0], 1, view);
    found.levels.forEach((level, i) => assert.ok(level >= 1 && (i === 0 || level <= found.levels[i - 1] + 1), `${view}: ${found.levels}`));
    const seen = new Set();
    for (const { set, at, of } of found.sets) {
      assert.ok(at >= 1 && at <= of, `${view}: ${at} of ${of}`);
      assert.ok(!seen.has(`${set} ${at}`), `${view}: ${at} twice`);
      seen.add(`${set} ${at}`);
    }
  }
  assert.ok(parts > 300, `${parts} parts`);
  const tabs = await page.getByRole('tab').evaluateAll((all) => all.map((tab) => `${tab.ariaPosInSet} of ${tab.ariaSetSize}`));
  assert.deepEqual(tabs, VIEWS.map((_, i) => `${i + 1} of ${VIEWS.length}`));
  await show(page, 'lang=es&view=proyectos');
  const { projects } = data('projects.json');
  assert.equal(await page.getByRole('list', { name: 'Proyectos' }).getByRole('listitem').first().getAttribute('aria-setsize'), String(projects.length));
});

// No view has one today, so the elements that nodes of these roles become are tested directly.
test('a slider and a progress bar tell their value in figures and in words', async () => {
  const devtools = await page.context().newCDPSession(page);
  await page.evaluate(async () => {
    const { apply, create } = await import('/mirror_element.js');
    const { Role, SemanticsNode, SemanticsNodeWords } = await import('/abi.js');
    for (const [role, name, value, number, most] of [[Role.kSlider, 'Edición', '2024, tercera', 3, 5], [Role.kProgress, 'Descarga', 'un cuarto', 0.25, 0]]) {
      const element = document.body.appendChild(create(role));
      const nodes = new Uint32Array(SemanticsNodeWords);
      const floats = new Float32Array(nodes.buffer);
      const [named, valued] = [name, value].map((text) => new TextEncoder().encode(text));
      nodes[SemanticsNode.set_size] = most;
      nodes[SemanticsNode.name_length] = nodes[SemanticsNode.value_offset] = named.length;
      nodes[SemanticsNode.value_length] = valued.length;
      floats[SemanticsNode.value_now] = number;
      apply({ element, role, filled: false }, { nodes, floats, text: new Uint8Array([...named, ...valued]), count: 1 }, 0, {});
    }
  });
  // Of a range the browser's tool shows the figure only.
  assert.equal(await page.getByRole('slider').getAttribute('aria-valuetext'), '2024, tercera');
  const { nodes } = await devtools.send('Accessibility.getFullAXTree');
  const of = (role) => {
    const { name, value, properties } = nodes.find((node) => node.role?.value === role);
    const { valuemin, valuemax } = Object.fromEntries(properties.map((p) => [p.name, p.value.value]));
    return { name: name.value, now: Number(value.value), valuemin, valuemax };
  };
  assert.deepEqual(of('slider'), { name: 'Edición', now: 3, valuemin: 0, valuemax: 5 });
  assert.equal(await page.getByRole('progressbar', { name: 'Descarga' }).getAttribute('aria-valuetext'), 'un cuarto');
  assert.deepEqual(of('progressbar'), { name: 'Descarga', now: 0.25, valuemin: 0, valuemax: 1 });
  assert.deepEqual(page.problems, []);
});
