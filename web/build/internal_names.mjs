// Properties that only the scripts of web/ use among themselves: the bundler gives them short names. Never one of
// the browser's, of tablero.d.ts, of the module's imports and exports, or of a data file.
const NAMES = `
  listen on defer later dispose
  textAt stringAt give u8 i32 f32
  frames watch
  mirror focusOn toggled idOf beforeTab tables
  textField ownEdit take sync
  hasFocus focusAt press
  make onProgress onReady onState onHeight onError onFailure embedded
  filled box drawn complete pressEnd call options
  changed connected stage
`.trim().split(/\s+/);
const LETTERS = 'abcdefghijklnopqrsuvwzABCDEFGHIJKLMNOPQRSTUVWXYZ'; // without x, y, m and t, which are used as they are

export const INTERNAL = new RegExp(`^(${NAMES.join('|')})$`);
// The same short name in every script: each is bundled on its own.
export const SHORT = Object.fromEntries(NAMES.map((name, i) => [name, LETTERS[i]]));
