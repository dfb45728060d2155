// The desktop program without a display: options, exit status, pictures.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { colors, decodePng } from '../../web/build/png.mjs';
import { BIN, DATA, scratch } from '../fixtures/frozen.mjs';
import { VIEWS } from '../fixtures/tabs.mjs';

const PROGRAM = path.join(BIN, 'tablero');

const folder = scratch('native');

// Leaks inside the GL driver are not ours.
const env = { ...process.env, ASAN_OPTIONS: 'detect_leaks=0', DISPLAY: '', WAYLAND_DISPLAY: '' };
// The limit of time: on a machine with a display the last test would otherwise wait for a window.
const run = (...options) => spawnSync(PROGRAM, options, { encoding: 'utf8', env, timeout: 60000 });

let pictures = 0;
function shoot(...options) {
  const file = path.join(folder, `shot${++pictures}.png`);
  const result = run('--screenshot', file, ...options);
  return { ...result, bytes: fs.existsSync(file) ? fs.readFileSync(file) : null };
}

function copyOfData() {
  const copy = fs.mkdtempSync(path.join(folder, 'data-'));
  fs.cpSync(DATA, copy, { recursive: true });
  return copy;
}

test('--help names every option', () => {
  const { status, stdout } = run('--help');
  assert.equal(status, 0);
  for (const option of ['--data', '--query', '--size', '--scale', '--screenshot']) assert.ok(stdout.includes(option));
});

for (const [options, reason] of [
  [['--bogus'], /unknown option --bogus/],
  [['stray'], /unknown option stray/],
  [['--size'], /--size: a value is missing/],
  [['--size', '1280'], /--size: expected WIDTHxHEIGHT/],
  [['--size', '0x800'], /--size/],
  [['--size', '99999x800'], /--size/],
  [['--size', '12x34x56'], /--size/],
  [['--scale', 'nan'], /--scale: expected a number from 0.5 to 4/],
  [['--scale=0'], /--scale/],
]) {
  test(`wrong usage: ${options.join(' ')}`, () => {
    const { status, stderr } = run(...options);
    assert.equal(status, 2);
    assert.match(stderr, reason);
  });
}

for (const view of VIEWS) {
  test(`a picture of ${view}`, () => {
    const { status, stderr, bytes } = shoot('--query', `view=${view}`, '--size', '640x480');
    assert.equal(stderr, '');
    assert.equal(status, 0);
    const png = decodePng(bytes);
    assert.deepEqual([png.width, png.height], [640, 480]);
    assert.ok(colors(png, 50) >= 20, 'more than a blank page');
  });
}

test('--scale multiplies the pixels', () => {
  const png = decodePng(shoot('--size', '401x303', '--scale', '1.5').bytes);
  assert.deepEqual([png.width, png.height], [602, 455]);
});

test('the theme shows in the corner', () => {
  const light = decodePng(shoot('--query', 'theme=light', '--size', '640x480').bytes);
  const dark = decodePng(shoot('--query=theme=dark', '--size=640x480').bytes);
  // Colors of the design: white and #121212.
  assert.deepEqual(light.at(639, 479), [255, 255, 255]);
  assert.deepEqual(dark.at(639, 479), [0x12, 0x12, 0x12]);
});

test('the same input gives the same picture', () => {
  const options = ['--query', 'view=mapa', '--size', '640x480'];
  assert.ok(shoot(...options).bytes.equals(shoot(...options).bytes));
});

test('an unknown view and language fall back', () => {
  const { status, bytes } = shoot('--query', 'view=nope&lang=xx&garbage', '--size', '640x480');
  assert.equal(status, 0);
  assert.ok(bytes.equals(shoot('--size', '640x480').bytes));
});

test('a folder of data that is not there', () => {
  const { status, stderr, bytes } = shoot('--data', path.join(folder, 'nowhere'));
  assert.equal(status, 1);
  assert.match(stderr, /nowhere: expected a folder, found none/);
  assert.equal(bytes, null);
});

test('a truncated data file: the picture of the failed state, the fault on standard error, status 1', () => {
  const data = copyOfData();
  const file = path.join(data, 'editions.json');
  fs.truncateSync(file, 1000);
  const { status, stderr, bytes } = shoot('--data', data, '--size', '640x480');
  assert.equal(status, 1);
  assert.match(stderr, /editions\.json: .*expected .*, found /);
  assert.ok(colors(decodePng(bytes), 50) >= 10);
});

test('a data file beyond the limit is refused unread', () => {
  const data = copyOfData();
  fs.truncateSync(path.join(data, 'editions.json'), 100 * 2 ** 20);
  const { status, stderr } = shoot('--data', data, '--size', '640x480');
  assert.equal(status, 1);
  assert.match(stderr, /larger than 16 MB/);
});

test('a picture that cannot be written leaves nothing behind', () => {
  const target = path.join(folder, 'no-such-folder', 'x.png');
  const { status, stderr } = run('--screenshot', target, '--size', '320x240');
  assert.equal(status, 1);
  assert.match(stderr, /x\.png: expected a file that can be written/);
  assert.equal(fs.existsSync(path.dirname(target)), false);
});

test('without a display a window is refused with the way out', () => {
  const { status, stderr } = run();
  assert.equal(status, 1);
  assert.match(stderr, /--screenshot/);
});
