// The only place that asks for animation frames: at most one at a time, none while nothing changed, none
// while the canvas cannot be seen.

export function frames({ stage, call, listen, defer }, onDrawn) {
  let request = 0;
  let timer = 0;
  let due = Infinity;
  let stopped = false;
  let shown = !document.hidden;
  let onScreen = true; // until the observer says otherwise: the first frame must not wait for it
  let wanted = false;
  let drawn = false;

  const draw = () => {
    if (call('frame') && !drawn) {
      drawn = true;
      onDrawn();
    }
  };

  const self = {
    request() {
      if (stopped) return;
      wanted = true;
      if (!request && shown && onScreen) {
        request = requestAnimationFrame(() => {
          request = 0;
          wanted = false;
          draw();
        });
      }
    },
    // The earliest wish wins.
    after(seconds) {
      const at = performance.now() + seconds * 1000;
      if (stopped || at >= due) return;
      due = at;
      clearTimeout(timer);
      timer = setTimeout(() => {
        due = Infinity;
        self.request();
      }, seconds * 1000);
    },
    // A frame inside the event that is being handled.
    now() {
      if (!stopped && shown && onScreen) draw();
    },
    // The same after a press, where the browser allows the clipboard and new windows only inside the event.
    pressed() {
      if ('GestureEvent' in window) self.now(); // Safari
    },
    watch() {
      const observer = new IntersectionObserver((entries) => {
        onScreen = entries.at(-1).isIntersecting;
        changed();
      });
      observer.observe(stage);
      defer(() => observer.disconnect());
      listen(document, 'visibilitychange', () => {
        shown = !document.hidden;
        changed();
      });
      if (wanted) self.request();
    },
    stop() {
      stopped = true;
      cancelAnimationFrame(request);
      clearTimeout(timer);
    },
  };

  let visible = true;
  function changed() {
    const now = shown && onScreen;
    if (now === visible) return;
    visible = now;
    call('visible', now);
    if (now) {
      self.request();
    } else {
      cancelAnimationFrame(request);
      request = 0;
    }
  }

  return self;
}
