// The chapter "A new year" of README.md, executed as it stands in a folder of its own: a copy of data/, the program, and made-up
// downloads under the names that the chapter uses.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import { decodePng } from '../../web/build/png.mjs';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const BUILD = path.join(ROOT, process.env.TABLERO_BUILD ?? 'build/debug');
const FIXTURES = path.join(ROOT, 'tests/fixtures');
const env = { ...process.env, ASAN_OPTIONS: 'detect_leaks=0', DISPLAY: '', WAYLAND_DISPLAY: '' };

// Indented blocks of the chapter, in order.
function blocks() {
  const readme = fs.readFileSync(path.join(ROOT, 'README.md'), 'utf8');
  const chapter = readme.split(/^## /m).find((part) => part.startsWith('A new year\n'));
  assert.ok(chapter, 'the chapter is there');
  return chapter.split(/\n(?! {4}|\n)/).map((part) => part.match(/\n((?: {4}.*\n?)+)/)?.[1].replace(/^ {4}/gm, '')).filter(Boolean);
}

const home = fs.mkdtempSync(path.join(os.tmpdir(), 'tablero-readme-'));
test.after(() => fs.rmSync(home, { recursive: true }));
fs.cpSync(path.join(ROOT, 'data'), path.join(home, 'data'), { recursive: true });
fs.mkdirSync(path.join(home, 'build/native'), { recursive: true });
fs.copyFileSync(path.join(BUILD, 'tablero-data'), path.join(home, 'build/native/tablero-data'));
fs.symlinkSync(path.join(ROOT, 'build/assets'), path.join(home, 'build/native/assets'));
fs.copyFileSync(path.join(FIXTURES, 'registrations/eventbrite_question.csv'), path.join(home, 'inscripciones.csv'));
fs.cpSync(path.join(FIXTURES, 'results/inventado'), path.join(home, 'resultados/inventado'), { recursive: true });
fs.cpSync(path.join(FIXTURES, 'results/requests'), path.join(home, 'peticiones'), { recursive: true });

const read = (name) => JSON.parse(fs.readFileSync(path.join(home, 'data', name), 'utf8'));
const outputs = [];

for (const block of blocks()) {
  const title = block.split('\n')[0].slice(0, 100);
  if (block.startsWith('{')) {
    test(`put into data/editions.json: ${title}`, () => {
      const editions = read('editions.json');
      editions.editions.push(JSON.parse(block));
      fs.writeFileSync(path.join(home, 'data/editions.json'), `${JSON.stringify(editions, null, 1)}\n`);
    });
  } else {
    test(`run: ${title}`, () => {
      const { status, stdout, stderr } = spawnSync('bash', ['-euo', 'pipefail', '-c', block], { cwd: home, env, encoding: 'utf8', timeout: 120000 });
      assert.equal(stderr, '');
      assert.equal(status, 0);
      outputs.push(stdout);
    });
  }
}

test('afterwards everything that the chapter promises is there', () => {
  assert.ok(outputs.length >= 5);
  assert.match(outputs[1], /Nothing written \(--dry-run\)/);
  assert.match(outputs[1], /Cities not understood[^\n]*:\n {2}la Atlántida submarina\n/);
  assert.doesNotMatch(outputs[2], /Atlántida/);
  assert.doesNotMatch(outputs.join(''), /@|Aguado|Bermejo/);
  const edition = read('editions.json').editions.find((e) => e.year === 2027);
  // 220 made-up people in ten countries (tests/fixtures/registrations/README.md).
  assert.deepEqual(edition.claims.map((c) => [c.metric, c.value]).sort(), [['countries', 10], ['registrations', 220]]);
  const madrid = read('cities.json').cities.find((c) => c.name === 'Madrid').editions.find((e) => e.year === 2027);
  assert.equal(madrid.count, 40);
  assert.ok(read('leaderboard/results.json').snapshots.some((s) => s.id === 'lb-2027-10'));
  const size = (name) => { const png = decodePng(fs.readFileSync(path.join(home, name))); return `${png.width}x${png.height}`; };
  assert.equal(size('mapa-2027.png'), '1200x630');
  const cards = fs.readdirSync(path.join(home, 'tarjetas')).sort();
  assert.deepEqual(cards, ['en', 'es', 'pt'].flatMap((lang) => ['1080x1080', '1200x630'].map((s) => `impact-2027-${lang}-${s}.png`)));
  for (const card of cards) assert.ok(card.endsWith(`-${size(`tarjetas/${card}`)}.png`));
});
