// The golden file of the leaderboard's aggregates belongs to the frozen data.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import { golden, tables } from './leaderboard_oracle.mjs';

const compare = (name, text, command) => test(`${name} is what the oracle computes from the frozen data`, () => {
  const file = path.join(path.dirname(fileURLToPath(import.meta.url)), name);
  assert.equal(fs.readFileSync(file, 'utf8'), text(), `run node tests/data/leaderboard_oracle.mjs ${command}> tests/data/${name}`);
});
compare('leaderboard_golden.tsv', golden, '');
compare('leaderboard_tables.tsv', tables, 'tables ');
