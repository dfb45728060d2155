// node web/build/package.mjs [--data DIR] [--assets DIR] [--out DIR] [--module FILE] [--program FILE]: assembles the static
// folder (build/web) from the module, the page, the assets made from the data (build/assets), data/, and the tables that
// tablero-data makes of it; each file gets a .br and a .gz beside it, and their sizes go into sizes.json. Unchanged files
// are not touched.
import fs from 'node:fs';
import path from 'node:path';
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import zlib from 'node:zlib';
import esbuild from 'esbuild';
import { minify } from 'terser';
import { writeAbi } from './abi.mjs';
import { DETAILS } from './basemap.mjs';
import { publishedFiles } from './data_folder.mjs';
import { filesBelow } from './folder.mjs';
import { LINK_KEYS, withKeys } from './link_keys.mjs';
import { keyFigures, plainLinks, plainPages, readTables } from './plain.mjs';
import { VIEWS } from './tabs.mjs';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const WEB = path.join(ROOT, 'web');
const { values: FOLDERS } = parseArgs({
  options: {
    data: { type: 'string', default: path.join(ROOT, 'data') },
    assets: { type: 'string', default: path.join(ROOT, 'build/assets') },
    out: { type: 'string', default: path.join(ROOT, 'build/web') },
    module: { type: 'string', default: path.join(ROOT, 'build/web-cmake/web/tablero.wasm') },
    program: { type: 'string', default: path.join(ROOT, 'build/native/tablero-data') },
  },
});
const MODULE = FOLDERS.module;
const [DATA, ASSETS, OUT] = [FOLDERS.data, FOLDERS.assets, FOLDERS.out].map((folder) => path.resolve(folder));

const LIST = 'files.json'; // what the service worker keeps, and what embed.js finds a newer build by
const FIRST_WORDS = ['page.no_answer', 'page.reload', 'page.slow']; // the type Words
const LAST_WORDS = ['page.crashed', 'page.load_failed', 'page.reload', 'page.unsupported', 'state.failed']; // of fallback.js
const SCRIPTS = ['embed.js', 'tablero.js', 'fallback.js', 'later.js', 'page.js'];
// Files of build/assets that only tablero-data reads.
const NATIVE_ONLY = ['gazetteer.bin'];
const COPIED = ['SomosTablero.vue', 'tablero.d.ts', 'embed.css', 'icon.svg', 'examples/iframe.js', 'examples/iframe.css'];
const PAGES = ['index.html', 'examples/plain.html', 'examples/iframe.html'];
// terser on top of esbuild: a tenth smaller.
/** @type {import('terser').MinifyOptions} */
const SMALLER = {
  module: true,
  ecma: 2020,
  compress: { passes: 4, unsafe_arrows: true, unsafe_methods: true, unsafe_math: true, keep_fargs: false, pure_getters: true },
};
// Cache busting: files are requested with a content hash, so that a cache may keep each forever and never mixes builds,
// and what comes is compared with it. Scripts name the hashes of other scripts (BUILD.LATER and BUILD.LATER_SUM): these
// are their placeholders, in the order in which they are filled in.
const MARKS = {
  'fallback.js': 'FALLBACK', 'later.js': 'LATER', 'tablero.js': 'TABLERO',
};
/** @type {(name: string) => [version: string, sum: string]} */
const placeholders = (name) => [`?v=<${name}>`, `sha256-<${name}>`];
// What is asked for without a hash. It is copied last, and of these the list of the build after what it lists.
const ENTRIES = ['icon.svg', 'examples/iframe.js', 'examples/iframe.css', 'tablero.css', 'embed.css', 'page.js', 'embed.js', 'index.html', LIST, 'sw.js'];
/**
 * @typedef {Map<string, Buffer>} Files By their paths below build/web.
 * @typedef {Record<string, { raw: number, brotli: number }>} Sizes
 * @import { Site } from './plain.mjs'
 */
const FIGURES_MARK = '<!-- key figures: written here by the build -->';
const LINKS_MARK = '<!-- plain pages: written here by the build -->';
const PLAIN_STYLE = 'plain/plain.css';
const PAGE_LANGUAGE = 'es'; // of PAGES

/** @type {(bytes: Buffer, form: 'hex' | 'base64') => string} */
const sha256 = (bytes, form) => createHash('sha256').update(bytes).digest(form);
/** @param {Buffer} bytes */
const digestOf = (bytes) => sha256(bytes, 'hex').slice(0, 8);
/** @type {(files: Files, pick: (name: string) => boolean) => string} One digest for all files that `pick` takes. */
const digestOfAll = (files, pick) => digestOf(Buffer.from([...files].filter(([name]) => pick(name))
  .map(([name, bytes]) => name + digestOf(bytes)).join()));

// Whether the program fetches the file at run time.
/** @param {string} name */
const isData = (name) => /^(data|fonts|map)\/|^languages\.json$/.test(name) && !name.startsWith('data/schema/');
/** @param {string} name */
const isStill = (name) => name.startsWith('posters/');
// Whether it is of the plain pages, which nobody asks for at the first view.
/** @param {string} name */
const isPlain = (name) => name.startsWith('plain/');

/** @type {(files: Files, name: string) => any} */
const jsonOf = (files, name) => JSON.parse(String(files.get(name)));
/** @type {(files: Files) => Record<string, string>} Their own names by tag. */
const languagesOf = (files) => jsonOf(files, 'languages.json');

// What a script says without any file of words: language -> words.
/** @type {(files: Files, keys: string[]) => string} */
const wordsFor = (files, keys) => JSON.stringify(Object.fromEntries(
  Object.keys(languagesOf(files)).map((tag) => {
    const words = jsonOf(files, `data/i18n/${tag}.json`);
    return [tag, Object.fromEntries(keys.map((key) => [key, words[key]]))];
  }).sort(([a], [b]) => Number(b === 'es') - Number(a === 'es'))));

/** @type {(files: Files, pick: (name: string) => boolean) => string} "name digest size|name digest size" */
const versions = (files, pick) => [...files].filter(([name]) => pick(name))
  .map(([name, bytes]) => `${name} ${digestOf(bytes)} ${bytes.length}`).sort().join('|');

// Bundles the entry scripts, each into a file of its own. `files` are those that they ask for.
/** @type {(files: Files, stills: string) => Promise<[string, Buffer][]>} */
async function scripts(files, stills) {
  writeAbi();
  const wasm = /** @type {Buffer} */ (files.get('tablero.wasm'));
  /** @type {Record<string, string | number>} */
  const build = {
    WASM: '?v=' + digestOf(wasm),
    WASM_BYTES: wasm.length,
    FILES: versions(files, isData),
    FONTS: digestOfAll(files, (name) => name.startsWith('fonts/')),
    POSTERS: '?v=' + digestOfAll(files, isStill),
    STILLS: stills,
    PLAIN: '?v=' + digestOfAll(files, isPlain),
    PLAIN_FILES: versions(files, isPlain),
    FIRST_VIEW: VIEWS[0],
    WORDS: wordsFor(files, FIRST_WORDS),
    LAST_WORDS: wordsFor(files, LAST_WORDS),
    KEYS: LINK_KEYS.map(({ name }) => name).join(),
  };
  for (const [name, key] of Object.entries(MARKS)) [build[key], build[key + '_SUM']] = placeholders(name);
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
  const made = new Map(await Promise.all(result.outputFiles.map(async (file) => {
    const { code } = await minify(file.text, SMALLER);
    return /** @type {[string, string]} */ ([path.relative(OUT, file.path), /** @type {string} */ (code)]);
  })));
  for (const name of Object.keys(MARKS)) {
    const bytes = Buffer.from(String(made.get(name)));
    const [version, sum] = placeholders(name);
    for (const [other, code] of made) {
      made.set(other, code.replaceAll(version, '?v=' + digestOf(bytes)).replaceAll(sum, 'sha256-' + sha256(bytes, 'base64')));
    }
  }
  return [...made].map(([name, code]) => [name, Buffer.from(code)]);
}

// The address of a file as the page asks for it.
/** @type {(files: Files, name: string) => string} */
function addressOf(files, name) {
  if (isStill(name)) return `${name}?v=${digestOfAll(files, isStill)}`;
  return ENTRIES.includes(name) ? name : `${name}?v=${digestOf(/** @type {Buffer} */ (files.get(name)))}`;
}

// The page `file` of web/ with what it shows until the program draws, and without script, and with hashed addresses.
// `site`: the tabs in the language of the page.
/** @type {(file: string, files: Files, site: Site, stills: boolean) => Buffer} */
function page(file, files, site, stills) {
  const html = fs.readFileSync(path.join(WEB, file), 'utf8')
    .replace(FIGURES_MARK, () => keyFigures(site.tabs))
    .replace(LINKS_MARK, () => plainLinks(site))
    .replace(/((?:src|srcset)="(?:\.\.\/)?)(posters[^"]+)/g, (_, tag, name) => (stills ? tag + addressOf(files, name) : ''))
    .replace(/(<link rel="(module)?preload" href=")([^"]+)"/g, (_, tag, module, name) => `${tag}${addressOf(files, name)}"`
      + (module && name in MARKS ? ` integrity="sha256-${sha256(/** @type {Buffer} */ (files.get(name)), 'base64')}"` : ''));
  return Buffer.from(stills ? html : html.replace(/<picture>.*?<\/picture>\n/s, ''));
}

// The addresses that a build is made of, each with the digest and length of what is there, scripts with their whole
// hash. Stills, plain pages and what only people read are not among them.
/** @type {(files: Files) => Buffer} */
function list(files) {
  const details = DETAILS.slice(1).map(({ name }) => `map/${name}.bin`);
  const kept = [...files].filter(([name]) => !/^(data\/schema|examples|plain|posters)\/|\.(md|vue|ts)$|^LICENSE$/.test(name) && !details.includes(name));
  return Buffer.from(JSON.stringify(Object.fromEntries(kept.map(([name, bytes]) => [
    addressOf(files, name).replace(/^index\.html$/, './'),
    [digestOf(bytes), bytes.length, ...(name in MARKS ? ['sha256-' + sha256(bytes, 'base64')] : [])],
  ]))));
}

async function serviceWorker() {
  const result = await esbuild.build({
    absWorkingDir: WEB, entryPoints: ['sw.js'], bundle: true, minify: true, format: 'iife', target: 'es2022', write: false,
  });
  return Buffer.from(result.outputFiles[0].contents);
}

/** @param {string} name */
async function style(name) {
  const css = fs.readFileSync(path.join(WEB, name), 'utf8');
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

// Adds the plain pages; the tabs by language.
/** @type {(files: Files) => Record<string, Site>} */
function plain(files) {
  const languages = languagesOf(files);
  const tabs = readTables(FOLDERS.program, DATA, VIEWS, Object.keys(languages));
  const address = `plain.css?v=${digestOf(/** @type {Buffer} */ (files.get(PLAIN_STYLE)))}`;
  const sites = Object.fromEntries(Object.keys(languages).map((tag) =>
    [tag, { tabs: tabs[tag], languages, words: jsonOf(files, `data/i18n/${tag}.json`) }]));
  for (const site of Object.values(sites)) {
    for (const [name, html] of plainPages(site, address)) files.set(`plain/${name}`, Buffer.from(html));
  }
  return sites;
}

// Every published file: path below build/web -> bytes.
async function contents() {
  const data = publishedFiles(DATA);
  if (!fs.existsSync(MODULE)) throw new Error('build/web-cmake/web/tablero.wasm is missing: run ./dev web');
  const stills = fs.existsSync(path.join(ASSETS, 'posters')) ? filesBelow(path.join(ASSETS, 'posters')) : [];
  const known = [...new Set(stills.flatMap((name) => name.split('-').slice(0, 2)))]; // views and languages
  /** @type {Files} */
  const files = new Map();
  files.set('tablero.wasm', fs.readFileSync(MODULE));
  files.set('tablero.css', await style('tablero.css'));
  files.set(PLAIN_STYLE, await style('plain.css'));
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
  const sites = plain(files);
  for (const [name, bytes] of await scripts(files, known.join())) files.set(name, bytes);
  for (const name of PAGES) files.set(name, page(name, files, sites[PAGE_LANGUAGE], stills.length > 0));
  files.set(LIST, list(files));
  files.set('sw.js', await serviceWorker());
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
    // The plain pages are most of the bytes and seldom asked for: 15 % larger in a fifteenth of the time.
    [zlib.constants.BROTLI_PARAM_QUALITY]: isPlain(path.relative(OUT, file)) ? 9 : zlib.constants.BROTLI_MAX_QUALITY,
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
  row('plain pages', isPlain);
  row('data', (f) => f.startsWith('data/') && !f.startsWith('data/schema/'));
}

async function main() {
  const files = await contents();
  fs.mkdirSync(OUT, { recursive: true });
  // The folder may be served meanwhile, or be copied in the order of its times: first what is asked for by a hash, then
  // the entries that name those hashes, at last the old files go.
  const rest = [...files].filter(([name]) => !ENTRIES.includes(name));
  const written = await Promise.all(rest.map(([name, bytes]) => place(path.join(OUT, name), bytes)));
  for (const name of ENTRIES) written.push(await place(path.join(OUT, name), /** @type {Buffer} */ (files.get(name))));
  removeOthers(files);
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
