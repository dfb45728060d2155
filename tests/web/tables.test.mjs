// The tables for readers without the program: every record of every data file has its row, with its value.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { TABLES } from '../../web/fallback_tables.js';
import { DATA, data } from '../fixtures/frozen.mjs';
import { VIEWS } from '../fixtures/tabs.mjs';

const LANGUAGES = fs.readdirSync(path.join(DATA, 'i18n')).map((file) => file.replace('.json', ''));

async function tablesOf(view, lang = 'es') {
  const words = data(`i18n/${lang}.json`);
  const t = (key) => words[key] ?? `[no word for ${key}]`;
  return TABLES[view]({ read: async (file) => data(file), t, lang });
}
const sum = (numbers) => numbers.reduce((a, b) => a + b, 0);
const textOf = (cell) => String(cell?.text ?? cell);

// The expected rows of each tab, counted from the files.
const EXPECTED = {
  panorama() {
    const { editions } = data('editions.json');
    return sum(editions.map(({ claims, gaps = [] }) => claims.filter(({ shown }) => shown).length + gaps.length)) +
      data('community.json').milestones.length +
      sum(data('sponsors.json').sponsors.map(({ tiers }) => tiers.filter(({ shown }) => shown).length));
  },
  mapa: () => data('cities.json').cities.length + sum(data('countries.json').countries.map(({ figures = [] }) => figures.length)),
  leaderboard() {
    const { snapshots } = data('leaderboard/results.json');
    return sum(snapshots.map(({ model_count: count }) => count)) + data('leaderboard/tasks.json').tasks.length +
      data('leaderboard/models.json').models.length +
      sum(data('leaderboard/related.json').boards.map(({ columns }) => columns[0]?.values.length ?? 0));
  },
  proyectos: () => data('projects.json').projects.length + data('corpora.json').corpora.length + data('editions.json').papers.length,
  contribuciones() {
    const { campaigns, external } = data('contributions.json');
    return sum(campaigns.map(({ rows }) => rows.length)) + external.length;
  },
  charlas: () => data('events.json').events.length,
  fuentes() {
    const { editions, cumulative_claims: sums } = data('editions.json');
    return sum(editions.map(({ claims }) => claims.length)) + sums.length + data('sources.json').sources.length +
      data('manifest.json').files.length;
  },
};

test('a malformed address costs its link, not the table', async () => {
  const words = data('i18n/es.json');
  const spoil = (value) => (Array.isArray(value) ? value.map(spoil) : value === null || typeof value !== 'object' ? value
    : Object.fromEntries(Object.entries(value).map(([key, item]) => [key, key === 'url' ? 'https://[x' : spoil(item)])));
  for (const view of VIEWS) {
    const tables = await TABLES[view]({ read: async (file) => spoil(data(file)), t: (key) => words[key] ?? key, lang: 'es' });
    assert.equal(sum(tables.map(({ rows }) => rows.length)), EXPECTED[view](), view);
  }
});

for (const [view, expected] of Object.entries(EXPECTED)) {
  test(`${view}: a row for each record, in every language, with words for all`, async () => {
    for (const lang of LANGUAGES) {
      const tables = await tablesOf(view, lang);
      assert.equal(sum(tables.map(({ rows }) => rows.length)), expected());
      for (const { caption = '', columns, rows } of tables) {
        for (const row of rows) assert.equal(row.length, columns.length, caption);
        const all = [caption, ...columns, ...rows.flat()].map(textOf).join('\n');
        assert.equal(all.match(/\[no word.*|undefined|\[object|NaN|null/g), null, `${view} ${lang} ${caption}`);
      }
    }
  });
}

// A tab may go without tables of its own.
test('tables are of tabs, in their order, and every file of data is read by one', async () => {
  assert.deepEqual(Object.keys(TABLES), VIEWS.filter((view) => view in TABLES));
  assert.deepEqual(Object.keys(EXPECTED), Object.keys(TABLES));
  const read = new Set();
  const words = data('i18n/es.json');
  for (const view of Object.keys(TABLES)) {
    await TABLES[view]({ read: async (file) => read.add(file) && data(file), t: (key) => words[key] ?? key, lang: 'es' });
  }
  const files = data('manifest.json').files.map(({ path }) => path).filter((path) => !/^(i18n|schema)\//.test(path));
  assert.deepEqual(files.filter((path) => !read.has(path)), []);
});

test('values are those of the files: each score, each figure with its qualifier', async () => {
  const tables = await tablesOf('leaderboard', 'en');
  const { scores } = data('leaderboard/results.json');
  const cells = scores.normalised ?? scores.raw;
  const own = tables[0].rows.map((row) => row.slice(1, 1 + scores.tasks.length));
  assert.deepEqual(own.flat(), cells.flat().map((value) => (value === null ? 'no data' : String(+value.toFixed(3)))));
  const [of2024] = (await tablesOf('panorama')).filter(({ caption }) => caption.startsWith('2024'));
  assert.ok(of2024.rows.some(([name, value]) => name === 'participantes' && value === 'más de 500'));
  const contributions = await tablesOf('contribuciones');
  assert.deepEqual(contributions[0].rows[0], ['Francisco-Javier Rodrigo-Ginés', '4.599']);
});
