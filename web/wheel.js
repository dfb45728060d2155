// The wheel scrolls the page unless the program uses the step (scroll chaining): a list at its end, or a map that is
// not in use, lets the page scroll.
/** @import { Instance } from './types.js' */
import { modifiers, place } from './pointer.js';

const LINE = 20; // CSS pixels of one line, where a browser counts in lines

/** @param {Instance} t */
export function wheel(t) {
  /** @type {(event: MouseEvent, dx: number, dy: number, pinch: boolean) => void} */
  const give = (event, dx, dy, pinch) => {
    if (t.call('wheel', ...place(t, event.clientX, event.clientY), dx, dy, pinch, modifiers(event))) {
      event.preventDefault();
    }
  };

  t.on('wheel', (event) => {
    // deltaMode must be read first: otherwise Firefox converts the deltas to pixels and hides the unit
    // (https://bugzilla.mozilla.org/show_bug.cgi?id=1392460).
    const unit = [1, LINE, t.height][event.deltaMode];
    // Browsers report a trackpad pinch as wheel with ctrlKey; if it is not used here, it zooms the page as usual.
    give(event, event.deltaX * unit, event.deltaY * unit, event.ctrlKey);
  });

  // Safari reports a trackpad pinch as GestureEvent instead
  // (https://developer.mozilla.org/en-US/docs/Web/API/GestureEvent).
  let scale = 1;
  t.on('gesturestart', () => {
    scale = 1;
  });
  t.on('gesturechange', (event) => {
    give(event, 0, Math.log(scale / event.scale) * 100, true);
    scale = event.scale;
  });
}
