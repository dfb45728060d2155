// The golden file of the leaderboard's aggregates belongs to the data that ships.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import { golden } from './leaderboard_oracle.mjs';

test('leaderboard_golden.tsv is what the oracle computes from data/', () => {
  const file = path.join(path.dirname(fileURLToPath(import.meta.url)), 'leaderboard_golden.tsv');
  assert.equal(fs.readFileSync(file, 'utf8'), golden(), 'run node tests/data/leaderboard_oracle.mjs > tests/data/leaderboard_golden.tsv');
});
