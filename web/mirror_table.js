// A chart's marks repeated as an ARIA table that can be read line by line: "2024, charla: 9" becomes a header and one
// cell, "gemma: 9 B; 47,3" a header and two.
/** @import { MirrorRecord } from './types.js' */

/** @type {(parent: HTMLElement, role: string, text: string) => HTMLElement} */
function add(parent, role, text) {
  const element = document.createElement('div');
  element.role = role;
  element.textContent = text;
  parent.append(element);
  return element;
}

/** @param {HTMLElement} mark */
const nameOf = (mark) => mark.ariaLabel ?? /** @type {string} */ (mark.textContent);

// `record` of a chart in mirror.js; `stale` when one of its marks has changed.
/** @param {MirrorRecord} record */
export function tabulate(record) {
  const { element, stale, count } = record;
  if (!stale && count === element.childElementCount) return;
  record.stale = false;
  record.count = element.childElementCount;
  const marks = /** @type {HTMLElement[]} */ ([...element.children]).filter((child) => child.id);
  const said = marks.map(nameOf).join();
  if (record.said === said) return;
  record.said = said;
  record.table?.remove();
  const table = record.table = add(element, 'table', '');
  table.className = 'marks';
  // The chart's sentence begins with its title.
  table.ariaLabel = /** @type {string} */ (element.ariaLabel).split('. ')[0];
  for (const mark of marks) {
    const [, head, rest] = /^(.+?): (.+)/.exec(nameOf(mark)) ?? [];
    if (!head) continue;
    const row = add(table, 'row', '');
    add(row, 'rowheader', head);
    rest.split('; ').forEach((cell) => add(row, 'cell', cell));
    // Marks that can be pressed stay exposed; the others are read from the table only.
    if (mark.localName === 'span') mark.ariaHidden = 'true';
  }
  if (!table.firstChild) table.remove();
  record.count = element.childElementCount;
}
