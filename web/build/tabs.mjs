// The tabs by their names in links, in their order: those of src/state/tabs.def, their only list.
import fs from 'node:fs';

const FILE = 'src/state/tabs.def';
const ROW = /^TABLERO_TAB\(k\w+, "(\w+)", k\w+, k\w+, \d+, \d+(?:, k\w+)+\)$/;

// The names in the rows of tabs.def. Throws at a line that is neither a row nor a comment.
/** @type {(text: string) => string[]} */
export function tabsIn(text) {
  return text.split('\n').flatMap((line, i) => {
    if (line === '' || line.startsWith('//')) return [];
    const row = ROW.exec(line);
    if (!row) throw new Error(`${FILE}:${i + 1}: expected TABLERO_TAB(enumerator, "name", page, base_map, needed, placed, files...) in one line, found ${line}`);
    return [row[1]];
  });
}

export const VIEWS = tabsIn(fs.readFileSync(new URL(`../../${FILE}`, import.meta.url), 'utf8'));
