// .gitignore: what organizers keep in the project's folder during the chapter "A new year" is not committed, least of all
// registrations; nothing that belongs to the project is hidden.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { ROOT } from '../fixtures/frozen.mjs';

const git = (words, input) => spawnSync('git', ['-C', ROOT, ...words], { encoding: 'utf8', input });
const ignored = (names) => git(['check-ignore', '--no-index', '--stdin'], names.join('\n')).stdout.split('\n').filter(Boolean);

// Files and folders beside the project's own that the commands of the chapter name.
function filesOfChapter() {
  const chapter = /^## A new year\n([^]*?)^## /m.exec(fs.readFileSync(path.join(ROOT, 'README.md'), 'utf8'))[1];
  const words = [...chapter.matchAll(/^ {4}((?:build|echo|mkdir).*)$/gm)].flatMap(([, line]) => line.replace(/'[^']*'/g, '').split(/\s+/));
  const named = words.filter((word, i) => /^[\w-]+\.(csv|json|png)$|^[\w-]+\/$/.test(word) || (words[i - 1] === '--out' && /^[\w-]+$/.test(word)));
  return [...new Set(named.map((word) => (word.includes('.') ? word : `${word.replace(/\/$/, '')}/any.json`)))];
}

test('the files of the chapter "A new year" are ignored', () => {
  const files = filesOfChapter();
  assert.deepEqual(files.sort(), ['inscripciones.csv', 'lugares.json', 'mapa-2027.png', 'peticiones/any.json', 'resultados/any.json', 'tarjetas/any.json']);
  assert.deepEqual(ignored(files), files);
});

test('registrations are ignored wherever in the project\'s folder or in data/ they lie', () => {
  const files = ['Attendees 2027.csv', 'data/inscripciones.csv', 'data/leaderboard/inscripciones.csv'];
  assert.deepEqual(ignored(files), files);
});

test('nothing of the project is ignored', () => {
  assert.equal(git(['ls-files', '--cached', '--ignored', '--exclude-standard']).stdout, '');
  const own = ['data/editions.json', 'data/i18n/ca.json', 'data/lugares.json', 'data/resultados/any.json', 'tests/fixtures/registrations/any.csv',
    'tests/fixtures/data/any.csv', 'tests/browser/golden/mapa-dark.png', 'web/docs/mapa-2027.png'];
  assert.deepEqual(ignored(own), []);
});
