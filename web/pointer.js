// Mouse, pen and touch. Events are sent with coordinates of the stage, whichever element of the mirror is under the
// pointer; the program does its own hit test.
/** @import { Instance, Unset } from './types.js' */
import { PointerKind, PointerPhase, kButtonLeft, kButtonMiddle, kButtonRight, kModAlt, kModCtrl, kModMeta, kModShift } from './abi.js';

/** @type {Record<string, PointerKind>} By PointerEvent.pointerType. */
const KINDS = { mouse: PointerKind.kMouse, touch: PointerKind.kTouch, pen: PointerKind.kPen };
// By the bits of PointerEvent.buttons.
const BUTTONS = [[1, kButtonLeft], [2, kButtonRight], [4, kButtonMiddle]];
const TAP_DISTANCE = 10; // CSS pixels, as in the program

const apple = /Mac|iP(hone|ad|od)/.test(navigator.platform);

/** @typedef {Pick<MouseEvent, 'shiftKey' | 'ctrlKey' | 'altKey' | 'metaKey'>} Modifiers */
/** @typedef {Pick<PointerEvent, 'clientX' | 'clientY' | 'pointerType' | 'pointerId'> & Modifiers} Press */

// ModBits. On Apple keyboards Cmd is what Ctrl is elsewhere, and the program only knows the latter.
/** @param {Modifiers} event */
export function modifiers(event) {
  const [control, meta] = apple ? [event.metaKey, event.ctrlKey] : [event.ctrlKey, event.metaKey];
  return +event.shiftKey * kModShift | +control * kModCtrl | +event.altKey * kModAlt | +meta * kModMeta;
}

// Position in the canvas. The ratio undoes CSS transforms (scale) on the surrounding page.
/** @type {(t: Instance, clientX: number, clientY: number) => [x: number, y: number]} */
export function place(t, clientX, clientY) {
  const box = t.canvas.getBoundingClientRect();
  return [(clientX - box.left) * (t.width / box.width), (clientY - box.top) * (t.height / box.height)];
}

/** @param {Instance} t */
export function pointers(t) {
  /** @type {Map<number, PointerEvent>} */
  const held = new Map(); // pointer id -> last event, for pointers that are down
  /** @type {PointerEvent} */
  let pressed = /** @type {Unset} */ (null); // event that began the last press

  /** @type {(event: Press, phase: PointerPhase, button?: number) => void} */
  const send = (event, phase, button = kButtonLeft) => {
    const [x, y] = place(t, event.clientX, event.clientY);
    t.call('pointer', KINDS[event.pointerType] ?? PointerKind.kMouse, phase, event.pointerId, button, x, y, modifiers(event));
  };

  // Further buttons pressed while one is held come as pointermove (chorded buttons,
  // https://www.w3.org/TR/pointerevents3/#chorded-button-interactions), so the changed bits count.
  /** @param {PointerEvent} event */
  const buttons = (event) => {
    const changed = event.buttons ^ /** @type {number} */ (held.get(event.pointerId)?.buttons); // nothing held: undefined counts as 0
    for (const [bit, button] of BUTTONS) {
      if (changed & bit) send(event, event.buttons & bit ? PointerPhase.kDown : PointerPhase.kUp, button);
    }
    if (event.buttons & 7) held.set(event.pointerId, event);
    else held.delete(event.pointerId);
  };

  /** @param {PointerEvent} event */
  const cancel = (event) => {
    if (held.delete(event.pointerId)) send(event, PointerPhase.kCancel);
  };

  t.on('pointerdown', (event) => {
    // Pointer capture: a drag goes on outside the canvas, and its end is never missed. Not for links, which keep their
    // own clicks.
    try {
      if (!event.target.closest('a')) t.stage.setPointerCapture(event.pointerId);
    } catch {
      // NotFoundError: the pointer is already gone.
    }
    if (event.pointerType === 'mouse') t.focusAt(event.target);
    pressed = event;
    send(event, PointerPhase.kMove);
    buttons(event);
  });
  t.on('pointermove', (event) => {
    send(event, PointerPhase.kMove);
    // Ignores a press that began elsewhere or was cancelled when the window lost the focus.
    if (held.has(event.pointerId)) buttons(event);
  });
  t.on('pointerup', (event) => {
    const own = held.has(event.pointerId);
    buttons(event);
    if (own && Math.hypot(event.clientX - pressed.clientX, event.clientY - pressed.clientY) < TAP_DISTANCE) {
      const target = t.stage.getRootNode().elementFromPoint(event.clientX, event.clientY);
      // iOS shows its keyboard only for a field that is focused inside the handler of a user gesture
      // (https://webkit.org/b/142757).
      if (event.pointerType !== 'mouse') t.focusAt(target);
      if (target) t.mirror.toggled(target);
    }
    t.frames.pressEnd();
  });
  t.on('pointercancel', cancel);
  t.on('lostpointercapture', cancel);
  t.on('pointerleave', (event) => {
    if (!held.has(event.pointerId)) send(event, PointerPhase.kLeave);
  });
  t.listen(window, 'blur', () => {
    for (const event of [...held.values()]) cancel(event);
  });

  // The elements of the mirror must not start a focus change, a text selection or a drag of their own.
  for (const type of /** @type {const} */ (['mousedown', 'dragstart', 'contextmenu'])) {
    t.on(type, (event) => {
      if (type !== 'contextmenu' || !event.target.closest('a, input')) event.preventDefault();
    });
  }

  // Cooperative gestures: embedded, one finger scrolls the page unless the program claims the gesture for what is under
  // it.
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

  // A synthesized press, for a tap on the poster.
  t.press = (clientX, clientY) => {
    const event = /** @type {Press} */ ({ clientX, clientY, pointerType: 'mouse', pointerId: 1 });
    send(event, PointerPhase.kMove);
    send(event, PointerPhase.kDown);
    t.frames.now();
    send(event, PointerPhase.kUp);
  };
}
