// Mouse, pen and fingers. Everything is told by coordinates of the stage, whatever element of the mirror
// lies under the pointer.
/** @import { Instance, Unset } from './types.js' */

/** @type {Record<string, number>} */
const KINDS = { mouse: 0, touch: 1, pen: 2 };
const MOVE = 0, DOWN = 1, UP = 2, CANCEL = 3, LEAVE = 4;
const TAP_DISTANCE = 10; // CSS pixels, as in the program

const apple = /Mac|iP(hone|ad|od)/.test(navigator.platform);

/** @typedef {Pick<MouseEvent, 'shiftKey' | 'ctrlKey' | 'altKey' | 'metaKey'>} Modifiers */
/** @typedef {Pick<PointerEvent, 'clientX' | 'clientY' | 'pointerType' | 'pointerId'> & Modifiers} Press */

// kMod bits. On Apple keyboards Cmd is what Ctrl is elsewhere, and the program only knows the latter.
/** @param {Modifiers} event */
export function modifiers(event) {
  const [control, meta] = apple ? [event.metaKey, event.ctrlKey] : [event.ctrlKey, event.metaKey];
  return +event.shiftKey | (+control << 1) | (+event.altKey << 2) | (+meta << 3);
}

// Position in the canvas. The ratio undoes CSS transforms that scale the page around it.
/** @type {(t: Instance, clientX: number, clientY: number) => [x: number, y: number]} */
export function place(t, clientX, clientY) {
  const box = t.canvas.getBoundingClientRect();
  return [(clientX - box.left) * (t.width / box.width), (clientY - box.top) * (t.height / box.height)];
}

/** @param {Instance} t */
export function pointers(t) {
  /** @type {Map<number, PointerEvent>} */
  const held = new Map(); // pointer id -> last event of those that are down
  /** @type {PointerEvent} */
  let pressed = /** @type {Unset} */ (null); // event that began the last press

  /** @type {(event: Press, phase: number, button?: number) => void} */
  const send = (event, phase, button = 0) => {
    const [x, y] = place(t, event.clientX, event.clientY);
    t.call('pointer', KINDS[event.pointerType] ?? 0, phase, event.pointerId, button, x, y, modifiers(event));
  };

  // Buttons of one mouse that follow each other while one is held come as moves, so the difference counts.
  // Bit 0, 1, 2 of event.buttons are left, right, middle: the program's order.
  /** @param {PointerEvent} event */
  const buttons = (event) => {
    const changed = event.buttons ^ /** @type {number} */ (held.get(event.pointerId)?.buttons); // nothing held: as 0
    for (let button = 0; button < 3; button++) {
      const bit = 1 << button;
      if (changed & bit) send(event, event.buttons & bit ? DOWN : UP, button);
    }
    if (event.buttons & 7) held.set(event.pointerId, event);
    else held.delete(event.pointerId);
  };

  /** @param {PointerEvent} event */
  const cancel = (event) => {
    if (held.delete(event.pointerId)) send(event, CANCEL);
  };

  t.on('pointerdown', (event) => {
    // Captured: a drag goes on outside the canvas, and its end is never missed. A link keeps its own clicks.
    try {
      if (!event.target.closest('a')) t.stage.setPointerCapture(event.pointerId);
    } catch {
      // The pointer is already gone.
    }
    if (event.pointerType === 'mouse') t.focusAt(event.target);
    pressed = event;
    send(event, MOVE);
    buttons(event);
  });
  t.on('pointermove', (event) => {
    send(event, MOVE);
    // Not for a press that began elsewhere, or that was cancelled when the window lost the focus.
    if (held.has(event.pointerId)) buttons(event);
  });
  t.on('pointerup', (event) => {
    const own = held.has(event.pointerId);
    buttons(event);
    if (own && Math.hypot(event.clientX - pressed.clientX, event.clientY - pressed.clientY) < TAP_DISTANCE) {
      const target = t.stage.getRootNode().elementFromPoint(event.clientX, event.clientY);
      // Phones show their keyboard only for a field focused inside the gesture.
      if (event.pointerType !== 'mouse') t.focusAt(target);
      if (target) t.mirror.toggled(target);
    }
    t.frames.pressEnd();
  });
  t.on('pointercancel', cancel);
  t.on('lostpointercapture', cancel);
  t.on('pointerleave', (event) => {
    if (!held.has(event.pointerId)) send(event, LEAVE);
  });
  t.listen(window, 'blur', () => {
    for (const event of [...held.values()]) cancel(event);
  });

  // The elements of the mirror must not take the focus, a selection or a drag from the gesture.
  for (const type of /** @type {const} */ (['mousedown', 'dragstart', 'contextmenu'])) {
    t.on(type, (event) => {
      if (type !== 'contextmenu' || !event.target.closest('a, input')) event.preventDefault();
    });
  }

  // Embedded, one finger scrolls the page unless the program says that what is under it wants the gesture.
  let taken = false;
  /** @param {TouchEvent} event */
  const keep = (event) => {
    if (taken && event.cancelable) event.preventDefault();
  };
  t.on('touchstart', (event) => {
    if (!t.options.embedded) return;
    const touch = event.changedTouches[0];
    const fingers = event.touches.length;
    taken = Boolean(t.call('touch_start', ...place(t, touch.clientX, touch.clientY), fingers)) ||
        (taken && fingers > 1);
    keep(event);
  });
  t.on('touchmove', keep);

  t.focusAt = (target) => {
    if (!t.textField.take(target)) t.mirror.focusOn(t.canvas);
  };

  // A press made up from a tap on the poster.
  t.press = (clientX, clientY) => {
    const event = /** @type {Press} */ ({ clientX, clientY, pointerType: 'mouse', pointerId: 1 });
    send(event, MOVE);
    send(event, DOWN);
    t.frames.now();
    send(event, UP);
  };
}
