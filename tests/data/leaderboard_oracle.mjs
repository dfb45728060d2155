// An independent computation of everything the leaderboard aggregates, straight from data/leaderboard/*.json:
//   node tests/data/leaderboard_oracle.mjs > tests/data/leaderboard_golden.tsv
// tests/unit/leaderboard_golden_test.cpp compares the C++ code with that file; leaderboard_golden.test.mjs
// says when the file is older than the data. Nothing here is shared with the C++ code: another language, another random
// generator, brute force instead of sweeps.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const HERE = path.dirname(fileURLToPath(import.meta.url));
const DATA = path.join(HERE, '../../data/leaderboard');
const RESAMPLES = 40000;

const read = (name) => JSON.parse(fs.readFileSync(path.join(DATA, name), 'utf8'));
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

// Share of resamples in which each neighbour is not beaten, tie groups by fixed anchor, 95 % rank intervals.
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

function snapshotLines(id, s, models) {
  const lines = [];
  const out = (...fields) => lines.push(fields.join('\t'));
  const byId = new Map(models.map((m) => [m.id, m]));
  for (const facet of ['type', 'precision', 'licence', 'architecture']) {
    const counts = new Map();
    for (const m of s.models) {
      const value = byId.get(m)?.[facet] ?? 'unknown';
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
  }
  return lines;
}

export function golden() {
  const { models } = read('models.json');
  const results = read('results.json');
  const lines = [];
  for (const snapshot of results.snapshots) {
    const s = snapshot.id === results.main ? results.scores : read(snapshot.file);
    lines.push(...snapshotLines(snapshot.id, s, models));
  }
  return `${lines.join('\n')}\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.stdout.write(golden());
