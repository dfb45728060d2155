// node web/build/data_folder.mjs DATA_DIR: prints the files of a data folder that the page publishes, one path per
// line. This is an allowlist: manifest.json, the files and schemas that it names, and the words in i18n/. Any other
// file there (a list of registrations, an editor's backup) fails the build, which names it.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { everythingBelow } from './folder.mjs';

const INDEX = 'manifest.json';
const EXPECTED = 'expected only files that manifest.json names, their schemas and words in i18n/';
const WORDS = /^i18n\/[^./][^/]*\.json$/;

// The name of a file in messages: relative to the working folder if it is below it.
const shown = (/** @type {string} */ file) => {
  const name = path.relative(process.cwd(), file);
  return name.startsWith('..') ? file : name;
};

/**
 * What the manifest names, itself included.
 * @param {string} data the data folder
 * @returns {Set<string>}
 */
function namedBy(data) {
  const file = path.join(data, INDEX);
  try {
    /** @type {{files: {path: string, schema?: string}[]}} */
    const { files } = JSON.parse(fs.readFileSync(file, 'utf8'));
    return new Set([INDEX, ...files.flatMap((f) => (f.schema === undefined ? [f.path] : [f.path, f.schema]))]);
  } catch (error) {
    throw new Error(`${shown(file)}: expected the list of the data files, found ${/** @type {Error} */ (error).message}`);
  }
}

/**
 * The files of a data folder that the page publishes.
 * @param {string} data the data folder
 * @returns {string[]} paths below it, sorted
 * @throws {Error} with a line for each file that nothing names, and for each that is named and missing
 */
export function publishedFiles(data) {
  const named = namedBy(data);
  const present = everythingBelow(data);
  const strangers = present.filter((name) => !named.has(name) && !WORDS.test(name));
  const missing = [...named].filter((name) => !present.includes(name));
  if (strangers.length + missing.length > 0) {
    throw new Error([
      ...strangers.map((name) => `${shown(path.join(data, name))}: ${EXPECTED}, found another one, which would be published`),
      ...missing.map((name) => `${shown(path.join(data, name))}: expected a file, as manifest.json names it, found none`),
    ].join('\n'));
  }
  return present;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    console.log(publishedFiles(process.argv[2]).join('\n'));
  } catch (error) {
    console.error(/** @type {Error} */ (error).message);
    process.exit(1);
  }
}
