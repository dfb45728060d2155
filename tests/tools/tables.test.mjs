// tablero-data tables: every record of every data file has its row, with its value, its words in every language and its links.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { BIN, DATA, data, scratch } from '../fixtures/frozen.mjs';
import { VIEWS } from '../fixtures/tabs.mjs';

const LANGUAGES = fs.readdirSync(path.join(DATA, 'i18n')).map((file) => file.replace('.json', ''));
const out = path.join(scratch('tables'), 'all');

const write = (...options) => spawnSync(path.join(BIN, 'tablero-data'), ['tables', ...options], { encoding: 'utf8' });
const { status, stderr } = write('--out', out);
assert.equal(status, 0, stderr);

const pageIn = (folder, view, lang) => JSON.parse(fs.readFileSync(path.join(folder, lang, `${view}.json`), 'utf8'));
const tablesOf = (view, lang = 'es') => pageIn(out, view, lang).tables;
const sum = (numbers) => numbers.reduce((a, b) => a + b, 0);
const rowsOf = (view, ids) => sum(tablesOf(view).filter(({ id }) => ids(id)).map(({ rows }) => rows.length));

// Per tab how many rows its lists have and how many records the files.
const RECORDS = {
  panorama() {
    const { editions, conflicts } = data('editions.json');
    return [
      [rowsOf('panorama', (id) => id.startsWith('edition-')),
        sum(editions.map(({ claims, gaps = [] }) => claims.filter(({ shown }) => shown).length + gaps.length))],
      [rowsOf('panorama', (id) => id === 'growth'), data('community.json').milestones.length],
      [rowsOf('panorama', (id) => id === 'tiers'), sum(data('sponsors.json').sponsors.map(({ tiers }) => tiers.length))],
      [rowsOf('panorama', (id) => conflicts.some(({ claims }) => claims[0] === id)), sum(conflicts.map(({ claims }) => claims.length))],
    ];
  },
  mapa() {
    const { countries, gaps } = data('countries.json');
    return [
      [rowsOf('mapa', (id) => id === 'map'), data('cities.json').cities.length],
      [rowsOf('mapa', (id) => id === 'countries'), new Set(data('cities.json').cities.map(({ country }) => country)).size],
      [rowsOf('mapa', (id) => id === 'country-figures'), sum(countries.map(({ figures = [] }) => figures.length)) + gaps.length],
    ];
  },
  leaderboard() {
    const { snapshots } = data('leaderboard/results.json');
    const { boards } = data('leaderboard/related.json');
    return [
      [rowsOf('leaderboard', (id) => snapshots.some((own) => own.id === id)), sum(snapshots.map(({ model_count: count }) => count))],
      [rowsOf('leaderboard', (id) => id === 'task-list'), data('leaderboard/tasks.json').tasks.length],
      [rowsOf('leaderboard', (id) => id === 'models'), data('leaderboard/models.json').models.length],
      [rowsOf('leaderboard', (id) => id === 'snapshots'), snapshots.length],
      [rowsOf('leaderboard', (id) => boards.some((own) => own.id === id)), sum(boards.map(({ columns }) => columns[0]?.values.length ?? 0))],
    ];
  },
  proyectos: () => [
    [rowsOf('proyectos', (id) => id === 'projects'), data('projects.json').projects.length],
    [rowsOf('proyectos', (id) => id === 'corpora'), data('corpora.json').corpora.length],
    [rowsOf('proyectos', (id) => id === 'papers'), data('editions.json').papers.length],
  ],
  contribuciones() {
    const { campaigns, external } = data('contributions.json');
    return [
      [rowsOf('contribuciones', (id) => campaigns.some((own) => own.id === id)), sum(campaigns.map(({ rows }) => rows.length))],
      [rowsOf('contribuciones', (id) => id === 'external'), external.length],
    ];
  },
  charlas: () => [[rowsOf('charlas', (id) => id === 'events'), data('events.json').events.length]],
  fuentes() {
    const { editions, cumulative_claims: sums } = data('editions.json');
    const figures = sum(data('countries.json').countries.map(({ figures: own = [] }) => own.length));
    return [
      [rowsOf('fuentes', (id) => id === 'figures'),
        sum(editions.map(({ claims }) => claims.length)) + sums.length + data('community.json').milestones.length + figures],
      [rowsOf('fuentes', (id) => id === 'files'), data('manifest.json').files.length],
      [rowsOf('fuentes', (id) => id === 'sources'), data('sources.json').sources.length],
    ];
  },
};

for (const view of VIEWS) {
  test(`${view}: a row for each record, in every language, with words for all`, () => {
    for (const [rows, records] of RECORDS[view]?.() ?? []) assert.equal(rows, records);
    for (const lang of LANGUAGES) {
      const { view: name, lang: tag, title, tables } = pageIn(out, view, lang);
      assert.deepEqual([name, tag, title], [view, lang, data(`i18n/${lang}.json`)[`tab.${view}`]]);
      const ids = tables.map(({ id }) => id);
      assert.deepEqual(ids, [...new Set(ids)], 'an anchor for each table');
      for (const table of tables) {
        const where = `${view} ${lang} ${table.id}`;
        assert.ok(table.title && table.sentence, where);
        const rows = table.rows.map(({ id }) => id);
        assert.deepEqual(rows, [...new Set(rows)], `${where}: an anchor for each row`);
        const shown = table.columns.map(({ only_download: only }) => !only);
        table.columns.forEach((column, i) => assert.ok(column.id && (column.name || !shown[i]), `${where} column ${i}`));
        for (const row of table.rows) {
          assert.equal(row.cells.length, table.columns.length, where);
          row.cells.forEach(({ text, value, missing }, i) => {
            if (!shown[i] || table.columns[i].kind === 'word') return;
            assert.ok(text, `${where} ${row.id}: a number or the word for why there is none`);
            assert.notEqual(value === undefined, missing === undefined, `${where} ${row.id}`);
          });
        }
        // A key without a word stands for itself.
        const texts = [table.title, table.sentence, ...table.columns.map(({ name: of }) => of),
          ...table.rows.flatMap(({ note, cells }) => [note, ...cells.filter((_, i) => shown[i]).map(({ text }) => text)])];
        const keys = texts.filter((text) => /^(metric|unit|kind|tier|award|topic|sdg|status|where|source|facet|link|page|card|skill|task)\.\w/.test(text ?? ''));
        assert.deepEqual(keys, [], where);
      }
    }
  });
}

test('values, texts and links are those of the files and of the program', () => {
  const [board] = tablesOf('leaderboard', 'en');
  const { scores } = data('leaderboard/results.json');
  const cells = scores.normalised ?? scores.raw;
  for (const row of board.rows) {
    const own = row.cells.slice(-scores.tasks.length);
    assert.deepEqual(own.map(({ value }) => value ?? null), cells[scores.models.indexOf(row.id)]);
  }
  const rank = board.rows[0].cells[0];
  assert.deepEqual([rank.value, rank.low, rank.high, rank.brief], [1, 1, 2, '1']);
  const of2024 = tablesOf('panorama').find(({ id }) => id === 'edition-2024');
  const people = of2024.rows.find(({ cells: [metric] }) => metric.code === 'participants').cells.at(-1);
  assert.deepEqual([people.text, people.value, people.qualifier], ['más de 500', 500, 'more_than']);
  const events = new Map(data('events.json').events.map((event) => [event.id, event]));
  const talks = tablesOf('charlas').find(({ id }) => id === 'events');
  const video = talks.columns.findIndex(({ id }) => id === 'video');
  for (const row of talks.rows) assert.equal(row.cells[video].url, events.get(row.id).video);
  const projects = tablesOf('proyectos').find(({ id }) => id === 'projects');
  for (const project of data('projects.json').projects) {
    const { url, links = url ? [{ url }] : [] } = projects.rows.find(({ id }) => id === project.id).cells.at(-1);
    assert.deepEqual(links.map((link) => link.url), (project.links ?? []).map((link) => link.url), project.id);
  }
});

test('filters, tabs and languages are those that are asked for', () => {
  const folder = path.join(scratch('tables'), 'some');
  const some = write('--out', folder, '--view', 'charlas', '--lang', 'en', '--query', 'edition=2024&kind=keynote');
  assert.equal(some.status, 0, some.stderr);
  assert.deepEqual(fs.readdirSync(folder), ['en']);
  assert.deepEqual(fs.readdirSync(path.join(folder, 'en')), ['charlas.json']);
  const talks = pageIn(folder, 'charlas', 'en').tables.find(({ id }) => id === 'events');
  const wanted = data('events.json').events.filter(({ edition, kind }) => edition === 2024 && kind === 'keynote').map(({ id }) => id);
  assert.deepEqual(talks.rows.map(({ id }) => id).sort(), wanted.sort());
});

test('wrong usage and a folder that cannot be are told', () => {
  for (const [options, told] of [[[], /--out is missing/], [['--out', out, '--view', 'x'], /unknown view x/],
    [['--out', out, '--lang', 'xx'], /found xx/], [['--out', out, 'more'], /unknown: more/]]) {
    const bad = write(...options);
    assert.equal(bad.status, 2, bad.stderr);
    assert.match(bad.stderr, told);
  }
  const bad = write('--out', '/dev/null/tables');
  assert.equal(bad.status, 1);
  assert.match(bad.stderr, /expected a folder/);
});
