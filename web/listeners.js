// Keeps account of what an instance has attached to the page, so that destroy() leaves nothing behind.

export function listeners() {
  const undo = [];
  return {
    // As addEventListener, undone by dispose().
    listen(target, type, handler, options) {
      target.addEventListener(type, handler, options);
      undo.push(() => target.removeEventListener(type, handler, options));
    },
    // HANDLER runs at dispose().
    defer(handler) {
      undo.push(handler);
    },
    dispose() {
      while (undo.length) undo.pop()();
    },
  };
}
