// node web/build/abi.mjs: writes web/abi.js, the names of every number that crosses between the module and its page, as
// the C++ sources have them. package.mjs does it with each build; the file is not kept in the repository.
//
// What is read: rows of tables (*.def), enumerations and records of headers. Records are read by the scripts out of the
// module's memory as 32-bit words, so each of their fields must have four bytes.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { rowsOf, sourceOf } from './def_file.mjs';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const FILE = path.join(ROOT, 'web/abi.js');

/** @typedef {Map<string, number>} Numbers Enumerators and their numbers, or fields and their places in words. */
/** @typedef {(file: string) => string} Read The text of a file of the project. */

/** @type {(text: string) => string} */
const withoutComments = (text) => text.replace(/\/\/.*/g, '');

/** @type {(text: string, pattern: RegExp) => string} */
function bodyOf(text, pattern) {
  const found = pattern.exec(text);
  if (!found) throw new Error(`expected ${pattern.source}, found none`);
  return found[1];
}

// The rows of a table as the texts between their commas, quoted or not. Throws at a line that is neither a row of `macro`
// with `width` entries nor a comment.
/** @type {(text: string, macro: string, width: number) => string[][]} */
export function rowsIn(text, macro, width) {
  const row = new RegExp(String.raw`^${macro}\(((?:(?:"[^"\\]*"|\w+)(?:, |(?=\)$))){${width}})\)$`);
  return rowsOf(text, 'line ', row, `${macro}() with ${width} entries`)
    .map(([, entries]) => [...entries.matchAll(/"([^"]*)"|(\w+)/g)].map(([, quoted, plain]) => quoted ?? plain));
}

// The enumeration `name` of a header: enumerators that count from 0, or bits (`1u << 3`, `8`).
/** @type {(text: string, name: string) => Numbers} */
export function enumerationIn(text, name) {
  const body = bodyOf(withoutComments(text), new RegExp(String.raw`\benum (?:class )?${name} : [\w:]+ \{([^}]*)\}`));
  /** @type {Numbers} */
  const numbers = new Map();
  for (const part of body.split(',').map((each) => each.trim()).filter(Boolean)) {
    const found = /^(k\w+)(?: = (\d+)(?:u << (\d+))?)?$/.exec(part);
    if (!found) throw new Error(`${name}: expected kName, kName = 8 or kName = 1u << 3, found ${part}`);
    const [, enumerator, value, shift] = found;
    numbers.set(enumerator, value === undefined ? numbers.size : Number(value) << Number(shift ?? 0));
  }
  return numbers;
}

// The fields of the record `name` of a header and their places in words.
/** @type {(text: string, name: string) => Numbers} */
export function recordIn(text, name) {
  const body = bodyOf(withoutComments(text), new RegExp(String.raw`\bstruct ${name} \{([^}]*)\}`));
  /** @type {Numbers} */
  const places = new Map();
  for (const line of body.split(';').map((each) => each.trim().replace(/\s+/g, ' ')).filter(Boolean)) {
    const found = /^(?:std::u?int32_t|float) (\w+ = 0(?:, \w+ = 0)*)$/.exec(line);
    if (!found) throw new Error(`${name}: expected fields of four bytes that begin with 0, found ${line}`);
    for (const field of found[1].split(', ')) places.set(field.replace(' = 0', ''), places.size);
  }
  return places;
}

// All that crosses, by the names of C++.
export class Abi {
  // Reads the sources of the project, or others in their place.
  /** @param {Read} read */
  constructor(read = sourceOf) {
    /** @type {<T, R extends unknown[]>(file: string, take: (text: string, ...rest: R) => T, ...rest: R) => T} */
    const from = (file, take, ...rest) => {
      try {
        return take(read(file), ...rest);
      } catch (error) {
        throw new Error(`${file}: ${error.message}`);
      }
    };
    /** @type {(rows: string[][]) => Numbers} */
    const counted = (rows) => new Map(rows.map(([enumerator], i) => [enumerator, i]));
    const roles = from('src/base/roles.def', rowsIn, 'TABLERO_ROLE', 3);
    const keys = from('src/platform/keyboard.def', rowsIn, 'TABLERO_KEYBOARD_KEY', 4);
    const cursors = from('src/platform/cursors.def', rowsIn, 'TABLERO_CURSOR', 3);
    const colors = from('src/platform/system_colors.def', rowsIn, 'TABLERO_SYSTEM_COLOR', 2);
    const [node, platform, web] = ['src/base/semantics_node.h', 'src/platform/platform.h', 'src/platform/web/abi.h'];

    // `enum class`: Role.kButton here as Role::kButton there.
    /** @type {Record<string, Numbers>} */
    this.enumerations = {
      Role: counted(roles),
      Key: counted(keys),
      Cursor: counted(cursors),
      PointerKind: from(platform, enumerationIn, 'PointerKind'),
      PointerPhase: from(platform, enumerationIn, 'PointerPhase'),
    };
    // Plain `enum`: kModShift in both.
    /** @type {Record<string, Numbers>} */
    this.constants = {
      PointerButton: from(platform, enumerationIn, 'PointerButton'),
      ModBits: from(platform, enumerationIn, 'ModBits'),
      StateBits: from(node, enumerationIn, 'StateBits'),
      EnvironmentBits: from(web, enumerationIn, 'EnvironmentBits'),
    };
    // Places of fields in words.
    /** @type {Record<string, Numbers>} */
    this.records = {
      SemanticsNode: from(node, recordIn, 'SemanticsNode'),
      TextRecord: from(web, recordIn, 'TextRecord'),
    };
    // What the page calls the rows of a table, in their order.
    /** @type {Record<string, string[]>} */
    this.names = {
      ARIA_ROLES: roles.map(([, aria]) => aria),
      KEY_NAMES: keys.map(([, name]) => name),
      CURSORS: cursors.map(([, css]) => css),
      SYSTEM_COLORS: colors.map(([, css]) => css),
    };
    const unclear = roles.find(([, , nameAs]) => nameAs !== 'text' && nameAs !== 'label');
    if (unclear) throw new Error(`src/base/roles.def: ${unclear[0]}: expected text or label, found ${unclear[2]}`);
    this.namedByText = roles.filter(([, , nameAs]) => nameAs === 'text').map(([enumerator]) => enumerator);
  }

  // The text of web/abi.js.
  script() {
    const parts = ['// Written by web/build/abi.mjs from the C++ sources: the numbers that cross between the module and its page.'];
    /** @type {(numbers: Numbers) => string} */
    const properties = (numbers) => [...numbers].map(([name, number]) => `  ${name}: ${number},\n`).join('');
    // A number of one enumeration is none of another, nor a bare number: so that the compiler finds both.
    for (const [name, numbers] of Object.entries(this.enumerations)) {
      const type = `{ readonly [name in ${[...numbers.keys()].map((each) => `'${each}'`).join(' | ')}]: ${name} }`;
      parts.push(`/** @typedef {number & { readonly enumeration: '${name}' }} ${name} */\n` +
        `export const ${name} = /** @type {${type}} */ (/** @type {unknown} */ ({\n${properties(numbers)}}));`);
    }
    for (const [name, numbers] of Object.entries(this.constants)) {
      parts.push(`// ${name}\n${[...numbers].map(([constant, number]) => `export const ${constant} = ${number};`).join('\n')}`);
    }
    for (const [name, places] of Object.entries(this.records)) {
      parts.push(`// Places in words, and how many words there are.\nexport const ${name} = {\n${properties(places)}};\n` +
        `export const ${name}Words = ${places.size};`);
    }
    for (const [name, texts] of Object.entries(this.names)) {
      parts.push(`export const ${name} = [\n${texts.map((text) => `  ${JSON.stringify(text)},\n`).join('')}];`);
    }
    parts.push(`// Roles whose name is the text of their element.\nexport const NAMED_BY_TEXT = [\n${
      this.namedByText.map((name) => `  Role.${name},\n`).join('')}];`);
    return `${parts.join('\n\n')}\n`;
  }
}

export const ABI = new Abi();

// Writes web/abi.js unless it is there as it should be.
export function writeAbi() {
  const script = ABI.script();
  if (fs.existsSync(FILE) && fs.readFileSync(FILE, 'utf8') === script) return;
  // Written whole, because another process may be reading or writing it.
  const part = `${FILE}.${process.pid}`;
  fs.writeFileSync(part, script);
  fs.renameSync(part, FILE);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeAbi();
