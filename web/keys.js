// Keys, only while the focus is inside the stage. A key is kept from the page only if the program used it,
// and the browser's own (reload, zoom, address bar, tabs) are never even offered.
import { modifiers } from './pointer.js';

// Order of enum Key in platform.h.
const KEYS = ['', 'Tab', 'ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Home',
  'End', 'Insert', 'Delete', 'Backspace', ' ', 'Enter', 'Escape', '/', '?', '+', '-', '0', 'a', 'c', 'v',
  'x', 'y', 'z'];
const WITH_COMMAND = /^([ayz]|Arrow.*|Home|End|Backspace|Delete|Enter)$/; // c, v, x: see clipboard.js
const MODIFIER = /^(Control|Shift|Alt|Meta)$/;
const CTRL = 2, META = 8;
// Keys that an input method or the field itself handles in the same way: both sides apply them.
const SHARED = /^(Backspace|Delete|ArrowLeft|ArrowRight|Home|End|a)$/;

export function keys(t) {
  const { stage, canvas, mirror, textField, call, listen } = t;
  const down = new Set();

  const release = () => {
    for (const key of down) call('key', key, false, false, 0);
    down.clear();
  };

  const offered = (event, name) => {
    if (event.isComposing || event.keyCode === 229) return false;
    if (modifiers(event) & (CTRL | META)) return WITH_COMMAND.test(name);
    const inField = event.target instanceof HTMLInputElement;
    if (inField) return name.length > 1; // characters reach a field as text
    // The browser presses a focused button or link itself, see mirror.js.
    return event.target === canvas || (name !== 'Enter' && name !== ' ');
  };

  listen(stage, 'keydown', (event) => {
    const name = event.key.length > 1 ? event.key : event.key.toLowerCase();
    const key = KEYS.indexOf(name);
    if (name === 'Tab') mirror.beforeTab();
    if (key < 1 || !offered(event, name)) {
      if (event.target === canvas) typed(event);
      return;
    }
    textField.key();
    const used = call('key', key, true, event.repeat, modifiers(event));
    down.add(key);
    const inField = event.target instanceof HTMLInputElement;
    if (used && inField && SHARED.test(name)) textField.ownEdit(event.key);
    else if (used) event.preventDefault();
    else if (event.target === canvas) typed(event);
    // macOS sends no keyup for a letter while Cmd is held.
    if (event.metaKey) release();
  });

  listen(stage, 'keyup', (event) => {
    // A released modifier is a key of no name that tells the rest.
    if (MODIFIER.test(event.key)) call('key', 0, false, false, modifiers(event));
    const key = KEYS.indexOf(event.key.length > 1 ? event.key : event.key.toLowerCase());
    if (down.delete(key)) call('key', key, false, false, modifiers(event));
  });

  // The program wants text but no field of the page has the focus yet.
  function typed(event) {
    if (!textField.active() || event.key.length > 1 || event.ctrlKey || event.metaKey) return;
    call('text', event.key);
    event.preventDefault();
  }

  let inside = false;
  t.hasFocus = () => inside;
  listen(stage, 'focusin', () => {
    if (!inside) call('focus', true);
    inside = true;
  });
  listen(stage, 'focusout', (event) => {
    if (event.relatedTarget && stage.contains(event.relatedTarget)) return;
    inside = false;
    release();
    call('focus', false);
  });
}
