// Typed text. It always comes through a real, focused <input> of the mirror, because only such an element
// brings up a phone's keyboard, input methods, autocorrection and a screen reader's editing commands.
//
// Two ways into the program: characters of a plain keyboard go as text and keys, and both sides apply them;
// whatever an input method does (composition, keycode 229, autocorrection) changes the field first, and
// its whole text is then handed over. After each frame the mirror brings the field back in step.

const encoder = new TextEncoder();

export function textField(t) {
  const { stage, canvas, mirror, call, later, listen } = t;
  let active = false;
  let node = 0;
  let edited = false; // the last change came from an input method
  let ownEdit = false; // the program already has the change that the field is about to make
  let composing = false;
  let caret = -1;

  const isField = (target) => target instanceof HTMLInputElement && target.type !== 'range';
  const focused = () => stage.getRootNode().activeElement;

  const hand = (field) => {
    edited = true;
    const before = encoder.encode(field.value.slice(0, field.selectionStart)).length;
    call('edit', mirror.idOf(field), before, field.value);
  };

  listen(stage, 'compositionstart', () => {
    composing = true;
  });
  listen(stage, 'compositionend', (event) => {
    composing = false;
    hand(event.target);
  });
  listen(stage, 'beforeinput', (event) => {
    const { target } = event;
    if (!isField(target) || composing || event.inputType !== 'insertText' || !active) return;
    // The program does not know of a selection made in the field (by a script, by assistive technology).
    if (target.selectionStart !== target.selectionEnd) return;
    ownEdit = true;
    call('text', event.data ?? '');
  });
  listen(stage, 'input', (event) => {
    if (!isField(event.target)) return;
    if (!ownEdit) hand(event.target);
    ownEdit = false;
  });

  return {
    active: () => active,
    // A key goes to the program, which may end the input with it.
    key() {
      edited = ownEdit = false;
    },
    // The program has applied KEY, which the focused field will now apply too.
    ownEdit: (key) => {
      ownEdit = key === 'Backspace' || key === 'Delete';
    },
    // Whether the field must be left alone for now: its text is ahead of the program's.
    ahead: () => composing,
    // Focuses TARGET if it is a field of the mirror.
    take(target) {
      if (!isField(target)) return false;
      edited = false;
      mirror.quietly(() => target.focus({ preventScroll: true }));
      return true;
    },
    // From the program, each frame: whether it wants text, for which node, with the caret at a byte.
    wanted(nowActive, nowNode, nowCaret) {
      caret = nowCaret;
      if (Boolean(nowActive) === active && nowNode === node) return;
      const ended = active && !nowActive;
      active = Boolean(nowActive);
      node = nowNode;
      later(() => {
        const field = active && t.hasFocus() ? mirror.field(node) : null;
        if (field) {
          this.take(field);
          field.setSelectionRange(field.value.length, field.value.length);
        } else if (ended && !edited && isField(focused())) {
          // Not after an input method's change, which may make the program let go for a frame: that must not
          // hide a keyboard.
          canvas.focus({ preventScroll: true });
        }
      });
    },
    // Brings FIELD in step with the program's VALUE.
    sync(field, value) {
      if (field.value !== value) field.value = value;
      if (field !== focused() || caret < 0) return;
      const at = new TextDecoder().decode(encoder.encode(value).subarray(0, caret)).length;
      if (field.selectionStart === field.selectionEnd && field.selectionEnd !== at) {
        field.setSelectionRange(at, at);
      }
    },
  };
}
