// A tab that is forgotten somewhere: without its row nothing compiles, and these lists are the one of src/state/tabs.def.
// The others: tables without the program in tests/web/tables.test.mjs, files in tests/ui/failure_test.cpp, words in
// tests/ui/shell_test.cpp, what organizers read in docs.test.mjs.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { BIN, scratch } from '../fixtures/frozen.mjs';
import { VIEWS } from '../fixtures/tabs.mjs';
import { ROOT, read } from './documents.mjs';

const folder = scratch('tabs');

const LIST = read('src/state/tabs.def');
const MESSAGE = 'expected a row for each tab of state/tabs.def, in that order';

// Compiles the rows as the debug build does, but with `list` instead of src/state/tabs.def.
function compileWith(list) {
  const commands = JSON.parse(read('build/debug/compile_commands.json'));
  const { command, directory } = commands.find(({ file }) => file.endsWith('/src/views/tabs.cpp'));
  fs.mkdirSync(path.join(folder, 'state'), { recursive: true });
  fs.writeFileSync(path.join(folder, 'state/tabs.def'), list);
  // Folders of include files are searched in the order of the command line.
  const changed = `${command.replace(' -I', ` -I${folder} -I`).replace(/ -o \S+/, '')} -fsyntax-only`;
  return spawnSync('sh', ['-c', changed], { cwd: directory, encoding: 'utf8', timeout: 120000 });
}

test('a tab without a row does not compile', () => {
  const { status, stderr } = compileWith(LIST);
  assert.equal(status, 0, stderr);
  const longer = `${LIST}TABLERO_TAB(kOneMore, "one_more")\n`;
  const lines = LIST.split('\n');
  const swapped = [...lines.slice(0, -3), lines.at(-2), lines.at(-3), ''].join('\n');
  assert.notEqual(swapped, LIST);
  for (const list of [longer, swapped]) {
    const found = compileWith(list);
    assert.notEqual(found.status, 0);
    assert.ok(found.stderr.includes(MESSAGE), found.stderr);
  }
});

test('hosts that use TypeScript know every tab', () => {
  const type = /TableroView =([\s\S]*?);/.exec(read('web/tablero.d.ts'))[1];
  assert.deepEqual([...type.matchAll(/'(\w+)'/g)].map((m) => m[1]), VIEWS);
});

test('tablero-data render tells every tab', () => {
  const { stdout } = spawnSync(path.join(BIN, 'tablero-data'), ['render', '--help'], { encoding: 'utf8' });
  assert.deepEqual(/--view NAME +(.*) or all$/m.exec(stdout)?.[1].split(', '), VIEWS);
});
