// node .dev/checks/words.mjs [FOLDER [DATA]]: checks that every word of the interface exists in every language (the
// files of FOLDER, data/i18n) with the same placeholders and is translated unless equal_words.txt lists it, that every
// key used by the code or by the files of DATA (data) exists, and that no key is unused. One line per fault; exit
// status 1 if there is any.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const I18N = path.resolve(process.argv[2] ?? path.join(ROOT, 'data/i18n'));
const DATA = path.resolve(process.argv[3] ?? path.join(ROOT, 'data'));
// The languages that the texts of the data have too. The first one is the source language.
const FIRST = ['es', 'pt', 'en'];
const FURTHER = fs.readdirSync(I18N).map((file) => path.basename(file, '.json')).filter((name) => !FIRST.includes(name)).sort();
const LANGUAGES = [...FIRST, ...FURTHER];
// Related languages share many words (Spanish and Portuguese a sixth of these texts); a larger share suggests missing
// translations.
const MOST_EQUAL = 0.25;
// Not translated: number separators, and the numbers that take the singular. The name of a language is in that
// language.
const SIGNS = /^locale\./;
const FOLDERS = ['src', 'web'];
const KEY = /^[a-z_]+(\.[a-z0-9_]+)+$/;
const PLURALS = ['.one', '.other'];

// Fields of the data files whose values are looked up as `prefix` + value.
const VOCABULARIES = [
  { file: 'editions.json', prefix: 'metric.', pick: (d) => d.editions.flatMap((e) => e.claims.map((c) => c.metric)) },
  { file: 'community.json', prefix: 'metric.', pick: (d) => d.milestones.map((m) => m.metric) },
  { file: 'countries.json', prefix: 'metric.', pick: (d) => d.countries.flatMap((c) => (c.figures ?? []).map((f) => f.metric)) },
  { file: 'sponsors.json', prefix: 'tier.', pick: (d) => d.sponsors.flatMap((s) => s.tiers.map((t) => t.tier)) },
  { file: 'sponsors.json', prefix: 'where.', pick: (d) => d.sponsors.flatMap((s) => s.tiers.map((t) => t.where)) },
  { file: 'events.json', prefix: 'kind.', pick: (d) => d.events.map((e) => e.kind) },
];

function filesOf(folder) {
  return fs.readdirSync(folder, { withFileTypes: true }).flatMap((e) => {
    if (e.name === 'node_modules') return [];
    const full = path.join(folder, e.name);
    return e.isDirectory() ? filesOf(full) : /\.(cpp|h|m?js)$/.test(e.name) ? [full] : [];
  });
}

const json = (name) => JSON.parse(fs.readFileSync(path.join(DATA, name), 'utf8'));
const placeholders = (text) => [...new Set(text.match(/\{[a-z_]+\}/g) ?? [])].sort().join(' ');

// Names of facets (src/state/view_state.cpp), joined with "." and a word of the data to a key.
const FACETS = ['topic', 'award', 'kind', 'tier', 'domain', 'language'];

// All string literals of the sources with their place.
function literals() {
  return FOLDERS.flatMap((folder) => filesOf(path.join(ROOT, folder))).flatMap((file) => {
    const name = path.relative(ROOT, file);
    return fs.readFileSync(file, 'utf8').split('\n').flatMap((line, i) => {
      if (/^\s*(#include|\/\/|\*)/.test(line)) return [];
      return [...line.matchAll(/"([^"\\]*)"|'([^'\\]*)'/g)].map((m) => ({ text: m[1] ?? m[2], place: `${name}:${i + 1}` }));
    });
  });
}

function languageFaults(words) {
  const faults = [];
  const keys = new Set(LANGUAGES.flatMap((lang) => Object.keys(words[lang])));
  for (const key of [...keys].sort()) {
    const having = LANGUAGES.filter((lang) => key in words[lang]);
    if (having.length < LANGUAGES.length) {
      faults.push(`data/i18n: /${key}: expected in ${LANGUAGES.join(', ')}, found in ${having.join(', ')}`);
      continue;
    }
    for (const lang of LANGUAGES) {
      if (String(words[lang][key]).trim() === '') faults.push(`data/i18n/${lang}.json: /${key}: expected a text, found none`);
      // A singular form may omit the number ("one city").
      if (key.endsWith('.one')) continue;
      const [own, first] = [placeholders(words[lang][key]), placeholders(words[LANGUAGES[0]][key])];
      if (own !== first) faults.push(`data/i18n/${lang}.json: /${key}: expected the placeholders ${first}, found ${own || 'none'}`);
    }
  }
  return faults;
}

// Faults in the locale settings of a language.
function localeFaults(words) {
  return LANGUAGES.flatMap((lang) => {
    const texts = words[lang]['locale.texts'];
    return FIRST.includes(texts) ? [] : [`data/i18n/${lang}.json: /locale.texts: expected ${FIRST.join(', ')}, found ${texts}`];
  });
}

// Checked both ways: an untranslated word, and an outdated entry of the list. For an additional language, which has no
// entries in the list, only the share of equal words is checked.
function equalFaults(words) {
  const allowed = new Set(fs.readFileSync(new URL('equal_words.txt', import.meta.url), 'utf8').split('\n').filter((line) => /^[a-z]/.test(line)));
  const equal = (a, b) => Object.keys(words[a]).filter((key) => !SIGNS.test(key) && words[a][key] === words[b][key]);
  const found = FIRST.flatMap((a, i) => FIRST.slice(i + 1).flatMap((b) => equal(a, b).map((key) => `${key} ${a} ${b}`)));
  const shares = FURTHER.flatMap((a) => LANGUAGES.filter((b) => b !== a).map((b) => ({ a, b, n: equal(a, b).length })));
  return [
    ...shares.filter(({ a, n }) => n > MOST_EQUAL * Object.keys(words[a]).length).map(({ a, b, n }) =>
      `data/i18n/${a}.json: expected other words than in ${b}, found ${n} that are the same`),
    ...found.filter((line) => !allowed.has(line)).map((line) => `data/i18n: ${line}: expected another word or an entry in equal_words.txt`),
    ...[...allowed].filter((line) => !found.includes(line)).map((line) => `.dev/checks/equal_words.txt: ${line}: expected equal words, found different ones`),
  ];
}

function useFaults(keys, found) {
  const exact = new Set(found.map((l) => l.text));
  const prefixes = [...FACETS.map((name) => `${name}.`), ...[...exact].filter((text) => /^[a-z_.]+\.$/.test(text) && text.length > 1)];
  const used = (key) => {
    // A plural form or a numbered word ("month.3") is looked up by its prefix.
    const stem = key.replace(/\.(one|other|\d+)$/, '');
    return exact.has(key) || exact.has(stem) || prefixes.some((prefix) => key.startsWith(prefix));
  };
  const faults = [...keys].filter((key) => !used(key)).map((key) => `data/i18n: /${key}: expected a use in src/ or web/, found none`);
  const groups = new Set([...keys].map((key) => key.split('.')[0]));
  for (const { text, place } of found) {
    if (!KEY.test(text) || !groups.has(text.split('.')[0]) || /\.(json|js|css|wasm|bin|h|cpp|html|otf)$/.test(text)) continue;
    const known = keys.has(text) || PLURALS.every((ending) => keys.has(text + ending)) || [...keys].some((k) => k.startsWith(`${text}.`));
    if (!known) faults.push(`${place}: expected the key ${text} in data/i18n, found none`);
  }
  return faults;
}

function vocabularyFaults(keys) {
  return VOCABULARIES.flatMap(({ file, prefix, pick }) =>
    [...new Set(pick(json(file)))].filter((word) => !keys.has(prefix + word)).map((word) => `data/${file}: expected the key ${prefix}${word} in data/i18n, found none`));
}

const words = Object.fromEntries(LANGUAGES.map((lang) => [lang, JSON.parse(fs.readFileSync(path.join(I18N, `${lang}.json`), 'utf8'))]));
const keys = new Set(Object.keys(words[LANGUAGES[0]]));
const faults = [...languageFaults(words), ...localeFaults(words), ...equalFaults(words), ...useFaults(keys, literals()), ...vocabularyFaults(keys)];
for (const fault of faults) console.log(fault);
process.exit(faults.length > 0 ? 1 : 0);
