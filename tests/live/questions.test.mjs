// The checks of the live data can fail: each is run on a copy with one deliberate fault (mutation testing).
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { after, beforeEach, test } from 'node:test';
import { closeAll, launch } from '../browser/harness.mjs';
import { rebuilt } from '../fixtures/rebuilt.mjs';
import { budgetFaults } from '../web/budgets.mjs';
import { openedFaults } from './opened.mjs';
import { ROOT, checkFaults, glyphFaults, layoutFaults, packageFaults, schemaFaults, wordFaults } from './questions.mjs';

const home = path.join(ROOT, 'build/live-broken');
const [data, assets, page] = ['data', 'assets', 'web'].map((name) => path.join(home, name));
beforeEach(() => {
  fs.rmSync(home, { recursive: true, force: true });
  fs.cpSync(path.join(ROOT, 'data'), data, { recursive: true });
});
after(async () => {
  await closeAll();
  fs.rmSync(home, { recursive: true, force: true });
});

function edit(folder, name, change) {
  const file = path.join(folder, name);
  const doc = JSON.parse(fs.readFileSync(file, 'utf8'));
  change(doc);
  fs.writeFileSync(file, JSON.stringify(doc));
}
const has = (faults, pattern) => assert.ok(faults.some((fault) => pattern.test(fault)), `${pattern} in:\n${faults.join('\n')}`);

test('a year in words, and an edition that does not exist', async () => {
  edit(data, 'editions.json', ({ editions }) => { editions[0].year = 'MMXXII'; });
  has(schemaFaults(data), /^editions\.json: \/editions\/0\/year: must be integer/);
  has(await checkFaults(data), /editions\.json: \/editions\/0\/year: expected/);
  edit(data, 'events.json', ({ events }) => { events[0].edition = 2099; });
  has(schemaFaults(data), /^events\.json: .*no edition 2099/);
});

test('a word that only some languages have', async () => {
  edit(data, 'i18n/pt.json', (words) => { delete words['tab.mapa']; });
  has(await wordFaults(data), /\/tab\.mapa: expected in es, pt, en.*, found in/);
});

test('a character that the fonts lack', async () => {
  edit(data, 'sponsors.json', ({ sponsors }) => { sponsors[0].name = 'Patrocinio \u{13000}'; });
  has(await glyphFaults(data, assets), /U\+13000|\u{13000}/u);
});

test('a stranger in the folder', async () => {
  fs.writeFileSync(path.join(data, 'inscripciones.csv'), 'Ana Ejemplo,ana@example.org\n');
  has(await checkFaults(data), /inscripciones\.csv: expected only files that manifest\.json names/);
  has(await glyphFaults(data, assets), /inscripciones\.csv: expected only files/);
  has(await packageFaults(data, assets, page), /inscripciones\.csv: expected only files/);
  assert.ok(!fs.existsSync(page));
});

// In the words of one language: a key without its word, a button without a name, a count that is wider than a phone.
function spoilWords(folder) {
  edit(folder, 'i18n/es.json', (words) => {
    delete words['tab.mapa'];
    words['share.copy_link'] = ' ';
    words['count.of'] = `{n} {m} ${'Tareas'.repeat(60)}`;
  });
  fs.writeFileSync(path.join(folder, 'events.json'), '{}');
}

test('words that are missing, empty or too long, and a file that cannot be read: drawn natively', async () => {
  spoilWords(data);
  const faults = await layoutFaults(data, path.join(ROOT, 'build/assets'));
  has(faults, /'\d+ \d+ TareasTareas.* at /);
  has(faults, /no name for a node/);
  has(faults, /a key: tab\.mapa in/);
  has(faults, /a fault: .*data\/events\.json/);
});

test('the same in the browser, and code and a first view over their budgets', async () => {
  fs.cpSync(path.join(ROOT, 'build/web'), page, { recursive: true });
  spoilWords(path.join(page, 'data'));
  const spoiled = Object.fromEntries(['data/i18n/es.json', 'data/events.json'].map((name) => [name, fs.readFileSync(path.join(page, name))]));
  for (const [name, bytes] of rebuilt(spoiled, path.join(ROOT, 'build/web'))) {
    fs.writeFileSync(path.join(page, name), bytes);
    for (const packed of ['.br', '.gz']) fs.rmSync(path.join(page, name + packed), { force: true }); // would be sent instead
  }
  edit(page, 'sizes.json', (sizes) => {
    sizes['tablero.js'].brotli = 320001;
    sizes['data/community.json'].brotli = 430001;
  });
  has(budgetFaults(page), /^code of a first visit: expected at most 320000 bytes brotli, found \d+$/);
  const faults = await openedFaults(await launch(), page, { languages: ['es'], sizes: [[390, 844]] });
  has(faults, /^charlas es 390 px: a fault: .*data\/events\.json/);
  has(faults, /390 px: no name for a button/);
  has(faults, /390 px: a key: tab\.mapa in "tab\.mapa"/);
  has(faults, /^\w+ es 390 px: "\d+ \d+ TareasTareas.*" from [\d.]+ to \d+.* of 390 px/);
  has(faults, /by its address: first view: expected at most 430000 bytes brotli/);
});
