// What Ctrl+C copies where no text is selected (see selecting.js): the row, figure, name or link that the reader looks at.
/** @import { Instance } from './types.js' */

/** @param {HTMLElement} element */
const textOf = (element) => element.ariaLabel || element.innerText.trim().replace(/\s+/g, ' ');

// What copying ELEMENT of the mirror gives: the address of a link, a row as a line of a spreadsheet (all selected rows
// if it is one of them), else its name or figure.
/** @param {HTMLElement} element */
function textOfSubject(element) {
  const link = /** @type {HTMLAnchorElement | null} */ (element.closest('a[href]'));
  if (link) return link.href;
  const row = /** @type {HTMLElement & { parentElement: HTMLElement } | null} */ (element.closest('[role=row]'));
  if (!row) return textOf(element);
  const chosen = /** @type {HTMLElement[]} */ ([...row.parentElement.querySelectorAll('[role=row][aria-current]')]);
  return (chosen.includes(row) ? chosen : [row])
    .map((each) => /** @type {HTMLElement[]} */ ([...each.querySelectorAll('[role=cell],[role$=header]')]).map(textOf).join('\t')).join('\n');
}

/** @param {Instance} t */
export function copying(t) {
  /** @type {PointerEvent | null} */
  let pointer = null; // last event of it, for what it points at
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

  // After clipboard.js, which has asked the program for a text of its own.
  t.listen(document, 'copy', (event) => {
    if (event.defaultPrevented || !t.hasFocus() || !/** @type {Selection} */ (getSelection()).isCollapsed) return;
    const element = subject();
    if (!element || element.localName === 'input') return;
    event.clipboardData.setData('text/plain', textOfSubject(element));
    event.preventDefault();
  });
}
