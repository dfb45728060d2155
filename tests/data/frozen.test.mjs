// Tests read the frozen data; only tests/live reads data/, which changes from year to year. Also tests how the frozen
// folder is assembled from the frozen files and those that belong to the program.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { wordsOf } from '../fixtures/assemble.mjs';
import { DATA, ROOT } from '../fixtures/frozen.mjs';


// Patterns of access to what changes with data/: the folder itself, and what is built from it.
const LIVE = [
  /(\.\.\/){2,}data\b/,                                // new URL('../../data/x', import.meta.url)
  /(ROOT|PROJECT_SOURCE_DIR\}?|CMAKE_SOURCE_DIR\}?)["'`]?\s*[,/+}]*\s*["'`/]*data\b/, // path.join(ROOT, 'data'), ${ROOT}/data
  /build\/(web|debug|native)\b(?!-)/,                  // the page, and programs that have data/ beside them
  /build\/assets\b(?!\/map\b)/,                        // fonts and lists; the base map is everybody's
];
// Allowed: the tests of the live data, the script that takes schemas and keys from it, this one, those of what is
// published (its sizes, its module, its notices, its package), the one that reads where the workflows find it, and the
// one that compiles with the flags of the debug build.
const ALLOWED = [/^live\//, /^package\//, /^fixtures\/assemble\.mjs$/, /^data\/frozen\.test\.mjs$/,
  /^web\/(sizes|wasm|first_view|mathematics|licences)\.test\.mjs$/, /^web\/record_sizes\.mjs$/, /^tools\/(workflows|tabs)\.test\.mjs$/];

const sources = fs.readdirSync(path.join(ROOT, 'tests'), { recursive: true })
  .filter((name) => /\.(mjs|js|cpp|h|html|py|txt)$/.test(name) && !/node_modules|^fixtures\/(data|registrations|results)\//.test(name));

// Lines of a comment only explain.
const mentions = (text) => text.split('\n').filter((line) => !/^\s*(\/\/|#|\*)/.test(line) && LIVE.some((way) => way.test(line)));

test('no test reads data/ or what is built from it, but those that may', () => {
  const found = sources.filter((name) => !ALLOWED.some((one) => one.test(name)))
    .flatMap((name) => mentions(fs.readFileSync(path.join(ROOT, 'tests', name), 'utf8')).map((line) => `tests/${name}: ${line.trim()}`));
  assert.ok(sources.length > 100, `${sources.length} sources`);
  assert.deepEqual(found, []);
});

test('each way to come to data/ is noticed, and none to the frozen folder', () => {
  for (const line of [
    "new URL('../../data/i18n/', import.meta.url)", "path.join(ROOT, 'data')", 'path.resolve(here, `../../data`)',
    'TABLERO_DATA_DIR="${PROJECT_SOURCE_DIR}/data"', "path.join(ROOT, 'build/web')", "'build/debug', 'tablero'",
    "path.join(ROOT, 'build/assets/fonts', name)", '`${ROOT}/data/x.json`',
  ]) assert.equal(mentions(line).length, 1, line);
  for (const line of [
    "path.join(DATA, 'editions.json')", "path.join(ROOT, 'tests/data')", "import x from '../data/folder.mjs';",
    "'/build/assets/map/110m.bin'", "fetch('/build/web-cmake/bench/map_web_bench.wasm')", "server.url + '/data/events.json'",
  ]) assert.equal(mentions(line).length, 0, line);
});

const read = (...parts) => fs.readFileSync(path.join(...parts), 'utf8');
const files = (folder) => fs.readdirSync(folder, { recursive: true }).filter((name) => name.endsWith('.json')).sort();

test('figures and languages are the frozen ones to the byte, schemas and keys those of the program', () => {
  const frozen = path.join(ROOT, 'tests/fixtures/data');
  const schemas = files(path.join(ROOT, 'data/schema'));
  assert.deepEqual(files(DATA), [...files(frozen), ...schemas.map((name) => `schema/${name}`)].sort());
  for (const name of schemas) assert.equal(read(DATA, 'schema', name), read(ROOT, 'data/schema', name), name);
  for (const name of files(frozen)) {
    if (!name.startsWith('i18n/')) assert.equal(read(DATA, name), read(frozen, name), name);
  }
});

test('a new key has its text from data/, a changed text stays frozen, a key that went is gone', () => {
  assert.deepEqual(wordsOf({ a: 'one', b: 'two', old: 'x' }, { b: 'TWO', a: 'one', fresh: 'new' }), { b: 'two', a: 'one', fresh: 'new' });
});
