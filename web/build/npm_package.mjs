// node web/build/npm_package.mjs [OUT_DIR]: packs a release from build/web into build/package: tablero-<version>.zip, the
// static folder, and somosnlp-tablero-<version>.tgz, the npm package. Reproducible: the same input gives the same bytes
// (for the .tgz with the same version of npm, which packs it).
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { zipSync } from 'fflate';
import { filesBelow } from './folder.mjs';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const WEB = path.join(ROOT, 'build/web');
// Timestamps in zip files are local time without a zone: this date has the same fields in every time zone.
const TIME = new Date(2000, 0, 1);
const PACKED = /\.(br|gz|png)$/;

// Path in the package -> path of its source.
const FILES = {
  'README.md': 'web/npm/README.md',
  'CHANGELOG.md': 'CHANGELOG.md',
  LICENSE: 'LICENSE',
  'THIRD_PARTY.md': 'THIRD_PARTY.md',
  'index.d.ts': 'build/web/tablero.d.ts',
  'server.js': 'web/npm/server.js',
  'SomosTablero.vue': 'build/web/SomosTablero.vue',
  'vue.d.ts': 'web/npm/vue.d.ts',
  'copy.mjs': 'web/npm/copy.mjs',
};

/** @param {string} version */
const description = (version) => ({
  name: 'somosnlp-tablero',
  version,
  description: 'The dashboard of the SomosNLP community as a custom element',
  keywords: ['somosnlp', 'dashboard', 'custom-element', 'webassembly', 'vue'],
  homepage: 'https://somosnlp.org',
  license: 'Apache-2.0 AND CC-BY-4.0',
  type: 'module',
  types: './index.d.ts',
  exports: {
    '.': { types: './index.d.ts', node: './server.js', default: './static/embed.js' },
    './vue': { types: './vue.d.ts', default: './SomosTablero.vue' },
    './embed.css': './static/embed.css',
    './static/*': './static/*',
    './package.json': './package.json',
  },
  bin: { 'somosnlp-tablero': 'copy.mjs' },
  files: [...Object.keys(FILES).filter((name) => !/^(README\.md|LICENSE)$/.test(name)), 'static'],
  // Importing one of these has a purpose (it registers the element), so bundlers must not drop it.
  sideEffects: ['./static/*.js', '**/*.css'],
  peerDependencies: { vue: '^3.3.0' },
  peerDependenciesMeta: { vue: { optional: true } },
  engines: { node: '>=18' },
});

// The project's version; CMakeLists.txt is its only source.
export function projectVersion() {
  const version = /^project\(tablero VERSION (\d+\.\d+\.\d+)\b/m.exec(fs.readFileSync(path.join(ROOT, 'CMakeLists.txt'), 'utf8'))?.[1];
  if (!version) throw new Error('CMakeLists.txt: expected project(tablero VERSION 1.2.3 ...)');
  return version;
}

/** @param {string[]} names */
function zipOf(names) {
  /** @type {import('fflate').Zippable} */
  const files = {};
  for (const name of names) {
    files[`tablero/${name}`] = [fs.readFileSync(path.join(WEB, name)),
      { level: PACKED.test(name) ? 0 : 9, mtime: TIME, os: 3, attrs: 0o100644 << 16 }];
  }
  return zipSync(files);
}

// Assembles the package in `folder`.
/** @type {(folder: string, version: string, names: string[]) => void} */
function lay(folder, version, names) {
  const all = { ...FILES, ...Object.fromEntries(names.map((name) => [`static/${name}`, `build/web/${name}`])) };
  for (const [name, from] of Object.entries(all)) {
    const file = path.join(folder, name);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.copyFileSync(path.join(ROOT, from), file);
    fs.chmodSync(file, name === 'copy.mjs' ? 0o755 : 0o644);
  }
  const file = path.join(folder, 'package.json');
  fs.writeFileSync(file, `${JSON.stringify(description(version), null, 2)}\n`);
  fs.chmodSync(file, 0o644);
}

/** @param {string} out */
function main(out) {
  if (!fs.existsSync(path.join(WEB, 'embed.js'))) throw new Error('build/web is missing: run ./dev web');
  const version = projectVersion();
  fs.rmSync(out, { recursive: true, force: true });
  const folder = path.join(out, 'npm');
  const names = filesBelow(WEB);
  lay(folder, version, names);
  fs.writeFileSync(path.join(out, `tablero-${version}.zip`), zipOf(names));
  execFileSync('npm', ['pack', '--silent', '--ignore-scripts', '--offline', '--pack-destination', out],
    { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
  fs.rmSync(folder, { recursive: true });
  for (const name of fs.readdirSync(out)) {
    console.error(`  ${name}  ${(fs.statSync(path.join(out, name)).size / 1e6).toFixed(2)} MB`);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    main(path.resolve(process.argv[2] ?? path.join(ROOT, 'build/package')));
  } catch (error) {
    console.error(`npm_package: ${error.message}`);
    process.exit(1);
  }
}
