// node web/build/package.mjs [--data DIR] [--assets DIR] [--out DIR]: assembles the static folder (build/web) from the
// module, the page, the assets made from the data (build/assets) and data/; each file gets a .br and a .gz beside it,
// and their sizes go into sizes.json. Unchanged files are not touched.
import fs from 'node:fs';
import path from 'node:path';
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import zlib from 'node:zlib';
import esbuild from 'esbuild';
import { minify } from 'terser';
import { DETAILS } from './basemap.mjs';
import { publishedFiles } from './data_folder.mjs';
import { filesBelow } from './folder.mjs';
import { keyFigures } from './key_figures.mjs';
import { LINK_KEYS, withKeys } from './link_keys.mjs';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const WEB = path.join(ROOT, 'web');
const MODULE = path.join(ROOT, 'build/web-cmake/web/tablero.wasm');
const { values: FOLDERS } = parseArgs({
  options: {
    data: { type: 'string', default: path.join(ROOT, 'data') },
    assets: { type: 'string', default: path.join(ROOT, 'build/assets') },
    out: { type: 'string', default: path.join(ROOT, 'build/web') },
  },
});
const [DATA, ASSETS, OUT] = [FOLDERS.data, FOLDERS.assets, FOLDERS.out].map((folder) => path.resolve(folder));

const SCRIPTS = ['embed.js', 'tablero.js', 'fallback.js', 'later.js', 'page.js'];
// Files of build/assets that only tablero-data reads.
const NATIVE_ONLY = ['gazetteer.bin'];
const COPIED = ['SomosTablero.vue', 'tablero.d.ts', 'embed.css'];
const PAGES = ['index.html', 'examples/plain.html', 'examples/iframe.html'];
// terser on top of esbuild: a tenth smaller.
/** @type {import('terser').MinifyOptions} */
const SMALLER = {
  module: true,
  ecma: 2020,
  compress: { passes: 4, unsafe_arrows: true, unsafe_methods: true, unsafe_math: true, keep_fargs: false, pure_getters: true },
};
// Cache busting: files are requested with a content hash, so that a cache may keep each forever and never mixes builds.
// These are the placeholders of the hashes, by their names in scripts (BUILD.DATA), in the order in which they are
// filled in: the hash of a script depends on the hashes that it contains.
const MARKS = {
  DATA: '?v=00000001', WASM: '?v=00000002', POSTERS: '?v=00000003', FALLBACK: '?v=00000004', LATER: '?v=00000005',
  TABLERO: '?v=00000006',
};
/**
 * @typedef {Map<string, Buffer>} Files By their paths below build/web.
 * @typedef {keyof typeof MARKS} Mark
 * @typedef {Record<Mark, string>} Versions
 * @typedef {Record<string, { raw: number, brotli: number }>} Sizes
 */
const FIGURES_MARK = '<!-- key figures: written here by the build -->';

// Bundles the entry scripts, each into a file of its own.
/** @type {(wasmBytes: number, stills: string) => Promise<[string, Buffer][]>} */
async function scripts(wasmBytes, stills) {
  const build = { ...MARKS, WASM_BYTES: wasmBytes, STILLS: stills, KEYS: LINK_KEYS.map(({ name }) => name).join() };
  const result = await esbuild.build({
    absWorkingDir: WEB,
    entryPoints: SCRIPTS.filter((name) => fs.existsSync(path.join(WEB, name))),
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    define: Object.fromEntries(Object.entries(build).map(([name, value]) => [`BUILD.${name}`, JSON.stringify(value)])),
    legalComments: 'none',
    outdir: OUT,
    write: false,
    logLevel: 'warning',
  });
  if (result.warnings.length > 0) throw new Error('esbuild warned; see above');
  return Promise.all(result.outputFiles.map(async (file) => {
    const { code } = await minify(file.text, SMALLER);
    return [path.relative(OUT, file.path), Buffer.from(/** @type {string} */ (code))];
  }));
}

/** @type {(...parts: (string | Buffer)[]) => string} */
const digestOf = (...parts) => {
  const digest = createHash('sha256');
  for (const part of parts) digest.update(part);
  return `?v=${digest.digest('hex').slice(0, 8)}`;
};

// Whether the program fetches the file at run time.
/** @param {string} name */
const isData = (name) => /^(data|fonts|map)\/|^languages\.json$/.test(name) && !name.startsWith('data/schema/');

// Fills the content hashes into the scripts. Returns them by the names of `MARKS`.
/** @type {(files: Files) => Versions} */
function version(files) {
  /** @param {string} name */
  const bytes = (name) => /** @type {Buffer} */ (files.get(name));
  /** @type {(name: string, key: Mark, value: string) => void} */
  const fill = (name, key, value) => {
    files.set(name, Buffer.from(bytes(name).toString().replaceAll(MARKS[key], value)));
  };
  const scripts = [...files.keys()].filter((name) => name.endsWith('.js'));
  const of = {
    DATA: () => digestOf(...[...files].filter(([name]) => isData(name)).flat()),
    WASM: () => digestOf(bytes('tablero.wasm')),
    POSTERS: () => digestOf(...[...files].filter(([name]) => name.startsWith('posters/')).flat()),
    FALLBACK: () => digestOf(bytes('fallback.js')),
    LATER: () => digestOf(bytes('later.js')),
    TABLERO: () => digestOf(bytes('tablero.js')),
  };
  const versions = /** @type {Versions} */ ({});
  for (const key of /** @type {Mark[]} */ (Object.keys(MARKS))) {
    versions[key] = of[key]();
    for (const name of scripts) fill(name, key, versions[key]);
  }
  return versions;
}

/** @type {Record<string, Mark>} */
const VERSION_OF = { 'tablero.js': 'TABLERO', 'tablero.wasm': 'WASM', 'fallback.js': 'FALLBACK', 'later.js': 'LATER' };
/** @type {(name: string) => Mark | undefined} */
const kindOf = (name) => (isData(name) ? 'DATA' : name.startsWith('posters/') ? 'POSTERS' : VERSION_OF[name]);
/** @type {(name: string, versions: Partial<Record<string, string>>) => string} */
const addressOf = (name, versions) => name + (versions[kindOf(name) ?? ''] ?? '');

// The page `file` of web/ with the key figures that it shows until the program draws, and with hashed addresses.
/** @type {(file: string, versions: Versions, stills: boolean) => Buffer} */
function page(file, versions, stills) {
  const html = fs.readFileSync(path.join(WEB, file), 'utf8')
    .replace(FIGURES_MARK, () => keyFigures(DATA))
    .replace(/(<link rel="(?:module)?preload" href="|(?:src|srcset)="(?:\.\.\/)?(?=posters))([^"]+)/g,
      (_, tag, name) => tag + addressOf(name, versions));
  return Buffer.from(stills ? html : html.replace(/<picture>.*?<\/picture>\n/s, ''));
}

// The service worker lists every address that it caches, so its own bytes change whenever any of those files does.
/** @type {(files: Files, versions: Versions) => Promise<Buffer>} */
async function serviceWorker(files, versions) {
  const details = DETAILS.slice(1).map(({ name }) => `map/${name}.bin`);
  const kept = [...files.keys()].filter((name) => !/^(data\/schema|examples|posters)\/|\.(md|vue|ts)$|^LICENSE$/.test(name) && !details.includes(name));
  const list = kept.map((name) => addressOf(name, versions).replace(/^index\.html$/, './'));
  const code = fs.readFileSync(path.join(WEB, 'sw.js'), 'utf8');
  const result = await esbuild.transform(code, {
    minify: true,
    define: { FILES: JSON.stringify(list), VERSION: JSON.stringify(digestOf(...[...files].flat()).slice(3)) },
  });
  return Buffer.from(result.code);
}

async function styles() {
  const css = fs.readFileSync(path.join(WEB, 'tablero.css'), 'utf8');
  return Buffer.from((await esbuild.transform(css, { loader: 'css', minify: true })).code);
}

/** @param {string} file */
function minifiedJson(file) {
  const text = fs.readFileSync(file, 'utf8');
  try {
    return Buffer.from(JSON.stringify(JSON.parse(text)));
  } catch (error) {
    throw new Error(`${path.relative(ROOT, file)}: expected JSON, found ${error.message}`);
  }
}

// Every published file: path below build/web -> bytes.
async function contents() {
  const data = publishedFiles(DATA);
  if (!fs.existsSync(MODULE)) throw new Error('build/web-cmake/web/tablero.wasm is missing: run ./dev web');
  const wasm = fs.readFileSync(MODULE);
  const stills = fs.existsSync(path.join(ASSETS, 'posters')) ? filesBelow(path.join(ASSETS, 'posters')) : [];
  const known = [...new Set(stills.flatMap((name) => name.split('-').slice(0, 2)))]; // views and languages
  const files = new Map(await scripts(wasm.length, known.join()));
  files.set('tablero.wasm', wasm);
  files.set('tablero.css', await styles());
  for (const name of COPIED) {
    const source = path.join(WEB, name);
    if (fs.existsSync(source)) files.set(name, Buffer.from(withKeys(name, fs.readFileSync(source, 'utf8'))));
  }
  for (const name of ['LICENSE', 'THIRD_PARTY.md']) files.set(name, fs.readFileSync(path.join(ROOT, name)));
  for (const name of filesBelow(ASSETS)) {
    if (!NATIVE_ONLY.includes(name)) files.set(name, fs.readFileSync(path.join(ASSETS, name)));
  }
  for (const name of data) {
    const file = path.join(DATA, name);
    files.set(`data/${name}`, name.endsWith('.json') ? minifiedJson(file) : fs.readFileSync(file));
  }
  const versions = version(files);
  for (const name of PAGES) files.set(name, page(name, versions, stills.length > 0));
  files.set('sw.js', await serviceWorker(files, versions));
  return files;
}

const brotli = promisify(zlib.brotliCompress);
const gzip = promisify(zlib.gzip);

// Atomic write (temporary file and rename): a server may be reading the folder.
/** @type {(file: string, bytes: string | Buffer) => void} */
function writeWhole(file, bytes) {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(`${file}.part`, bytes);
  fs.renameSync(`${file}.part`, file);
}

// Writes `file` with its two compressed forms unless it is there with the same bytes. True if written.
/** @type {(file: string, bytes: Buffer) => Promise<boolean>} */
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

/** @param {Files} files */
function removeOthers(files) {
  for (const name of filesBelow(OUT)) {
    const original = name.replace(/\.(br|gz)$/, '');
    if (!files.has(original) && name !== 'sizes.json') fs.rmSync(path.join(OUT, name));
  }
}

/** @param {Sizes} sizes */
function report(sizes) {
  /** @param {number} n */
  const kilo = (n) => (n / 1000).toFixed(1).padStart(8);
  /** @type {(name: string, pick: (file: string) => boolean) => void} */
  const row = (name, pick) => {
    const chosen = Object.entries(sizes).filter(([file]) => pick(file)).map(([, size]) => size);
    /** @param {'raw' | 'brotli'} key */
    const sum = (key) => chosen.reduce((total, size) => total + size[key], 0);
    console.error(`  ${name.padEnd(22)}${kilo(sum('raw'))} kB ${kilo(sum('brotli'))} kB brotli`);
  };
  row('tablero.wasm', (f) => f === 'tablero.wasm');
  row('embed.js + tablero.js', (f) => f === 'embed.js' || f === 'tablero.js');
  row('fonts', (f) => f.startsWith('fonts/'));
  row('base map, first level', (f) => f === `map/${DETAILS[0].name}.bin`);
  row('data', (f) => f.startsWith('data/') && !f.startsWith('data/schema/'));
}

async function main() {
  const files = await contents();
  fs.mkdirSync(OUT, { recursive: true });
  removeOthers(files);
  const written = await Promise.all([...files].map(([name, bytes]) => place(path.join(OUT, name), bytes)));
  /** @type {Sizes} */
  const sizes = {};
  for (const [name, bytes] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
    sizes[name] = { raw: bytes.length, brotli: fs.statSync(path.join(OUT, `${name}.br`)).size };
  }
  writeWhole(path.join(OUT, 'sizes.json'), `${JSON.stringify(sizes, null, 1)}\n`);
  console.error(`  ${path.relative(ROOT, OUT)}: ${files.size} files, ${written.filter(Boolean).length} changed`);
  report(sizes);
}

main().catch((error) => {
  console.error(error.message.replace(/^/gm, 'package: '));
  process.exit(1);
});
