// Every file of the frozen data against its JSON Schema (2020-12), by a validator that is not ours.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import zlib from 'node:zlib';
import { ajv, DATA, manifest, read, schemaFaults, schemaNames, schemas } from './folder.mjs';
import { faultsBesideSchemas } from './references.mjs';

const REQUIRED = ['editions', 'cities', 'countries', 'projects', 'events', 'sponsors', 'contributions', 'community', 'corpora',
  'leaderboard/tasks', 'leaderboard/models', 'leaderboard/results', 'leaderboard/related', 'i18n/es', 'i18n/pt', 'i18n/en'];

for (const name of schemaNames) {
  test(`${name} is a schema`, () => assert.ok(ajv.validateSchema(read(`schema/${name}`)), ajv.errorsText()));
}

test('the manifest lists the required files and no other', () => {
  const listed = manifest.files.map((f) => f.path);
  assert.equal(new Set(listed).size, listed.length);
  for (const name of REQUIRED) assert.ok(listed.includes(`${name}.json`), `${name}.json is missing`);
  const present = [];
  const walk = (folder) => {
    for (const e of fs.readdirSync(path.join(DATA, folder), { withFileTypes: true })) {
      const name = folder === '' ? e.name : `${folder}/${e.name}`;
      if (e.isDirectory()) walk(name);
      // Words of a further language need no entry: a language is one file.
      else if (name.endsWith('.json') && !name.startsWith('schema/') && (!name.startsWith('i18n/') || listed.includes(name))) present.push(name);
    }
  };
  walk('');
  assert.deepEqual(listed.slice().sort(), present.sort());
});

for (const [name, schema] of Object.entries(schemas)) {
  test(`${name} follows ${schema}`, () => assert.deepEqual(schemaFaults(name, read(name)).slice(0, 5), []));
}

test('ids are unique, references lead somewhere, days exist', () => {
  const files = Object.fromEntries(Object.keys(schemas).map((name) => [name, read(name)]));
  assert.deepEqual(faultsBesideSchemas(files).slice(0, 20), []);
});

// Named by a source that was read, or handed on without a date: shown as "not known", never as a day that was made up.
const WITHOUT_DAY = ['board:annotation-2024', 'board:likes-2023', 'doc:hackathon-2022', 'doc:hackathon-2023', 'doc:hackathon-2024',
  'doc:hackathon-2025', 'doc:somos600m', 'hub:pages', 'lb:backend', 'lb:requests', 'own:model-names',
  'web:blog/proyectos-hackathon-2024@ddf183e'];

test('every source has a title, a licence, an address or a document, and the day it was read', () => {
  const { sources } = read('sources.json');
  for (const source of sources) {
    assert.ok(source.title.trim() !== '' && source.licence.trim() !== '', source.id);
    assert.ok(source.url !== undefined || ['document', 'derived'].includes(source.kind), source.id);
  }
  assert.deepEqual(sources.filter((s) => s.read === undefined).map((s) => s.id), WITHOUT_DAY);
});

// Counted by a walk over all files that knows nothing of the loaders.
test('every figure names its source, and what is missing says how', () => {
  let figures = 0;
  const missing = new Set();
  const visit = (value, name, inherited) => {
    if (value === null || typeof value !== 'object') return;
    if (typeof value.missing === 'string') missing.add(value.missing);
    const sources = value.sources ?? inherited;
    if (value.metric !== undefined && typeof value.value === 'number') {
      figures += 1;
      assert.ok(sources?.length > 0, `${name}: ${JSON.stringify(value)}`);
    }
    for (const item of Object.values(value)) visit(item, name, sources);
  };
  for (const name of Object.keys(schemas)) visit(read(name), name);
  assert.ok(figures >= 120, `${figures} figures`);
  assert.deepEqual([...missing].filter((word) => !['no_data', 'not_asked', 'fewer_than_k'].includes(word)), []);
});

// The files that the panorama fetches (tests/ui/failure_test.cpp) and the words of one language, as they are served.
test('data of the first view: at most 60 kB brotli', () => {
  const files = ['i18n/es', 'community', 'countries', 'editions', 'events', 'projects', 'sponsors'];
  const bytes = files.map((name) => zlib.brotliCompressSync(Buffer.from(JSON.stringify(read(`${name}.json`)))).length);
  const total = bytes.reduce((a, b) => a + b, 0);
  assert.ok(total <= 60000, `${total} bytes`);
});

// Written in a comment of a page, taken back, or about a person: none of it is public.
test('what nobody published is not here', () => {
  const all = Object.keys(schemas).map((name) => fs.readFileSync(path.join(DATA, name), 'utf8')).join('\n');
  for (const id of ['"C25-07"', '2024-sam-doctor', '2024-wikihow']) assert.ok(!all.includes(id), id);
  assert.doesNotMatch(all, /[\w.+-]+@[\w-]+\.[a-z]{2,}/i, 'no e-mail address');
  for (const project of read('projects.json').projects) assert.equal(project.members, undefined);
  // Positions of little certainty carry that mark.
  const marks = read('cities.json').cities.flatMap((city) => city.editions.map((e) => e.confidence));
  assert.deepEqual(['high', 'medium', 'low'].map((mark) => marks.filter((m) => m === mark).length), [140, 83, 50]);
});
