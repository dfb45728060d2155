// The tabs by their names in links, in their order: those of src/state/tabs.def, their only list.
import { rowsOf, sourceOf } from './def_file.mjs';

const FILE = 'src/state/tabs.def';
const ROW = /^TABLERO_TAB\(k\w+, "(\w+)", k\w+, k\w+, \d+, \d+(?:, k\w+)+\)$/;
const FORM = 'TABLERO_TAB(enumerator, "name", page, base_map, needed, placed, files...)';

// The names in the rows of tabs.def. Throws at a line that is neither a row nor a comment.
/** @type {(text: string) => string[]} */
export const tabsIn = (text) => rowsOf(text, `${FILE}:`, ROW, FORM).map(([, name]) => name);

export const VIEWS = tabsIn(sourceOf(FILE));
