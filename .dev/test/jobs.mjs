// Splits a part of the tests into jobs: independent commands, with the number of tests that each counts.
import fs from 'node:fs';
import path from 'node:path';
import { filesOf, ROOT } from './select.mjs';

const MINUTES = 60;
const GTEST_SHARDS = 2;

// Runs functions of .dev/*.sh in a separate shell, so that fail() ends only the job.
const shell = (code) => `set -euo pipefail; . .dev/all.sh; ${code}`;

function job(part, fields) {
  return { part, alone: false, seconds: 15 * MINUTES, env: {}, ...fields };
}

const runsAlone = (file) => /^\/\/ Runs alone/m.test(fs.readFileSync(path.join(ROOT, file), 'utf8').slice(0, 2000));

function nodeJobs(part) {
  const files = part.files ?? filesOf(part.step);
  // A title is matched literally, not as a regular expression.
  const titles = part.titles ? [`--test-name-pattern=${part.titles.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`] : [];
  return files.map((file) => job(part, {
    name: path.basename(file),
    command: ['node', '--test', '--test-reporter=tap', ...titles, file],
    alone: runsAlone(file),
    count: nodeCounts,
  }));
}

// Parses the summary of Node's test runner; a run without a summary was killed and counts as one failure.
function nodeCounts(output) {
  const sum = (...words) => words.map((word) => [...output.matchAll(new RegExp(`^# ${word} (\\d+)`, 'gm'))].at(-1)?.[1] ?? 0)
    .reduce((total, n) => total + Number(n), 0);
  if (!/^# pass \d+/m.test(output)) return [0, 1];
  return [sum('pass'), sum('fail', 'cancelled')];
}

// GoogleTest programs in shards of their own; a crash counts as one failure more.
function gtestJobs(part) {
  const shards = part.filter || part.step.folder ? 1 : GTEST_SHARDS;
  return Array.from({ length: shards }, (_, i) => {
    const result = path.join(ROOT, `build/test/${part.step.name}.${i}.json`);
    return job(part, {
      name: `${part.step.gtest}.${i}`,
      command: [path.join(part.step.folder ?? 'build/debug', part.step.gtest), `--gtest_output=json:${result}`, '--gtest_brief=1', `--gtest_filter=${part.filter ?? '*'}`],
      env: {
        ASAN_OPTIONS: `${process.env.ASAN_OPTIONS ?? ''}:detect_stack_use_after_return=1`,
        LSAN_OPTIONS: `suppressions=${ROOT}/.dev/leaks.txt:print_suppressions=0`,
        UBSAN_OPTIONS: 'print_stacktrace=1',
        GTEST_TOTAL_SHARDS: String(shards),
        GTEST_SHARD_INDEX: String(i),
      },
      before: () => fs.rmSync(result, { force: true }),
      count: (_, status) => gtestCounts(result, status),
    });
  });
}

function gtestCounts(file, status) {
  let [passed, failed] = [0, 0];
  if (fs.existsSync(file)) {
    const tests = JSON.parse(fs.readFileSync(file, 'utf8')).testsuites.flatMap((suite) => suite.testsuite);
    const ran = tests.filter((test) => test.status !== 'NOTRUN' && test.result !== 'SKIPPED');
    failed = ran.filter((test) => (test.failures ?? []).length > 0).length;
    passed = ran.length - failed;
  }
  return [passed, status !== 0 && failed === 0 ? 1 : failed];
}

const one = (_, status) => (status === 0 ? [1, 0] : [0, 1]);

export function jobsOf(part) {
  const { step } = part;
  if (step.node) return nodeJobs(part);
  if (step.gtest) return gtestJobs(part);
  const command = ['bash', '-c', step.part ? shell(step.part) : step.command];
  return [job(part, { name: step.name, command, alone: step.alone ?? Boolean(step.part && !step.shared), count: one })];
}
