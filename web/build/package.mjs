// node web/build/package.mjs: puts the static folder build/web together from the module, the page, the fonts, the
// base map and data/, each file with .br and .gz beside it, and sizes.json. Files that did not change are not touched.
import fs from 'node:fs';
import path from 'node:path';
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import zlib from 'node:zlib';
import esbuild from 'esbuild';
import { minify } from 'terser';
import { INTERNAL, SHORT } from './internal_names.mjs';
import { keyFigures } from './key_figures.mjs';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const WEB = path.join(ROOT, 'web');
const OUT = path.join(ROOT, 'build/web');
const MODULE = path.join(ROOT, 'build/web-cmake/web/tablero.wasm');
const ASSETS = path.join(ROOT, 'build/assets');

const SCRIPTS = ['embed.js', 'tablero.js', 'fallback.js', 'page.js'];
// Of build/assets: what only tablero-data reads.
const NATIVE_ONLY = ['gazetteer.bin'];
const COPIED = ['SomosTablero.vue', 'tablero.d.ts', 'sw.js'];
// A tenth smaller than what esbuild leaves.
const SMALLER = {
  module: true,
  ecma: 2020,
  compress: { passes: 4, unsafe_arrows: true, unsafe_methods: true, unsafe_math: true, keep_fargs: false, pure_getters: true },
};
// What embed.js asks for by a version, and the place of that in the script.
const VERSIONED = ['tablero.js', 'fallback.js', 'tablero.wasm'];
const VERSION_MARK = '?v=00000000';
const FIGURES_MARK = '<!-- key figures: written here by the build -->';

// The files below FOLDER as "a/b.c", without hidden ones, sorted.
function filesOf(folder) {
  const entries = fs.readdirSync(folder, { withFileTypes: true }).filter((e) => !e.name.startsWith('.'));
  return entries
    .flatMap((e) => (e.isDirectory() ? filesOf(path.join(folder, e.name)).map((f) => `${e.name}/${f}`) : [e.name]))
    .sort();
}

// Bundles the scripts, each on its own.
async function scripts(wasmBytes) {
  const result = await esbuild.build({
    absWorkingDir: WEB,
    entryPoints: SCRIPTS.filter((name) => fs.existsSync(path.join(WEB, name))),
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    mangleProps: INTERNAL,
    mangleCache: SHORT,
    define: { TABLERO_WASM_BYTES: String(wasmBytes), TABLERO_VERSION: JSON.stringify(VERSION_MARK) },
    legalComments: 'none',
    outdir: OUT,
    write: false,
    logLevel: 'warning',
  });
  if (result.warnings.length > 0) throw new Error('esbuild warned; see above');
  return Promise.all(result.outputFiles.map(async (file) => {
    const { code } = await minify(file.text, SMALLER);
    return [path.relative(OUT, file.path), Buffer.from(code)];
  }));
}

// FILES gets index.html, and embed.js the version that both ask for.
function versioned(files) {
  const digest = createHash('sha256');
  for (const name of VERSIONED) digest.update(files.get(name));
  const version = `?v=${digest.digest('hex').slice(0, 8)}`;
  files.set('embed.js', Buffer.from(files.get('embed.js').toString().replaceAll(VERSION_MARK, version)));
  const html = fs.readFileSync(path.join(WEB, 'index.html'), 'utf8')
    .replace(FIGURES_MARK, () => keyFigures(path.join(ROOT, 'data')))
    .replace(/(<link rel="(?:module)?preload" href="tablero\.(?:js|wasm))"/g, `$1${version}"`);
  files.set('index.html', Buffer.from(html));
}

async function styles() {
  const css = fs.readFileSync(path.join(WEB, 'tablero.css'), 'utf8');
  return Buffer.from((await esbuild.transform(css, { loader: 'css', minify: true })).code);
}

function minifiedJson(file) {
  const text = fs.readFileSync(file, 'utf8');
  try {
    return Buffer.from(JSON.stringify(JSON.parse(text)));
  } catch (error) {
    throw new Error(`${path.relative(ROOT, file)}: expected JSON, found ${error.message}`);
  }
}

// Every file of the product: path below build/web -> bytes.
async function contents() {
  const wasm = fs.readFileSync(MODULE);
  const files = new Map(await scripts(wasm.length));
  files.set('tablero.wasm', wasm);
  versioned(files);
  files.set('tablero.css', await styles());
  for (const name of COPIED) {
    if (fs.existsSync(path.join(WEB, name))) files.set(name, fs.readFileSync(path.join(WEB, name)));
  }
  for (const name of ['LICENSE', 'THIRD_PARTY.md']) files.set(name, fs.readFileSync(path.join(ROOT, name)));
  for (const name of filesOf(ASSETS)) {
    if (!NATIVE_ONLY.includes(name)) files.set(name, fs.readFileSync(path.join(ASSETS, name)));
  }
  for (const name of filesOf(path.join(ROOT, 'data'))) {
    const file = path.join(ROOT, 'data', name);
    files.set(`data/${name}`, name.endsWith('.json') ? minifiedJson(file) : fs.readFileSync(file));
  }
  return files;
}

const brotli = promisify(zlib.brotliCompress);
const gzip = promisify(zlib.gzip);

// Whole or not at all: a server may be reading the folder.
function writeWhole(file, bytes) {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(`${file}.part`, bytes);
  fs.renameSync(`${file}.part`, file);
}

// Writes FILE with its two compressed forms unless it is there with the same bytes. True if written.
async function place(file, bytes) {
  const packed = [`${file}.br`, `${file}.gz`];
  if (packed.every((f) => fs.existsSync(f)) && fs.existsSync(file) && fs.readFileSync(file).equals(bytes)) return false;
  const options = {
    [zlib.constants.BROTLI_PARAM_QUALITY]: zlib.constants.BROTLI_MAX_QUALITY,
    [zlib.constants.BROTLI_PARAM_LGWIN]: 24,
    [zlib.constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  const [br, gz] = await Promise.all([brotli(bytes, { params: options }), gzip(bytes, { level: 9 })]);
  writeWhole(packed[0], br);
  writeWhole(packed[1], gz);
  writeWhole(file, bytes);
  return true;
}

function removeOthers(files) {
  for (const name of filesOf(OUT)) {
    const original = name.replace(/\.(br|gz)$/, '');
    if (!files.has(original) && name !== 'sizes.json') fs.rmSync(path.join(OUT, name));
  }
}

function report(sizes) {
  const kilo = (n) => (n / 1000).toFixed(1).padStart(8);
  const row = (name, pick) => {
    const chosen = Object.entries(sizes).filter(([file]) => pick(file)).map(([, size]) => size);
    const sum = (key) => chosen.reduce((total, size) => total + size[key], 0);
    console.error(`  ${name.padEnd(22)}${kilo(sum('raw'))} kB ${kilo(sum('brotli'))} kB brotli`);
  };
  row('tablero.wasm', (f) => f === 'tablero.wasm');
  row('embed.js + tablero.js', (f) => f === 'embed.js' || f === 'tablero.js');
  row('fonts', (f) => f.startsWith('fonts/'));
  row('base map, first level', (f) => f === 'map/110m.bin');
  row('data', (f) => f.startsWith('data/') && !f.startsWith('data/schema/'));
}

async function main() {
  if (!fs.existsSync(MODULE)) throw new Error('build/web-cmake/web/tablero.wasm is missing: run ./dev web');
  fs.mkdirSync(OUT, { recursive: true });
  const files = await contents();
  removeOthers(files);
  const written = await Promise.all([...files].map(([name, bytes]) => place(path.join(OUT, name), bytes)));
  const sizes = {};
  for (const [name, bytes] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
    sizes[name] = { raw: bytes.length, brotli: fs.statSync(path.join(OUT, `${name}.br`)).size };
  }
  writeWhole(path.join(OUT, 'sizes.json'), `${JSON.stringify(sizes, null, 1)}\n`);
  console.error(`  build/web: ${files.size} files, ${written.filter(Boolean).length} changed`);
  report(sizes);
}

main().catch((error) => {
  console.error(`package: ${error.message}`);
  process.exit(1);
});
