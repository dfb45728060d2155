// The golden file of the charts' tables belongs to the frozen data.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import test from 'node:test';
import { charts } from './charts_oracle.mjs';

test('charts_golden.tsv is what the oracle counts in the frozen data', () => {
  const file = new URL('charts_golden.tsv', import.meta.url);
  assert.equal(fs.readFileSync(file, 'utf8'), charts(), 'run node tests/data/charts_oracle.mjs > tests/data/charts_golden.tsv');
});
