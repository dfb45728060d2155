// node web/build/posters.mjs TABLERO_DATA DATA_DIR OUT_DIR: the posters that are shown until the program draws,
// rendered by the program itself from the data: OUT_DIR/VIEW-LANG-THEME[-narrow].png, at half size in 16 colors, a few
// kB each.
import { execFile } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { inFewColors } from './png.mjs';

const run = promisify(execFile);

// The element's default height, with the widths of a desktop page and of a phone.
const SIZES = { '': '1200x760', '-narrow': '390x760' };
const ALL = ['--view', 'all', '--lang', 'all', '--theme', 'all', '--scale', '0.5'];

// Every still of a size, as [name, bytes].
/** @type {(program: string, data: string, folder: string, size: [suffix: string, size: string]) => Promise<[string, Buffer][]>} */
async function stillsOf(program, data, folder, [suffix, size]) {
  const out = path.join(folder, size);
  fs.mkdirSync(out);
  await run(program, ['render', ...ALL, '--data', data, '--size', size, '--out', out]);
  return Promise.all(fs.readdirSync(out).map(async (name) =>
    [name.replace('.png', `${suffix}.png`), await inFewColors(fs.readFileSync(path.join(out, name)))]));
}

/** @param {string[]} words */
async function main([program, data, out]) {
  if (!program || !data || !out) throw new Error('usage: posters.mjs TABLERO_DATA DATA_DIR OUT_DIR');
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'tablero-posters-'));
  try {
    const stills = (await Promise.all(Object.entries(SIZES).map((size) => stillsOf(program, data, folder, size)))).flat();
    fs.mkdirSync(out, { recursive: true });
    for (const [name, bytes] of stills) fs.writeFileSync(path.join(out, name), bytes);
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}

main(process.argv.slice(2)).catch((error) => {
  console.error(`posters: ${error.stderr || error.message}`);
  process.exit(1);
});
