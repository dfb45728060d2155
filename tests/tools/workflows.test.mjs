// The workflows of .github/ against GitHub's own parser, and what they promise beyond that; the dev container.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import test from 'node:test';
import { pathToFileURL } from 'node:url';
import { ROOT } from '../fixtures/frozen.mjs';
import { buildSync } from 'esbuild';
import { parse } from 'yaml';

const FOLDER = path.join(ROOT, '.github/workflows');
const read = (file) => fs.readFileSync(path.join(ROOT, file), 'utf8');
const texts = Object.fromEntries(fs.readdirSync(FOLDER).map((name) => [name, read(`.github/workflows/${name}`)]));
const workflows = Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, parse(text)]));
const jobs = Object.entries(workflows).flatMap(([file, { jobs: own }]) => Object.entries(own).map(([id, job]) => ({ name: `${file}: ${id}`, ...job })));
const steps = jobs.flatMap((job) => job.steps.map((step) => ({ ...step, job: job.name })));

// The package imports its schema in a way that only bundlers understand.
async function loadParser() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'tablero-workflows-'));
  try {
    const file = path.join(folder, 'parser.cjs');
    buildSync({ stdin: { contents: "export * from '@actions/workflow-parser'", resolveDir: path.join(ROOT, 'web') }, outfile: file,
      bundle: true, platform: 'node', format: 'cjs' });
    return (await import(pathToFileURL(file))).default;
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}
const { NoOperationTraceWriter, convertWorkflowTemplate, parseWorkflow } = await loadParser();

// Validates a workflow as GitHub does: keys, values, expressions, and the jobs in `needs`.
async function faultsOf(name, content) {
  const { context, value } = parseWorkflow({ name, content }, new NoOperationTraceWriter());
  if (value) await convertWorkflowTemplate(context, value);
  return context.errors.getErrors().map((error) => error.message);
}

for (const [name, text] of Object.entries(texts)) {
  test(`${name} is a workflow`, async () => assert.deepEqual(await faultsOf(name, text), []));
}

test('a broken workflow is found', async () => {
  const broken = (from, to) => faultsOf('release.yml', texts['release.yml'].replace(from, to));
  assert.match((await broken('runs-on:', 'run-on:')).join(), /Unexpected value 'run-on'/);
  assert.match((await broken('contents: read', 'contents: reed')).join(), /Unexpected value 'reed'/);
  assert.match((await broken('needs: build', 'needs: biuld')).join(), /unknown job 'biuld'/);
  assert.match((await broken('github.token', 'gihub.token')).join(), /Unrecognized named-value: 'gihub'/);
});

test('./dev does the work: beside it only git is installed, files are packed and a release is made', () => {
  const usage = execFileSync(path.join(ROOT, 'dev'), ['help'], { encoding: 'utf8' });
  const known = [...usage.matchAll(/^ {2}([a-z]+)\b/gm)].map(([, command]) => command);
  const calls = steps.filter((step) => step.run).flatMap((step) => step.run.split(/&&|;|\n/).map((call) => call.trim()).filter(Boolean));
  for (const call of calls) {
    const [program, command, ...rest] = call.split(/\s+/);
    if (program === './dev') assert.ok(known.includes(command), `./dev ${command} is not in ./dev help`);
    else if (program === 'apt-get' && command === 'install') assert.deepEqual(rest.filter((word) => !word.startsWith('-')), ['ca-certificates', 'git']);
    else assert.ok(call === 'apt-get update' || program === 'tar' || call.startsWith('gh release create '), call);
  }
  assert.deepEqual(['test', 'web', 'package', 'native'].filter((command) => !calls.some((call) => call.startsWith(`./dev ${command}`))), []);
});

test('foreign actions are GitHub\'s own, of a named version', () => {
  for (const { uses, job } of steps) if (uses) assert.match(uses, /^actions\/[a-z-]+@v\d+$/, job);
});

test('nothing may write but what has to; everything ends, and one run at a time of a kind', () => {
  for (const [name, workflow] of Object.entries(workflows)) {
    assert.deepEqual(workflow.permissions, { contents: 'read' }, name);
    assert.ok(workflow.concurrency.group.startsWith(name.replace('.yml', '')), name);
  }
  assert.deepEqual(Object.fromEntries(jobs.filter((job) => job.permissions).map((job) => [job.name, job.permissions])), {
    'pages.yml: deploy': { pages: 'write', 'id-token': 'write' },
    'release.yml: publish': { contents: 'write' },
  });
  for (const job of jobs) assert.ok(job['timeout-minutes'] <= 60, job.name);
  for (const step of steps.filter(({ uses }) => uses?.startsWith('actions/checkout@'))) assert.equal(step.with['persist-credentials'], false, step.job);
});

test('CI runs on the two distributions of README.md', () => {
  const { container, strategy } = workflows['ci.yml'].jobs.test;
  assert.equal(container, '${{ matrix.image }}');
  assert.deepEqual(strategy.matrix.image, ['debian:12', 'ubuntu:24.04']);
  assert.match(read('README.md'), /Debian 12 or newer and Ubuntu 24\.04 or newer/);
});

test('what is published is what ./dev makes', () => {
  assert.equal(workflows['pages.yml'].jobs.build.steps.at(-1).with.path, 'build/web');
  const { build, publish } = workflows['release.yml'].jobs;
  assert.equal(build.steps.at(-1).with.path, 'build/package');
  const files = [...publish.steps.at(-1).run.matchAll(/"([^"$]*)\$\{GITHUB_REF_NAME#v\}([^"]*)"/g)].map(([, before, after]) => `${before}1.2.3${after}`);
  assert.deepEqual(files, ['tablero-1.2.3.zip', 'somosnlp-tablero-1.2.3.tgz', 'tablero-1.2.3-debian12-x64.tar.gz']);
  const packing = build.steps.find((step) => step.run?.startsWith('tar')).run;
  assert.match(packing, /--file "build\/package\/tablero-\$\{GITHUB_REF_NAME#v\}-debian12-x64\.tar\.gz"/);
  for (const name of ['tablero', 'tablero-data', 'assets', 'data', 'shaders', 'LICENSE', 'THIRD_PARTY.md']) assert.match(packing, new RegExp(` ${name}( |$)`));
});

test('the dev container has what ./dev asks for, and its port', () => {
  const container = JSON.parse(read('.devcontainer/devcontainer.json'));
  const [, port] = /run \[--port (\d+)\]/.exec(execFileSync(path.join(ROOT, 'dev'), ['help'], { encoding: 'utf8' }));
  assert.deepEqual(container.forwardPorts, [Number(port)]);
  assert.deepEqual(Object.keys(container.portsAttributes), [port]);
  const dockerfile = read(path.join('.devcontainer', container.build.dockerfile));
  assert.match(dockerfile, /^FROM debian:12$/m);
  // A user of its own, because git and the browser mind root; sudo without a password, because ./dev installs packages.
  assert.match(dockerfile, new RegExp(`useradd .*\\b${container.remoteUser}\\b`));
  assert.match(dockerfile, new RegExp(`'${container.remoteUser} ALL=\\(ALL\\) NOPASSWD:ALL' >/etc/sudoers\\.d/`));
  for (const name of ['sudo', 'git', 'ca-certificates']) assert.match(dockerfile, new RegExp(`install .*\\b${name}\\b`));
});

test('files are checked out as they are stored, on Windows too', () => {
  const attributes = execFileSync('git', ['-C', ROOT, 'check-attr', 'text', '--', 'dev', '.dev/lib.sh', 'README.md'], { encoding: 'utf8' });
  assert.deepEqual(attributes.trim().split('\n').map((line) => line.split(': ')[2]), ['unset', 'unset', 'unset']);
});
