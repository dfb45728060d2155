// The numbers that cross between the module and its page: those of web/abi.js are the compiler's, every name is used, and
// no script of web/ has a number of its own for one.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { ABI, Abi, enumerationIn, recordIn, rowsIn, writeAbi } from '../../web/build/abi.mjs';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const WEB = path.join(ROOT, 'web');
writeAbi();
const abi = await import(pathToFileURL(path.join(WEB, 'abi.js')).href);
const { ariaRoles } = createRequire(path.join(WEB, 'package.json'))('axe-core').utils.getStandards();

const read = (name) => fs.readFileSync(path.join(WEB, name), 'utf8');
const SCRIPTS = fs.readdirSync(WEB).filter((name) => /\.js$/.test(name) && name !== 'abi.js');
// A name without the habits of a language: kStateFocused and STATE_FOCUSED are one.
const plain = (name) => name.replace(/^k(?=[A-Z])/, '').replaceAll('_', '').toLowerCase();
const withoutComments = (text) => text.replace(/\/\*[^]*?\*\/|\/\/.*/g, '');

// The enumerations by the last enumerator that C++ counts to, where there is one.
const COUNTED = ['Role', 'Key', 'Cursor'];

// What the compiler of the module has to agree with, of what web/abi.js exports.
function claims({ enumerations, constants, records } = ABI, exported = abi) {
  const lines = [];
  for (const [name, numbers] of Object.entries(enumerations)) {
    for (const each of numbers.keys()) lines.push(`static_cast<int>(${name}::${each}) == ${exported[name][each]}`);
    if (COUNTED.includes(name)) lines.push(`static_cast<int>(${name}::kCount) == ${Object.keys(exported[name]).length}`);
  }
  for (const numbers of Object.values(constants)) for (const each of numbers.keys()) lines.push(`${each} == ${exported[each]}`);
  for (const [name, places] of Object.entries(records)) {
    for (const field of places.keys()) lines.push(`offsetof(${name}, ${field}) == 4 * ${exported[name][field]}`);
    lines.push(`sizeof(${name}) == 4 * ${exported[`${name}Words`]}`);
  }
  return lines;
}

function compile(lines) {
  const code = `#include <cstddef>
#include "base/semantics_node.h"
#include "platform/platform.h"
#include "platform/web/abi.h"
using namespace tablero;
${lines.map((line) => `static_assert(${line});`).join('\n')}`;
  return spawnSync('em++', ['-std=c++20', '-fsyntax-only', `-I${path.join(ROOT, 'src')}`, '-x', 'c++', '-'],
    { input: code, encoding: 'utf8', timeout: 120000 });
}

test('every number is the one that the compiler of the module has', () => {
  const lines = claims();
  assert.ok(lines.length > 120, `${lines.length} numbers`);
  const { status, stderr } = compile(lines);
  assert.equal(status, 0, stderr);
});

test('a number that is another one is noticed', () => {
  const { status, stderr } = compile(['static_cast<int>(Key::kC) == 21', 'offsetof(SemanticsNode, role) == 64', 'kStateLive == 4095',
    'static_cast<int>(Role::kCount) == 31']);
  assert.notEqual(status, 0);
  assert.equal(stderr.match(/error: static_assert/g).length, 4, stderr);
});

test('every row, enumerator and field is read', () => {
  const source = (file) => fs.readFileSync(path.join(ROOT, 'src', file), 'utf8');
  const count = (file, pattern) => source(file).match(pattern).length;
  assert.equal(ABI.enumerations.Role.size, count('base/roles.def', /^TABLERO_ROLE\(/gm));
  assert.equal(ABI.enumerations.Key.size, count('platform/keyboard.def', /^TABLERO_KEYBOARD_KEY\(/gm));
  assert.equal(ABI.enumerations.Cursor.size, count('platform/cursors.def', /^TABLERO_CURSOR\(/gm));
  assert.equal(abi.SYSTEM_COLORS.length, count('platform/system_colors.def', /^TABLERO_SYSTEM_COLOR\(/gm));
  assert.equal(ABI.constants.StateBits.size, count('base/semantics_node.h', /^ {2}kState\w+ = /gm));
  assert.equal(ABI.constants.ModBits.size, count('platform/platform.h', /\bkMod\w+ = /g));
  assert.equal(ABI.constants.EnvironmentBits.size, count('platform/web/abi.h', /^ {2}kEnvironment\w+ = /gm));
});

test('what cannot be read is refused, with its place', () => {
  assert.deepEqual(rowsIn('// Rows\n\nX(kA, ",", B_1)\n', 'X', 3), [['kA', ',', 'B_1']]);
  for (const line of ['X(kA, "a")', 'X(kA, "a", b, c)', ' X(kA, "a", b)', 'X(kA, "a",', 'Y(kA, "a", b)', 'X(kA, "a\\"", b)', '#if 0']) {
    assert.throws(() => rowsIn(`X(kA, "a", b)\n${line}`, 'X', 3), /^Error: line 2: expected X\(\) with 3 entries/, line);
  }
  const entries = (numbers) => [...numbers];
  assert.deepEqual(entries(enumerationIn('enum class E : std::uint8_t {\n  kA,  // first, of\n  kB\n};', 'E')), [['kA', 0], ['kB', 1]]);
  assert.deepEqual(entries(enumerationIn('enum E : unsigned { kA = 1u << 4, kB = 8 };', 'E')), [['kA', 16], ['kB', 8]]);
  for (const body of ['kA = kB', 'kA = -1', 'kA = 1 + 1', '#define X', 'A']) {
    assert.throws(() => enumerationIn(`enum E : int { ${body} };`, 'E'), /E: expected kName/, body);
  }
  assert.throws(() => enumerationIn('enum F : int { kA };', 'E'), /expected .* found none/);
  assert.deepEqual(entries(recordIn('struct R {\n  float x = 0, y = 0;  // of two; parts\n  std::uint32_t id = 0;\n};', 'R')), [['x', 0], ['y', 1], ['id', 2]]);
  for (const field of ['std::uint8_t a = 0', 'double a = 0', 'float a', 'int f() const', 'float a[2] = {}']) {
    assert.throws(() => recordIn(`struct R { ${field}; };`, 'R'), /R: expected fields of four bytes/, field);
  }
  const broken = (file, from, to) => () => new Abi((name) => {
    const text = fs.readFileSync(path.join(ROOT, name), 'utf8');
    return name === file ? text.replace(from, to) : text;
  });
  assert.throws(broken('src/base/roles.def', 'text)', 'neither)'), /roles\.def: kHeading: expected text or label, found neither/);
  assert.throws(broken('src/base/semantics_node.h', 'std::uint32_t role', 'std::uint8_t role'), /semantics_node\.h: SemanticsNode: expected fields/);
});

test('every role of the tree is one of WAI-ARIA, or a text', () => {
  for (const [i, name] of Object.keys(abi.Role).entries()) {
    const aria = abi.ARIA_ROLES[i];
    if (aria === '') assert.equal(name, 'kText');
    else assert.ok(ariaRoles[aria] && ariaRoles[aria].type !== 'abstract', `${name}: ${aria}`);
  }
});

// A bit, a phase or a field that C++ writes and no script reads, or the other way round. A role, a key or a cursor needs no
// more than its row.
const USED = [...['PointerKind', 'PointerPhase'].flatMap((name) => Object.keys(abi[name]).map((each) => `${name}.${each}`)),
  ...Object.values(ABI.constants).flatMap((numbers) => [...numbers.keys()]),
  ...Object.entries(ABI.records).flatMap(([name, places]) => [...places.keys()].map((field) => `${name}.${field}`)),
  ...Object.keys(ABI.names)];

// Of an import only its uses count.
const unused = (text) => {
  const code = withoutComments(text).replace(/^import [^;]*;/gm, '');
  return USED.filter((name) => !new RegExp(`(?<!\\w|\\w\\.)${name.replace('.', '\\.')}(?!\\w)`).test(code));
};

test('every bit, phase and field has a place in the scripts', () => {
  const all = SCRIPTS.map(read).join('\n');
  assert.ok(USED.length > 50);
  assert.deepEqual(unused(all), []);
  assert.deepEqual(unused(all.replaceAll('kStateBusy)', '0)').replaceAll('SemanticsNode.level', '14')), ['kStateBusy', 'SemanticsNode.level']);
});

test('every wish of the page has a flag, and the module takes each', () => {
  const source = (file) => withoutComments(fs.readFileSync(path.join(ROOT, 'src', file), 'utf8'));
  const wishes = [.../struct Environment \{([^}]*)\}/.exec(source('platform/platform.h'))[1].matchAll(/bool (\w+)/g)].map(([, name]) => name);
  const taken = new Map([...source('bodies/web.cpp').matchAll(/environment\.(\w+) = \(flags & tablero::(\w+)\) != 0;/g)].map((m) => m.slice(1)));
  assert.deepEqual([...taken.values()], [...ABI.constants.EnvironmentBits.keys()]);
  assert.deepEqual([...taken.keys()], wishes);
  for (const [wish, flag] of taken) assert.equal(plain(flag), `environment${plain(wish)}`);
});

// Constants of a script that stand for a name of web/abi.js: KEY_C, STATE_FOCUSED, TAB_PANEL, CTRL, NODE_WORDS.
const KINDS = ['', 'key', 'role', 'state', 'mod', 'cursor', 'environment', 'button', 'pointer', 'phase', 'kind', 'node', 'field'];
const FOUND = new Set([...Object.values({ ...ABI.enumerations, ...ABI.constants, ...ABI.records }).flatMap((numbers) => [...numbers.keys()]), 'words']
  .map(plain).flatMap((name) => [name, name.replace(/^(state|mod|environment|button)/, '')]));

function numbersFor(text) {
  const constants = withoutComments(text).matchAll(/(?<=\bconst [^;]*?\b)([A-Z][A-Z0-9_]*) = (?:0x[\da-f]+|\d+(?: << \d+)?)(?=[,;])/gi);
  return [...constants].map(([, name]) => name).filter((name) => KINDS.some((kind) => plain(name).startsWith(kind) && FOUND.has(plain(name).slice(kind.length))));
}

test('no script has a number of its own for a name', () => {
  for (const name of SCRIPTS) assert.deepEqual(numbersFor(read(name)), [], name);
});

test('a number that stands for a name is noticed', () => {
  const old = `const KEY_C = 22, KEY_V = 23, CTRL = 2; // enum Key
    const NODE_WORDS = 18;
    const ID = 0, RECT = 4, ROLE = 17;
    const STATE_FOCUSED = 1 << 5;
    const TAB_PANEL = 6, IMAGE = 19;
    const EMBEDDED = 32, MOVE = 0;
    const PACE = 50, LINE = 20;`;
  assert.deepEqual(numbersFor(old), ['KEY_C', 'KEY_V', 'CTRL', 'NODE_WORDS', 'ID', 'ROLE', 'STATE_FOCUSED', 'TAB_PANEL', 'IMAGE', 'EMBEDDED', 'MOVE']);
});
