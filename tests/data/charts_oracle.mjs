// Oracle: the content of the charts' CSV downloads, counted directly from the frozen data:
//   node tests/data/charts_oracle.mjs > tests/data/charts_golden.tsv
// A line is the table's name, a tab and a line of its CSV. tests/ui/charts_test.cpp compares what the program saves with
// that file; charts_golden.test.mjs says when the file is older than the data. Nothing here is shared with the C++ code.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { DATA } from '../fixtures/frozen.mjs';

const LAST_DAY = 60; // of the chart of paces: some editions have a talk months later

const read = (name) => JSON.parse(fs.readFileSync(path.join(DATA, name), 'utf8'));
const count = (list, test) => list.filter(test).length;
const distinct = (list) => [...new Set(list)];
const dayNumber = (date) => Date.parse(`${date}T00:00:00Z`) / 86400000;

// Kinds by the number of their events, most first; those with as many in the order of `kinds`.
const byNumber = (kinds, events) => kinds.map((kind) => [kind, count(events, (e) => e.kind === kind)])
  .sort((a, b) => b[1] - a[1]).map(([kind]) => kind);

const TABLES = {
  eventos() {
    const { events } = read('events.json');
    const kinds = byNumber(distinct(events.map((e) => e.kind)).sort(), events);
    const years = [...read('editions.json').editions.map((e) => e.year), undefined];
    return [['edition', 'kind', 'events'], ...years.flatMap((year) => kinds.map((kind) =>
      [year ?? 'community', kind, count(events, (e) => e.edition === year && e.kind === kind)]))];
  },
  ods() {
    const { projects } = read('projects.json');
    const words = read('i18n/es.json');
    const goals = distinct(projects.flatMap((p) => p.sdg ?? [])).sort((a, b) => a - b);
    return [['sdg', 'name', 'projects'], ...goals.map((goal) => [goal, words[`sdg.${goal}`], count(projects, (p) => p.sdg?.includes(goal))])];
  },
  ciudades() {
    return [['city', 'country', 'lon', 'lat', 'editions'], ...read('cities.json').cities.map((c) =>
      [c.name, c.country, c.lon, c.lat, c.editions.map((e) => e.year).join(' ')])];
  },
  ritmo() {
    const { events } = read('events.json');
    const rows = distinct(events.map((e) => e.edition)).filter(Boolean).sort().flatMap((year) => {
      const days = events.filter((e) => e.edition === year && /^\d{4}-\d\d-\d\d$/.test(e.date)).map((e) => dayNumber(e.date)).sort((a, b) => a - b);
      return days.filter((day) => day - days[0] <= LAST_DAY).map((day, i) => [year, day - days[0], i + 1]);
    });
    return [['edition', 'day', 'events'], ...rows];
  },
  tipos() {
    // In the order of their days, those without one before all.
    const events = read('events.json').events.filter((e) => e.edition).sort((a, b) => ((a.date ?? '') < (b.date ?? '') ? -1 : a.date === b.date ? 0 : 1));
    const years = distinct(events.map((e) => e.edition)).sort();
    return [['kind', 'edition', 'events'], ...byNumber(distinct(events.map((e) => e.kind)), events).flatMap((kind) => years.map((year) =>
      [kind, year, count(events, (e) => e.kind === kind && e.edition === year)]))];
  },
  calendario() {
    const months = read('events.json').events.map((e) => e.date?.slice(0, 7)).filter((month) => month?.length === 7);
    return [['month', 'events'], ...distinct(months).sort().map((month) => [month, count(months, (m) => m === month)])];
  },
  equipos() {
    const sizes = read('projects.json').projects.map((p) => p.team_size);
    const known = sizes.filter((size) => size > 0);
    const rows = [];
    for (let size = Math.min(...known); size <= Math.max(...known); size += 1) rows.push([size, count(known, (s) => s === size)]);
    return [['team_size', 'projects'], ...rows, ['no_data', sizes.length - known.length]];
  },
};

// RFC 4180.
const cell = (value) => (/[",\r\n]/.test(value) ? `"${String(value).replaceAll('"', '""')}"` : String(value));

export const charts = () => Object.entries(TABLES).flatMap(([name, rows]) => rows().map((row) => `${name}\t${row.map(cell).join(',')}\n`)).join('');

if (process.argv[1] === fileURLToPath(import.meta.url)) process.stdout.write(charts());
