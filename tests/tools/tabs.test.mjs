// A row of src/state/tabs.def says all that a tab is beside its class and its words: one that lacks something does not
// compile, one without a class does not link. Words: tests/ui/shell_test.cpp.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { BIN, scratch } from '../fixtures/frozen.mjs';
import { VIEWS, tabsIn } from '../../web/build/tabs.mjs';
import { ROOT, read } from './documents.mjs';

const folder = scratch('tabs');

const LIST = read('src/state/tabs.def');

// Compiles the rows as the debug build does, but with `list` instead of src/state/tabs.def. Returns what the compiler
// says and the tabs whose class the program then asks for.
function compileWith(list) {
  const commands = JSON.parse(read('build/debug/compile_commands.json'));
  const { command, directory } = commands.find(({ file }) => file.endsWith('/src/views/tabs.cpp'));
  fs.mkdirSync(path.join(folder, 'state'), { recursive: true });
  fs.writeFileSync(path.join(folder, 'state/tabs.def'), list);
  const object = path.join(folder, 'tabs.o');
  fs.rmSync(object, { force: true });
  // Folders of include files are searched in the order of the command line.
  const changed = command.replace(' -I', ` -I${folder} -I`).replace(/ -o \S+/, ` -o ${object}`);
  const { status, stderr } = spawnSync('sh', ['-c', changed], { cwd: directory, encoding: 'utf8', timeout: 120000 });
  const symbols = status === 0 ? spawnSync('nm', ['-u', '-C', object], { encoding: 'utf8' }).stdout : '';
  return { status, stderr, made: (symbols.match(/ make_tab<|::make_tab</g) ?? []).length };
}

test('every row asks for its class', () => {
  const { status, stderr, made } = compileWith(LIST);
  assert.equal(status, 0, stderr);
  assert.equal(made, VIEWS.length);
  const longer = compileWith(`${LIST}TABLERO_TAB(kOneMore, "one_more", kScrolls, kNoBaseMap, 1, 0, kEvents)\n`);
  assert.equal(longer.status, 0, longer.stderr);
  assert.equal(longer.made, VIEWS.length + 1);
});

test('a row that lacks something, or names what there is not, does not compile', () => {
  const rows = ['kOneMore, "one_more"', 'kOneMore, "one_more", kScrolls, kNoBaseMap, 1, 0', 'kOneMore, "one_more", kScrolls, 1, 0, kEvents',
    'kOneMore, "one_more", kNoBaseMap, kScrolls, 1, 0, kEvents', 'kOneMore, "one_more", kScrolls, kNoBaseMap, kEvents',
    'kOneMore, "one_more", kScrolls, kNoBaseMap, 1, 0, kNoSuchFile'];
  for (const row of rows) assert.notEqual(compileWith(`${LIST}TABLERO_TAB(${row})\n`).status, 0, row);
});

test('the page refuses a line that is no row, with its number', () => {
  const row = 'TABLERO_TAB(kOneMore, "one_more", kScrolls, kNoBaseMap, 1, 0, kEvents, kEditions)';
  assert.deepEqual(tabsIn(`// Rows\n\n${row}\n`), ['one_more']);
  for (const line of ['TABLERO_TAB(kOneMore, "one_more",', ` ${row}`, 'TABLERO_TAB(kOneMore, "one_more", kScrolls, kNoBaseMap, 1, 0)', '#if 0']) {
    assert.throws(() => tabsIn(`${row}\n${line}`), /tabs\.def:2: expected TABLERO_TAB/, line);
  }
});

test('tablero-data render tells every tab', () => {
  const { stdout } = spawnSync(path.join(BIN, 'tablero-data'), ['render', '--help'], { encoding: 'utf8' });
  assert.deepEqual(/--view NAME +(.*) or all$/m.exec(stdout)?.[1].split(', '), VIEWS);
});
