// Copied cells are no formulas where they are pasted, and numbers stay numbers: the same cases as for CSV (CsvCells).
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { test } from 'node:test';
import { guarded, guardedTable } from '../../web/copying.js';

const CASES = JSON.parse(fs.readFileSync(new URL('../fixtures/formulas.json', import.meta.url), 'utf8'));

test('a cell that begins as a formula gets an apostrophe, as in CSV', () => {
  for (const [text, expected] of CASES) assert.equal(guarded(text), expected, text);
});

test('numbers as the tables show them stay numbers', () => {
  for (const number of ['-3', '+500', '-3,5', '-1.234,5', '+20 %', '-1 234 567', '-1.2e3']) assert.equal(guarded(number), number);
  for (const text of ['-3+2', '+5 personas', '-', '-.5.x', '=3']) assert.equal(guarded(text), `'${text}`);
});

test('a copied table is guarded cell by cell; words are copied as they are marked', () => {
  assert.equal(guardedTable('-3\t=A1\n+x\t@y\ta'), "-3\t'=A1\n'+x\t'@y\ta");
  assert.equal(guardedTable('\t=A1'), "\t'=A1");
  for (const words of ['- una lista\n- de líneas', '=1+1', '+500 participantes']) assert.equal(guardedTable(words), words);
});
