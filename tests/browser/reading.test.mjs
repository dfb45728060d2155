// Keyboard help and copying: names, figures, rows and links are copied without the browser ever asking for a
// permission.
import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { data } from '../fixtures/frozen.mjs';
import { clipboardField, copied, finish, open, server, settle, started, visit } from './harness.mjs';

started();
let page;
afterEach(async () => {
  await finish(page);
});

async function start(address, options) {
  page = await visit(address, options, clipboardField);
  await settle(page, 60);
}
const middle = ({ x, y, width, height }) => [x + width / 2, y + height / 2];

for (const [lang, name, first, wide] of [['es', 'Teclas y gestos', 'Esta ayuda', 1280], ['pt', 'Teclas e gestos', 'Esta ajuda', 390],
  ['en', 'Keys and gestures', 'This help', 800]]) {
  test(`"?" opens the sheet of keys, Escape closes it, the button does the same (${lang}, ${wide} px)`, async () => {
    await start(`/?view=charlas&lang=${lang}`, { size: [wide, 780] });
    await page.getByRole('tab', { selected: true }).focus();
    await page.keyboard.press('?');
    const sheet = page.getByRole('dialog', { name });
    await sheet.getByText(first).waitFor();
    assert.equal(await sheet.getByRole('group').count(), Object.keys(data(`i18n/${lang}.json`)).filter((key) => /^help\.key/.test(key)).length);
    const { x, y, width, height } = await sheet.boundingBox();
    assert.ok(x >= 0 && y >= 0 && x + width <= wide && y + height <= 780, 'whole in the window');
    await page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'detached' });
    await page.getByRole('button', { name }).click();
    await sheet.waitFor();
    await page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'detached' });
    if (wide < 500) return; // the search field is folded away
    await page.keyboard.press('/');
    await settle(page, 60);
    await page.keyboard.type('a?'); // in a field it is a character
    await settle(page, 60);
    assert.equal(new URL(page.url()).searchParams.get('q'), 'a?');
    assert.equal(await sheet.count(), 0);
    assert.equal(await page.getByRole('searchbox').evaluate((field) => field === field.getRootNode().activeElement), true);
  });
}

test('a row under the pointer is copied as a line of a spreadsheet', async () => {
  await start('/?view=leaderboard');
  const row = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: 'Meta-Llama-3.1-8B-Instruct' }) });
  await page.mouse.click(...middle(await row.getByRole('cell').nth(3).boundingBox()));
  await settle(page, 60);
  await page.keyboard.press('Escape'); // the card of that score
  await settle(page, 60);
  await page.mouse.move(...middle(await row.getByRole('cell').nth(3).boundingBox()));
  const cells = (await copied(page)).split('\t');
  // Expected from the data: the name, the mean over its tasks, and its score in each.
  const { scores } = data('leaderboard/results.json');
  const model = scores.models.findIndex((id) => id.endsWith('/Meta-Llama-3.1-8B-Instruct'));
  const values = scores.normalised[model];
  const numbers = cells.slice(2).map((text) => Number(text.replace(',', '.')));
  const near = (a, b, what) => assert.ok(Math.abs(a - b) < 0.0501, `${what}: ${a}, ${b}`);
  assert.equal(cells[1], 'Meta-Llama-3.1-8B-Instruct');
  near(numbers[0], values.reduce((a, b) => a + b, 0) / values.length, 'mean');
  const up = (list) => [...list].sort((a, b) => a - b);
  assert.equal(cells.length, 5 + values.length);
  up(numbers.slice(3)).forEach((number, i) => near(number, up(values)[i], i));
});

test('several selected rows are copied as lines of a spreadsheet, in the order of the table', async () => {
  const names = ['Meta-Llama-3.1-8B-Instruct', 'Qwen2.5-7B', 'salamandra-7b'];
  const { scores } = data('leaderboard/results.json');
  const ids = names.map((name) => scores.models.find((id) => id.endsWith(`/${name}`)));
  await start(`/?view=leaderboard&models=${ids.join()}`);
  await page.getByRole('tab', { name: 'Leaderboard' }).click(); // keys are the program's
  await page.mouse.move(...middle(await page.getByRole('rowheader', { name: 'salamandra-7b', exact: true }).boundingBox()));
  await settle(page, 60);
  const lines = (await copied(page)).split('\n').map((line) => line.split('\t'));
  assert.deepEqual(lines.map((line) => line[1]), names);
  for (const line of lines) assert.equal(line.length, 5 + scores.tasks.length);
});

test('a figure, a name and a link are copied as what they say', async () => {
  await start('/?view=panorama');
  const tile = page.getByRole('button', { name: /^participantes: .*Ver la fuente/ });
  await tile.focus();
  assert.match(await copied(page), /^participantes: al menos 1\.500/);
  await page.locator('#check').blur();
  await page.getByRole('tab', { name: 'Panorama' }).click();
  await page.mouse.move(...middle(await page.getByRole('heading', { name: 'Las ediciones, lado a lado' }).boundingBox()));
  assert.equal(await copied(page), 'Las ediciones, lado a lado');
  await Promise.all([page.waitForResponse(/later\.js/), open(page, server.url + '/?view=charlas')]);
  await settle(page, 60);
  const link = page.getByRole('link').first();
  const href = await link.getAttribute('href');
  await link.focus();
  assert.equal(await copied(page), href);
});

test('text that the reader has selected in the page stays the page\'s', async () => {
  await start('/pages/embed.html');
  const box = await page.locator('somosnlp-tablero').boundingBox();
  await page.mouse.click(box.x + 90, box.y + 300);
  await page.evaluate(() => getSelection().selectAllChildren(document.querySelector('#after')));
  assert.equal(await copied(page), 'Botón de la página');
});

test('dragging the map makes no step of the back button', async () => {
  await start('/?view=mapa');
  const entries = await page.evaluate(() => history.length);
  await page.mouse.move(640, 400);
  await page.mouse.down();
  await page.mouse.move(740, 450, { steps: 5 });
  await page.mouse.up();
  await page.waitForURL(/map=/);
  assert.equal(await page.evaluate(() => history.length), entries);
});
