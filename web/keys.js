// Keyboard input, only while the focus is inside the stage. A key is kept from the page only if the program used it;
// the browser's own shortcuts (reload, zoom, address bar, tabs) are never offered to it.
/** @import { Instance } from './types.js' */
import { KEY_NAMES, Key, kModCtrl, kModMeta } from './abi.js';
import { modifiers } from './pointer.js';

const WITH_COMMAND = /^([ayz]|Arrow.*|Home|End|Backspace|Delete|Enter)$/; // c, v, x: see clipboard.js
// Editing keys that the field applies by itself as well: program and field both apply them, so that they stay in step.
const SHARED = /^(Backspace|Delete|ArrowLeft|ArrowRight|Home|End|a)$/;

/** @param {KeyboardEvent} event */
const nameOf = ({ key }) => (key.length > 1 ? key : key.toLowerCase());
// The number of a key in the program; kNone has the name '', which no key has on a page.
/** @param {string} name */
const keyOf = (name) => /** @type {Key} */ (Math.max(KEY_NAMES.indexOf(name), 0));
/** @param {KeyboardEvent} event */
const isInput = ({ target }) => target instanceof HTMLInputElement;

/** @param {Instance} t */
export function keys(t) {
  /** @type {Set<Key>} */
  const down = new Set();

  const release = () => {
    for (const key of down) t.call('key', key, false, false, 0);
    down.clear();
  };

  /** @type {(event: KeyboardEvent, name: string) => boolean} */
  const offered = (event, name) => {
    if (event.isComposing || event.keyCode === 229) return false;
    if (modifiers(event) & (kModCtrl | kModMeta)) return WITH_COMMAND.test(name);
    if (isInput(event) || t.textField.active()) return name.length > 1; // characters reach a field as text
    // The browser itself turns Enter and Space on a focused button or link into a click, see mirror.js.
    return event.target === t.canvas || (name !== 'Enter' && name !== ' ');
  };

  t.on('keydown', (event) => {
    const name = nameOf(event);
    const key = keyOf(name);
    if (name === 'Tab') t.mirror.beforeTab();
    if (!key || !offered(event, name)) {
      if (event.target === t.canvas) typed(event);
      return;
    }
    t.textField.key();
    const used = t.call('key', key, true, event.repeat, modifiers(event));
    down.add(key);
    if (used && isInput(event) && SHARED.test(name)) t.textField.ownEdit(event.key);
    else if (used) event.preventDefault();
    else if (event.target === t.canvas) typed(event);
    // On macOS no keyup comes for a key that is released while Cmd is held
    // (https://bugzilla.mozilla.org/show_bug.cgi?id=1299553, the same in Chromium and WebKit).
    if (event.metaKey) release();
  });

  t.on('keyup', (event) => {
    // The release of a modifier is sent as no key: it only reports which modifiers are still held.
    const key = keyOf(nameOf(event));
    t.call('key', down.delete(key) ? key : Key.kNone, false, false, modifiers(event));
  });

  // Characters typed while the program wants text but the field of the mirror does not have the focus yet.
  /** @param {KeyboardEvent} event */
  function typed(event) {
    if (!t.textField.active() || event.key.length > 1 || event.ctrlKey || event.metaKey) return;
    t.call('text', event.key);
    event.preventDefault();
  }

  let inside = false;
  t.hasFocus = () => inside;
  t.on('focusin', () => {
    if (!inside) t.call('focus', true);
    inside = true;
  });
  t.on('focusout', (event) => {
    if (event.relatedTarget && t.stage.contains(/** @type {Node} */ (event.relatedTarget))) return;
    inside = false;
    release();
    t.call('focus', false);
  });
}
