// Text input. It always comes through a real, focused <input> of the mirror, because only such an element brings up the
// on-screen keyboard, input methods (IME), autocorrection and a screen reader's editing commands.
//
// There are two ways into the program. Characters of a plain keyboard are sent as text and keys, and both sides apply
// them. Whatever an input method does (composition, keyCode 229, autocorrection;
// https://www.w3.org/TR/uievents/#determine-keydown-keyup-keyCode) changes the field first, and then its whole text is
// sent. After each frame the mirror brings the field back in step.
/** @import { Host, Instance, TextField } from './types.js' */

import { bytesOf, textOf } from './utf8.js';

/**
 * @param {Instance} t
 * @param {Host} host
 */
export function textField(t, host) {
  let active = false;
  let node = 0;
  let edited = false; // the last change came from an input method
  let ownEdit = false; // the program already has the change that the field is about to make
  let composing = false;
  let typed = false; // text was sent since the last frame
  let caret = -1;

  /** @type {(target: Element | null) => target is HTMLInputElement} */
  const isField = (target) => target instanceof HTMLInputElement && target.type !== 'range';
  const focused = () => t.stage.getRootNode().activeElement;

  /** @param {HTMLInputElement} field */
  const hand = (field) => {
    edited = true;
    // The program takes typed text in its next frame: draw one now, or that text would be applied after the whole text.
    if (typed) t.frames.now();
    t.call('edit', t.mirror.idOf(field), bytesOf(field.value.slice(0, /** @type {number} */ (field.selectionStart))).length, field.value);
  };

  t.on('compositionstart', () => {
    composing = true;
  });
  t.on('compositionend', (event) => {
    composing = false;
    hand(event.target);
  });
  t.on('beforeinput', (event) => {
    const { target } = event;
    if (!isField(target) || composing || event.inputType !== 'insertText' || !active) return;
    // The program does not know of a selection made in the field (by a script, by assistive technology).
    if (target.selectionStart !== target.selectionEnd) return;
    ownEdit = typed = true;
    t.call('text', event.data ?? '');
  });
  t.on('input', (event) => {
    if (!isField(event.target)) return;
    if (!ownEdit) hand(event.target);
    ownEdit = false;
  });

  /** @type {TextField} */
  const self = t.textField = {
    active: () => active,
    // Called before a key goes to the program, which may end the input with it.
    key() {
      edited = ownEdit = false;
    },
    // The program has applied `key`, which the focused field will now apply too.
    ownEdit: (key) => {
      ownEdit = key === 'Backspace' || key === 'Delete';
    },
    // Focuses `target` if it is a field of the mirror.
    take(target) {
      if (!isField(target)) return false;
      edited = false;
      t.mirror.focusOn(target);
      return true;
    },
    // Sets `field` to the program's `value`, unless the field is ahead of the program.
    sync(field, value) {
      if (composing) return;
      if (field.value !== value) field.value = value;
      if (field !== focused() || caret < 0) return;
      const at = textOf(bytesOf(value).subarray(0, caret)).length;
      if (field.selectionStart === field.selectionEnd && field.selectionEnd !== at) {
        field.setSelectionRange(at, at);
      }
    },
  };

  // Each frame: whether the program wants text, for which node, with the caret at a byte.
  host.text_input = (nowActive, nowNode, nowCaret) => {
    typed = false;
    caret = nowCaret;
    nowNode >>>= 0; // numbers come signed
    if (Boolean(nowActive) === active && nowNode === node) return;
    const ended = active && !nowActive;
    active = Boolean(nowActive);
    node = nowNode;
    t.later(() => {
      const field = active && t.hasFocus() ? t.mirror.field(node) : null;
      if (field) {
        self.take(field);
        field.setSelectionRange(field.value.length, field.value.length);
      } else if (ended && !edited && isField(focused())) {
        // Not after a change by an input method: the program may then end its input for one frame, which must not hide
        // the on-screen keyboard.
        t.mirror.focusOn(t.canvas);
      }
    });
  };
}
