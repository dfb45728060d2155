// A language is one file of data/i18n: what the checks and the build make of one that is put there, and of a bad one.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { languagesOf } from '../../web/build/languages.mjs';
import { DATA, ROOT } from '../fixtures/frozen.mjs';

const I18N = path.join(DATA, 'i18n');
const CHECK = path.join(ROOT, '.dev/checks/words.mjs');
const spanish = () => JSON.parse(fs.readFileSync(path.join(I18N, 'es.json'), 'utf8'));

let folder;
before(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'words-'));
  fs.cpSync(I18N, folder, { recursive: true });
});
after(() => fs.rmSync(folder, { recursive: true }));

const check = () => spawnSync('node', [CHECK, folder], { encoding: 'utf8' }).stdout.trim().split('\n').filter(Boolean);
const write = (words) => fs.writeFileSync(path.join(folder, 'gl.json'), JSON.stringify(words));
// Another language as far as a program can tell.
const strange = () => {
  const words = Object.fromEntries(Object.entries(spanish()).map(([key, text]) => [key, `${text}ç`]));
  return { ...words, 'locale.name': 'Galego', 'locale.texts': 'pt', 'locale.group': '.', 'locale.point': ',', 'locale.one': '1' };
};

test('a further file is a language: offered after those of the data, and without fault', () => {
  const before = languagesOf(folder);
  assert.deepEqual(Object.keys(before).slice(0, 3), ['es', 'pt', 'en']);
  write(strange());
  assert.deepEqual(languagesOf(folder), { ...before, gl: 'Galego' });
  assert.deepEqual(check(), []);
});

test('what is wrong with one is said in a line', () => {
  const missing = strange();
  delete missing['tab.mapa'];
  for (const [words, expected] of [
    [missing, /\/tab\.mapa: expected in .*gl/],
    [{ ...strange(), 'count.of': '{n}' }, /gl\.json: \/count\.of: expected the placeholders \{m\} \{n\}, found \{n\}/],
    [{ ...strange(), 'locale.texts': 'gl' }, /gl\.json: \/locale\.texts: expected es, pt, en, found gl/],
    [{ ...spanish(), 'locale.name': 'Galego' }, /gl\.json: expected other words than in es, found \d+ that are the same/],
  ]) {
    write(words);
    const faults = check();
    assert.equal(faults.length, 1, faults.join('\n'));
    assert.match(faults[0], expected);
  }
  write({ ...strange(), 'locale.name': '' });
  assert.throws(() => languagesOf(folder), /gl\.json: \/locale\.name/);
});
