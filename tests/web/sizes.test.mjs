// What the page costs to load: the limits of the product, and no growth without notice.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const sizes = JSON.parse(fs.readFileSync(path.join(ROOT, 'build/web/sizes.json'), 'utf8'));
const record = JSON.parse(fs.readFileSync(path.join(ROOT, 'tests/sizes.json'), 'utf8'));

const KB = 1024;
const ALLOWED_GROWTH = 1 * KB;
const CODE = ['embed.js', 'tablero.js'];
const FIRST_VIEW_DATA = ['i18n/es', 'editions', 'community', 'events', 'projects', 'sponsors'].map((name) => `data/${name}.json`);
const FIRST_VIEW = ['index.html', 'page.js', 'tablero.css', ...CODE, 'tablero.wasm', 'fonts/inter-400.otf', 'fonts/inter-600.otf',
  'map/110m.bin', ...FIRST_VIEW_DATA];

const total = (names, form) => names.reduce((sum, name) => {
  assert.ok(sizes[name], `${name} is missing in build/web`);
  return sum + sizes[name][form];
}, 0);
const atMost = (names, form, limit) => {
  const found = total(names, form);
  assert.ok(found <= limit, `expected at most ${limit} bytes ${form}, found ${found}`);
};

// Limits of the product that the present build does not keep: what it takes instead, until it does. A debt that is paid
// must be taken out of this list, and none may be added without saying so in the commit.
const DEBTS = {
  'scripts brotli': 9.45 * KB,
};
const keeps = (what, names, form, limit) => {
  const debt = DEBTS[`${what} ${form}`];
  if (debt === undefined) return atMost(names, form, limit);
  assert.ok(total(names, form) > limit, `${what} ${form} keeps its limit of ${limit} bytes again: take it out of DEBTS`);
  return atMost(names, form, debt);
};

test('tablero.wasm: 640 KB, 260 KB brotli', () => {
  keeps('tablero.wasm', ['tablero.wasm'], 'raw', 640 * KB);
  keeps('tablero.wasm', ['tablero.wasm'], 'brotli', 260 * KB);
});

test('scripts: 24 KB, 9 KB brotli (see DEBTS)', () => {
  keeps('scripts', CODE, 'raw', 24 * KB);
  keeps('scripts', CODE, 'brotli', 9 * KB);
});

test('fonts: 60 KB brotli', () => atMost(Object.keys(sizes).filter((n) => n.startsWith('fonts/')), 'brotli', 60 * KB));

test('data of the first view: 60 KB brotli', () => atMost(FIRST_VIEW_DATA, 'brotli', 60 * KB));

test('the whole first view: 400 KB brotli', () => atMost(FIRST_VIEW, 'brotli', 400 * KB));

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

test('nothing grew more than 1 KB over tests/sizes.json', { skip: otherCompiler }, () => {
  const hint = 'if it is meant: node tests/web/record_sizes.mjs, in the same commit';
  for (const [name, size] of Object.entries(sizes)) {
    if (name.startsWith('data/')) continue; // grows with what the community does, within the limits above
    assert.ok(record.files[name], `${name} is not in tests/sizes.json; ${hint}`);
    for (const form of ['raw', 'brotli']) {
      const grown = size[form] - record.files[name][form];
      assert.ok(grown <= ALLOWED_GROWTH, `${name} grew by ${grown} bytes ${form}; ${hint}`);
    }
  }
});
