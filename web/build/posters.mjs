// node web/build/posters.mjs TABLERO_DATA OUT_DIR: the stills that stand in until the program draws, made by the program
// itself from the data: OUT_DIR/VIEW-THEME[-narrow].png, half the size in 16 colours, some kB each.
import { execFile } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { decode, encodeFewColours } from './png.mjs';

const run = promisify(execFile);

// Those that pages embed; the others start without a still.
const VIEWS = ['panorama', 'mapa', 'leaderboard'];
const THEMES = ['light', 'dark'];
// The element's own height, and the widths of a page and of a phone.
const SIZES = { '': '1200x760', '-narrow': '390x760' };
const SCALE = '0.5';

async function main([program, out]) {
  if (!program || !out) throw new Error('usage: posters.mjs TABLERO_DATA OUT_DIR');
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'tablero-posters-'));
  try {
    const names = VIEWS.flatMap((view) => THEMES.flatMap((theme) => Object.keys(SIZES).map((size) => [view, theme, size])));
    const stills = await Promise.all(names.map(async ([view, theme, size]) => {
      const name = `${view}-${theme}${size}.png`;
      const file = path.join(folder, name);
      await run(program, ['render', '--view', view, '--theme', theme, '--size', SIZES[size], '--scale', SCALE, '--out', file]);
      return [name, encodeFewColours(decode(fs.readFileSync(file)))];
    }));
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
