// node tests/fuzz/seeds.mjs FOLDER: what the fuzz targets start from, made of the frozen data and of the
// fixtures, and a dictionary of its keys and words (FOLDER/json.dict). Lists are cut to two records, so that a run is quick.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { DATA } from '../fixtures/frozen.mjs';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const OUT = process.argv[2];
const FIXTURES = path.join(ROOT, 'tests/fixtures');
// The order of FileId in src/data/store.h, then scores and words.
const FILES = ['manifest', 'editions', 'cities', 'countries', 'projects', 'events', 'sponsors', 'contributions', 'community', 'corpora',
  'sources', 'leaderboard/tasks', 'leaderboard/models', 'leaderboard/results', 'leaderboard/related', 'leaderboard/results/latxa-gpt-2024',
  'i18n/es'];

const words = new Set();
const walk = (folder) => fs.readdirSync(folder, { withFileTypes: true }).flatMap((e) => {
  const full = path.join(folder, e.name);
  return e.isDirectory() ? walk(full) : [full];
});

function put(target, name, ...parts) {
  fs.mkdirSync(path.join(OUT, target), { recursive: true });
  fs.writeFileSync(path.join(OUT, target, name), Buffer.concat(parts.map((part) => Buffer.from(part))));
}

// The first two items of each list; notes their keys and short words.
function cut(value) {
  if (typeof value === 'string' && value.length < 24 && /^[\w:./-]+$/.test(value)) words.add(value);
  if (Array.isArray(value)) return value.slice(0, 2).map(cut);
  if (value === null || typeof value !== 'object') return value;
  for (const key of Object.keys(value)) words.add(key);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, cut(item)]));
}

FILES.forEach((name, i) => {
  const text = fs.readFileSync(path.join(DATA, `${name}.json`), 'utf8');
  // Words and columns of a table belong together: those files stay whole.
  const whole = /i18n|results\/|related/.test(name);
  put('json_loader', name.replaceAll('/', '-'), [i], whole ? text.slice(0, 20000) : JSON.stringify(cut(JSON.parse(text))));
});
for (const file of walk(path.join(FIXTURES, 'registrations'))) {
  if (!/\.(csv|tsv|txt)$/.test(file)) continue;
  const bytes = fs.readFileSync(file).subarray(0, 1500);
  put('csv_reader', path.basename(file), [7], bytes);
  put('registrations', path.basename(file), bytes);
}
for (const file of walk(path.join(FIXTURES, 'results'))) {
  if (file.endsWith('.json')) put('results', path.basename(file), fs.readFileSync(file));
}
const quoted = [...words].filter((word) => /^[\x20-\x7e]+$/.test(word)).map((word) => `"\\"${word.replace(/["\\]/g, '\\$&')}\\""`);
fs.writeFileSync(path.join(OUT, 'json.dict'), `${[...new Set(quoted)].join('\n')}\n`);
