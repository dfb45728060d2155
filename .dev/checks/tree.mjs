// node .dev/checks/tree.mjs: checks what is at the top of the project, and that no file contains a machine-specific
// path. One line per fault; exit status 1 if there is any.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const TOP = new Set(['CMakeLists.txt', 'CMakePresets.json', 'src', 'web', 'shaders', 'data', 'tests', 'README.md', 'LICENSE',
  'THIRD_PARTY.md', 'CHANGELOG.md', 'CONTRIBUTING.md', 'docs', 'dev']);
const PLACES = [
  { pattern: /https?:\/\/registry\.(?!khronos\.org)[a-z0-9.-]+/i, what: 'a package registry' },
  { pattern: /"resolved":\s*"http/, what: 'a package registry' },
  { pattern: /(^|[\s"'=(])\/(home|root|Users)\/[\w.-]+/, what: 'a folder of one machine' },
];
const BINARY = /\.(png|otf|bin|wasm|br|gz)$/;

// Files that git tracks or would track; without git, nothing is known about what is ignored.
const files = execFileSync('git', ['-C', ROOT, 'ls-files', '-z', '--cached', '--others', '--exclude-standard'])
  .toString().split('\0').filter((name) => name !== '' && fs.existsSync(path.join(ROOT, name)));

const faults = [];
for (const top of new Set(files.map((name) => name.split('/')[0]))) {
  if (!top.startsWith('.') && !TOP.has(top)) faults.push(`${top}: expected nothing else at the top of the project`);
}
for (const name of files) {
  if (BINARY.test(name) || name === '.dev/checks/tree.mjs') continue;
  const lines = fs.readFileSync(path.join(ROOT, name), 'utf8').split('\n');
  lines.forEach((line, i) => {
    for (const { pattern, what } of PLACES) {
      if (pattern.test(line)) faults.push(`${name}:${i + 1}: expected no mention of ${what}, found ${pattern.exec(line)[0].trim()}`);
    }
  });
}
for (const fault of faults) console.log(fault);
process.exit(faults.length > 0 ? 1 : 0);
