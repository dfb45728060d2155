// A folder of its own in which the README's chapter "A new year" can be followed: a copy of the live data, the program, and
// made-up downloads under the names that the chapter uses.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { BUILD, ROOT } from './questions.mjs';

const FIXTURES = path.join(ROOT, 'tests/fixtures');

// Sets up the folder of the walk. The assets start as a copy of those made from the live data, as on an organizer's
// machine.
export function settleIn(home) {
  const at = (...names) => path.join(home, ...names);
  fs.rmSync(home, { recursive: true, force: true });
  fs.mkdirSync(at('build/native'), { recursive: true });
  fs.cpSync(path.join(ROOT, 'data'), at('data'), { recursive: true });
  fs.cpSync(path.join(ROOT, 'build/assets'), at('assets'), { recursive: true, dereference: true, filter: (name) => !/posters/.test(name) });
  fs.cpSync(path.join(ROOT, 'build/web'), at('web'), { recursive: true, preserveTimestamps: true });
  fs.linkSync(path.join(BUILD, 'tablero-data'), at('build/native/tablero-data'));
  fs.symlinkSync('../../assets', at('build/native/assets'));
  fs.copyFileSync(path.join(FIXTURES, 'registrations/eventbrite_question.csv'), at('inscripciones.csv'));
  fs.cpSync(path.join(FIXTURES, 'results/inventado'), at('resultados/inventado'), { recursive: true });
  fs.cpSync(path.join(FIXTURES, 'results/requests'), at('peticiones'), { recursive: true });
  const read = (name) => JSON.parse(fs.readFileSync(at('data', name), 'utf8'));
  const write = (name, doc) => fs.writeFileSync(at('data', name), `${JSON.stringify(doc, null, 1)}\n`);
  const edit = (name, change) => {
    const doc = read(name);
    change(doc);
    write(name, doc);
  };
  return { at, read, write, edit, data: at('data'), assets: at('assets'), page: at('web') };
}

// Indented blocks of the chapter, in order.
export function chapterBlocks() {
  const readme = fs.readFileSync(path.join(ROOT, 'README.md'), 'utf8');
  const chapter = readme.split(/^## /m).find((part) => part.startsWith('A new year\n'));
  assert.ok(chapter, 'the chapter is there');
  return chapter.split(/\n(?! {4}|\n)/).map((part) => part.match(/\n((?: {4}.*\n?)+)/)?.[1].replace(/^ {4}/gm, '')).filter(Boolean);
}

// The blocks as somebody reads them `years` later, with the year and the number of the edition adjusted.
export function moveOn(blocks, years) {
  const { year, ordinal } = JSON.parse(blocks.find((block) => block.startsWith('{')));
  return {
    year: year + years,
    blocks: blocks.map((block) => block.replaceAll(String(year), String(year + years))
      .replace(`"ordinal": ${ordinal},`, `"ordinal": ${ordinal + years},`)),
  };
}

const ACCENTS = { a: 'à', e: 'è', i: 'í', o: 'ò', u: 'ú' };
const OWN = { 'locale.name': 'Català', 'locale.texts': 'es', 'locale.group': '.', 'locale.point': ',', 'locale.one': '1' };

// Words of another language as far as a program can tell: the last plain vowel of each word has an accent; placeholders stay.
export function machineWords(words) {
  const accented = (word) => word.replace(/[aeiou](?=[^aeiou]*$)/, (vowel) => ACCENTS[vowel]);
  const text = (plain) => plain.split(/(\{[a-z_]+\})/).map((part, i) => (i % 2 ? part : part.replace(/\p{L}{2,}/gu, accented))).join('');
  return { ...Object.fromEntries(Object.entries(words).map(([key, plain]) => [key, text(plain)])), ...OWN };
}
