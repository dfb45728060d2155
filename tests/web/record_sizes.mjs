// node tests/web/record_sizes.mjs: writes the sizes of build/web, data/ aside, into tests/sizes.json.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { ROOT } from '../fixtures/frozen.mjs';

const sizes = JSON.parse(fs.readFileSync(path.join(ROOT, 'build/web/sizes.json'), 'utf8'));
const emscripten = /(\d+\.\d+\.\d+)/.exec(execFileSync('emcc', ['--version'], { encoding: 'utf8' }))[1];
const files = Object.fromEntries(Object.entries(sizes).filter(([name]) => !name.startsWith('data/')));
fs.writeFileSync(path.join(ROOT, 'tests/sizes.json'), `${JSON.stringify({ emscripten, files }, null, 1)}\n`);
console.log(`tests/sizes.json: ${Object.keys(files).length} files, Emscripten ${emscripten}`);
