// One element of the mirror: which element stands for each role, and how a node's fields become its ARIA attributes.

/** @import { MirrorRecord, TextField } from './types.js' */

// ARIA roles in the order of enum Role; '-' is none. '!' marks those whose accessible name comes from their text rather
// than from aria-label.
const ROLES = ('group heading! -! button! tab! tablist tabpanel link! textbox checkbox! radio! radiogroup listbox ' +
  'option! table row columnheader! rowheader! cell! img list listitem! slider dialog status! alert! toolbar ' +
  'searchbox progressbar switch! combobox tooltip').split(' ');
/** @type {Record<string, string>} */
const TAGS = { link: 'a', textbox: 'input', slider: 'input', searchbox: 'input', '-': 'span' };
const HEADING = 1, BUTTON = 3, TAB = 4, LINK = 7, TEXT_BOX = 8, CHECK_BOX = 9, RADIO = 10, OPTION = 13,
  TABLE = 14, ROW = 15, IMAGE = 19, LIST_ITEM = 21, SLIDER = 22, DIALOG = 23, STATUS = 24, ALERT = 25, SEARCH = 27,
  PROGRESS = 28, SWITCH = 29, COMBO = 30;

// Bits of StateBits.
const DISABLED = 1, SELECTED = 2, CHECKED = 4, EXPANDED = 8, COLLAPSED = 16, ASCENDING = 64,
  DESCENDING = 128, PRESSABLE = 256, BUSY = 512, INVALID = 1024, TOGGLE = 2048, LIVE = 4096, MODAL = 8192,
  SCROLLED_OUT = 16384;

/** @type {(role: number) => HTMLElement} */
export function create(role) {
  const aria = ROLES[role].replace('!', '');
  const tag = [BUTTON, TAB, CHECK_BOX, RADIO, SWITCH, COMBO].includes(role) ? 'button' : TAGS[aria] ?? 'div';
  // Typed as input and link: the union of the properties used below.
  const element = /** @type {HTMLInputElement & HTMLAnchorElement} */ (document.createElement(tag));
  // The other tags have an implicit role.
  if (tag === 'div' || tag === 'button') element.role = aria;
  if (tag === 'button') element.type = tag;
  if (tag === 'a') {
    element.target = '_blank';
    element.rel = 'noopener';
  }
  if (tag === 'input') {
    element.type = role === SEARCH ? 'search' : role === SLIDER ? 'range' : 'text';
    element.autocomplete = 'off';
  }
  return element;
}

// `record`: { element, role, filled (it has children) } of mirror.js; `node`: the 18 words of the node; `string`:
// returns the text whose offset and length are that word of the node and the next one.
/**
 * @type {(record: MirrorRecord, node: Uint32Array, number: number, string: (from: number, length: number) => string,
 *   textField: TextField) => void}
 */
export function apply(record, node, number, string, textField) {
  const { element, role } = /** @type {MirrorRecord & { element: HTMLInputElement }} */ (record);
  const state = node[2];
  const name = string(node[8], node[9]);
  const value = string(node[10], node[11]);
  const at = node[12] | 0; // signed
  const size = node[13] | 0;
  const other = node[15] && 'n' + node[15];
  /** @type {(...roles: number[]) => boolean} */
  const is = (...roles) => roles.includes(role);
  /** @type {(bits: number) => boolean} */
  const has = (bits) => (state & bits) > 0;
  const control = is(BUTTON, TAB, CHECK_BOX, RADIO, OPTION, SWITCH);
  const chosen = is(TAB, OPTION);
  const listed = is(TAB, OPTION, RADIO, LIST_ITEM);
  const controls = is(BUTTON, TAB, COMBO, SEARCH, TEXT_BOX);
  const pressable = has(PRESSABLE) && !has(DISABLED);
  // A container whose text is in its children gets only a label.
  const asText = /!/.test(ROLES[role]) && !record.filled;
  const text = asText ? (control || role === LINK || !value ? name : name + (name && ' ') + value)
    : role === COMBO ? value : '';

  // The element's own text, before its children.
  if (text || record.text) {
    if (!record.text) element.prepend(record.text = document.createTextNode(''));
    if (record.text.data !== text) record.text.data = text;
  }
  element.classList.toggle('hit', pressable && !has(SCROLLED_OUT));

  // Sets an attribute, or removes it when the value is null, false, 0 or ''.
  /** @type {(attribute: string, wanted: string | number | boolean) => void} */
  const set = (attribute, wanted) => {
    if (!wanted) element.removeAttribute(attribute);
    else if (element.getAttribute(attribute) !== String(wanted)) element.setAttribute(attribute, String(wanted));
  };
  // Children of role=img are presentational, i.e. hidden from assistive technology
  // (https://www.w3.org/TR/wai-aria-1.2/#img): an image with marks in it becomes a group.
  if (role === IMAGE) element.role = record.filled ? 'group' : 'img';
  // Buttons and fields are Tab stops natively; links only with an href.
  const { localName } = element;
  if (localName !== 'input') set('tabindex', localName === 'button' ? !pressable && '-1' : pressable && '0');
  if (role === LINK) set('href', /^https?:\/\//i.test(value) && value);

  /** @param {number} bits */
  const yesOrNo = (bits) => String(has(bits));
  /** @type {Record<string, string | number | boolean>} */
  const attributes = {
    label: !asText && name,
    description: (control || role === IMAGE) && value,
    disabled: has(DISABLED),
    selected: chosen && yesOrNo(SELECTED),
    current: !chosen && has(SELECTED),
    checked: is(CHECK_BOX, RADIO, SWITCH) && yesOrNo(CHECKED),
    pressed: role === BUTTON && has(TOGGLE) && yesOrNo(CHECKED),
    expanded: has(EXPANDED | COLLAPSED) && yesOrNo(EXPANDED),
    sort: has(ASCENDING) ? 'ascending' : has(DESCENDING) && 'descending',
    busy: has(BUSY),
    invalid: has(INVALID),
    live: has(LIVE) && !is(STATUS, ALERT) && 'polite',
    modal: role === DIALOG && has(MODAL),
    level: role === HEADING && (node[14] || 2),
    rowcount: role === TABLE && size,
    colcount: role === TABLE && at,
    rowindex: role === ROW && at,
    colindex: role > ROW && role < IMAGE && at,
    posinset: listed && at,
    setsize: listed && size,
    controls: controls && other,
    describedby: !controls && other,
  };
  if (is(SLIDER, PROGRESS)) {
    attributes.valuetext = value;
    if (role === SLIDER) {
      element.max = String(size || 1);
      element.step = 'any';
      element.value = String(number);
    } else {
      attributes.valuemax = size || 1;
      attributes.valuenow = String(number);
    }
  }
  for (const key in attributes) set('aria-' + key, attributes[key]);

  if (is(TEXT_BOX, SEARCH)) textField.sync(element, value);
}
