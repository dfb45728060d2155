// The keys of a link in the published folder are those of src/state/keys.def, in its order.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { WEB } from '../fixtures/frozen.mjs';
import { LINK_KEYS, keysIn, withKeys } from '../../web/build/link_keys.mjs';

const TABLE = fileURLToPath(new URL('../../src/state/keys.def', import.meta.url));
const built = (name) => fs.readFileSync(path.join(WEB, name), 'utf8');
const names = LINK_KEYS.map(({ name }) => name);

test('every row of the table is read', () => {
  const rows = fs.readFileSync(TABLE, 'utf8').match(/^TABLERO_KEY\((\w+)/gm).map((start) => start.slice('TABLERO_KEY('.length));
  assert.deepEqual(names, rows);
  assert.equal(new Set(names).size, names.length);
  for (const name of ['view', 'panel', 'heat']) assert.ok(names.includes(name), name);
});

test('a line that is no row is refused, with its number', () => {
  const row = 'TABLERO_KEY(x, "\'on\'", "Of x, y.", Flag<&ViewState::x, kOn>)';
  assert.deepEqual(keysIn(`// Rows\n\n${row}\n`), [{ name: 'x', type: '\'on\'', meaning: 'Of x, y.' }]);
  for (const line of ['TABLERO_KEY(x, "string", "",', ' TABLERO_KEY(x, "string", "", X)', 'TABLERO_KEY(x, string, "", X)', String.raw`TABLERO_KEY(x, "string", "a\"b", X)`, 'TABLERO_KEY(x, "string", X)', '#if 0']) {
    assert.throws(() => keysIn(`${row}\n${line}`), /keys\.def:2: expected TABLERO_KEY/, line);
  }
});

test('attributes, props and types have every key', () => {
  assert.ok(built('embed.js').includes(`${names.join()}`), 'attributes');
  const properties = (text, begin) => [...text.split(begin)[1].split('}\n')[0].split('}>')[0].matchAll(/^ {2}(\w+)\?: /gm)].map((m) => m[1]);
  assert.deepEqual(properties(built('tablero.d.ts'), 'interface TableroState {'), names, 'types');
  assert.deepEqual(properties(built('SomosTablero.vue'), 'defineProps<{').filter((name) => name !== 'query'), names, 'props');
});

test('a source that lost the mark of the keys is refused', () => {
  assert.throws(() => withKeys('tablero.d.ts', 'export {};\n'), /web\/tablero\.d\.ts: expected the mark of the keys/);
  const keysOnly = '  // Keys of a link: written here by the build.\n';
  assert.throws(() => withKeys('tablero.d.ts', keysOnly), /web\/tablero\.d\.ts: expected the mark of the tabs/);
  assert.equal(withKeys('embed.css', 'a {}'), 'a {}');
});

test('the types have every tab of src/state/tabs.def, in its order', () => {
  const [, type] = /TableroView = (.*);/.exec(built('tablero.d.ts'));
  const rows = fs.readFileSync(fileURLToPath(new URL('../../src/state/tabs.def', import.meta.url)), 'utf8').match(/^TABLERO_TAB\(.*?"\w+"/gm);
  assert.ok(rows.length >= 7);
  assert.deepEqual(type.split(' | ').map((name) => name.slice(1, -1)), rows.map((row) => row.split('"')[1]));
});
