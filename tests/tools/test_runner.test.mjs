// ./dev test NAME: what the names mean, what is built for them and nothing else, and what the runner says when something
// fails. The steps run here are the quick ones that need no build.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { ROOT } from '../fixtures/frozen.mjs';
import { jobsOf } from '../../.dev/test/jobs.mjs';
import { run as runJob } from '../../.dev/test/main.mjs';
import { failuresIn } from '../../.dev/test/report.mjs';
import { filesOf, gtestsIn, select } from '../../.dev/test/select.mjs';
import { STEPS } from '../../.dev/test/steps.mjs';

const run = (...args) => spawnSync('node', [path.join(ROOT, '.dev/test/main.mjs'), ...args], { cwd: ROOT, encoding: 'utf8' });
const named = (...names) => select(names).map(({ step }) => step.name);
const chosen = (name) => select([name]).find((part) => !part.needed);

test('a step by its name or its title, a group by what its names begin with', () => {
  assert.deepEqual(named('words'), ['words']);
  assert.deepEqual(named('Words in every language'), ['words']);
  const targets = fs.readdirSync(path.join(ROOT, 'tests/fuzz')).filter((name) => name.endsWith('_fuzz.cpp')).map((name) => name.replace('_fuzz.cpp', ''));
  assert.deepEqual(named('fuzz').filter((name) => name.startsWith('fuzz-')).sort(), ['fuzz-seeds', ...targets.map((name) => `fuzz-${name}`)].sort());
  const script = /^FUZZ_TARGETS="(.*)"$/m.exec(fs.readFileSync(path.join(ROOT, '.dev/fuzz.sh'), 'utf8'))[1];
  assert.deepEqual(script.split(' ').sort(), targets.sort(), '.dev/fuzz.sh');
});

test('a file, and with it only what it needs', () => {
  const part = chosen('map.test.mjs');
  assert.equal(part.step.name, 'browser');
  assert.deepEqual(part.files, ['tests/browser/map.test.mjs']);
  assert.deepEqual(named('map.test.mjs'), ['assets', 'debug', 'page', 'browser']);
  assert.deepEqual(named('tests/data/schema.test.mjs'), ['assets', 'data']);
});

test('a file of C++ tests is all of its tests and no other', () => {
  const { step, filter } = chosen('rank_test.cpp');
  assert.equal(step.name, 'unit');
  const own = gtestsIn('tests/unit/rank_test.cpp');
  assert.ok(own.length > 3);
  for (const name of own) assert.ok(filter.split(':').includes(name), name);
  const others = gtestsIn('tests/unit/pareto_test.cpp');
  for (const name of others) assert.ok(!filter.split(':').includes(name), name);
});

test('tests of GoogleTest by a pattern, tests of Node by words of their titles', () => {
  const cpp = chosen('Pareto*.*');
  assert.equal(cpp.step.name, 'unit');
  const pareto = gtestsIn('tests/unit/pareto_test.cpp').filter((name) => name.startsWith('Pareto'));
  assert.deepEqual(cpp.filter.split(':').filter((name) => /^Pareto\w*\.\w+$/.test(name)).sort(), pareto.sort());
  const node = chosen('each tab is found by its role');
  assert.deepEqual([node.step.name, node.titles], ['browser', 'each tab is found by its role']);
  assert.ok(jobsOf(node)[0].command.includes('--test-name-pattern=each tab is found by its role'));
});

test('two names of one step are joined; a step swallows its parts', () => {
  assert.deepEqual(chosen('views.test.mjs').files.length, 1);
  assert.deepEqual(select(['views.test.mjs', 'touch.test.mjs']).find((p) => p.step.name === 'browser').files.length, 2);
  assert.equal(select(['views.test.mjs', 'browser']).find((p) => p.step.name === 'browser').files, undefined);
});

test('without names everything, each step after what it needs', () => {
  const all = named();
  assert.deepEqual(all, STEPS.map((step) => step.name));
  for (const step of STEPS) for (const before of step.after ?? []) assert.ok(all.indexOf(before) < all.indexOf(step.name), `${before} before ${step.name}`);
});

test('every file of tests belongs to a step, so that none is forgotten', () => {
  const known = new Set(STEPS.flatMap(filesOf));
  const written = fs.readdirSync(path.join(ROOT, 'tests'), { recursive: true })
    .filter((name) => /\.test\.mjs$|_test\.cpp$/.test(name) && !name.includes('node_modules')).map((name) => `tests/${name}`);
  assert.deepEqual(written.filter((name) => !known.has(name)), []);
});

test('a name that means nothing, an unknown option: exit status 2 and a sentence', () => {
  for (const [args, words] of [[[['none', 'such'].join('_')], /e.such: expected a step, a file or a name of a test/], [['--fast'], /unknown option --fast/]]) {
    const { status, stdout, stderr } = run(...args);
    assert.equal(status, 2);
    assert.match(stderr, words);
    assert.equal(stdout, '');
  }
});

test('the last line counts; a failing file is shown and fails the run', () => {
  const good = run('rooms');
  assert.deepEqual([good.status, good.stdout.trimEnd().split('\n').at(-1)], [0, '1 passed, 0 failed']);
  assert.deepEqual(failuresIn('ok 1 - a\nnot ok 2 - b\n  error: c\nok 3 - d'), ['not ok 2 - b', '  error: c', 'ok 3 - d']);
  assert.deepEqual(failuresIn('one\ntwo'), ['one', 'two']);
  const [job] = jobsOf(chosen('rooms'));
  assert.deepEqual([job.count('', 0), job.count('', 1)], [[1, 0], [0, 1]]);
  const node = jobsOf(chosen('views.test.mjs'))[0];
  assert.deepEqual(node.count('# pass 3\n# fail 1\n# cancelled 1\n', 1), [3, 2]);
  assert.deepEqual(node.count('no summary: it was killed', -1), [0, 1]);
});

test('a job that takes too long is ended with all that it started, and is a failure', async () => {
  const [job] = jobsOf(chosen('rooms'));
  // The grandchild would keep the output open for a minute after its parent's end.
  const start = performance.now();
  const { failed, output } = await runJob({ ...job, seconds: 1, command: ['bash', '-c', 'sleep 60 & echo $!; wait'] });
  assert.ok(performance.now() - start < 20_000);
  assert.equal(failed, 1);
  assert.match(output, /ended after 1 s/);
  const state = spawnSync('ps', ['-o', 'stat=', '-p', output.split('\n')[0]], { encoding: 'utf8' }).stdout.trim();
  assert.match(state, /^(Z.*)?$/);
});

test('--list names every step', () => {
  const { stdout } = run('--list');
  for (const step of STEPS) assert.match(stdout, new RegExp(`^${step.name} `, 'm'));
});
