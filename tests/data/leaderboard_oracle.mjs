// An independent computation of everything the leaderboard aggregates, straight from leaderboard/*.json of the frozen data:
//   node tests/data/leaderboard_oracle.mjs > tests/data/leaderboard_golden.tsv
//   node tests/data/leaderboard_oracle.mjs tables > tests/data/leaderboard_tables.tsv
// tests/unit/leaderboard_golden_test.cpp compares the C++ code with that file; leaderboard_golden.test.mjs
// says when the file is older than the data. Nothing here is shared with the C++ code: another language, another random
// generator, brute force instead of sweeps.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { DATA } from '../fixtures/frozen.mjs';

const RESAMPLES = 40000;

const read = (name) => JSON.parse(fs.readFileSync(path.join(DATA, 'leaderboard', name), 'utf8'));
const have = (v) => v !== null && v !== undefined;
const mean = (list) => list.reduce((a, b) => a + b, 0) / list.length;

// xorshift32 (G. Marsaglia, 2003).
function generator(seed) {
  let x = seed >>> 0;
  return () => {
    x ^= x << 13; x >>>= 0;
    x ^= x >>> 17;
    x ^= x << 5; x >>>= 0;
    return x / 4294967296;
  };
}

function ranksOf(values) {
  return values.map((v) => values.filter((w) => w < v).length + (values.filter((w) => w === v).length - 1) / 2);
}

function pearson(x, y) {
  const mx = mean(x), my = mean(y);
  const cov = mean(x.map((v, i) => (v - mx) * (y[i] - my)));
  const sx = Math.sqrt(mean(x.map((v) => (v - mx) ** 2)));
  const sy = Math.sqrt(mean(y.map((v) => (v - my) ** 2)));
  return sx > 0 && sy > 0 ? cov / (sx * sy) : null;
}

// Share of resamples in which each neighbor is not beaten, tie groups by fixed anchor, 95 % rank intervals.
function bootstrap(rows) {
  const random = generator(987654321);
  const n = rows[0].length;
  const draws = Array.from({ length: RESAMPLES }, () => {
    const picked = Array.from({ length: n }, () => Math.floor(random() * n));
    return rows.map((row) => mean(picked.map((i) => row[i])));
  });
  const notBetter = (a, b) => draws.filter((d) => d[a] <= d[b]).length / RESAMPLES;
  const groups = [];
  let anchor = 0, group = 1;
  rows.forEach((_, i) => {
    if (i > 0 && notBetter(anchor, i) < 0.05) { anchor = i; group += 1; }
    groups.push(group);
  });
  const intervals = rows.map((_, i) => {
    const ranks = draws.map((d) => 1 + d.filter((v, j) => v > d[i] || (v === d[i] && j < i)).length).sort((a, b) => a - b);
    return [ranks[Math.ceil(RESAMPLES * 0.025) - 1], ranks[Math.ceil(RESAMPLES * 0.975) - 1]];
  });
  return { adjacent: rows.slice(1).map((_, i) => notBetter(i, i + 1)), groups, intervals };
}

const FACETS = {
  type: (m) => m.type,
  precision: (m) => m.precision,
  licence: (m) => m.licence,
  architecture: (m) => m.architecture,
  available: (m) => (m.url ? 'hub' : null),
  size: ({ params_b: b }) => (have(b) ? [[2, '0-2'], [5, '2-5'], [10, '5-10'], [40, '10-40'], [Infinity, '40+']]
    .find(([end]) => b < end)[1] : null),
};

// Means over the columns of one language, as the tabs of the board show them.
function languageLines(id, s, scores, languages) {
  const lines = [];
  for (const language of new Set(s.tasks.map((t) => languages.get(t)))) {
    const columns = s.tasks.map((_, t) => t).filter((t) => languages.get(s.tasks[t]) === language);
    if (!language || columns.length === s.tasks.length) continue;
    s.models.forEach((m, i) => {
      const mine = columns.map((t) => scores[i][t]).filter(have);
      lines.push(['lang', id, language, m, mine.length ? mean(mine).toFixed(9) : 'none', mine.length].join('\t'));
    });
  }
  return lines;
}

// Mean differences of each model to the one before it, with the 95 % interval of the paired bootstrap.
function differenceLines(id, full) {
  const random = generator(13579);
  return full.slice(1).map((b, i) => {
    const a = full[i];
    const differences = a.row.map((v, t) => v - b.row[t]);
    const means = Array.from({ length: RESAMPLES },
      () => mean(differences.map(() => differences[Math.floor(random() * differences.length)]))).sort((x, y) => x - y);
    const at = (q) => means[Math.ceil(RESAMPLES * q) - 1].toFixed(4);
    return ['difference', id, a.m, b.m, mean(differences).toFixed(9), at(0.025), at(0.975)].join('\t');
  });
}

function snapshotLines(id, s, models, languages) {
  const lines = [];
  const out = (...fields) => lines.push(fields.join('\t'));
  const byId = new Map(models.map((m) => [m.id, m]));
  for (const [facet, valueOf] of Object.entries(FACETS)) {
    const counts = new Map();
    for (const m of s.models) {
      const value = valueOf(byId.get(m) ?? {}) ?? 'unknown';
      counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    for (const [value, count] of [...counts].sort()) out('facet', id, facet, value, count);
  }
  const scores = s.normalised ?? s.raw;
  if (!scores || s.tasks.length === 0) return lines;
  const tasks = s.tasks.map((_, t) => t).filter((t) => scores.filter((row) => have(row[t])).length * 2 >= s.models.length);
  const full = [];
  s.models.forEach((m, i) => {
    const mine = tasks.map((t) => scores[i][t]).filter(have);
    if (mine.length === 0) return;
    out('mean', id, m, mean(mine).toFixed(9), mine.length, tasks.length);
    if (mine.length === tasks.length) full.push({ m, mean: mean(mine), row: mine });
  });
  s.tasks.forEach((t, k) => {
    const column = scores.map((row) => row[k]).filter(have);
    if (column.length > 0) out('range', id, t, Math.min(...column), Math.max(...column));
  });
  lines.push(...languageLines(id, s, scores, languages));
  full.sort((a, b) => b.mean - a.mean);
  full.forEach((f) => out('rank', id, f.m, full.filter((g) => g.mean > f.mean).length + 1));
  if (s.models.length >= 5) {
    for (let a = 0; a < s.tasks.length; a += 1) {
      for (let b = a + 1; b < s.tasks.length; b += 3) {
        const both = scores.filter((row) => have(row[a]) && have(row[b]));
        if (both.length < 5) continue;
        const r = pearson(ranksOf(both.map((row) => row[a])), ranksOf(both.map((row) => row[b])));
        if (r !== null) out('spearman', id, s.tasks[a], s.tasks[b], r.toFixed(9));
      }
    }
  }
  const sized = full.filter((f) => have(byId.get(f.m)?.params_b)).map((f) => ({ ...f, size: byId.get(f.m).params_b }));
  for (const a of sized) {
    const beaten = sized.some((b) => b.size <= a.size && b.mean >= a.mean && (b.size < a.size || b.mean > a.mean));
    out('pareto', id, a.m, beaten ? 0 : 1);
  }
  if (id === 'lb-2025-07') {
    const { adjacent, groups, intervals } = bootstrap(full.map((f) => f.row));
    full.forEach((f, i) => out('group', id, f.m, groups[i], intervals[i][0], intervals[i][1]));
    adjacent.forEach((p, i) => out('adjacent', id, i + 1, p.toFixed(4)));
    lines.push(...differenceLines(id, full));
  }
  return lines;
}

// The table of the main snapshot as it is read out, in three languages: headers, then row by row.
export function tables() {
  const { scores: s } = read('results.json');
  const { models } = read('models.json');
  const tasks = new Map(read('tasks.json').tasks.map((t) => [t.id, t]));
  const rows = s.models.map((m, i) => ({ m, row: s.normalised[i], all: s.means.find((x) => x.scope === 'all').values[i] }));
  rows.sort((a, b) => mean(b.row) - mean(a.row));
  const { intervals } = bootstrap(rows.map((r) => r.row));
  const lines = [];
  for (const lang of ['es', 'pt', 'en']) {
    const words = JSON.parse(fs.readFileSync(path.join(DATA, `i18n/${lang}.json`), 'utf8'));
    // C rounds a tie to the even digit, JavaScript up; with one decimal ties end in .25 or .75.
    const number = (v) => (v % 1 === 0.25 ? v - 0.01 : v).toFixed(1).replace('.', lang === 'en' ? '.' : ',');
    const out = (...fields) => lines.push([lang, ...fields].join('\t'));
    out(...['column.rank', 'column.model', 'column.average', 'column.size', 'mean:all'].map((key) => words[`leaderboard.${key}`]),
      ...s.tasks.map((t) => tasks.get(t).name));
    rows.forEach(({ m, row, all }, i) => {
      const size = models.find((x) => x.id === m)?.params_b;
      const [low, high] = intervals[i];
      const place = words['card.rank'].replace('{rank}', i + 1).replace('{low}', low).replace('{high}', high);
      out(place, m.split('/')[1], number(mean(row)),
        have(size) ? `${Number.isInteger(size) ? size : number(size)} B` : words['leaderboard.unknown'], number(all),
        ...row.map((v, t) => (v === 0 && tasks.get(s.tasks[t]).baseline > 0 ? words['leaderboard.chance.spoken'] : number(v))));
    });
  }
  return `${lines.join('\n')}\n`;
}

export function golden() {
  const { models } = read('models.json');
  const languages = new Map(read('tasks.json').tasks.map((t) => [t.id, t.language]));
  const results = read('results.json');
  const lines = [];
  for (const snapshot of results.snapshots) {
    const s = snapshot.id === results.main ? results.scores : read(snapshot.file);
    lines.push(...snapshotLines(snapshot.id, s, models, languages));
  }
  return `${lines.join('\n')}\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.stdout.write(process.argv[2] === 'tables' ? tables() : golden());
