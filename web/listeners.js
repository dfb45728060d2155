// Records every listener and resource that an instance attaches to the page, so that destroy() releases all of them.
/** @import { Listeners } from './types.js' */

/** @returns {Listeners} */
export function listeners() {
  /** @type {(() => void)[]} */
  const undo = [];
  return {
    // As addEventListener, undone by dispose().
    /** @type {(target: EventTarget, type: string, handler: (event: never) => void, options?: boolean | AddEventListenerOptions) => void} */
    listen(target, type, handler, options) {
      target.addEventListener(type, /** @type {EventListener} */ (handler), options);
      undo.push(() => target.removeEventListener(type, /** @type {EventListener} */ (handler), options));
    },
    // `handler` runs at dispose().
    defer(handler) {
      undo.push(handler);
    },
    dispose() {
      while (undo.length) /** @type {() => void} */ (undo.pop())();
    },
  };
}
