// Broken copies of the frozen data: what the schemas and the reference checks of the tests find (neither is our code) tablero-data
// check finds too, and names the file.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { DATA, read, schemaFaults, schemas } from '../data/folder.mjs';
import { faultsBesideSchemas } from '../data/references.mjs';
import { BIN, scratch } from '../fixtures/frozen.mjs';

const PROGRAM = path.join(BIN, 'tablero-data');
const ROUNDS = 24;

const copy = scratch('broken');
fs.cpSync(DATA, copy, { recursive: true });

// Runs the check with these files changed (path -> text); its lines without the folder's name.
function check(changed) {
  for (const [name, text] of Object.entries(changed)) fs.writeFileSync(path.join(copy, name), text);
  const { status, stderr } = spawnSync(PROGRAM, ['check', copy], { encoding: 'utf8', timeout: 60000 });
  for (const name of Object.keys(changed)) fs.copyFileSync(path.join(DATA, name), path.join(copy, name));
  return { status, lines: stderr.split('\n').filter((line) => line !== '').map((line) => line.replace(`${copy}/`, '')) };
}

const pick = (doc, pointer) => pointer.split('/').slice(1).reduce((value, key) => value[key], doc);
const edit = (pointer, change) => (doc) => {
  const at = pointer.lastIndexOf('/');
  const holder = pick(doc, pointer.slice(0, at));
  const key = pointer.slice(at + 1);
  const value = change(holder[key]);
  if (value === undefined) delete holder[key];
  else holder[key] = value;
};
const set = (pointer, value) => edit(pointer, () => value);
const drop = (pointer) => edit(pointer, () => undefined);

// [class, file, change, how the place begins in the line]
const FAULTS = [
  ['version', 'events.json', set('/version', 2), '/version'],
  ['missing key', 'cities.json', drop('/cities/0/name'), '/cities/0/name'],
  ['unknown key', 'cities.json', set('/cities/0/people', 3), '/cities/0/people'],
  ['wrong type', 'cities.json', set('/cities/0/lon', '-64'), '/cities/0/lon'],
  ['null', 'projects.json', set('/projects/0/name', null), '/projects/0/name'],
  ['empty text', 'events.json', set('/events/0/title', ' '), '/events/0/title'],
  ['language missing', 'countries.json', drop('/countries/0/name/pt'), '/countries/0/name/pt'],
  ['range: longitude', 'cities.json', set('/cities/0/lon', 181), '/cities/0/lon'],
  ['range: goal', 'projects.json', set('/projects/0/sdg', [18]), '/projects/0/sdg/0'],
  ['range: score', 'leaderboard/results/latxa-2024.json', set('/raw/0/1', 135), '/raw/0/1'],
  ['range: negative count', 'cities.json', set('/years/0/count', -1), '/years/0/count'],
  ['range: year', 'sponsors.json', set('/prices/0/edition', 1999), '/prices/0/edition'],
  ['date: form', 'events.json', set('/events/0/date', '14/03/2022'), '/events/0/date'],
  ['date: month', 'sources.json', set('/sources/5/read', '2024-13'), '/sources/5/read'],
  ['date: no such day', 'events.json', set('/events/0/date', '2023-02-29'), '/events/0/date'],
  ['date: ends before it starts', 'editions.json', set('/editions/0/dates/end', '2022-01-01'), '/editions/0/dates/end'],
  ['time', 'events.json', set('/events/0/time', '24:10'), '/events/0/time'],
  ['qualifier', 'editions.json', set('/editions/0/claims/0/qualifier', 'about'), '/editions/0/claims/0/qualifier'],
  ['kind of missing', 'cities.json', set('/years/0/count', { missing: 'zero' }), '/years/0/count/missing'],
  ['vocabulary', 'sponsors.json', set('/sponsors/0/tiers/0/tier', 'diamond'), '/sponsors/0/tiers/0/tier'],
  ['country code', 'cities.json', set('/cities/0/country', 'ar'), '/cities/0/country'],
  ['address', 'sources.json', set('/sources/0/url', 'javascript:alert(1)'), '/sources/0/url'],
  ['no source', 'editions.json', set('/editions/0/claims/0/sources', []), '/editions/0/claims/0/sources'],
  ['source twice in a list', 'editions.json', edit('/editions/0/claims/0/sources', (s) => [s[0], s[0]]), '/editions/0/claims/0/sources'],
  ['licence missing: source', 'sources.json', drop('/sources/3/licence'), '/sources/3/licence'],
  ['licence missing: file', 'manifest.json', drop('/files/1/licence'), '/files/1/licence'],
  ['duplicate id: city', 'cities.json', edit('/cities/1/id', () => read('cities.json').cities[0].id), '/cities/1'],
  ['duplicate id: source', 'sources.json', edit('/sources/1/id', () => read('sources.json').sources[0].id), '/sources/1'],
  ['duplicate id: event', 'events.json', edit('/events/1/id', () => read('events.json').events[0].id), '/events/1'],
  ['duplicate id: claim', 'editions.json', edit('/editions/0/claims/1/id', () => read('editions.json').editions[0].claims[0].id), '/editions/0/claims/1'],
  ['duplicate model', 'leaderboard/results/latxa-2024.json', edit('/models/1', () => read('leaderboard/results/latxa-2024.json').models[0]), '/models'],
  ['reference: source', 'projects.json', set('/projects/0/sources', ['web:nowhere']), '/projects/0/sources/0'],
  ['reference: country', 'cities.json', set('/cities/0/country', 'QQ'), '/cities/0'],
  ['reference: edition', 'sponsors.json', set('/prices/0/edition', 2033), '/prices/0'],
  ['reference: project', 'corpora.json', set('/corpora/0/project', '2024-nothing'), '/corpora/0'],
  ['reference: event', 'community.json', set('/videos/rows/0/event', '2023-99'), '/videos/rows/0/event'],
  ['reference: claim in a conflict', 'editions.json', set('/conflicts/0/claims/0', 'C99-99'), '/conflicts/0/claims/0'],
  ['reference: claim of a campaign', 'contributions.json', set('/campaigns/0/claims/0', 'C99-99'), '/campaigns/0'],
  ['reference: task', 'leaderboard/results/latxa-2024.json', set('/tasks/0', 'no_such_task'), '/tasks/0'],
  ['reference: model', 'leaderboard/results/latxa-2024.json', set('/models/0', 'ai-forever/no-such-model'), '/models/0'],
];

const documents = () => Object.fromEntries(Object.keys(schemas).map((name) => [name, read(name)]));

test('the frozen folder has no fault for anybody', () => {
  assert.deepEqual(check({}), { status: 0, lines: [] });
  assert.deepEqual(faultsBesideSchemas(documents()), []);
});

for (const [name, file, change, place] of FAULTS) {
  test(`${name} (${file})`, () => {
    const files = documents();
    change(files[file]);
    const found = [...schemaFaults(file, files[file]), ...faultsBesideSchemas(files)];
    assert.notDeepEqual(found, [], 'the tests\' own checks find it');
    const { status, lines } = check({ [file]: JSON.stringify(files[file]) });
    assert.equal(status, 1);
    assert.ok(lines.some((line) => line.startsWith(`${file}: ${place}`) && /: expected .+, found .+/.test(line)), lines.slice(0, 5).join('\n'));
    assert.ok(lines.every((line) => / expected .+, found /.test(line)), 'one line per fault');
  });
}

const text = fs.readFileSync(path.join(DATA, 'projects.json'), 'utf8');
for (const [name, bytes] of [
  ['cut off', text.slice(0, text.length / 2)],
  ['empty', ''],
  ['a web page', '<!doctype html><title>404</title>'],
  ['a comma too many', text.replace(/\}\s*$/, ',}')],
  ['not UTF-8', Buffer.from(text.replace('PLN', 'PL\xD1'), 'latin1')],
  ['NaN', text.replace('"version":1', '"version":NaN').replace('"version": 1', '"version": NaN')],
]) {
  test(`not JSON: ${name}`, () => {
    assert.throws(() => JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(bytes))));
    const { status, lines } = check({ 'projects.json': bytes });
    assert.equal(status, 1);
    assert.ok(lines[0].startsWith('projects.json: '), lines[0]);
  });
}

// A small generator of random numbers, the same in every run.
function random(seed) {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function places(value, at = []) {
  if (value === null || typeof value !== 'object') return [at];
  return [at, ...Object.entries(value).flatMap(([key, item]) => places(item, [...at, key]))];
}

const BREAKS = [
  (holder, key) => { delete holder[key]; },
  (holder, key) => { holder[key] = null; },
  (holder, key) => { holder[key] = typeof holder[key] === 'string' ? 7.5 : 'x'; },
  (holder, key) => { holder[key] = {}; },
  (holder, key) => { holder[key] = []; },
  (holder, key) => { holder[key] = typeof holder[key] === 'number' ? -1e15 : ' '; },
  (holder, key) => { if (holder[key] !== null && typeof holder[key] === 'object' && !Array.isArray(holder[key])) holder[key].zz = 1; },
];

test('random faults in every file: whatever the schema refuses the loader refuses', () => {
  const next = random(20261121);
  const refused = new Map();
  for (let round = 0; round < ROUNDS; ++round) {
    const changed = {};
    const expected = [];
    for (const name of Object.keys(schemas)) {
      // A broken list of snapshots names no tables: those take turns with it.
      if (round % 2 === 0 ? name === 'leaderboard/results.json' : name.startsWith('leaderboard/results/')) continue;
      const doc = read(name);
      const all = places(doc).filter((at) => at.length > 0);
      const at = all[next(all.length)];
      const holder = at.slice(0, -1).reduce((value, key) => value[key], doc);
      if (Array.isArray(holder) && next(2) === 0) holder.splice(Number(at.at(-1)), 1, {});
      else BREAKS[next(BREAKS.length)](holder, at.at(-1));
      if (Array.isArray(holder)) for (let i = 0; i < holder.length; ++i) holder[i] ??= null;
      const why = schemaFaults(name, JSON.parse(JSON.stringify(doc)));
      changed[name] = JSON.stringify(doc);
      if (why.length > 0) expected.push([name, at.join('/'), why[0]]);
    }
    const { status, lines } = check(changed);
    assert.equal(status, 1);
    for (const [name, at, why] of expected) {
      refused.set(name, (refused.get(name) ?? 0) + 1);
      assert.ok(lines.some((line) => line.startsWith(`${name}: `)), `${name} at ${at}: the schema says ${why}, the check nothing`);
    }
  }
  for (const name of Object.keys(schemas)) assert.ok((refused.get(name) ?? 0) >= ROUNDS / 4, `${name}: ${refused.get(name)} faults`);
});
