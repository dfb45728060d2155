// The tables for readers without the program: every record of every data file has its row, with its value.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { TABLES } from '../../web/fallback_tables.js';
import { DATA } from '../fixtures/frozen.mjs';
import { VIEWS } from '../fixtures/tabs.mjs';

const LANGUAGES = fs.readdirSync(path.join(DATA, 'i18n')).map((file) => file.replace('.json', ''));
const json = (file) => JSON.parse(fs.readFileSync(path.join(DATA, file), 'utf8'));

async function tablesOf(view, lang = 'es') {
  const words = json(`i18n/${lang}.json`);
  const t = (key) => words[key] ?? `[no word for ${key}]`;
  return TABLES[view]({ read: async (file) => json(file), t, lang });
}
const sum = (numbers) => numbers.reduce((a, b) => a + b, 0);
const textOf = (cell) => String(cell?.text ?? cell);

// The expected rows of each tab, counted from the files.
const EXPECTED = {
  panorama() {
    const { editions } = json('editions.json');
    return sum(editions.map(({ claims, gaps = [] }) => claims.filter(({ shown }) => shown).length + gaps.length)) +
      json('community.json').milestones.length +
      sum(json('sponsors.json').sponsors.map(({ tiers }) => tiers.filter(({ shown }) => shown).length));
  },
  mapa: () => json('cities.json').cities.length + sum(json('countries.json').countries.map(({ figures = [] }) => figures.length)),
  leaderboard() {
    const { snapshots } = json('leaderboard/results.json');
    return sum(snapshots.map(({ model_count: count }) => count)) + json('leaderboard/tasks.json').tasks.length +
      json('leaderboard/models.json').models.length +
      sum(json('leaderboard/related.json').boards.map(({ columns }) => columns[0]?.values.length ?? 0));
  },
  proyectos: () => json('projects.json').projects.length + json('corpora.json').corpora.length + json('editions.json').papers.length,
  contribuciones() {
    const { campaigns, external } = json('contributions.json');
    return sum(campaigns.map(({ rows }) => rows.length)) + external.length;
  },
  charlas: () => json('events.json').events.length,
  fuentes() {
    const { editions, cumulative_claims: sums } = json('editions.json');
    return sum(editions.map(({ claims }) => claims.length)) + sums.length + json('sources.json').sources.length +
      json('manifest.json').files.length;
  },
};

test('a malformed address costs its link, not the table', async () => {
  const words = json('i18n/es.json');
  const spoil = (value) => (Array.isArray(value) ? value.map(spoil) : value === null || typeof value !== 'object' ? value
    : Object.fromEntries(Object.entries(value).map(([key, item]) => [key, key === 'url' ? 'https://[x' : spoil(item)])));
  for (const view of VIEWS) {
    const tables = await TABLES[view]({ read: async (file) => spoil(json(file)), t: (key) => words[key] ?? key, lang: 'es' });
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

test('no tab is without tables, and every file of data is read by one', async () => {
  assert.deepEqual(Object.keys(TABLES), VIEWS);
  assert.deepEqual(Object.keys(EXPECTED), VIEWS);
  const read = new Set();
  const words = json('i18n/es.json');
  for (const view of Object.keys(TABLES)) {
    await TABLES[view]({ read: async (file) => read.add(file) && json(file), t: (key) => words[key] ?? key, lang: 'es' });
  }
  const files = json('manifest.json').files.map(({ path }) => path).filter((path) => !/^(i18n|schema)\//.test(path));
  assert.deepEqual(files.filter((path) => !read.has(path)), []);
});

test('values are those of the files: each score, each figure with its qualifier', async () => {
  const tables = await tablesOf('leaderboard', 'en');
  const { scores } = json('leaderboard/results.json');
  const cells = scores.normalised ?? scores.raw;
  const own = tables[0].rows.map((row) => row.slice(1, 1 + scores.tasks.length));
  assert.deepEqual(own.flat(), cells.flat().map((value) => (value === null ? 'no data' : String(+value.toFixed(3)))));
  const [of2024] = (await tablesOf('panorama')).filter(({ caption }) => caption.startsWith('2024'));
  assert.ok(of2024.rows.some(([name, value]) => name === 'participantes' && value === 'más de 500'));
  const contributions = await tablesOf('contribuciones');
  assert.deepEqual(contributions[0].rows[0], ['Francisco-Javier Rodrigo-Ginés', '4.599']);
});
