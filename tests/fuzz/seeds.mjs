// node tests/fuzz/seeds.mjs FOLDER: what the fuzz targets start from, made of the frozen data and of the
// fixtures, and a dictionary of its keys and words (FOLDER/json.dict). Lists are cut to two records, so that a run is quick.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { encode, readPlaces, readRegions } from '../../web/build/gazetteer.mjs';
import { ASSETS, DATA } from '../fixtures/frozen.mjs';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const OUT = process.argv[2];
const FIXTURES = path.join(ROOT, 'tests/fixtures');
// The order of FileId in src/data/store.h, then scores and words.
const FILES = ['manifest', 'editions', 'cities', 'countries', 'projects', 'events', 'sponsors', 'contributions', 'community', 'corpora',
  'sources', 'leaderboard/tasks', 'leaderboard/models', 'leaderboard/results', 'leaderboard/related', 'leaderboard/results/latxa-gpt-2024',
  'i18n/es'];

const words = new Set();
const walk = (folder) => fs.readdirSync(folder, { withFileTypes: true }).flatMap((e) => {
  const full = path.join(folder, e.name);
  return e.isDirectory() ? walk(full) : [full];
});

function put(target, name, ...parts) {
  fs.mkdirSync(path.join(OUT, target), { recursive: true });
  fs.writeFileSync(path.join(OUT, target, name), Buffer.concat(parts.map((part) => Buffer.from(part))));
}

// The first two items of each list; notes their keys and short words.
function cut(value) {
  if (typeof value === 'string' && value.length < 24 && /^[\w:./-]+$/.test(value)) words.add(value);
  if (Array.isArray(value)) return value.slice(0, 2).map(cut);
  if (value === null || typeof value !== 'object') return value;
  for (const key of Object.keys(value)) words.add(key);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, cut(item)]));
}

FILES.forEach((name, i) => {
  const text = fs.readFileSync(path.join(DATA, `${name}.json`), 'utf8');
  // Words and columns of a table belong together: those files stay whole.
  const whole = /i18n|results\/|related/.test(name);
  put('json_edit', name.replaceAll('/', '-'), [i], JSON.stringify(cut(JSON.parse(text))));
  put('json_loader', name.replaceAll('/', '-'), [i], whole ? text.slice(0, 20000) : JSON.stringify(cut(JSON.parse(text))));
});
for (const file of walk(path.join(FIXTURES, 'registrations'))) {
  if (!/\.(csv|tsv|txt)$/.test(file)) continue;
  const bytes = fs.readFileSync(file).subarray(0, 1500);
  put('csv_reader', path.basename(file), [7], bytes);
  put('registrations', path.basename(file), bytes);
  put('columns', path.basename(file), '{}', [0], bytes.toString('latin1').split(/[\r\n]/)[0].replace(/[,;\t]/g, '\n'));
}
for (const file of [...walk(path.join(FIXTURES, 'results')), ...walk(path.join(FIXTURES, 'results_of_others'))]) {
  if (/\.jsonl?$/.test(file)) put('results', path.basename(file), fs.readFileSync(file));
}
// A gazetteer of two towns with their regions: the real one is too large to be changed at random.
const TOWNS = [
  ['3117735', 'Madrid', '', 'Madrid,MAD,Madride', '40.4165', '-3.70256', 'P', 'PPLC', 'ES', '', '29', 'M', '', '', '3255944'],
  ['3936456', 'Lima', '', 'Lima,Lima City', '-12.04318', '-77.02824', 'P', 'PPLC', 'PE', '', 'LMA', '', '', '', '7737002'],
].map((cells) => cells.join('\t')).join('\n');
const REGIONS = [{ code: 'ES.29', name: 'Madrid' }, { code: 'PE.LMA', name: 'Lima' }];
put('gazetteer', 'two-towns', encode(readPlaces(TOWNS), readRegions(REGIONS, [{ code: 'ES.29.M', name: 'Provincia de Madrid' }], new Map(), {},
  [['ES', '', ['Reino de España'], ['Esp']]])));
put('mesh', '110m', fs.readFileSync(path.join(ASSETS, 'map/110m.bin')));
for (const [name, query] of Object.entries({
  map: 'view=mapa&edition=2023,2024&country=ES,MX&map=-58.4,-34.6,4.5&proj=globe&shade=cities&points=density&grid=on',
  board: 'view=leaderboard&sort=-mean,id&cols=size,licence&models=a/b,c/d&filter=type:unknown&panel=compare&scale=raw&heat=table',
  text: '?lang=pt&theme=dark&q=M%C3%A9xico+%26+%F0%9F%8C%8E&topic=health&sdg=3,4&award=1st',
})) put('view_state', name, query);
put('csv_cells', 'formulas', '=1+1\0a;=1\0x\t@b\0-5\0"=1"\0\uff1d1\0a\r\n+1\0\u200b=1');
for (const [name, text] of Object.entries({ list: '[1,{"a":"b"},[]]', object: '{ "a": 1,\n  "b\\u00e1": [2, 3] }' })) {
  put('json_edit', name, [1], text);
}
put('tables', 'scores', Uint8Array.from({ length: 200 }, (_, i) => (i * 37) % 251));
put('tables', 'boards', Uint8Array.from({ length: 200 }, (_, i) => (i * 37 + 1) % 251));
const map = JSON.stringify({ columns: { place: 'Vives en' }, ignore: ['Nota'], places: { CDMX: 'Ciudad de México, MX' }, separator: ';' });
put('columns', 'map', map, [0], 'Email\nVives en\nNota');
const quoted = [...words].filter((word) => /^[\x20-\x7e]+$/.test(word)).map((word) => `"\\"${word.replace(/["\\]/g, '\\$&')}\\""`);
fs.writeFileSync(path.join(OUT, 'json.dict'), `${[...new Set(quoted)].join('\n')}\n`);
