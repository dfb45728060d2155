// Tables of the C++ sources (*.def) as the build reads them: one row per line, and comments between.
import fs from 'node:fs';
import { fileURLToPath } from 'node:url';

// What `row` matches in each line. Throws at a line that is neither a row nor a comment: the message says where, with
// `place` before the number of the line, and how a row looks, which is `form`.
/** @type {(text: string, place: string, row: RegExp, form: string) => RegExpExecArray[]} */
export function rowsOf(text, place, row, form) {
  return text.split('\n').flatMap((line, i) => {
    if (line === '' || line.startsWith('//')) return [];
    const found = row.exec(line);
    if (!found) throw new Error(`${place}${i + 1}: expected ${form} in one line, found ${line}`);
    return [found];
  });
}

// The text of a file of the project, by its path from the top.
/** @param {string} file */
export const sourceOf = (file) => fs.readFileSync(fileURLToPath(new URL(`../../${file}`, import.meta.url)), 'utf8');
