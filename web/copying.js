// What Ctrl+C copies while no text is selected (see selecting.js): the row, figure, name or link that is focused or
// under the pointer.
/** @import { Instance } from './types.js' */

/** @param {HTMLElement} element */
const textOf = (element) => element.ariaLabel || element.innerText.trim().replace(/\s+/g, ' ');

// The text to copy for `element` of the mirror: the address of a link; a row as tab-separated cells (all selected rows
// if it is one of them); otherwise its name or figure.
/** @param {HTMLElement} element */
function textOfSubject(element) {
  const link = /** @type {HTMLAnchorElement | null} */ (element.closest('a[href]'));
  if (link) return link.href;
  const row = /** @type {HTMLElement & { parentElement: HTMLElement } | null} */ (element.closest('[role=row],tr'));
  if (!row) return textOf(element);
  const chosen = /** @type {HTMLElement[]} */ ([...row.parentElement.querySelectorAll('[role=row][aria-current]')]);
  return (chosen.includes(row) ? chosen : [row])
    .map((each) => /** @type {HTMLElement[]} */ ([...each.querySelectorAll('[role=cell],[role$=header],th,td')]).map(textOf).join('\t')).join('\n');
}

/** @param {Instance} t */
export function copying(t) {
  /** @type {PointerEvent | null} */
  let pointer = null; // its last event, for a hit test when copying
  t.on('pointermove', (event) => {
    pointer = event;
  });

  // The focused element of the mirror, or the smallest one under the pointer.
  const subject = () => {
    const focused = t.stage.getRootNode().activeElement;
    if (focused !== t.canvas || !pointer) return focused;
    const { clientX: x, clientY: y } = pointer;
    let least = Infinity;
    let found = null;
    for (const element of /** @type {NodeListOf<HTMLElement>} */ (t.stage.querySelectorAll('.mirror *'))) {
      const { left, top, width, height } = element.getBoundingClientRect();
      const inside = left <= x && x < left + width && top <= y && y < top + height;
      if (inside && width * height < least && textOf(element)) {
        least = width * height;
        found = element;
      }
    }
    return found;
  };

  // Runs after clipboard.js, which has asked the program for its own text.
  t.listen(document, 'copy', (event) => {
    if (event.defaultPrevented || !t.hasFocus() || !/** @type {Selection} */ (getSelection()).isCollapsed) return;
    const element = subject();
    if (!element || element.localName === 'input') return;
    event.clipboardData.setData('text/plain', textOfSubject(element));
    event.preventDefault();
  });
}
