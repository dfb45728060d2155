// The current data and the page built with it: invariants that must hold in any year. Nothing here depends on a year, a
// count or a name; the tests of the program read a frozen copy of the data instead (tests/fixtures/data).
import assert from 'node:assert/strict';
import path from 'node:path';
import { after, test } from 'node:test';
import { closeAll, launch } from '../browser/harness.mjs';
import { budgetFaults } from '../web/budgets.mjs';
import { openedFaults } from './opened.mjs';
import { ROOT, checkFaults, glyphFaults, languagesOf, layoutFaults, schemaFaults, wordFaults } from './questions.mjs';

const DATA = path.join(ROOT, 'data');
const ASSETS = path.join(ROOT, 'build/assets');
const WEB = path.join(ROOT, 'build/web');

after(closeAll);

const none = (faults) => assert.deepEqual(faults.slice(0, 20), []);

test('every file follows its schema; ids, references and dates are right', () => none(schemaFaults(DATA)));
test('tablero-data check has nothing to say', async () => none(await checkFaults(DATA)));
test('every language has all words', async () => none(await wordFaults(DATA)));
test('every character has a glyph', async () => none(await glyphFaults(DATA, ASSETS)));
test('code, fonts and the first view of any tab are within their budgets', () => none(budgetFaults(WEB)));
test('every tab in every language is whole at both widths, drawn natively', async () => none(await layoutFaults(DATA, ASSETS)));
test('every tab in every language opens in a browser on a phone and on a wide screen', async () => {
  none(await openedFaults(await launch(), WEB, { languages: languagesOf(DATA) }));
});
