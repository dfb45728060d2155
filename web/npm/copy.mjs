#!/usr/bin/env node
// somosnlp-tablero copy DIR: copies the files that the element loads into a folder that a site serves as it is.
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const [command, target, ...rest] = process.argv.slice(2);
if (command !== 'copy' || !target || rest.length > 0) {
  console.error('usage: somosnlp-tablero copy DIR\n\nCopies the files of the dashboard into DIR, such as public/tablero.');
  process.exit(2);
}
try {
  fs.cpSync(fileURLToPath(new URL('static', import.meta.url)), path.resolve(target), { recursive: true });
} catch (error) {
  console.error(`somosnlp-tablero: ${error.message}`);
  process.exit(1);
}
