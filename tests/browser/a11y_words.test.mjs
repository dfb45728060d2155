// Pseudolocalization. Words come from one file per language: a generated language, a third longer and full of accents,
// is added, and the program offers and uses it everywhere without a change of code and without losing a control.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { DATA, data } from '../fixtures/frozen.mjs';
import { body, countedPage, open, rebuilt, server, show, started } from './harness.mjs';
import { CAPTURE, VIEWS } from './a11y_support.mjs';

// "Copiar enlace" -> "Çóõpíãr éñláçé ~~~~~": all letters are in the fonts, placeholders stay.
const ACCENTS = { a: 'á', e: 'é', i: 'í', o: 'ó', u: 'ú', n: 'ñ', c: 'ç', A: 'Á', E: 'É', I: 'Í', O: 'Ó', U: 'Ú', N: 'Ñ', C: 'Ç' };
const pseudo = (text) => text.split(/(\{[a-z_]+\})/).map((part, i) => (i % 2 ? part : part.replace(/\p{L}/gu, (letter) =>
  ACCENTS[letter] ?? letter))).join('') + (/\p{L}{2}/u.test(text) ? ' ' + '~'.repeat(Math.ceil(text.length * 0.4)) : '');

// As the build makes it of one more file in data/i18n.
const strange = Object.fromEntries(Object.entries(data('i18n/es.json')).map(([key, text]) => [key, pseudo(text)]));
const own = { 'locale.name': 'Ñandú', 'locale.texts': 'es', 'locale.group': ' ', 'locale.point': '·', 'locale.one': '1' };
const names = { es: 'Español', pt: 'Português', en: 'English', nandu: 'Ñandú' };
let page;
started({ serving: {
  changed: rebuilt({ 'languages.json': JSON.stringify(names) }),
  faults: new Map([['/data/i18n/nandu.json', body(JSON.stringify({ ...strange, ...own }))]]),
} }, async () => {
  page = await countedPage({}, CAPTURE);
});

const QUERIES = [...VIEWS.map((view) => 'view=' + view), 'view=leaderboard&panel=tasks', 'view=leaderboard&panel=size'];
const CONTROLS = ['kHeading', 'kText', 'kButton'];

async function texts(query) {
  await show(page, 'theme=light&' + query);
  return page.evaluate(() => window.nodes().map(({ name, role, states, rect }) => ({ name, role, states, rect })));
}

test('a language that is one more file is offered, and spoken on every tab', async () => {
  await open(page, server.url + '/?lang=es');
  const plain = {};
  for (const query of QUERIES) plain[query] = new Set((await texts(query)).map(({ name }) => name));
  await page.getByRole('button', { name: 'Idioma' }).click();
  await page.getByRole('checkbox', { name: 'Ñandú' }).waitFor();
  assert.deepEqual(await page.getByRole('checkbox').allTextContents(), ['Español', 'Português', 'English', 'Ñandú']);
  await page.getByRole('checkbox', { name: 'Ñandú' }).click();
  await page.getByRole('tab', { name: pseudo('Panorama') }).waitFor();
  assert.equal(await page.locator('.stage').evaluate((stage) => stage.lang), 'nandu');
  assert.equal(new URL(page.url()).searchParams.get('lang'), 'nandu');

  // Text that is equal in both languages must come from the data: names, titles, hosts, figures.
  const data = fs.readdirSync(DATA, { recursive: true }).filter((file) => /\.json$/.test(file) && !/i18n|schema/.test(file))
    .map((file) => fs.readFileSync(path.join(DATA, file), 'utf8')).join('\n').replace(/\\"/g, '"').toLowerCase();
  const known = (text) => text.split(/[,;:()·/&]\s*|\s[–-]\s|\s/).every((part) => !/\p{L}{3}/u.test(part) || data.includes(part.toLowerCase()));
  let spoken = 0;
  for (const query of QUERIES) {
    const found = await texts(query);
    spoken += found.filter(({ name }) => name.includes('~~')).length;
    const same = found.filter(({ name }) => plain[query].has(name) && /\p{L}{3}/u.test(name) && !known(name)).map(({ name }) => name);
    assert.deepEqual(same, [], query);
  }
  assert.ok(spoken > 400, `${spoken} texts`);
  // Its signs in numbers, and the texts of the data in the language that it names for them.
  const names = (await texts('view=panorama')).map(({ name }) => name).join('\n');
  assert.match(names, /\b38 000\b/);
  await show(page, 'view=mapa');
  await page.getByRole('button', { name: 'Alemania' }).first().waitFor();
});

test('its longer words fit on a wide screen and on a phone', async () => {
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 800 });
    for (const query of QUERIES) {
      const found = await texts(query);
      const [left, , room] = found.find(({ role }) => role === 'kTabPanel').rect;
      const lost = found.filter(({ role, states, rect: [x, , w] }) => CONTROLS.includes(role) && !states.includes('kStateScrolledOut') && w > 0 &&
        (x < left - 1 || x + w > left + room + 1)).map(({ name, rect }) => `${name} ${rect}`);
      assert.deepEqual(lost, [], `${query} ${width}`);
    }
  }
  assert.deepEqual(page.problems, []);
});

// The packaging makes plain pages for the languages that there are then.
test('without WebAssembly a language that was not packaged has the tables of the first one', async () => {
  await page.addInitScript(() => delete window.WebAssembly);
  await page.goto(server.url + '/?lang=nandu&view=mapa');
  await page.getByRole('heading', { name: 'Mapa' }).first().waitFor();
  await page.getByRole('cell', { name: 'Perú' }).first().waitFor();
  assert.equal(await page.locator('.panel').evaluate((panel) => panel.lang), 'es');
  assert.deepEqual(page.problems, []);
});
