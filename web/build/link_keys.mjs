// The keys of a link as the page's side of the build needs them: read from src/state/keys.def, their only list.
import { rowsOf, sourceOf } from './def_file.mjs';
import { VIEWS } from './tabs.mjs';

const FILE = 'src/state/keys.def';
const TEXT = String.raw`"([^"\\]*)"`;
const ROW = new RegExp(String.raw`^TABLERO_KEY\((\w+), ${TEXT}, ${TEXT}, .+\)$`);

/** @typedef {{ name: string, type: string, meaning: string }} LinkKey Type: in TypeScript; meaning: '' if there is none. */

// The rows of keys.def. Throws at a line that is neither a row nor a comment.
/** @type {(text: string) => LinkKey[]} */
export const keysIn = (text) => rowsOf(text, `${FILE}:`, ROW, 'TABLERO_KEY(name, "type", "meaning", codec)')
  .map(([, name, type, meaning]) => ({ name, type, meaning }));

export const LINK_KEYS = keysIn(sourceOf(FILE));

// What takes the place of the mark in a source: a property per key.
/** @type {Record<string, (key: LinkKey) => string>} */
const PROPERTIES = {
  'tablero.d.ts': ({ name, type, meaning }) => (meaning ? `  /** ${meaning} */\n` : '') + `  ${name}?: ${type};`,
  // The compiler of Vue makes run-time checks of these types: any text, because a link may hold any.
  'SomosTablero.vue': ({ name }) => `  ${name}?: string`,
};
const MARK = /^ *\/\/ Keys of a link: written here by the build\.$/m;
// The type of the names of the tabs.
const TABS_MARK = "'written here by the build'";

// The source `text` of the published file `name` with the keys of a link and the names of the tabs filled in; the text
// itself if it has no place for them.
/** @type {(name: string, text: string, keys?: LinkKey[]) => string} */
export function withKeys(name, text, keys = LINK_KEYS) {
  const property = PROPERTIES[name];
  if (!property) return text;
  if (!MARK.test(text)) throw new Error(`web/${name}: expected the mark of the keys of a link`);
  const filled = text.replace(MARK, () => keys.map(property).join('\n'));
  if (name !== 'tablero.d.ts') return filled;
  if (!text.includes(TABS_MARK)) throw new Error(`web/${name}: expected the mark of the tabs`);
  return filled.replace(TABS_MARK, () => VIEWS.map((view) => `'${view}'`).join(' | '));
}
