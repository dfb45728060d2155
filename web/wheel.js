// The wheel belongs to the page unless the program takes the step: a list at its end, or a map that is not
// in use, lets the page scroll.
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
    // deltaMode first: Firefox then counts in the unit it says.
    const unit = [1, LINE, t.height][event.deltaMode];
    // A pinch on a trackpad comes as a wheel with Ctrl; not taken, it zooms the page as everywhere.
    give(event, event.deltaX * unit, event.deltaY * unit, event.ctrlKey);
  });

  // Safari has gestures instead of Ctrl and wheel.
  let scale = 1;
  t.on('gesturestart', () => {
    scale = 1;
  });
  t.on('gesturechange', (event) => {
    give(event, 0, Math.log(scale / event.scale) * 100, true);
    scale = event.scale;
  });
}
