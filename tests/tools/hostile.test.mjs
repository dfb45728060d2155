// tablero-data check answers soon and in little memory whatever a file of the folder asks for. Measured are the time of the
// processor and the resident memory of the sanitized build, which takes three times as long as the release build and twice as
// much memory. The limits have room for a slow machine; what they are for took minutes and gigabytes.
import assert from 'node:assert/strict';
import path from 'node:path';
import test from 'node:test';
import { BIN } from '../fixtures/frozen.mjs';
import { BrokenCopy, FILES, LIMIT } from './hostile_files.mjs';

const PROGRAM = path.join(BIN, 'tablero-data');
const MOST_SECONDS = 10;
const MOST_MEGABYTES = 512;
const MOST_LINES = 1001;

const copy = new BrokenCopy();
test.after(() => copy.remove());

// Large, but nothing is wrong with them.
const GOOD = ['a list of a million dates', 'cities', 'sponsors', 'corpora', 'boards'];

// ./dev fuzz checks all of them; here one for each mechanism.
const QUICK = ['zeros', 'zero bytes behind the end', '0.6 MB of keys', '2.3 MB of keys', 'words: 0.6 MB of keys', 'brackets', 'a text of 16 MB',
  'a number of 16 MB', 'not UTF-8', 'wrong records', '338 kB of scores', 'scores without cells', 'empty means', 'details', 'claims', 'conflicts',
  'snapshots of one file', 'other files'];
const files = process.env.TABLERO_ALL_FILES ? FILES : FILES.filter(([name]) => QUICK.includes(name));

for (const [name, file, make] of files) {
  test(`${name}: ${file}`, (t) => {
    const bytes = make();
    assert.ok(bytes.length <= LIMIT, `${bytes.length} bytes are refused unread`);
    const { status, output, seconds, megabytes } = copy.check(PROGRAM, file, bytes);
    t.diagnostic(`${seconds.toFixed(1)} s, ${megabytes.toFixed(0)} MB`);
    const lines = output.trim().split('\n');
    assert.equal(status, GOOD.includes(name) ? 0 : 1, lines[0]);
    assert.ok(lines.length <= MOST_LINES, `${lines.length} lines`);
    if (status === 1) for (const line of lines.slice(0, 1000)) assert.match(line, /^.*\.json: (.*: )?expected .*, found /);
    assert.ok(seconds < MOST_SECONDS, `${seconds} s`);
    assert.ok(megabytes < MOST_MEGABYTES, `${megabytes} MB`);
  });
}

test('limits are named', () => {
  const first = (name) => {
    const [, file, make] = FILES.find((each) => each[0] === name);
    return copy.check(PROGRAM, file, make()).output.split('\n')[0].replace(`${copy.folder}/`, '');
  };
  assert.equal(first('zeros'), 'editions.json: line 1, byte 2199998: expected at most 1100000 values, found more');
  assert.equal(first('words: texts'), 'i18n/es.json: expected at most 10000 texts, found 200000');
  assert.equal(first('zero bytes behind the end'), 'editions.json: line 205, byte 40946: expected JSON, found a zero byte');
  assert.match(first('a list of a million words'), /tasks\.json: \/tasks\/0\/aliases: expected an array of at most 200000, found an array of 1050000$/);
  assert.match(first('events of any kind'), /events\.json: \/events\/200\/kind: expected one of at most 200 different words, found the text "k200"$/);
  assert.match(first('campaigns'), /contributions\.json: \/campaigns: expected an array of at most 100, found an array of 3000$/);
  assert.match(first('a second document behind the end'), /: expected the end of the file, found more behind its last bracket$/);
});
