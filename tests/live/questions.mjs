// Invariants that must hold in any year, checked on a data folder and on a page packaged with it. Each function returns
// its faults, one line each; an empty result means that it passed.
import { execFile } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { openFolder } from '../data/open_folder.mjs';
import { faultsBesideSchemas } from '../data/references.mjs';

export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
export const BUILD = path.join(ROOT, process.env.TABLERO_BUILD ?? 'build/debug');

// Leaks are looked for by the tests of the programs themselves.
const env = { ...process.env, ASAN_OPTIONS: 'detect_leaks=0' };

// Runs a program; its output, and whether it succeeded.
export function run(program, args, options = {}) {
  return new Promise((resolve) => {
    execFile(program, args, { cwd: ROOT, env, encoding: 'utf8', maxBuffer: 2 ** 26, timeout: 120000, ...options },
      (error, stdout, stderr) => resolve({ ok: error === null, stdout, stderr }));
  });
}

const lines = (text) => text.split('\n').filter((line) => line.trim() !== '');
const orFailed = (ok, faults, what) => (ok || faults.length > 0 ? faults : [`${what} failed without a word`]);

// The schemas of the folder, and what they cannot say.
export function schemaFaults(data) {
  const { read, schemas, schemaFaults: of } = openFolder(data);
  const files = Object.fromEntries(Object.keys(schemas).map((name) => [name, read(name)]));
  return [
    ...Object.entries(files).flatMap(([name, doc]) => of(name, doc).map((fault) => `${name}: ${fault}`)),
    ...faultsBesideSchemas(files),
  ];
}

// The program's own check.
export async function checkFaults(data) {
  const { ok, stderr } = await run(path.join(BUILD, 'tablero-data'), ['check', data]);
  return orFailed(ok, ok ? [] : lines(stderr), 'tablero-data check');
}

export async function wordFaults(data) {
  const { ok, stdout, stderr } = await run('node', ['.dev/checks/words.mjs', path.join(data, 'i18n'), data]);
  return orFailed(ok, lines(stdout + (ok ? '' : stderr)), 'words.mjs');
}

// Fonts and the list of languages are made from `data` into `assets` as the build makes them; a character without a glyph
// ends that.
export async function glyphFaults(data, assets) {
  const script = 'set -euo pipefail; . .dev/all.sh; make_assets_of "$1" "$2"';
  const { ok, stderr } = await run('bash', ['--norc', '-c', script, '-', data, assets]);
  return orFailed(ok, ok ? [] : lines(stderr), 'making fonts');
}

// The page of `data` with `assets`, packaged into `out`.
export async function packageFaults(data, assets, out) {
  const { ok, stderr } = await run('node', ['web/build/package.mjs', '--data', data, '--assets', assets, '--out', out,
    '--program', path.join(BUILD, 'tablero-data')]);
  return orFailed(ok, ok ? [] : lines(stderr), 'package.mjs');
}

// Every tab in every language, drawn natively at the height of its content: nothing clipped, nothing over another text, no
// key in place of a word (tests/ui/live_test.cpp).
export async function layoutFaults(data, assets) {
  const { ok, stdout } = await run(path.join(BUILD, 'ui_tests'), ['--gtest_filter=Live.*', '--gtest_brief=1'],
    { env: { ...env, TABLERO_TEST_DATA: data, TABLERO_TEST_ASSETS: assets } });
  const ran = /^\[==========\] [1-9]\d* tests? /m.test(stdout);
  return orFailed(ok && ran, ok ? [] : lines(stdout), 'ui_tests Live.*');
}

// All that needs no browser. `assets` and the page are made, in this order.
export async function folderFaults(data, assets, page) {
  const faults = [...schemaFaults(data), ...(await Promise.all([checkFaults(data), wordFaults(data)])).flat()];
  if (faults.length > 0) return faults;
  faults.push(...await glyphFaults(data, assets));
  if (faults.length > 0) return faults;
  return (await Promise.all([packageFaults(data, assets, page), layoutFaults(data, assets)])).flat();
}

export const languagesOf = (data) => fs.readdirSync(path.join(data, 'i18n')).map((name) => path.basename(name, '.json')).sort();
