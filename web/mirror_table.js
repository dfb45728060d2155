// A chart's figures as a table that can be read line by line: the program hands over what the chart was drawn from
// (src/model/table_text.h).
/** @import { Instance, MirrorRecord } from './types.js' */

const SEPARATOR = '\x1f';

/**
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {HTMLElement} parent
 * @param {Name} name
 * @param {string} [text]
 * @returns {HTMLElementTagNameMap[Name]}
 */
function add(parent, name, text = '') {
  const element = document.createElement(name);
  element.textContent = text;
  parent.append(element);
  return element;
}

/** @type {(row: HTMLElement, scope: string, text: string) => void} */
const head = (row, scope, text) => {
  add(row, 'th', text).scope = scope;
};

// `record` of the chart `node` in mirror.js; `stale` when one of its marks has changed.
/** @type {(t: Instance, record: MirrorRecord, node: number) => void} */
export function tabulate(t, record, node) {
  const { element, stale, count } = record;
  if (!stale && count === element.childElementCount) return;
  const at = t.call('table', node);
  if (!at) return; // the program is busy: at the next change
  const said = t.textAt(at, t.m.u8.indexOf(0, at) - at);
  if (record.said !== said) {
    record.said = said;
    record.table?.remove();
    record.table = said ? tableOf(element, said) : undefined;
  }
  // Marks that can be pressed stay exposed; the others are read from the table only.
  for (const mark of element.children) {
    if (record.table && mark.localName === 'span') mark.ariaHidden = 'true';
  }
  record.stale = false;
  record.count = element.childElementCount;
}

/** @type {(parent: HTMLElement, said: string) => HTMLElement} */
function tableOf(parent, said) {
  const [columns, heads, title, ...texts] = said.split(SEPARATOR);
  texts.pop(); // nothing follows the last separator
  const table = add(parent, 'table');
  table.className = 'marks';
  add(table, 'caption', title);
  const names = add(add(table, 'thead'), 'tr');
  for (const name of texts.splice(0, +columns)) head(names, 'col', name);
  const body = add(table, 'tbody');
  while (texts.length) {
    const row = add(body, 'tr');
    texts.splice(0, +columns).forEach((text, i) => {
      if (i < +heads) head(row, 'row', text);
      else add(row, 'td', text);
    });
  }
  return table;
}
