// Files of data/ that are small and want much, or large and want more, all within the limit of size: what somebody would
// write to freeze the check or the page. Each is [name, path below data/, the bytes as a function].
//   node tests/tools/hostile_files.mjs PROGRAM    prints what `PROGRAM check` takes for each
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { DATA } from '../fixtures/frozen.mjs';

export const LIMIT = 16 * 2 ** 20;
const read = (name) => JSON.parse(fs.readFileSync(path.join(DATA, name), 'utf8'));
const many = (count, item) => Array.from({ length: count }, (_, i) => item(i));
const json = (value) => Buffer.from(JSON.stringify(value));
// `text` as often as it fits between the others.
const filled = (begin, text, end, bytes = LIMIT) => Buffer.from(begin + text.repeat((bytes - begin.length - end.length) / text.length) + end);
const keys = (bytes, prefix = '') => {
  const count = Math.floor(bytes / (prefix.length + 12));
  return Buffer.from(`{${many(count, (i) => `"${prefix}${String(i).padStart(7, '0')}":1`).join(',')}}`);
};
const SCORES = 'leaderboard/results/latxa-gpt-2024.json';
const scores = (fields) => json({ version: 1, snapshot: 'latxa-gpt-2024', ...fields });
const words = (count, prefix) => many(count, (i) => prefix + i);
const texts = { es: 'a', pt: 'a', en: 'a' };

// A list of the file `name` with its first record repeated under new ids: what the file looks like to a loader that takes
// everything for good.
const repeated = (name, list, count, change = () => ({})) => () => {
  const document = read(name);
  const [first] = document[list];
  document[list] = many(count, (i) => ({ ...first, ...('id' in first && { id: `x${String(i).padStart(7, '0')}` }), ...change(i) }));
  return json(document);
};
const edited = (name, change) => () => {
  const document = read(name);
  change(document);
  return json(document);
};

export const FILES = [
  ['zeros', 'editions.json', () => filled('[0', ',0', ']')],
  ['zero bytes', 'editions.json', () => Buffer.alloc(LIMIT)],
  ['zero bytes behind the end', 'editions.json', () => Buffer.concat([fs.readFileSync(path.join(DATA, 'editions.json')), Buffer.alloc(100)])],
  ['a second document behind the end', 'events.json', () => Buffer.concat([fs.readFileSync(path.join(DATA, 'events.json')), Buffer.from('{}')])],
  ['empty objects', 'cities.json', () => filled('{"version":1,"cities":[{}', ',{}', ']}')],
  ['empty texts', 'sources.json', () => filled('{"version":1,"sources":[""', ',""', ']}')],
  ['0.6 MB of keys', 'editions.json', () => keys(600000)],
  ['2.3 MB of keys', 'cities.json', () => keys(2300000)],
  ['16 MB of keys', 'projects.json', () => keys(LIMIT)],
  ['keys that begin alike', 'sponsors.json', () => keys(LIMIT, 'k'.repeat(300))],
  ['words: 0.6 MB of keys', 'i18n/es.json', () => keys(600000)],
  ['words: texts', 'i18n/es.json', () => json(Object.fromEntries(many(200000, (i) => [`k${i}`, 'a'])))],
  ['brackets', 'events.json', () => filled('[', '[', '')],
  ['objects in objects', 'events.json', () => filled('', '{"a":', '1')],
  ['a text of 16 MB', 'community.json', () => filled('{"version":"', 'a', '"}')],
  ['escapes of 16 MB', 'community.json', () => filled('{"version":"', '\\u00e1', '"}')],
  ['an open text', 'community.json', () => filled('{"version":"', '\x01', '')],
  ['a number of 16 MB', 'corpora.json', () => filled('{"version":1', '0', '}')],
  ['digits behind the point', 'corpora.json', () => filled('{"version":0.', '1', '}')],
  ['blanks', 'corpora.json', () => filled('{', ' \n', '}')],
  ['quotes', 'corpora.json', () => filled('', '"', '')],
  ['not UTF-8', 'corpora.json', () => Buffer.alloc(LIMIT, 0xe9)],
  ['wrong records', 'events.json', () => filled('{"version":1,"events":[7', ',7', ']}', 2180000)],
  ['lists in lists', 'events.json', () => filled('{"version":1,"events":[[[[[1]]]]', ',[[[[1]]]]', ']}', 2400000)],
  ['a list of a million words', 'leaderboard/tasks.json', edited('leaderboard/tasks.json', (d) => { d.tasks[0].aliases = words(1050000, 'a'); })],
  ['a list of a million dates', 'events.json', edited('events.json', (d) => { d.events[0].other_dates = many(1050000, () => '2024'); })],
  ['unknown keys', 'leaderboard/tasks.json', () => json({ version: 1, ...Object.fromEntries(many(300000, (i) => [`k${i}`, 1])) })],
  ['338 kB of scores', SCORES, () => scores({ models: words(20000, 'm'), tasks: words(16000, 't'), metrics: [], raw: many(20000, () => []) })],
  ['scores without cells', SCORES, () => scores({ models: words(100000, 'm'), tasks: words(100000, 't'), metrics: many(100000, () => 'acc') })],
  ['one row', SCORES, () => scores({ models: words(150000, 'm'), tasks: words(150000, 't'), metrics: ['acc'], raw: [[1]], normalised: [[]], stderr: [] })],
  ['empty means', SCORES, () => scores({ models: words(100000, 'm'), tasks: [], means: many(60000, () => ({ scope: 'all', values: [] })) })],
  ['details', SCORES, () => scores({ models: words(60000, 'm'), tasks: [], means: [], details: many(60000, (i) => ({ model: `m${59999 - i}`, task: 'x', metric: 'acc', raw: 1 })) })],
  ['columns of scores', SCORES, () => scores({ models: ['m'], tasks: words(120000, 't'), metrics: many(120000, () => 'acc'), raw: [many(120000, () => 1)] })],
  ['tasks and aliases', 'leaderboard/tasks.json', repeated('leaderboard/tasks.json', 'tasks', 20000, (i) => ({ aliases: [`a${i}`, `b${i}`] }))],
  ['a list of words', 'projects.json', edited('projects.json', (d) => { d.projects[0].sources = words(400000, 'web:'); })],
  ['claims', 'editions.json', edited('editions.json', (d) => {
    const [claim] = d.editions[0].claims;
    d.editions[0].claims = many(25000, (i) => ({ ...claim, id: `C${i}`, metric: `m${i}`, shown: true }));
    d.editions[0].gaps = many(20000, (i) => ({ metric: `n${i}`, missing: 'no_data' }));
  })],
  ['conflicts', 'editions.json', edited('editions.json', (d) => {
    const [claim] = d.editions[0].claims;
    d.editions[0].claims = many(12000, (i) => ({ ...claim, id: `C${i}`, metric: 'm', shown: false }));
    d.conflicts = [{ topic: texts, claims: words(12000, 'C'), shown: words(12000, 'C'), reason: texts },
      ...many(12000, (i) => ({ topic: texts, claims: [`C${i}`, 'C11999'], shown: [], reason: texts }))];
  })],
  ['derived claims', 'editions.json', edited('editions.json', (d) => {
    const [claim] = d.editions[0].claims;
    d.editions[0].claims = many(30000, (i) => ({ ...claim, id: `C${i}`, metric: 'events', qualifier: 'derived', shown: false }));
  })],
  ['events', 'events.json', repeated('events.json', 'events', 20000)],
  ['events of any kind', 'events.json', repeated('events.json', 'events', 20000, (i) => ({ kind: `k${i}` }))],
  ['videos', 'community.json', edited('community.json', (d) => {
    const [video] = d.videos.rows;
    d.videos.rows = many(70000, (i) => ({ ...video, event: `e${i}` }));
  })],
  ['projects', 'projects.json', repeated('projects.json', 'projects', 15000, (i) => ({ related: [`x${14999 - i}`, 'none'] }))],
  ['cities', 'cities.json', repeated('cities.json', 'cities', 30000)],
  ['sources', 'sources.json', repeated('sources.json', 'sources', 80000)],
  ['sponsors', 'sponsors.json', repeated('sponsors.json', 'sponsors', 15000)],
  ['corpora', 'corpora.json', repeated('corpora.json', 'corpora', 30000)],
  ['campaigns', 'contributions.json', repeated('contributions.json', 'campaigns', 3000)],
  ['models', 'leaderboard/models.json', repeated('leaderboard/models.json', 'models', 40000)],
  ['boards', 'leaderboard/related.json', edited('leaderboard/related.json', (d) => {
    d.boards = many(12000, (i) => ({ ...d.boards[0], id: `b${i}`, columns: many(3, () => ({ name: 'n', type: 'number', values: [1] })) }));
  })],
  ['snapshots of one file', 'leaderboard/results.json', edited('leaderboard/results.json', (d) => {
    const last = d.snapshots.at(-1);
    d.snapshots.push(...many(15000, (i) => ({ ...last, id: `s${i}` })));
  })],
  ['one schema for all', 'manifest.json', edited('manifest.json', (d) => {
    const [file] = d.files;
    d.files.push(...many(40000, (i) => ({ ...file, path: `f${i}.json` })));
  })],
  ['families', 'manifest.json', edited('manifest.json', (d) => {
    d.source_families = many(30000, (i) => ({ ...d.source_families[0], id: `f${i}` }));
    d.files.forEach((file) => { file.sources = words(8000, 'g'); });
  })],
  ['other files', 'manifest.json', edited('manifest.json', (d) => {
    const [file] = d.files;
    d.files.push(...many(20000, (i) => ({ ...file, path: `${'./'.repeat(i % 50)}cities.json`, schema: '../'.repeat(9) + 'dev/zero' })));
  })],
];

// What a run of `command` takes: { status, output, seconds (of the processor), megabytes (at most, resident) }.
const MEASURE = `
import resource, subprocess, sys
run = subprocess.run(sys.argv[1:], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=300)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
sys.stdout.buffer.write(b'%d %f %d\\n' % (run.returncode, used.ru_utime + used.ru_stime, used.ru_maxrss) + run.stdout)
`;
export function measured(...command) {
  const { stdout, stderr } = spawnSync('python3', ['-c', MEASURE, ...command], { encoding: 'utf8', maxBuffer: 1 << 30,
    env: { ...process.env, ASAN_OPTIONS: 'detect_leaks=0:quarantine_size_mb=1:allocator_may_return_null=0' } });
  const [first, ...rest] = stdout.split('\n');
  const [status, seconds, kilobytes] = first.split(' ').map(Number);
  if (!(kilobytes > 0)) throw new Error(stderr);
  return { status, output: rest.join('\n'), seconds, megabytes: kilobytes / 1024 };
}

// A copy of the frozen data in which one file at a time is another one.
export class BrokenCopy {
  constructor() {
    this.folder = fs.mkdtempSync(path.join(os.tmpdir(), 'tablero-hostile-'));
    fs.cpSync(DATA, this.folder, { recursive: true });
  }

  check(program, name, bytes) {
    fs.writeFileSync(path.join(this.folder, name), bytes);
    const result = measured(program, 'check', this.folder);
    fs.copyFileSync(path.join(DATA, name), path.join(this.folder, name));
    return result;
  }

  remove() {
    fs.rmSync(this.folder, { recursive: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const copy = new BrokenCopy();
  for (const [name, file, make] of FILES) {
    if (process.argv[3] && name !== process.argv[3]) continue;
    const bytes = make();
    const { status, output, seconds, megabytes } = copy.check(process.argv[2], file, bytes);
    const lines = output.trim().split('\n');
    console.log(`${name.padEnd(34)} ${(bytes.length / 2 ** 20).toFixed(1).padStart(5)} MB ${seconds.toFixed(2).padStart(6)} s ${megabytes.toFixed(0).padStart(5)} MB  status ${status}, ${lines.length} lines: ${lines[0].replace(copy.folder, '').slice(0, 110)}`);
  }
  copy.remove();
}
