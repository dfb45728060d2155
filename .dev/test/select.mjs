// Which steps, files and tests the names after `./dev test` mean. A name is, the first that fits: a step ("browser"; "fuzz"
// for all that begin so), a file of tests ("map.test.mjs", "tests/unit/rank_test.cpp"), GoogleTest tests ("MapPoints.*"),
// or words of the title of a Node test ("the still is shown").
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { STEPS } from './steps.mjs';

export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

const filesBelow = (folder, ending) => {
  const full = path.join(ROOT, folder);
  if (!fs.existsSync(full)) return [];
  return fs.readdirSync(full, { recursive: true }).filter((name) => name.endsWith(ending) && !name.includes('node_modules'))
    .map((name) => path.join(folder, name)).sort();
};

// Files of tests of a step, from the project's root.
export function filesOf(step) {
  if (step.node) return filesBelow(step.node, '.test.mjs');
  return step.gtest ? filesBelow(step.sources, '.cpp') : [];
}

const GTEST = /^\s*(?:TEST|TEST_F|TEST_P|TYPED_TEST)\(\s*(\w+),\s*(\w+)\s*\)/gm;

// "Suite.Name" of every test written in a C++ file.
export function gtestsIn(file) {
  return [...fs.readFileSync(path.join(ROOT, file), 'utf8').matchAll(GTEST)].map((m) => `${m[1]}.${m[2]}`);
}

// GoogleTest's wildcards: * for any text, ? for any character.
const globToRegExp = (glob) => new RegExp(`^${glob.replace(/[.+^${}()|[\]\\]/g, '\\$&').replace(/\*/g, '.*').replace(/\?/g, '.')}$`);

// Instances of parametrized and typed tests are named Prefix/Suite.Name/0 and Suite/0.Name.
const filterOf = (tests) => tests.flatMap((test) => {
  const [suite, name] = test.split('.');
  return [test, `*/${test}/*`, `${suite}/*.${name}`];
}).join(':');

const nameOf = (step) => [step.name, step.title.toLowerCase()];

// Ways in which `name` can mean a part of `step`: { step } for all of it, with `files`, `filter` (GoogleTest) or `titles`
// (Node) for some; null where it means nothing.
const WAYS = [
  (step, name) => (nameOf(step).includes(name.toLowerCase()) || step.name.startsWith(`${name.toLowerCase()}-`) ? { step } : null),
  (step, name) => {
    const files = filesOf(step).filter((file) => file === name || file.endsWith(`/${name}`));
    if (files.length === 0) return null;
    return step.gtest ? { step, filter: filterOf(files.flatMap(gtestsIn)) } : { step, files };
  },
  (step, name) => {
    if (!step.gtest) return null;
    const tests = filesOf(step).flatMap(gtestsIn).filter((test) => globToRegExp(name).test(test) || test.startsWith(`${name}.`));
    return tests.length > 0 ? { step, filter: filterOf(tests) } : null;
  },
  (step, name) => titled(step, name, (line) => /\btest\(/.test(line)),
  // A title that is put together from parts is written nowhere as a whole: any file that has the words.
  (step, name) => titled(step, name, () => true),
];

// The files of `step` in which `name` stands in a line that `counts`.
function titled(step, name, counts) {
  if (!step.node) return null;
  const lines = (file) => fs.readFileSync(path.join(ROOT, file), 'utf8').split('\n');
  const files = filesOf(step).filter((file) => lines(file).some((line) => line.includes(name) && counts(line)));
  return files.length > 0 ? { step, files, titles: name } : null;
}

// What one name means, by the first way that fits any step: parts, empty when it means nothing.
function partsOf(name) {
  for (const way of WAYS) {
    const parts = STEPS.map((step) => way(step, name)).filter((part) => part !== null);
    if (parts.length > 0) return parts;
  }
  return [];
}

// Two names for one step: the union of what they mean.
function joined(one, other) {
  if (!one) return other;
  const whole = (part) => !part.files && !part.filter;
  if (whole(one) || whole(other)) return { step: one.step };
  if (one.filter) return { step: one.step, filter: `${one.filter}:${other.filter}` };
  if (one.titles !== other.titles) return { step: one.step, files: [...new Set([...one.files, ...other.files])] };
  return { ...one, files: [...new Set([...one.files, ...other.files])] };
}

// Parts to run, in the order of STEPS, each after the steps that it needs (whole ones, marked `needed`). No names: all.
// Throws an Error for a name that matches nothing.
export function select(names) {
  const chosen = new Map();
  for (const name of names) {
    const parts = partsOf(name);
    if (parts.length === 0) throw new Error(`${name}: expected a step, a file or a name of a test (./dev test --list), found none`);
    for (const part of parts) chosen.set(part.step, joined(chosen.get(part.step), part));
  }
  if (names.length === 0) for (const step of STEPS) chosen.set(step, { step });
  const need = (step) => {
    for (const name of step.after ?? []) {
      const before = STEPS.find((s) => s.name === name);
      if (!chosen.has(before)) chosen.set(before, { step: before, needed: true });
      need(before);
    }
  };
  for (const step of [...chosen.keys()]) need(step);
  return STEPS.filter((step) => chosen.has(step)).map((step) => chosen.get(step));
}
