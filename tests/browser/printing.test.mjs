// Printing: the live page of each tab as PDF holds all its tables as text, black on white, on paper of both sizes; the
// tables of a host's page flow with its text; afterwards everything is as before.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { WEB, body, finish, missing, serve, server, setState, settle, show, started, visit } from './harness.mjs';
import { BIN, scratch } from '../fixtures/frozen.mjs';
import { LANGUAGES, VIEWS } from './a11y_support.mjs';

started();

const folder = scratch('printing');
const tables = path.join(folder, 'tables');
execFileSync(path.join(BIN, 'tablero-data'), ['tables', '--out', tables], { stdio: 'pipe' });
const tabOf = (lang, view) => JSON.parse(fs.readFileSync(path.join(tables, lang, `${view}.json`), 'utf8'));

const PAPERS = { A4: [595, 842], Letter: [612, 792] }; // points

const run = (program, ...args) => execFileSync(program, args, { maxBuffer: 2 ** 27 });
const bare = (text) => text.replace(/[\s\u00ad]+/g, '');

// What comes out of the printer: size of the paper, number of pages, their text without spaces, in the order of the page,
// ratios of the densities of its pictures, across and down, and the gray values of the first pages.
async function printed(page, format) {
  const file = path.join(folder, 'page.pdf');
  await page.pdf({ path: file, format, printBackground: true, margin: { top: '12mm', bottom: '12mm', left: '12mm', right: '12mm' } });
  const info = String(run('pdfinfo', file));
  const prefix = path.join(folder, 'page');
  run('pdftoppm', '-gray', '-r', '20', '-l', '3', file, prefix);
  const images = fs.readdirSync(folder).filter((name) => name.endsWith('.pgm')).sort();
  const grays = images.map((name) => fs.readFileSync(path.join(folder, name)).subarray(15));
  for (const name of images) fs.rmSync(path.join(folder, name));
  const texts = String(run('pdftotext', '-raw', file, '-')).split('\f').slice(0, -1).map(bare);
  return {
    size: /Page size: +([\d.]+) x ([\d.]+)/.exec(info).slice(1).map((points) => Math.round(Number(points))),
    pages: Number(/Pages: +(\d+)/.exec(info)[1]),
    texts,
    text: texts.join(''),
    pictures: String(run('pdfimages', '-list', file)).trim().split('\n').slice(2).map((line) => line.trim().split(/\s+/))
      .map((cells) => Number(cells[12]) / Number(cells[13])),
    grays,
  };
}

// later.js, which prints, comes after the first picture.
const complete = (page) => page.waitForFunction(() => performance.getEntriesByType('resource').some(({ name, responseEnd }) =>
  /\/later\.js/.test(name) && responseEnd > 0)).then(() => settle(page));

// Every text that a reader of the tables has, in order.
const textsOf = ({ columns, rows }) => rows.flatMap(({ cells }) => cells.filter((_, i) => !columns[i].only_download)
  .flatMap(({ text, links }) => (links ? links.map((link) => link.text) : [text])).filter((text) => text !== ''));

test('each tab: all of its tables as text, in their order, black on white, on A4 and Letter', async (t) => {
  const page = await visit('/', { colorScheme: 'dark' });
  await complete(page);
  for (const [i, view] of VIEWS.entries()) {
    const lang = LANGUAGES[i % LANGUAGES.length];
    const format = Object.keys(PAPERS)[i % 2];
    await show(page, `view=${view}&lang=${lang}&edition=2024`);
    const { size, pages, texts, text, pictures, grays } = await printed(page, format);
    t.diagnostic(`${view} ${lang} ${format}: ${pages} pages`);
    assert.ok(Math.abs(size[0] - PAPERS[format][0]) < 3 && Math.abs(size[1] - PAPERS[format][1]) < 3, `${size}`);
    const { title, tables: all } = tabOf(lang, view);
    let at = text.indexOf(bare(title));
    assert.ok(at >= 0 && at < 60, `${view}: ${text.slice(0, 80)}`);
    for (const table of all) {
      const heading = text.indexOf(bare(table.title), at);
      assert.ok(heading >= at, `${view}: ${table.title}`);
      at = heading;
      for (const cell of textsOf(table)) assert.ok(text.includes(bare(cell)), `${view} ${table.id}: ${cell}`);
    }
    const rows = all.reduce((sum, table) => sum + table.rows.length, 0);
    assert.ok(pages >= rows / 60 && pages <= 4 + all.length + rows / 15, `${pages} pages for ${rows} rows in ${all.length} tables`);
    assert.deepEqual(pictures, [], 'no canvas');
    assert.deepEqual([texts.length, texts.filter((each) => each === '')], [pages, []], 'no empty page');
    for (const [number, gray] of grays.entries()) {
      const dark = gray.filter((value) => value < 128).length / gray.length;
      assert.ok(dark < 0.2 && gray[0] > 250 && gray.at(-1) > 250, `${view} page ${number + 1}: ${dark}`);
    }
  }
  // Back on the screen.
  assert.equal(await page.locator('.paper').count(), 0);
  await page.getByRole('tab', { selected: true }).waitFor();
  assert.ok(await page.locator('somosnlp-tablero canvas').isVisible());
  await finish(page);
});

test('in a host\'s page the tables stand between its own texts, and nothing is asked for before', async () => {
  const before = server.urls.length;
  const page = await visit('/pages/embed.html');
  await complete(page);
  const asked = () => server.urls.slice(before).filter((url) => url.startsWith('/plain/'));
  assert.deepEqual(asked(), []);
  const box = await page.locator('somosnlp-tablero').boundingBox();
  const { text, pages } = await printed(page, 'A4');
  const { tables: all } = tabOf('es', 'mapa');
  const places = [text.indexOf('Campodelapágina'), ...all.map(({ title }) => text.indexOf(bare(title))), text.lastIndexOf('Botóndelapágina')];
  assert.deepEqual(places, [...places].sort((a, b) => a - b));
  assert.ok(!places.includes(-1) && pages > 4, `${places}, ${pages} pages`);
  for (const cell of all.flatMap(textsOf)) assert.ok(text.includes(bare(cell)), cell);
  assert.deepEqual(await page.locator('somosnlp-tablero').boundingBox(), box);
  const once = asked();
  assert.equal(once.length, 2, 'the page and its style');
  assert.equal((await printed(page, 'A4')).text, text);
  assert.deepEqual(asked(), once);
  await finish(page);
});

test('where the program cannot run, its tables are printed without the buttons', async () => {
  const page = await visit('/pages/embed.html?far=100px');
  await page.addInitScript(() => delete window.WebAssembly);
  await page.goto(`${server.url}/?view=charlas`);
  await page.getByRole('heading', { level: 1, name: 'Charlas' }).waitFor();
  const { text, pages, grays } = await printed(page, 'A4');
  for (const cell of tabOf('es', 'charlas').tables.flatMap(textsOf)) assert.ok(text.includes(bare(cell)), cell);
  assert.ok(!text.includes('Estenavegadornopuede') && pages > 3, `${pages}`);
  assert.ok(grays.every((gray) => gray[0] > 250));
  await finish(page);
});

test('a plain page that does not come, or is another page, is not printed, and the program goes on', async () => {
  const other = await serve();
  for (const fault of [missing, body('<!doctype html><title>inicio</title><p>Otra página', 'text/html')]) {
    for (const view of VIEWS) other.faults.set(`/plain/es/${view}.html`, fault);
    const page = await visit(`${other.url}/?view=charlas`);
    await complete(page);
    const { text, pictures } = await printed(page, 'A4');
    assert.ok(!text.includes('Otrapágina'));
    assert.ok(pictures.length > 0 && pictures.every((ratio) => Math.abs(ratio - 1) < 0.03), `the canvas, not squashed: ${pictures}`);
    page.problems = page.problems.filter((problem) => !/404/.test(problem));
    // It is asked for again the next time.
    other.faults.clear();
    await setState(page, 'view=charlas');
    assert.ok((await printed(page, 'A4')).text.includes('Eventosmesames'));
    await finish(page);
  }
  assert.ok(fs.existsSync(path.join(WEB, 'plain/es/charlas.html')));
});
