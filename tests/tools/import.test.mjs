// The import as a process: streaming in bounded memory.
import assert from 'node:assert/strict';
import path from 'node:path';
import test from 'node:test';
import { importRows } from '../bench/import_rows.mjs';
import { ASSETS, BIN, DATA } from '../fixtures/frozen.mjs';

const PROGRAM = path.join(BIN, 'tablero-data');
const where = { data: DATA, gazetteer: path.join(ASSETS, 'gazetteer.bin') };
// The address sanitizer keeps freed memory in a quarantine; limited here, as it is not the program's.
const env = { ...process.env, ASAN_OPTIONS: 'detect_leaks=0:quarantine_size_mb=1' };

test('a million rows of a stream: 900,000 people in less than 250 MB, what sanitizers take included', async (t) => {
  const run = await importRows(PROGRAM, 1000000, { ...where, env });
  assert.deepEqual([run.status, run.stderr], [0, '']);
  assert.match(run.stdout, /1000000 rows: 900000 people, 100000 repeated/);
  assert.ok(run.bytes > 120e6);
  // 24 bytes per slot of the table of people, at most 3/4 full, old and new while it grows: 72 MB, and 20 MB of program and
  // gazetteer; sanitizers take as much again.
  assert.ok(run.megabytes > 10 && run.megabytes < 250, `${run.megabytes} MB`);
  t.diagnostic(`${run.seconds.toFixed(1)} s, ${run.megabytes.toFixed(0)} MB peak`);
});

test('memory follows people, not rows', async () => {
  const few = await importRows(PROGRAM, 20000, { ...where, env });
  const many = await importRows(PROGRAM, 200000, { ...where, env });
  assert.equal(many.status, 0);
  assert.ok(many.megabytes - few.megabytes < 30, `${few.megabytes} MB and ${many.megabytes} MB`);
});
