// tablero-data render: stills and impact cards without a display, from the same program as the page.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { colors, decodePng } from '../../web/build/png.mjs';
import { BIN, DATA, scratch } from '../fixtures/frozen.mjs';

const env = { ...process.env, ASAN_OPTIONS: 'detect_leaks=0', DISPLAY: '', WAYLAND_DISPLAY: '' };

const folder = scratch('render');

const call = (program, ...options) => spawnSync(path.join(BIN, program), options, { encoding: 'utf8', env, timeout: 120000 });
const render = (...options) => call('tablero-data', 'render', ...options);
const inside = (name) => path.join(folder, name);
const bytes = (name) => fs.readFileSync(inside(name));

test('a still is what the desktop program shows', () => {
  const { status, stderr } = render('--view', 'fuentes', '--size', '640x480', '--out', inside('still.png'), '--lang', 'pt', '--theme', 'dark');
  assert.deepEqual([status, stderr], [0, '']);
  assert.equal(call('tablero', '--query', 'view=fuentes&lang=pt&theme=dark', '--size', '640x480', '--screenshot', inside('shot.png')).status, 0);
  assert.ok(bytes('still.png').equals(bytes('shot.png')));
  const png = decodePng(bytes('still.png'));
  assert.deepEqual([png.width, png.height], [640, 480]);
  assert.deepEqual(png.at(639, 479), [0x12, 0x12, 0x12]);
});

test('all themes, languages or views go into a folder, each as if drawn alone', () => {
  const out = fs.mkdtempSync(inside('stills-'));
  assert.equal(render('--view', 'charlas', '--lang', 'all', '--theme', 'all', '--size', '320x240', '--out', out).status, 0);
  assert.deepEqual(fs.readdirSync(out).sort(), ['es', 'pt', 'en'].flatMap((lang) => ['light', 'dark'].map((theme) =>
    `charlas-${lang}-${theme}.png`)).sort());
  assert.equal(render('--view', 'charlas', '--lang', 'pt', '--theme', 'dark', '--size', '320x240', '--out', inside('alone.png')).status, 0);
  // The places of letters in their texture, and with them a color's last digits, depend on what has been drawn before.
  const [one, other] = [decodePng(fs.readFileSync(path.join(out, 'charlas-pt-dark.png'))), decodePng(bytes('alone.png'))];
  let most = 0;
  for (let y = 0; y < 240; y++) {
    for (let x = 0; x < 320; x++) one.at(x, y).forEach((value, i) => (most = Math.max(most, Math.abs(value - other.at(x, y)[i]))));
  }
  assert.ok(most <= 3, `${most} of 255`);
  const { status, stderr } = render('--view', 'all', '--size', '320x240', '--out', inside('nosuch'));
  assert.equal(status, 1);
  assert.match(stderr, /expected a folder, found none/);
});

test('--query carries more of the state, --scale the density', () => {
  assert.equal(render('--view', 'panorama', '--size', '320x480', '--scale', '2', '--query', 'edition=2024', '--out', inside('a.png')).status, 0);
  assert.equal(render('--view', 'panorama', '--size', '320x480', '--scale', '2', '--out', inside('b.png')).status, 0);
  assert.deepEqual([decodePng(bytes('a.png')).width, decodePng(bytes('a.png')).height], [640, 960]);
  assert.ok(!bytes('a.png').equals(bytes('b.png')));
});

test('cards of an edition: two sizes in every language, the same bytes every time', () => {
  const names = ['es', 'pt', 'en'].flatMap((lang) => ['1200x630', '1080x1080'].map((size) => `impact-2024-${lang}-${size}.png`));
  const first = fs.mkdtempSync(inside('cards-'));
  const { status, stdout, stderr } = render('--card', '2024', '--lang', 'all', '--out', first);
  assert.deepEqual([status, stderr], [0, '']);
  assert.deepEqual(stdout.trim().split('\n'), names.map((name) => `Wrote ${first}/${name}`));
  const seen = new Set();
  for (const name of names) {
    const file = fs.readFileSync(path.join(first, name));
    const png = decodePng(file);
    assert.ok(name.endsWith(`-${png.width}x${png.height}.png`));
    assert.deepEqual(png.at(0, 0), [0xfa, 0xcc, 0x15]);
    assert.deepEqual(png.at(2, png.height - 3), [0x1e, 0x3a, 0x8a]);
    assert.ok(colors(png, 20) >= 20);
    seen.add(file.toString('latin1'));
  }
  assert.equal(seen.size, names.length, 'every card is its own');
  const again = fs.mkdtempSync(inside('cards-'));
  assert.equal(render('--card', '2024', '--lang', 'es', '--out', again).status, 0);
  for (const name of fs.readdirSync(again)) assert.ok(fs.readFileSync(path.join(again, name)).equals(fs.readFileSync(path.join(first, name))));
});

test('--card all leaves out editions that have no figures yet', () => {
  const out = fs.mkdtempSync(inside('all-'));
  assert.equal(render('--card', 'all', '--out', out).status, 0);
  const years = [...new Set(fs.readdirSync(out).map((name) => name.split('-')[1]))].sort();
  assert.deepEqual(years, ['2022', '2023', '2024', '2025']);
  const { status, stderr } = render('--card', '2026', '--out', out);
  assert.equal(status, 1);
  assert.match(stderr, /--card: expected an edition with figures, found 2026/);
});

for (const [options, reason] of [
  [[], /either --view or --card/],
  [['--view', 'mapa', '--card', '2024', '--out', 'x.png'], /either --view or --card/],
  [['--view', 'mapa', '--size', '640x480'], /--out is missing/],
  [['--view', 'map', '--size', '640x480', '--out', 'x.png'], /unknown view map/],
  [['--view', 'mapa', '--out', 'x.png'], /--size/],
  [['--view', 'mapa', '--size', '640', '--out', 'x.png'], /--size/],
  [['--view', 'mapa', '--size', '640x480', '--lang', 'fr', '--out', 'x.png'], /--lang/],
  [['--view', 'mapa', '--size', '640x480', '--theme', 'blue', '--out', 'x.png'], /--theme/],
  [['--view', 'mapa', '--size', '640x480', '--scale', '9', '--out', 'x.png'], /--scale/],
  [['--card', '2024', '--lang', 'fr', '--out', '.'], /--lang/],
  [['--view', 'mapa', '--size', '640x480', '--out', 'x.png', 'more'], /unknown: more/],
]) {
  test(`wrong usage: ${options.join(' ')}`, () => {
    const { status, stderr } = render(...options);
    assert.equal(status, 2);
    assert.match(stderr, reason);
    assert.match(stderr, /tablero-data render --help/);
  });
}

test('an input at fault is said and leaves no picture', () => {
  for (const [options, reason] of [
    [['--view', 'mapa', '--size', '320x240', '--out', inside('x.png'), '--data', inside('nowhere')], /nowhere: expected a folder, found none/],
    [['--view', 'mapa', '--size', '320x240', '--out', inside('none/x.png')], /x\.png: expected a file that can be written/],
    [['--card', 'soon', '--out', folder], /--card: expected a year or all, found soon/],
    [['--card', '2024', '--out', inside('none')], /none: expected a folder, found none/],
  ]) {
    const { status, stderr } = render(...options);
    assert.equal(status, 1, options.join(' '));
    assert.match(stderr, reason);
  }
  assert.equal(fs.existsSync(inside('x.png')), false);
  const broken = fs.mkdtempSync(inside('data-'));
  fs.cpSync(DATA, broken, { recursive: true });
  fs.truncateSync(path.join(broken, 'editions.json'), 900);
  const { status, stderr } = render('--card', '2024', '--out', folder, '--data', broken);
  assert.equal(status, 1);
  assert.match(stderr, /editions\.json: /);
  assert.deepEqual(fs.readdirSync(folder).filter((name) => name.startsWith('impact')), []);
});

test('--help explains both with examples', () => {
  const { status, stdout } = render('--help');
  assert.equal(status, 0);
  assert.match(stdout, /examples:\n {2}tablero-data render/);
  for (const option of ['--view', '--card', '--size', '--out', '--lang', '--theme', '--query', '--scale', '--data']) assert.ok(stdout.includes(option));
});
