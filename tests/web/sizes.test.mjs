// The download size of the page: its limits, and no unnoticed growth.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { ROOT } from '../fixtures/frozen.mjs';
import { VIEWS } from '../fixtures/tabs.mjs';
import { budgetFaults, isCode, LIMITS } from './budgets.mjs';

const sizes = JSON.parse(fs.readFileSync(path.join(ROOT, 'build/web/sizes.json'), 'utf8'));
const record = JSON.parse(fs.readFileSync(path.join(ROOT, 'tests/sizes.json'), 'utf8'));

const KB = 1000; // of every limit here
const ALLOWED_GROWTH = 2 * KB;
const FIRST_VIEW_DATA = ['i18n/es', 'editions', 'community', 'countries', 'events', 'projects', 'sponsors'].map((name) => `data/${name}.json`);

// Limits apply to transferred bytes, after brotli, not to uncompressed sizes.
const atMost = (names, limit) => {
  const found = names.reduce((sum, name) => {
    assert.ok(sizes[name], `${name} is missing in build/web`);
    return sum + sizes[name].brotli;
  }, 0);
  assert.ok(found <= limit, `expected at most ${limit} bytes brotli, found ${found}`);
};

// What a first view actually loads, tab by tab, is measured in first_view.test.mjs.
test(`all code of a first visit: ${LIMITS.code / KB} kB brotli; fonts: ${LIMITS.fonts / KB} kB`, () => {
  const code = Object.keys(sizes).filter(isCode);
  assert.ok(code.includes('tablero.wasm') && code.includes('tablero.js') && code.includes('embed.js'));
  assert.deepEqual(budgetFaults(path.join(ROOT, 'build/web')), []);
});

test('data of the first view: 60 kB brotli', () => atMost(FIRST_VIEW_DATA, 60 * KB));

test('stills: 18 kB brotli each, of every view in every language, theme and width', () => {
  const stills = Object.keys(sizes).filter((name) => name.startsWith('posters/'));
  const languages = Object.keys(JSON.parse(fs.readFileSync(path.join(ROOT, 'build/web/languages.json'), 'utf8')));
  const wanted = VIEWS.flatMap((view) =>
    languages.flatMap((lang) => ['light', 'dark'].flatMap((theme) => ['', '-narrow'].map((width) =>
      `posters/${view}-${lang}-${theme}${width}.png`))));
  assert.deepEqual(stills.sort(), wanted.sort());
  for (const name of stills) atMost([name], 18 * KB);
});

test('the service worker keeps what the page needs, by the addresses that it is asked by', () => {
  const read = (name) => fs.readFileSync(path.join(ROOT, 'build/web', name));
  const list = JSON.parse(read('files.json'));
  const kept = Object.keys(list);
  const html = fs.readFileSync(path.join(ROOT, 'build/web/index.html'), 'utf8');
  const preloaded = [...html.matchAll(/preload" href="([^"]+)"/g)].map(([, address]) => address);
  assert.ok(preloaded.length > 8);
  assert.deepEqual(preloaded.filter((address) => !kept.includes(address)), []);
  for (const address of kept) {
    const [name, digest] = address.replace('./', 'index.html').split('?v=');
    assert.ok(sizes[name], address);
    const [found, size, integrity] = list[address];
    assert.equal(size, sizes[name].raw, address);
    const whole = createHash('sha256').update(read(name)).digest();
    assert.equal(found, whole.toString('hex').slice(0, 8), address);
    assert.ok(digest === undefined || digest === found, address);
    assert.equal(integrity, /^(tablero|later|fallback)\.js$/.test(name) ? 'sha256-' + whole.toString('base64') : undefined, address);
  }
});

test('every file has its brotli and gzip form beside it, and sizes.json tells the truth', () => {
  for (const [name, size] of Object.entries(sizes)) {
    const file = path.join(ROOT, 'build/web', name);
    assert.equal(fs.statSync(file).size, size.raw, name);
    assert.equal(fs.statSync(`${file}.br`).size, size.brotli, name);
    assert.ok(fs.existsSync(`${file}.gz`), `${name}.gz`);
  }
});

// Other compilers give other sizes; the record is of one.
const compiler = /(\d+\.\d+\.\d+)/.exec(execFileSync('emcc', ['--version'], { encoding: 'utf8' }))[1];
const otherCompiler = compiler === record.emscripten ? false : `recorded with Emscripten ${record.emscripten}, this is ${compiler}`;

test('nothing grew more than 2 kB brotli over tests/sizes.json', { skip: otherCompiler }, () => {
  const hint = 'if it is meant: node tests/web/record_sizes.mjs, in the same commit';
  for (const [name, size] of Object.entries(sizes)) {
    if (/^(data|plain|posters)\//.test(name)) continue; // grows with what the community does, within the limits above
    assert.ok(record.files[name], `${name} is not in tests/sizes.json; ${hint}`);
    const grown = size.brotli - record.files[name].brotli;
    assert.ok(grown <= ALLOWED_GROWTH, `${name} grew by ${grown} bytes brotli; ${hint}`);
  }
});
