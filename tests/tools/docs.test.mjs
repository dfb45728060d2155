// What README.md, CONTRIBUTING.md and docs/organizadores.md name exists: files, commands, tests, and what the snippets for
// embedding ask of the element. (What the commands for organizers print: organizers.test.mjs.)
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import path from 'node:path';
import test from 'node:test';
import { LINK_KEYS, withKeys } from '../../web/build/link_keys.mjs';
import { VIEWS } from '../fixtures/tabs.mjs';
import { ROOT, chapter, devCommands, documentOf, exists, filesIn, isPath, read, rowsOf } from './documents.mjs';

const documents = ['README.md', 'CONTRIBUTING.md', 'docs/organizadores.md'].map(documentOf);
const contributing = documents[1].text;

// Built, or a reader's own.
const ELSEWHERE = [/^build\//, /^web\/abi\.js$/, /^ca\.json$/, /^(data\/)?inscripciones\.csv$/, /^(lugares\.json|mapa-2027\.png|map\.png)$/, /^(resultados|peticiones|tarjetas)\/$/];
// A message of the program, not a name.
const isMessage = (word) => word.includes(': expected');

for (const { name, blocks, spans } of documents) {
  test(`${name}: every file and folder that it names exists`, () => {
    const named = spans.filter((word) => isPath(word) && !isMessage(word) && !ELSEWHERE.some((one) => one.test(word)));
    assert.ok(named.length >= 10, `${named.length} names`);
    assert.deepEqual([...new Set(named.filter((word) => !exists(word) && !exists(`data/${word}`)))], []);
    const scripts = blocks.flatMap(({ text }) => [...text.matchAll(/(?:^|\s)((?:[\w.-]+\/)+[\w.-]+\.(?:mjs|sh|py))\b/gm)].map((m) => m[1]));
    assert.deepEqual(scripts.filter((word) => !exists(word)), []);
  });
}

test('a name of nothing is noticed, and one of a file, a folder, a kind of file is not', () => {
  for (const word of ['web/nosuch.js', 'nosuch.mjs', 'src/nosuch/', 'data/<name>.nosuch', 'tests/unit']) assert.equal(exists(word), word === 'tests/unit', word);
  for (const word of ['web/keys.js', 'select.mjs', 'src/app/', 'data/<name>.json', '.dev/test.sh', 'tablero.wasm']) assert.ok(isPath(word) && exists(word), word);
  for (const word of ['kName', 'view=mapa', '.gz', 'Result<T>', '/editions/5/title', 'a, b']) assert.ok(!isPath(word), word);
});

test('every command of ./dev exists', () => {
  const known = new Set([...execFileSync(path.join(ROOT, 'dev'), ['help'], { encoding: 'utf8' }).matchAll(/^ {2}([a-z]+)\b/gm)].map((m) => m[1]));
  assert.ok(known.has('run') && known.has('package'));
  for (const document of documents) {
    const commands = devCommands(document);
    assert.ok(commands.length > 0, document.name);
    assert.deepEqual(commands.map(([command]) => command).filter((command) => !known.has(command)), [], document.name);
  }
});

const needs = (names) => spawnSync('node', ['.dev/test/main.mjs', '--needs', ...names], { cwd: ROOT, encoding: 'utf8' });

test('every name after ./dev test means something', () => {
  const examples = documents.flatMap(devCommands).filter(([command, ...names]) => command === 'test' && names.length > 0 && names[0] !== '--list');
  assert.ok(examples.length >= 6);
  for (const [, ...names] of examples) {
    const { status, stderr } = needs(names);
    assert.equal(status, 0, stderr);
    // A file's name would mean something as words of a test, too.
    for (const name of names) assert.ok(!isPath(name) || exists(name), name);
  }
  assert.equal(needs([`no${'such'}.test.mjs`]).status, 2);
});

test('every preset and every filter of tests exists', () => {
  const presets = JSON.parse(read('CMakePresets.json')).configurePresets.map((p) => p.name);
  for (const [, name] of contributing.matchAll(/--preset (\w+)/g)) assert.ok(presets.includes(name), name);
  const written = filesIn('tests/').filter((name) => name.endsWith('_test.cpp')).map(read).join('\n');
  for (const [, suite] of contributing.matchAll(/--gtest_filter='(\w+)\.\*'/g)) assert.match(written, new RegExp(`^TEST(_F)?\\(${suite},`, 'm'));
});

// CONTRIBUTING.md

test('every room of src/ and every script of web/ is described', () => {
  const rooms = new Set(filesIn('src/').filter((name) => name.split('/').length > 2).map((name) => `${name.split('/').slice(0, 2).join('/')}/`));
  const described = new Set(rowsOf(chapter(contributing, '## The rooms')).flatMap(([names]) => [...names.matchAll(/`([^`]+)`/g)].map((m) => m[1])));
  const scripts = filesIn('web/').filter((name) => /^web\/[\w.]+\.(js|ts)$/.test(name) && !/\bsw\.d\.ts$/.test(name));
  assert.ok(rooms.size >= 10 && scripts.length >= 30);
  assert.deepEqual([...rooms, ...scripts].filter((name) => !described.has(name)), []);
});

// Files of a recipe: those in backticks in its list.
const filesOfRecipe = (title) => new Set(chapter(contributing, title).split(/\n(?=- )/).filter((part) => part.startsWith('- '))
  .flatMap((part) => [...part.split('\n\n')[0].matchAll(/`([^`]+)`/g)].map((m) => m[1])).filter((word) => isPath(word) && !word.endsWith('/')));

test('the table of recipes counts their files', () => {
  const counted = rowsOf(chapter(contributing, '## Recipes')).map(([what, count]) => [what, Number(count)]);
  assert.deepEqual(counted.map(([what]) => what), [...chapter(contributing, '## Recipes').matchAll(/^### An? (.*)$/gm)].map((m) => m[0].slice(4, 5).toLowerCase() + m[0].slice(5)));
  for (const [what, count] of counted) assert.equal(filesOfRecipe(`### A${what.slice(1)}`).size, count, what);
});

// That a recipe is complete: every file with a list of its kind is in it.
const LISTS = [
  // Expected downloads and counted records are of some tabs only.
  ['### A tab', /^(src|web|tests)\/(?!ui\/failure|(web\/plain|tools\/tables)\.test)/, /proyectos[^]{0,1200}contribuciones[^]{0,1200}charlas[^]{0,1200}fuentes/i],
  ['### A data file', /^(src|tests)\//, /\bcorpora\W{1,4}(sources|community)|FileId::k?corpora|Corpora corpora|load_corpora/i],
  ['### A key of the link', /^(src|web|tests)\/(?!fixtures)/, /heat_by_table = false|TABLERO_KEY\(heat\b|\bscale\W{1,8}heat\b/],
  ['### A keyboard key', /^(src|web)\//, /\bkQuestion\b/],
  ['### An ability of the platform', /^(src|web|tests)\/(?!views)/, /\bcan_share\b/],
];
for (const [title, where, sign] of LISTS) {
  test(`${title.slice(4)}: the recipe has every file with such a list`, () => {
    // src/data/corpora.h is <name>.h there.
    const recipe = [...filesOfRecipe(title)].map((word) => word.replace('<name>', 'corpora'));
    const found = filesIn('').filter((name) => where.test(name) && /\.(cpp|h|def|js|ts|mjs|vue)$/.test(name) && sign.test(read(name)) && !name.startsWith('tests/tools/docs.'));
    assert.ok(found.length >= 1, `${found}`);
    assert.deepEqual(found.filter((name) => !recipe.includes(name)), []);
  });
}

// Embedding

const words = (text) => [...text.matchAll(/'(\w+)'/g)].map((m) => m[1]);
const keys = LINK_KEYS.map(({ name }) => name);
const languages = filesIn('data/i18n/').map((name) => path.basename(name, '.json'));
const props = [...withKeys('SomosTablero.vue', read('web/SomosTablero.vue')).matchAll(/^ {2}(\w+)\??: string/gm)].map((m) => m[1]);
const VALUES = { view: (v) => VIEWS.includes(v), lang: (v) => languages.includes(v), theme: (v) => ['auto', 'light', 'dark'].includes(v),
  edition: (v) => /^20\d\d(,20\d\d)*$/.test(v), country: (v) => /^[A-Z]{2}(,[A-Z]{2})*$/.test(v) };

// What is wrong with the state `pairs` of [key, value], of which `known` are the keys.
const wrongIn = (pairs, known) => pairs.filter(([key, value]) => !known.includes(key) || !(VALUES[key]?.(value) ?? true)).map((pair) => pair.join('='));
const attributesOf = (tag) => [...tag.matchAll(/([\w:@-]+)(?:="([^"]*)")?/g)].map((m) => [m[1], (m[2] ?? '').replaceAll('&amp;', '&')]);
const queryOf = (address) => [...new URL(address, 'https://example.org/').searchParams];

// What is wrong with a snippet of HTML.
function wrongWith(html) {
  const wrong = [];
  for (const [, tag, rest] of html.matchAll(/<(somosnlp-tablero|SomosTablero|iframe|script|a)\b([^>]*)>/g)) {
    const pairs = attributesOf(rest.replace(/\/$/, ''));
    const address = pairs.find(([key]) => key === 'src' || key === 'href')?.[1];
    if (tag === 'somosnlp-tablero') wrong.push(...wrongIn(pairs, [...keys, 'src', 'poster', 'loading', 'id']));
    if (tag === 'SomosTablero') wrong.push(...wrongIn(pairs, props));
    if (tag === 'iframe' || tag === 'a') wrong.push(...wrongIn(queryOf(address), [...keys, 'origins', 'offline']));
    const file = address && new URL(address, 'https://example.org/').pathname.replace(/^\/tablero\/|^\//, '');
    if (file && !exists(`web/${file}`)) wrong.push(address);
  }
  return wrong;
}

test('snippets for embedding ask only for what there is', () => {
  const snippets = documents.flatMap(({ blocks }) => blocks).filter(({ text }) => /<(somosnlp-tablero|SomosTablero|iframe)\b/.test(text));
  assert.ok(snippets.length >= 5 && keys.length > 20 && VIEWS.length > 6 && props.length > keys.length);
  for (const { text } of snippets) assert.deepEqual(wrongWith(text), [], text);
  const known = new Set(words(read('web/tablero.d.ts').replaceAll(':', '_')));
  for (const { text } of snippets) for (const [, name] of text.matchAll(/'(tablero:\w+)'/g)) assert.ok(known.has(name.replace(':', '_')), name);
});

test('a snippet that asks for something else is noticed', () => {
  for (const html of ['<somosnlp-tablero vista="mapa">', '<somosnlp-tablero view="map">', '<SomosTablero source="/x/" />', '<somosnlp-tablero lang="xx">',
    '<iframe src="https://example.org/tablero/?vew=charlas">', '<script type="module" src="https://example.org/tablero/embeed.js"></script>']) {
    assert.equal(wrongWith(html).length, 1, html);
  }
});

test('the table of attributes for organizers has attributes and values that exist', () => {
  const rows = rowsOf(chapter(documents[2].text, '### 1. Como parte de la página'));
  assert.ok(rows.length >= 6);
  const spansOf = (cell) => [...cell.matchAll(/`([^`]+)`/g)].map((m) => m[1]);
  for (const [attribute, , examples] of rows) {
    const [key] = spansOf(attribute);
    assert.deepEqual(wrongIn(spansOf(examples).map((value) => [key, value]), keys), []);
  }
});
