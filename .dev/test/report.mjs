// The report of ./dev test for a finished step: one line, and the end of its log if something failed.
import fs from 'node:fs';
import path from 'node:path';
import { ROOT } from './select.mjs';

const LOGS = path.join(ROOT, 'build/logs');
const MOST_LINES = 80;
const WIDTH = 400;

export const logOf = (step) => path.join(LOGS, `test-${step.name}.log`);

// Failures where the runner marks them, with some lines after each; otherwise the end.
export function failuresIn(log) {
  const lines = log.split('\n');
  const marked = lines.some((line) => /^\s*not ok|: Failure$/.test(line));
  if (!marked) return lines.slice(-40);
  let left = 0;
  return lines.filter((line) => {
    if (/^\s*not ok|: Failure$/.test(line)) left = 15;
    return left-- > 0 && !/^\s*(stack:|at |---|\.\.\.|duration_ms|type:)/.test(line);
  }).slice(0, MOST_LINES);
}

// results: of all jobs of the step, [{ name, passed, failed, seconds, output }].
export function report(step, results, seconds) {
  const sum = (key) => results.reduce((total, result) => total + result[key], 0);
  const log = results.map((result) => `# ${result.name}: ${result.seconds.toFixed(1)} s\n${result.output}`).join('\n');
  fs.mkdirSync(LOGS, { recursive: true });
  fs.writeFileSync(logOf(step), log);
  const counts = `${String(sum('passed')).padStart(4)} passed, ${sum('failed')} failed`;
  console.error(`  ${step.title.padEnd(52)} ${counts}  (${Math.round(seconds)} s)`);
  if (sum('failed') === 0) return;
  const bad = results.filter((result) => result.failed > 0).map((result) => result.output).join('\n');
  for (const line of failuresIn(bad)) console.error(`      ${line.slice(0, WIDTH)}`);
  console.error(`      the whole log: ${path.relative(ROOT, logOf(step))}`);
}
