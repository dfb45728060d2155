// The interface by its roles and names: tabs, filters, languages, theme, search, links and the back button.
import assert from 'node:assert/strict';
import { beforeEach, afterEach, test } from 'node:test';
import { data } from '../fixtures/frozen.mjs';
import { VIEWS } from '../fixtures/tabs.mjs';
import { countedPage, finish, open, server, setState, settle, started } from './harness.mjs';

const WORDS = data('i18n/es.json');
const TABS = VIEWS.map((view) => ({ view, name: WORDS[`tab.${view}`] }));

started();
let page;
beforeEach(async () => {
  page = await countedPage();
});
afterEach(async () => {
  await finish(page);
});

const tab = (name) => page.getByRole('tab', { name, exact: true });
const query = () => new URL(page.url()).searchParams;

test('each tab is found by its role and opens its view; the address follows', async () => {
  await open(page, server.url + '/');
  assert.equal(await tab('Panorama').getAttribute('aria-selected'), 'true');
  assert.equal(await page.getByRole('tab').count(), TABS.length);
  for (const { view, name } of [...TABS.slice(1), TABS[0]]) {
    await tab(name).click();
    await page.getByRole('tab', { name, exact: true, selected: true }).waitFor();
    await page.getByRole('tabpanel', { name, exact: true }).waitFor();
    assert.equal(query().get('view') ?? 'panorama', view);
    assert.equal(await page.getByRole('tab', { selected: true }).count(), 1);
  }
});

test('a mirror element pressed by a script acts as the drawn control', async () => {
  await open(page, server.url + '/');
  await tab('Charlas').evaluate((element) => element.click());
  await page.getByRole('tabpanel', { name: 'Charlas' }).waitFor();
});

test('the back button returns to the tab before, filters make no entry of their own', async () => {
  await open(page, server.url + '/');
  await tab('Mapa').click();
  await page.getByRole('tabpanel', { name: 'Mapa' }).waitFor();
  const entries = await page.evaluate(() => history.length);
  await page.getByRole('button', { name: '2024', exact: true }).click();
  await page.waitForURL(/edition=2024/);
  assert.equal(await page.evaluate(() => history.length), entries);
  await page.goBack();
  await page.getByRole('tabpanel', { name: 'Panorama' }).waitFor();
  await page.goForward();
  await page.getByRole('tabpanel', { name: 'Mapa' }).waitFor();
  assert.equal(await page.getByRole('button', { name: '2024', exact: true }).getAttribute('aria-pressed'),
    'true');
  const marks = await page.evaluate(() => performance.getEntriesByName('tablero:ready').length);
  assert.equal(marks, 1, 'no reload');
});

// "12 de 83" -> [12, 83]
async function count() {
  const text = await page.getByRole('status').filter({ hasText: /^\d[\d.]* de \d/ }).textContent();
  return text.match(/[\d.]+/g).map((number) => Number(number.replace('.', '')));
}

test('edition and text filters change the count by what the data say, and clearing restores it', async () => {
  await open(page, server.url + '/?view=charlas');
  const { events } = await (await fetch(server.url + '/data/events.json')).json();
  await settle(page);
  assert.deepEqual(await count(), [events.length, events.length]);

  await page.getByRole('button', { name: '2023', exact: true }).click();
  await settle(page);
  const of2023 = events.filter((event) => event.edition === 2023).length;
  assert.deepEqual(await count(), [of2023, events.length]);

  await page.getByRole('searchbox').fill('zzzz');
  await settle(page);
  assert.equal((await count())[0], 0);
  assert.equal(query().get('q'), 'zzzz');
  await page.getByRole('button', { name: 'Quitar todos los filtros' }).first().click();
  await settle(page);
  assert.deepEqual(await count(), [events.length, events.length]);
  assert.equal(query().get('q'), null);
});

test('typing into the search field goes character by character, with accents', async () => {
  await open(page, server.url + '/?view=charlas');
  await page.getByRole('searchbox').click();
  await page.keyboard.type('evaluación');
  await settle(page);
  assert.equal(await page.getByRole('searchbox').inputValue(), 'evaluación');
  assert.equal(query().get('q'), 'evaluación');
  const [shown, all] = await count();
  assert.ok(shown > 0 && shown < all, `${shown} of ${all}`);
  await page.keyboard.press('Backspace');
  await settle(page);
  assert.equal(await page.getByRole('searchbox').inputValue(), 'evaluació');
});

test('the language changes all words and keeps the state', async () => {
  await open(page, server.url + '/?view=mapa&edition=2022');
  await page.getByRole('button', { name: 'Idioma' }).click();
  await page.getByRole('checkbox', { name: 'English' }).click();
  await page.getByRole('tab', { name: 'Map', exact: true, selected: true }).waitFor();
  assert.equal(query().get('lang'), 'en');
  assert.equal(query().get('edition'), '2022');
  assert.equal(await page.locator('.stage').getAttribute('lang'), 'en');
});

test('the theme button changes what is drawn, the system does while it is automatic', async () => {
  await open(page, server.url + '/');
  await settle(page);
  const light = await page.screenshot();
  await page.emulateMedia({ colorScheme: 'dark' });
  await settle(page);
  const dark = await page.screenshot();
  assert.notDeepEqual(dark, light);
  await page.getByRole('button', { name: 'Tema automático' }).click();
  await page.mouse.move(0, 799);
  await settle(page);
  assert.equal(query().get('theme'), 'light');
});

test('unknown keys, tabs and languages in the address fall back', async () => {
  await open(page, server.url + '/?view=nosuch&lang=xx&edition=abc,1&country=%3Cscript%3E&map=1,2&foo=%00&q=%F0%9F');
  await page.getByRole('tabpanel', { name: 'Panorama' }).waitFor();
  await tab('Mapa').waitFor();
});

test('a state set by the page is shown, and told by the element', async () => {
  await open(page, server.url + '/');
  await setState(page, '?view=charlas&q=BERT');
  await page.getByRole('tabpanel', { name: 'Charlas' }).waitFor();
  assert.equal(await page.getByRole('searchbox').inputValue(), 'BERT');
  const state = await page.evaluate(() => document.querySelector('somosnlp-tablero').state);
  assert.deepEqual(Object.fromEntries(new URLSearchParams(state)), { view: 'charlas', q: 'BERT' });
});
