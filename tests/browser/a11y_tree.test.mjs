// The mirror against what the program drew: each control with role, name, state and rectangle, what acts on it, charts
// as sentences and tables, tables as tables, announcements.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { BIN, data, scratch } from '../fixtures/frozen.mjs';
import { settle, show, started, visit, whole } from './harness.mjs';
import { CAPTURE, VIEWS } from './a11y_support.mjs';

let page;
let devtools;

started({}, async () => {
  page = await visit('/', {}, CAPTURE);
  devtools = await page.context().newCDPSession(page);
  await devtools.send('Accessibility.enable');
});

const mirror = () => page.locator('.mirror');

// Roles of what can be pressed, as Chromium names them.
const ROLES = {
  kHeading: 'heading', kButton: 'button', kTab: 'tab', kLink: 'link', kTextBox: 'textbox', kCheckBox: 'checkbox', kRadio: 'radio',
  kOption: 'option', kColumnHeader: 'columnheader', kRowHeader: 'rowheader', kCell: 'cell', kImage: 'group', kSlider: 'slider',
  kSearch: 'searchbox', kSwitch: 'switch', kCombo: 'combobox',
};

// Chromium's accessibility tree by the id of the element.
async function accessible() {
  const { root } = await devtools.send('DOM.getDocument', { depth: -1, pierce: true });
  const ids = new Map();
  const walk = (node) => {
    const at = node.attributes?.indexOf('id') ?? -1;
    if (at >= 0) ids.set(node.backendNodeId, node.attributes[at + 1]);
    [...node.children ?? [], ...node.shadowRoots ?? []].forEach(walk);
  };
  walk(root);
  const { nodes } = await devtools.send('Accessibility.getFullAXTree');
  return new Map(nodes.filter((node) => !node.ignored && ids.has(node.backendDOMNodeId)).map((node) => [
    ids.get(node.backendDOMNodeId), {
      role: node.role.value,
      name: node.name?.value ?? '',
      ...Object.fromEntries((node.properties ?? []).map(({ name, value }) => [name, value.value])),
    }]));
}

// By the property of Chromium's tree that tells each of StateBits.
function stateFaults({ states, role }, told) {
  const has = (name) => states.includes(name);
  const expected = {};
  if (has('kStateExpanded') || has('kStateCollapsed')) expected.expanded = has('kStateExpanded');
  if (has('kStateToggle')) expected.pressed = String(has('kStateChecked'));
  if (role === 'kCheckBox') expected.checked = String(has('kStateChecked'));
  if (role === 'kTab') expected.selected = has('kStateSelected');
  if (has('kStateDisabled')) expected.disabled = true;
  return Object.entries(expected).filter(([key, value]) => told[key] !== value)
    .map(([key, value]) => `${key} ${told[key]}, not ${value}`);
}

test('every control is in the tree of the browser with role, name, state, and the rectangle it was drawn with', async () => {
  let controls = 0;
  for (const query of [...VIEWS.map((view) => 'view=' + view), 'view=mapa&country=PE', 'view=leaderboard&panel=size',
    'view=leaderboard&panel=tasks']) {
    await show(page, 'lang=es&theme=light&' + query);
    const { drawn, boxes } = await page.evaluate(() => {
      const { shadowRoot } = document.querySelector('somosnlp-tablero');
      const list = [...shadowRoot.querySelectorAll('.mirror [id^=n]')].map((element) => {
        const { x, y, width, height } = element.getBoundingClientRect();
        return [element.id, [x, y, width, height]];
      });
      return { drawn: window.nodes(), boxes: Object.fromEntries(list) };
    });
    const tree = await accessible();
    assert.ok(drawn.length > 20 && drawn.length <= Object.keys(boxes).length, `${query}: ${drawn.length} nodes`);
    for (const node of drawn) {
      const where = `${query}: ${node.name} ${node.id}`;
      const box = boxes[node.id];
      node.rect.forEach((value, i) => assert.ok(Math.abs(value - box[i]) < 1, `${where}: ${box}, drawn ${node.rect}`));
      if (!node.states.includes('kStatePressable')) continue;
      controls++;
      const told = tree.get(node.id);
      assert.ok(told, where + ' is missing');
      assert.equal(told.role, ROLES[node.role], where);
      assert.ok(node.name && told.name.replace(/\s+/g, ' ').includes(node.name.replace(/\s+/g, ' ')), `${where}: named ${told.name}`);
      assert.deepEqual(stateFaults(node, told), [], where);
    }
  }
  assert.ok(controls > 700, `${controls} controls`);
});

test('a press of a key, a click of a script and a new value act as on the drawn control', async () => {
  await show(page, 'lang=es&theme=light&view=leaderboard');
  const header = page.getByRole('columnheader', { name: 'AQuAS', exact: true });
  const first = page.getByRole('rowheader').first();
  assert.equal(await header.getAttribute('aria-sort'), null);
  for (const [act, direction] of [[() => header.press('Enter'), 'descending'], [() => header.evaluate((e) => e.click()), 'ascending'],
    [() => header.press(' '), 'descending']]) {
    await act();
    await settle(page, 80);
    assert.equal(await header.getAttribute('aria-sort'), direction);
    assert.equal(await mirror().locator('[aria-sort]').count(), 1, 'sorted by one column');
    const values = (await page.getByRole('cell').and(page.locator('[aria-colindex="6"]')).allTextContents())
      .map((text) => Number(text.replace(',', '.'))).filter(Number.isFinite);
    assert.ok(values.length > 5);
    assert.deepEqual(values, values.toSorted((a, b) => (direction === 'ascending' ? a - b : b - a)));
  }
  await page.getByRole('searchbox').fill('salamandra');
  await settle(page, 80);
  assert.match(await first.textContent(), /salamandra/);
  assert.match(await page.evaluate(() => document.querySelector('somosnlp-tablero').state), /q=salamandra/);
  const box = page.getByRole('button', { name: 'Sin normalizar' });
  await box.press(' ');
  await settle(page, 80);
  assert.equal(await box.getAttribute('aria-pressed'), 'true');
});

test('a filtered table is a table with its rows counted; the count is told once', async () => {
  const { scores } = data('leaderboard/results.json');
  await show(page, 'lang=es&theme=light&view=leaderboard');
  const table = page.getByRole('table').first();
  assert.equal(await table.getAttribute('aria-rowcount'), String(scores.models.length + 1));
  const told = [];
  await page.exposeFunction('tell', (text) => told.push(text));
  await page.evaluate(() => {
    const { shadowRoot } = document.querySelector('somosnlp-tablero');
    // As a screen reader hears it: each change of text inside a live region.
    new MutationObserver((list) => {
      const live = new Set(list.map(({ target }) => (target.nodeType === 3 ? target.parentElement : target)
        ?.closest('[role=status], [role=alert], [aria-live]')));
      live.forEach((region) => region && window.tell(region.textContent));
    }).observe(shadowRoot, { subtree: true, childList: true, characterData: true });
  });
  await page.getByRole('searchbox').fill('gemma');
  await settle(page, 120);
  const found = scores.models.filter((name) => /gemma/i.test(name)).length;
  assert.equal(await table.getAttribute('aria-rowcount'), String(found + 1));
  assert.equal(await table.getByRole('row').count(), found + 1);
  assert.equal(await table.getByRole('columnheader').count(), Number(await table.getAttribute('aria-colcount')));
  assert.deepEqual(told, [`${found} de ${scores.models.length}`]);
  told.length = 0;
  const copy = page.getByRole('button', { name: 'Copiar enlace' });
  await copy.focus();
  await settle(page, 120); // the field lets go of the keyboard
  await copy.press('Enter');
  for (let i = 0; i < 40 && told.length === 0; i++) await settle(page, 80);
  assert.deepEqual(told, ['Enlace copiado']);
});

test('each chart is a sentence that begins with its title, and a table of all its marks', async () => {
  const { editions } = data('editions.json');
  await show(page, 'lang=es&theme=light&view=panorama');
  const chart = page.getByRole('group', { name: /^participantes por edición\. / });
  const expected = editions.map(({ year, claims }) => {
    const shown = claims.find((claim) => claim.shown && claim.metric === 'participants');
    return [String(year), shown ? `más de ${shown.value}` : 'sin datos'];
  });
  assert.ok(expected.some(([, text]) => text === 'más de 500') && expected.some(([, text]) => text === 'sin datos'));
  assert.match(await chart.getAttribute('aria-label'), /\. De \+500 a \+500\. Los mayores: 2022, \+500; .*2 sin datos\.$/);
  const cells = await chart.getByRole('row').evaluateAll((rows) => rows.map((row) => [...row.children].map((c) => c.textContent)));
  assert.deepEqual(cells, [['Edición', 'participantes'], ...expected]);

  const charts = ['view=panorama', 'view=panorama&edition=2024&metric=events', 'view=charlas', 'view=contribuciones', 'view=proyectos',
    'view=leaderboard&panel=size', 'view=leaderboard&panel=compare&models=google/gemma-2-9b-it,BSC-LT/salamandra-7b'];
  let rows = 0;
  for (const query of charts) {
    await show(page, 'lang=es&theme=light&' + query);
    const tables = await tablesOf(query);
    const found = await mirror().evaluate((root) => {
      const images = window.nodes().filter(({ role }) => role === 'kImage').map(({ id }) => root.querySelector('#' + id));
      const texts = (parent, selector) => [...parent.querySelectorAll(selector)].map((element) => element.textContent);
      return images.map((image) => {
        const [table, ...more] = image.querySelectorAll('table');
        return table && {
          name: image.ariaLabel,
          more: more.length,
          caption: table.caption.textContent,
          head: texts(table, 'thead th[scope=col]'),
          body: [...table.tBodies[0].rows].map((row) => texts(row, 'th[scope=row], td')),
          // What can be pressed stays beside the table; the rest is not read twice.
          twice: [...image.children].filter((child) => child.localName === 'span' && child.ariaHidden !== 'true').length,
        };
      }).filter(Boolean);
    });
    assert.ok(found.length > 0, query);
    for (const { name, more, caption, head, body, twice } of found) {
      const own = tables.find(({ sentence }) => sentence === name);
      assert.ok(own, `${query}: ${name}`);
      assert.deepEqual([more, twice, caption, head], [0, 0, own.title, own.head], `${query}: ${name}`);
      assert.deepEqual(body, own.body, `${query}: ${name}`);
      rows += body.length;
    }
  }
  assert.ok(rows > 150, `${rows} rows`);
});

const out = scratch('a11y-tables');
// The tables of a tab as readers see them, by the program of the command line.
async function tablesOf(query) {
  const view = new URLSearchParams(query).get('view');
  await promisify(execFile)(path.join(BIN, 'tablero-data'), ['tables', '--out', out, '--view', view, '--lang', 'es', '--query', query]);
  const { tables } = JSON.parse(fs.readFileSync(path.join(out, 'es', `${view}.json`), 'utf8'));
  return tables.map(({ title, sentence, columns, rows }) => {
    const shown = columns.filter(({ only_download: only }) => !only);
    const words = shown.findIndex(({ kind }) => kind !== 'word');
    const heads = words > 0 ? words : 1;
    const noted = (text, note) => (note ? `${text} (${note})` : text);
    return {
      title,
      sentence,
      head: shown.map(({ name, unit }) => noted(name, unit)),
      body: rows.map(({ note, cells }) => cells.filter((_, i) => !columns[i].only_download)
        .map(({ text }, i) => (i === heads - 1 ? noted(text, note) : text))),
    };
  });
}

test('all of a tab is there without scrolling; what a reader scrolls into view is shown', async () => {
  await show(page, 'lang=es&theme=light&view=proyectos');
  await whole(page);
  const items = page.getByRole('list', { name: 'Proyectos' }).getByRole('listitem');
  const all = data('projects.json').projects.length;
  assert.deepEqual(await items.evaluateAll((list) => list.map((item) => Number(item.getAttribute('aria-posinset')))),
    Array.from({ length: all }, (_, i) => i + 1));
  const panel = page.getByRole('tabpanel');
  for (const at of [all - 1, 0, all >> 1]) {
    const item = items.nth(at);
    await item.evaluate((element) => element.scrollIntoView());
    await settle(page, 80);
    const box = await item.boundingBox();
    const frame = await panel.boundingBox();
    assert.ok(box.y >= frame.y - 1 && box.y < frame.y + frame.height, `${at} at ${box.y}`);
    // It is where the program draws it: a press on its place is one on it.
    assert.ok(await item.evaluate((element) => element.querySelector('.hit')), `${at} is drawn`);
  }
  // The page itself has not moved, nor has anything but the tab.
  assert.deepEqual(await page.evaluate(() => [scrollX, scrollY]), [0, 0]);
  assert.equal(await mirror().evaluate((root) => [root, ...root.querySelectorAll('*')]
    .filter((e) => (e.scrollTop || e.scrollLeft) && e.role !== 'tabpanel').length), 0);
});

test('the language of the elements is that of their words', async () => {
  for (const [lang, title] of [['pt', 'SomosNLP em números'], ['en', 'SomosNLP in figures'], ['es', 'SomosNLP en cifras']]) {
    await show(page, `view=panorama&lang=${lang}`);
    const heading = page.getByRole('heading', { level: 1 }).first();
    await page.getByRole('heading', { level: 1, name: title, exact: true }).first().waitFor({ state: 'attached' });
    assert.equal(await heading.evaluate((element) => element.ariaLabel ?? element.textContent), title);
    assert.equal(await heading.evaluate((element) => element.closest('[lang]').lang), lang);
  }
});
