// Everything in the data folder is published, so an unreferenced file is rejected by name, by the check and by the
// packaging, before anything is written. The case that matters is a list of registrations with names and addresses.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { beforeEach, test } from 'node:test';
import { publishedFiles } from '../../web/build/data_folder.mjs';
import { BIN, DATA, ROOT, scratch } from '../fixtures/frozen.mjs';

const PROGRAM = path.join(BIN, 'tablero-data');

const home = scratch('strangers');
const data = path.join(home, 'data');
beforeEach(() => {
  fs.rmSync(data, { recursive: true, force: true });
  fs.cpSync(DATA, data, { recursive: true, dereference: true });
});

fs.mkdirSync(path.join(home, 'fuera'));
for (const name of ['fuera.csv', 'fuera/personas.csv']) fs.writeFileSync(path.join(home, name), 'Ana Ejemplo,ana@example.org\n');

const put = (name) => {
  fs.mkdirSync(path.dirname(path.join(data, name)), { recursive: true });
  fs.writeFileSync(path.join(data, name), 'Ana Ejemplo,ana@example.org\n');
};
const call = (program, ...args) => {
  const { status, stderr } = spawnSync(program, args, { cwd: home, encoding: 'utf8', timeout: 60000 });
  return { status, lines: stderr.split('\n').filter((line) => line !== '') };
};
const check = () => call(PROGRAM, 'check', 'data');
const pack = () => call('node', path.join(ROOT, 'web/build/package.mjs'), '--data', 'data', '--assets', 'assets', '--out', 'web');

const link = (to) => (name) => fs.symlinkSync(to, path.join(data, name));

// Description -> file name, and how it is created when it is more than a file with one line.
const STRANGERS = {
  'a list of registrations': ['inscripciones.csv'],
  'a hidden file': ['.inscripciones.csv.swp'],
  'a file in a folder of its own': ['respaldo/2027/inscripciones.csv'],
  'another JSON file': ['personas.json'],
  'what an import left behind': ['editions.json.new123'],
  'a link to a file': ['enlace', link('../fuera.csv')],
  'a link to a folder': ['carpeta', link('../fuera')],
  'a link that leads nowhere': ['perdido', link('nada')],
  'a hidden file among the words': ['i18n/.es.json'],
  'a list among the words': ['i18n/personas.csv'],
  'a file in a folder among the words': ['i18n/old/es.json'],
  'a schema that no file has': ['schema/personas.schema.json'],
  'a file beside the snapshots': ['leaderboard/results/personas.json'],
};
const REASON = 'expected only files that manifest.json names, their schemas and words in i18n/, found another one, which would be published';

test('without strangers both go on', () => {
  assert.deepEqual(check(), { status: 0, lines: [] });
  const all = fs.readdirSync(data, { recursive: true }).filter((name) => fs.statSync(path.join(data, name)).isFile());
  assert.deepEqual(publishedFiles(data), all.sort());
});

for (const [title, [name, make = put]] of Object.entries(STRANGERS)) {
  test(`${title} is refused by name`, () => {
    make(name);
    const line = `data/${name}: ${REASON}`;
    assert.deepEqual(check(), { status: 1, lines: [line] });
    assert.deepEqual(pack(), { status: 1, lines: [`package: ${line}`] });
    assert.ok(!fs.existsSync(path.join(home, 'web')), 'nothing was packaged');
  });
}

test('every stranger is named, not only the first', () => {
  for (const [name, make = put] of Object.values(STRANGERS)) make(name);
  const expected = Object.values(STRANGERS).map(([name]) => `data/${name}: ${REASON}`).sort();
  const packed = pack();
  assert.deepEqual([packed.status, packed.lines.sort()], [1, expected.map((line) => `package: ${line}`)]);
  const checked = check();
  assert.deepEqual([checked.status, checked.lines.sort()], [1, expected]);
});

test('a file that the manifest names and that is not there is missed', () => {
  fs.rmSync(path.join(data, 'corpora.json'));
  assert.deepEqual(pack(), { status: 1, lines: ['package: data/corpora.json: expected a file, as manifest.json names it, found none'] });
  assert.equal(check().status, 1);
});
