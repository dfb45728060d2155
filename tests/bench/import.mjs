// node tests/bench/import.mjs PROGRAM [RESULTS.json]: a million registrations, seconds and peak memory; added to the results of the other
// benchmarks in their form.
import fs from 'node:fs';
import path from 'node:path';
import { ASSETS, DATA } from '../fixtures/frozen.mjs';
import { importRows } from './import_rows.mjs';

const [program, results] = process.argv.slice(2);
const entries = [];
for (const rows of [100000, 1000000]) {
  const run = await importRows(program, rows, { data: DATA, gazetteer: path.join(ASSETS, 'gazetteer.bin') });
  if (run.status !== 0) throw new Error(run.stderr);
  const name = `ImportRegistrations/${rows}`;
  console.log(`${name.padEnd(40)} ${run.seconds.toFixed(2)} s  ${run.megabytes.toFixed(0)} MB peak  ${(run.bytes / 1e6).toFixed(0)} MB read`);
  entries.push({ name, run_name: name, run_type: 'iteration', iterations: 1, real_time: run.seconds * 1000, time_unit: 'ms', peak_megabytes: run.megabytes,
    megabytes_read: run.bytes / 1e6 });
}
if (results) {
  const all = JSON.parse(fs.readFileSync(results, 'utf8'));
  all.benchmarks.push(...entries);
  fs.writeFileSync(results, `${JSON.stringify(all, null, 1)}\n`);
}
