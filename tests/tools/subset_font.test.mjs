// The fonts of the product, read by code of our own that shares nothing with the tool that makes them.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import test from 'node:test';
import { ASSETS, ROOT } from '../fixtures/frozen.mjs';

const TOOL = path.join(ROOT, '.dev/fonts/subset.py');
// The Python that has fontTools: the distribution's, or the one in PATH.
const PYTHON = ['/usr/bin/python3', 'python3'].find((name) => spawnSync(name, ['-c', 'import fontTools']).status === 0);
const FONTS = ['inter-400.otf', 'inter-600.otf'].map((name) => path.join(ASSETS, 'fonts', name));
const INTER = '/usr/share/fonts/opentype/inter/Inter-Regular.otf';

// Tables, character map (format 12) and advance widths of an OpenType file.
function readFont(file) {
  const bytes = fs.readFileSync(file);
  const tables = new Map();
  for (let i = 0; i < bytes.readUInt16BE(4); ++i) {
    const at = 12 + 16 * i;
    const start = bytes.readUInt32BE(at + 8);
    tables.set(bytes.toString('latin1', at, at + 4), bytes.subarray(start, start + bytes.readUInt32BE(at + 12)));
  }
  const cmap = tables.get('cmap');
  const sub = cmap.subarray(cmap.readUInt32BE(8));
  assert.equal(sub.readUInt16BE(0), 12);
  const glyphs = new Map();
  for (let i = 0; i < sub.readUInt32BE(12); ++i) {
    const [first, last, glyph] = [0, 4, 8].map((k) => sub.readUInt32BE(16 + 12 * i + k));
    for (let c = first; c <= last; ++c) glyphs.set(c, glyph + c - first);
  }
  const metrics = tables.get('hhea').readUInt16BE(34);
  const advance = (glyph) => tables.get('hmtx').readUInt16BE(4 * Math.min(glyph, metrics - 1));
  return { tables, glyphs, advance, count: tables.get('maxp').readUInt16BE(4), version: bytes.toString('latin1', 0, 4) };
}

const runTool = (...words) => spawnSync(PYTHON, [TOOL, ...words], { encoding: 'utf8' });

function subset(texts, ...options) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'tablero-font-'));
  const out = path.join(folder, 'out.otf');
  const files = texts.map((text, i) => {
    const file = path.join(folder, `text${i}.json`);
    fs.writeFileSync(file, text);
    return file;
  });
  const run = runTool(...options, '--font', INTER, out, ...files);
  const made = fs.existsSync(out);
  return { status: run.status, error: run.stderr, made, font: made ? readFont(out) : null, bytes: made ? fs.readFileSync(out) : null };
}

for (const file of FONTS) {
  const name = path.basename(file);
  test(`${name}: digits are of one width`, () => {
    const font = readFont(file);
    const widths = new Set([...'0123456789'].map((c) => font.advance(font.glyphs.get(c.codePointAt(0)))));
    assert.equal(widths.size, 1);
    assert.ok([...widths][0] > 0);
  });

  test(`${name}: an OpenType font with outlines and without layout tables`, () => {
    const font = readFont(file);
    assert.equal(font.version, 'OTTO');
    assert.deepEqual([...font.tables.keys()].filter((tag) => ['GSUB', 'GPOS', 'GDEF', 'kern'].includes(tag)), []);
    assert.ok(font.tables.get('CFF ').length > 10000);
    for (const glyph of font.glyphs.values()) assert.ok(glyph > 0 && glyph < font.count);
  });

  test(`${name}: has what Spanish, Portuguese and the interface need`, () => {
    const font = readFont(file);
    for (const c of 'AZazÁÉÍÓÚÜÑáéíóúüñ¿¡ÃÕÇÀÂÊÔãõçàâêôĿŀĀłŞș–—…«»“”‘’·•≥≤≈±×−°€←→↑↓▲▼') {
      assert.ok(font.glyphs.has(c.codePointAt(0)), `no glyph for ${c}`);
    }
  });
}

test('a character of the data without a glyph is named with its file, and nothing is written', () => {
  const run = subset(['{"a":"x"}', '{"b":"\\ud83e\\udd17"}']);
  assert.equal(run.status, 1);
  assert.match(run.error, /text1\.json: U\+1F917 🤗: expected a glyph in .*, found none/);
  assert.equal(run.made, false);
});

test('a character without a glyph may be allowed', () => {
  const allow = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'tablero-font-')), 'allow.txt');
  fs.writeFileSync(allow, '🤗\n');
  const run = subset(['{"b":"🤗"}'], '--allow-file', allow);
  assert.equal(run.status, 0);
  assert.equal(run.font.glyphs.has(0x1f917), false);
});

test('characters of escapes count: \\u in JSON, bytes in C++', () => {
  // U+1E0C and U+0416 are in Inter but not in the fixed list.
  const run = subset(['{"a":"\\u1e0c"} // "\\xd0\\x96" and no escape: \\\\u0414']);
  assert.equal(run.status, 0);
  assert.ok(run.font.glyphs.has(0x1e0c));
  assert.ok(run.font.glyphs.has(0x416));
  assert.equal(run.font.glyphs.has(0x414), false);
});

test('the same input gives the same bytes', () => {
  assert.ok(subset(['{"a":"ñ"}']).bytes.equals(subset(['{"a":"ñ"}']).bytes));
});

test('text that is not UTF-8 is refused with its place', () => {
  const run = subset([Buffer.from([0x7b, 0xff, 0x7d])]);
  assert.equal(run.status, 1);
  assert.match(run.error, /byte 1: expected UTF-8/);
});

test('a missing font is said', () => {
  const run = runTool('--font', '/nowhere.otf', '/tmp/never.otf');
  assert.equal(run.status, 1);
  assert.match(run.stderr, /nowhere\.otf: expected a font/);
});

test('a file that is no font is said', () => {
  const run = runTool('--font', TOOL, '/tmp/never.otf');
  assert.equal(run.status, 1);
  assert.match(run.stderr, /subset\.py: expected a font, found another kind of file/);
});

test('a font that cannot be written is said', () => {
  const run = runTool('--font', INTER, '/nowhere/out.otf');
  assert.equal(run.status, 1);
  assert.match(run.stderr, /\/nowhere\/out\.otf: expected a file that can be written/);
});

test('wrong usage', () => {
  assert.equal(runTool('--bogus').status, 2);
  assert.equal(runTool('--font', INTER).status, 2);
  assert.equal(runTool('data/editions.json').status, 2);
});
