// node .dev/test/main.mjs [--list | --needs] [NAME...]: runs the tests that the names mean (select.mjs), all without names.
// A failing step does not stop the others. The last line is "N passed, N failed"; exit status 1 when something failed, 2
// when a name means nothing. --list says what there is; --needs prints the lists of packages that the choice needs, and
// "browser" if it needs one.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { jobsOf } from './jobs.mjs';
import { report } from './report.mjs';
import { filesOf, ROOT, select } from './select.mjs';
import { STEPS } from './steps.mjs';

const AT_A_TIME = 2;

function list() {
  for (const step of STEPS) {
    console.log(`${step.name.padEnd(18)} ${step.title}`);
    for (const file of filesOf(step)) console.log(`${''.padEnd(18)}   ${file}`);
  }
}

const needsOf = (parts) => [...new Set(parts.flatMap(({ step }) => [...(step.packages ?? []), ...(step.browser ? ['browser'] : [])]))];

// Jobs lead process groups of their own: one that is ended takes the browsers and programs that it started with it, which
// would otherwise go on and keep its output open.
const running = new Set();
const endGroup = (child) => {
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It ended by itself in this moment.
  }
};
for (const [signal, status] of [['SIGINT', 130], ['SIGTERM', 143]]) {
  process.on(signal, () => {
    running.forEach(endGroup);
    process.exit(status);
  });
}

// Runs a job; resolves to what report() takes.
export function run(job) {
  job.before?.();
  const start = performance.now();
  return new Promise((resolve) => {
    const child = spawn(job.command[0], job.command.slice(1), { cwd: ROOT, env: { ...process.env, ...job.env }, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
    running.add(child);
    const output = [];
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes) => output.push(bytes));
    const timer = setTimeout(() => {
      output.push(Buffer.from(`\nended after ${job.seconds} s\n`));
      endGroup(child);
    }, job.seconds * 1000);
    child.on('error', (error) => output.push(Buffer.from(`${error.message}\n`)));
    child.on('close', (status) => {
      clearTimeout(timer);
      running.delete(child);
      const text = Buffer.concat(output).toString();
      const [passed, failed] = job.count(text, status ?? -1);
      resolve({ name: job.name, passed, failed, seconds: (performance.now() - start) / 1000, output: text });
    });
  });
}

// Scheduler: runs the jobs in order, `AT_A_TIME` in parallel; a job that runs alone has nothing beside it. A part's
// jobs wait for the parts that it depends on; if one of those failed, the part counts as one failure.
class Schedule {
  constructor(parts) {
    this.states = parts.map((part) => ({ part, jobs: jobsOf(part), results: [], started: 0, running: 0, done: false, failed: false }));
    this.running = 0;
    this.passed = 0;
    this.failed = 0;
  }

  async runAll() {
    await new Promise((resolve) => { this.finish = resolve; this.next(); });
  }

  // Starts what can be started.
  next() {
    for (const state of this.states) {
      const before = this.statesBefore(state);
      if (state.done || before.some((other) => !other.done)) continue;
      if (before.some((other) => other.failed)) this.giveUp(state);
      if (state.jobs.length === 0 && state.running === 0) this.end(state);
      while (state.jobs.length > 0 && this.running < AT_A_TIME) {
        // Exclusive jobs come last, so that the others can share the machine first.
        const at = Math.max(0, state.jobs.findIndex((job) => !job.alone));
        const { alone } = state.jobs[at];
        if (alone && this.running > 0) return;
        this.start(state, state.jobs.splice(at, 1)[0]);
        if (alone) return;
      }
      if (this.running >= AT_A_TIME) return;
    }
    if (this.states.every((state) => state.done)) this.finish();
  }

  statesBefore(state) {
    return (state.part.step.after ?? []).map((name) => this.states.find((other) => other.part.step.name === name));
  }

  giveUp(state) {
    state.jobs = [];
    state.results.push({ name: state.part.step.name, passed: 0, failed: 1, seconds: 0, output: 'not run: what it needs did not build' });
  }

  async start(state, job) {
    state.started ||= performance.now();
    const slots = job.alone ? AT_A_TIME : 1;
    state.running++;
    this.running += slots;
    state.results.push(await run(job));
    this.running -= slots;
    state.running--;
    if (state.jobs.length === 0 && state.running === 0) this.end(state);
    this.next();
  }

  end(state) {
    if (state.done) return;
    state.done = true;
    for (const { passed, failed } of state.results) {
      this.passed += passed;
      this.failed += failed;
      state.failed ||= failed > 0;
    }
    report(state.part.step, state.results, state.started ? (performance.now() - state.started) / 1000 : 0);
  }
}

async function main(args) {
  const unknown = args.find((arg) => arg.startsWith('-') && !['--list', '--needs'].includes(arg));
  if (unknown) throw new Error(`unknown option ${unknown}`);
  if (args.includes('--list')) return list();
  const parts = select(args.filter((arg) => !arg.startsWith('--')));
  if (args.includes('--needs')) return console.log(needsOf(parts).join('\n'));
  fs.mkdirSync(path.join(ROOT, 'build/test'), { recursive: true });
  const schedule = new Schedule(parts);
  await schedule.runAll();
  console.log(`${schedule.passed} passed, ${schedule.failed} failed`);
  if (schedule.failed > 0) process.exitCode = 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  main(process.argv.slice(2)).catch((error) => {
    console.error(`./dev test: ${error.message}`);
    process.exitCode = 2;
  });
}
