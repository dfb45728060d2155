// The only place that requests animation frames. Requests are coalesced: at most one is pending, none while nothing has
// changed, and none while the canvas is out of sight.
/** @import { Frames, Instance } from './types.js' */

/** @param {Instance} t */
export function frames(t) {
  let request = 0;
  let timer = 0;
  let due = Infinity;
  let shown = false; // not before watch()
  let onScreen = true; // assumed until the observer reports: the first frame must not wait for it

  const draw = () => {
    // Each frame asks again for the next one that it waits for.
    clearTimeout(timer);
    due = Infinity;
    if (t.call('frame')) t.drawn = true;
  };

  /** @type {Frames} */
  const self = {
    request() {
      if (!request && shown && onScreen) {
        request = requestAnimationFrame(() => {
          request = 0;
          draw();
        });
      }
    },
    // The earliest request wins.
    after(seconds) {
      const at = performance.now() + seconds * 1000;
      if (at >= due) return;
      due = at;
      clearTimeout(timer);
      timer = setTimeout(() => {
        due = Infinity;
        self.request();
      }, seconds * 1000);
    },
    // Draws a frame synchronously, inside the event that is being handled.
    now() {
      if (shown && onScreen) draw();
    },
    // The same after a press, for browsers that allow clipboard access and new windows only inside the handler of the
    // event (user activation, https://html.spec.whatwg.org/multipage/interaction.html#tracking-user-activation).
    pressEnd() {
      if ('GestureEvent' in window) self.now(); // Safari
    },
    watch() {
      const observer = new IntersectionObserver((entries) => {
        onScreen = /** @type {IntersectionObserverEntry} */ (entries.at(-1)).isIntersecting;
        changed();
      });
      observer.observe(t.stage);
      t.defer(() => observer.disconnect());
      t.defer(() => {
        shown = false;
        cancelAnimationFrame(request);
        clearTimeout(timer);
      });
      t.listen(document, 'visibilitychange', () => {
        shown = !document.hidden;
        changed();
      });
      shown = !document.hidden;
      self.request();
    },
  };

  let visible = true;
  function changed() {
    const now = shown && onScreen;
    if (now === visible) return;
    visible = now;
    t.call('visible', now);
    if (now) {
      self.request();
    } else {
      cancelAnimationFrame(request);
      request = 0;
    }
  }

  return self;
}
