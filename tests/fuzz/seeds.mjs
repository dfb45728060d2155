// node tests/fuzz/seeds.mjs FOLDER: what the fuzz targets start from, made of the frozen data and of the
// fixtures, and a dictionary of its keys and words (FOLDER/json.dict). Lists are cut to two records, so that a run is quick.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
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
// A gazetteer of two towns: the real one is too large to be changed at random.
function gazetteer() {
  const texts = Buffer.from('MD\0Madrid\0Lima\0madrid\0lima\0');
  const text = (word) => Math.max(0, texts.indexOf(`\0${word}\0`) + 1);
  const u32 = (...values) => Buffer.from(Uint32Array.from(values).buffer);
  const place = (id, lon, lat, people, name, country) =>
    Buffer.concat([u32(id, lon, lat, people, text(name)), Buffer.from([0, 0]), Buffer.from(country)]);
  return Buffer.concat([Buffer.from('TABGAZ1\n'), u32(2, 2, 1, texts.length), place(1, 37000, 404000, 3e6, 'Madrid', 'ES'),
    place(2, -770000, -120000, 7e6, 'Lima', 'PE'), u32(text('lima'), 1, text('madrid'), 0), u32(0), texts]);
}
put('gazetteer', 'two-towns', gazetteer());
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
