// Years go by: the chapter "A new year" of README.md, followed word by word on a copy of the live data, twice in a row; then a
// language, a board, an event of a new kind, and an optional file taken away. After each step all that the live data is asked
// still holds. Where the live data has the chapter's year already, it is read as of the next one that is missing.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { after, test } from 'node:test';
import { closeAll, countFrames, launch, newPage, open, serve, settle } from '../browser/harness.mjs';
import { budgetFaults } from '../web/budgets.mjs';
import { openedFaults } from './opened.mjs';
import { ROOT, checkFaults, folderFaults, languagesOf, run, wordFaults } from './questions.mjs';
import { chapterBlocks, machineWords, moveOn, settleIn } from './year_support.mjs';

const home = path.join(ROOT, 'build/live');
const folder = settleIn(home);
const { at, read, write, edit } = folder;
const browser = await launch();
after(async () => {
  await closeAll();
  fs.rmSync(home, { recursive: true });
});

// Everything that the live data is asked; the browser in the languages and sizes of `shown` only. Without `shown` not by the
// browser: a test of its own looks at what is new, and the last step at everything.
function everythingHolds(step, shown) {
  test(`everything holds: ${step}`, async () => {
    assert.deepEqual((await folderFaults(folder.data, folder.assets, folder.page)).slice(0, 20), []);
    assert.deepEqual(budgetFaults(folder.page), []);
    if (shown) assert.deepEqual((await openedFaults(browser, folder.page, shown)).slice(0, 20), []);
  });
}

// A page of the packaged folder at the state `query`, for a look at one thing.
async function pageAt(query) {
  const server = await serve({ dir: folder.page });
  const page = await newPage(browser);
  await page.addInitScript(countFrames);
  await open(page, `${server.url}/?${query}`);
  await settle(page);
  return page;
}

const PHONE = { languages: ['es'], sizes: [[390, 844]], addresses: false };
const WIDE = { languages: ['es'], sizes: [[1280, 800]], addresses: false };
// Width and height stand at the start of every PNG file.
const size = (name) => {
  const bytes = fs.readFileSync(at(name));
  return `${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`;
};

// Follows the chapter as written, for one year.
function follow({ year, blocks }) {
  const outputs = [];
  for (const block of blocks) {
    const title = `${year}: ${block.split('\n')[0].slice(0, 100)}`;
    if (block.startsWith('{')) {
      test(`put into data/editions.json: ${title}`, () => edit('editions.json', (doc) => doc.editions.push(JSON.parse(block))));
      continue;
    }
    // --norc: with a socket as its input bash takes itself for a remote login and reads the machine's bashrc.
    test(`run: ${title}`, async () => {
      const { ok, stdout, stderr } = await run('bash', ['--norc', '-euo', 'pipefail', '-c', block], { cwd: home });
      assert.equal(stderr, '');
      assert.ok(ok);
      outputs.push(stdout);
    });
  }

  test(`${year}: everything that the chapter promises is there`, () => {
    assert.ok(outputs.length >= 5);
    assert.match(outputs[1], /Nothing written \(--dry-run\)/);
    assert.match(outputs[1], /Cities not understood[^\n]*:\n {2}la Atlántida submarina\n/);
    assert.doesNotMatch(outputs[2], /Atlántida/);
    assert.doesNotMatch(outputs.join(''), /@|Aguado|Bermejo/);
    const edition = read('editions.json').editions.find((e) => e.year === year);
    // 220 made-up people in ten countries (tests/fixtures/registrations/README.md).
    assert.deepEqual(edition.claims.map((c) => [c.metric, c.value]).sort(), [['countries', 10], ['registrations', 220]]);
    const madrid = read('cities.json').cities.find((c) => c.name === 'Madrid').editions.find((e) => e.year === year);
    assert.equal(madrid.count, 40);
    assert.ok(read('leaderboard/results.json').snapshots.some((s) => s.id === `lb-${year}-10`));
    assert.equal(size(`mapa-${year}.png`), '1200x630');
    const cards = fs.readdirSync(at('tarjetas')).filter((name) => name.includes(year)).sort();
    assert.deepEqual(cards, languagesOf(folder.data).flatMap((lang) => ['1080x1080', '1200x630'].map((s) => `impact-${year}-${lang}-${s}.png`)));
    for (const card of cards) assert.ok(card.endsWith(`-${size(`tarjetas/${card}`)}.png`));
  });
}

const written = chapterBlocks();
const last = Math.max(...read('editions.json').editions.map((e) => e.year));
const missing = Math.max(0, last + 1 - moveOn(written, 0).year);
const years = [missing, missing + 1].map((later) => moveOn(written, later));

follow(years[0]);
everythingHolds(`after ${years[0].year}`, PHONE);
follow(years[1]);
everythingHolds(`after ${years[1].year}`, WIDE);

test('a language is one more file', () => write('i18n/ca.json', machineWords(read('i18n/es.json'))));
everythingHolds('with another language', { ...PHONE, languages: ['ca'] });

const WALK = `walk-${years[1].year}`; // what nobody else calls anything
const BOARD = {
  id: WALK, language: 'ca', url: 'https://example.org/board', sources: [`board:${WALK}`],
  title: { es: 'Tablero de prueba', pt: 'Quadro de prova', en: 'Trial board' },
  note: { es: 'Tres modelos inventados.', pt: 'Três modelos inventados.', en: 'Three made-up models.' },
  columns: [
    { name: 'Model', type: 'text', values: ['inventado/a', 'inventado/b', 'inventado/c'] },
    { name: 'CatalanQA', type: 'number', metric: 'f1', values: [71.5, null, 64.25] },
    { name: 'Open', type: 'yes_no', values: [true, false, 'partly'] },
  ],
};
test('a board is one more entry, with its source', () => {
  edit('leaderboard/related.json', ({ boards }) => boards.push(BOARD));
  edit('sources.json', ({ sources }) => {
    sources.push({ id: BOARD.sources[0], kind: 'page', title: 'Trial board', url: BOARD.url, licence: 'CC-BY-4.0' });
    sources.sort((a, b) => (a.id < b.id ? -1 : 1));
  });
});
everythingHolds('with another board');
test('the board is shown with its figures', async () => {
  const page = await pageAt(`view=leaderboard&board=${BOARD.id}&lang=es`);
  await page.getByRole('table').first().waitFor();
  const text = await page.getByRole('table').first().textContent();
  for (const expected of ['inventado/a', 'CatalanQA', '71,5']) assert.ok(text.includes(expected), text);
  assert.deepEqual(page.problems, []);
});

const KIND = `fair_${years[1].year}`;
const WORD = { es: 'feria de pruebas', pt: 'feira de provas', en: 'trial fair' };
test('an event of a new kind needs a word for it, and the check says so', async () => {
  const { year } = years[1];
  const sources = read('editions.json').editions.find((e) => e.year === year).dates.sources;
  edit('events.json', ({ events }) => events.push({ id: WALK, edition: year, date: `${year}-03-05`, title: 'Una feria',
    kind: KIND, language: 'es', status: 'announced', sources }));
  const faults = await checkFaults(folder.data);
  assert.equal(faults.length, 1, faults.join('\n'));
  assert.match(faults[0], new RegExp(`events\\.json: /events/\\d+/kind: expected a kind that has the word kind\\.${KIND} in i18n/, found ${KIND}$`));
  assert.match((await wordFaults(folder.data)).join('\n'), new RegExp(`events\\.json: expected the key kind\\.${KIND} in data/i18n, found none`));
  for (const [lang, word] of Object.entries({ ...WORD, ca: 'fira de proves' })) {
    edit(`i18n/${lang}.json`, (words) => { words[`kind.${KIND}`] = word; });
  }
});
everythingHolds('with an event of a new kind');
test('the event is listed by its kind', async () => {
  const page = await pageAt(`view=charlas&kind=${KIND}&lang=pt`);
  assert.match(await page.getByRole('status').filter({ hasText: /^\d/ }).first().textContent(), /^1 de \d+/);
  await page.getByText(WORD.pt).first().waitFor({ state: 'attached' });
  assert.deepEqual(page.problems, []);
});

// Of a snapshot that was there before the walk.
const { main, snapshots } = read('leaderboard/results.json');
const old = snapshots.findLast((s) => s.id !== main && fs.existsSync(at('data/leaderboard', s.file)));
test("an older snapshot's table is taken away, with its entry in the manifest", async () => {
  fs.rmSync(at('data/leaderboard', old.file));
  assert.match((await checkFaults(folder.data)).join('\n'), new RegExp(`manifest\\.json: .*expected a file that exists, found leaderboard/${old.file}`));
  edit('manifest.json', (manifest) => { manifest.files = manifest.files.filter((f) => f.path !== `leaderboard/${old.file}`); });
});
everythingHolds('at the end, in all languages and at both sizes', {});
test('the page says that the table is not there, and the others are', async () => {
  const page = await pageAt(`view=leaderboard&snapshot=${old.id}&lang=es`);
  await page.getByText(`data/leaderboard/${old.file}: expected the file`).waitFor({ state: 'attached' });
  assert.equal(await page.getByRole('table').count(), 0);
  assert.deepEqual(page.problems.filter((problem) => !problem.includes(old.file)), []);
  await page.evaluate((id) => document.querySelector('somosnlp-tablero').setState(`view=leaderboard&snapshot=${id}`), main);
  await page.getByRole('table').first().waitFor({ state: 'attached' });
});
