// node .dev/checks/gtest_counts.mjs RESULT.json EXIT_STATUS: prints "PASSED FAILED" of a GoogleTest program. A program
// that ended badly without a failed test (crash, sanitizer, time-out) counts as one failure.
import fs from 'node:fs';

const [, , file, status] = process.argv;
let passed = 0;
let failed = 0;
try {
  for (const suite of JSON.parse(fs.readFileSync(file, 'utf8')).testsuites) {
    for (const test of suite.testsuite) {
      if (test.status === 'NOTRUN' || test.result === 'SKIPPED') continue;
      if ((test.failures ?? []).length > 0) failed += 1;
      else passed += 1;
    }
  }
} catch {
  // No result was written: the exit status tells.
}
if (Number(status) !== 0 && failed === 0) failed = 1;
console.log(`${passed} ${failed}`);
