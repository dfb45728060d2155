// One element of the mirror: which element stands for each role, and how a node's fields become its ARIA attributes.

/** @import { MirrorRecord, Nodes, TextField } from './types.js' */
import {
  ARIA_ROLES, NAMED_BY_TEXT, Role, SemanticsNode, SemanticsNodeWords, kStateBusy, kStateChecked, kStateCollapsed, kStateDisabled,
  kStateExpanded, kStateInvalid, kStateLive, kStateModal, kStatePressable, kStateScrolledOut, kStateSelected,
  kStateSortAscending, kStateSortDescending, kStateToggle,
} from './abi.js';
import { textOf } from './utf8.js';

const BUTTONS = [Role.kButton, Role.kTab, Role.kCheckBox, Role.kRadio, Role.kSwitch, Role.kCombo];
/** @type {Record<number, string>} Of the other roles; those without one are a div. */
const TAGS = {
  [Role.kText]: 'span',
  [Role.kLink]: 'a',
  [Role.kTextBox]: 'input',
  [Role.kSlider]: 'input',
  [Role.kSearch]: 'input',
};

/** @type {(role: Role) => HTMLElement} */
export function create(role) {
  const tag = BUTTONS.includes(role) ? 'button' : TAGS[role] ?? 'div';
  // Typed as input and link: the union of the properties used below.
  const element = /** @type {HTMLInputElement & HTMLAnchorElement} */ (document.createElement(tag));
  // The other tags have an implicit role.
  if (tag === 'div' || tag === 'button') element.role = ARIA_ROLES[role];
  if (tag === 'button') element.type = tag;
  if (tag === 'a') {
    element.target = '_blank';
    element.rel = 'noopener';
  }
  if (tag === 'input') {
    element.type = role === Role.kSearch ? 'search' : role === Role.kSlider ? 'range' : 'text';
    element.autocomplete = 'off';
  }
  return element;
}

/** @type {(list: Nodes, from: number, length: number) => string} */
const textIn = ({ text }, from, length) => textOf(text.subarray(from, from + length));

// `record`: { element, role, filled (it has children) } of mirror.js, of the node at `at` of `list`.
/** @type {(record: MirrorRecord, list: Nodes, at: number, textField: TextField) => void} */
export function apply(record, list, at, textField) {
  const node = list.nodes.subarray(at, at + SemanticsNodeWords);
  const { element, role } = /** @type {MirrorRecord & { element: HTMLInputElement }} */ (record);
  const state = node[SemanticsNode.state];
  const name = textIn(list, node[SemanticsNode.name_offset], node[SemanticsNode.name_length]);
  const value = textIn(list, node[SemanticsNode.value_offset], node[SemanticsNode.value_length]);
  const number = list.floats[at + SemanticsNode.value_now];
  const position = node[SemanticsNode.position] | 0; // signed
  const size = node[SemanticsNode.set_size] | 0;
  const other = node[SemanticsNode.controls] && 'n' + node[SemanticsNode.controls];
  /** @type {(...roles: Role[]) => boolean} */
  const is = (...roles) => roles.includes(role);
  /** @type {(bits: number) => boolean} */
  const has = (bits) => (state & bits) > 0;
  const control = is(Role.kButton, Role.kTab, Role.kCheckBox, Role.kRadio, Role.kOption, Role.kSwitch);
  const chosen = is(Role.kTab, Role.kOption);
  const listed = is(Role.kTab, Role.kOption, Role.kRadio, Role.kListItem);
  const controls = is(Role.kButton, Role.kTab, Role.kCombo, Role.kSearch, Role.kTextBox);
  const pressable = has(kStatePressable) && !has(kStateDisabled);
  // A container whose text is in its children gets only a label.
  const asText = NAMED_BY_TEXT.includes(role) && !record.filled && !record.drawn;
  const text = asText ? (control || role === Role.kLink || !value ? name : name + (name && ' ') + value)
    : role === Role.kCombo ? value : '';

  // The element's own text, before its children.
  if (text || record.text) {
    record.text ??= document.createTextNode('');
    const home = record.home ?? element;
    // Page translation puts elements of its own in the place of texts.
    if (record.text.parentNode !== home && !record.filled) {
      home.replaceChildren();
      home.prepend(record.text);
    }
    if (record.text.data !== text) record.text.data = text;
  }
  element.classList.toggle('hit', pressable && !has(kStateScrolledOut));

  // Sets an attribute, or removes it when the value is null, false, 0 or ''.
  /** @type {(attribute: string, wanted: string | number | boolean) => void} */
  const set = (attribute, wanted) => {
    if (!wanted) element.removeAttribute(attribute);
    else if (element.getAttribute(attribute) !== String(wanted)) element.setAttribute(attribute, String(wanted));
  };
  // Children of role=img are presentational, i.e. hidden from assistive technology
  // (https://www.w3.org/TR/wai-aria-1.2/#img): an image with marks in it becomes a group.
  if (role === Role.kImage) element.role = record.filled ? 'group' : 'img';
  // What is drawn says less than the name: the pieces of it are for the eye, and an element without a role has no name.
  if (role === Role.kText && record.drawn) element.role = 'img';
  // Buttons and fields are Tab stops natively; links only with an href.
  const { localName } = element;
  if (localName !== 'input') set('tabindex', localName === 'button' ? !pressable && '-1' : pressable && '0');
  if (role === Role.kLink) set('href', /^https?:\/\//i.test(value) && value);

  /** @param {number} bits */
  const yesOrNo = (bits) => String(has(bits));
  /** @type {Record<string, string | number | boolean>} */
  const attributes = {
    label: !asText && name,
    description: (control || role === Role.kImage) && value,
    disabled: has(kStateDisabled),
    selected: chosen && yesOrNo(kStateSelected),
    current: !chosen && has(kStateSelected),
    checked: is(Role.kCheckBox, Role.kRadio, Role.kSwitch) && yesOrNo(kStateChecked),
    pressed: role === Role.kButton && has(kStateToggle) && yesOrNo(kStateChecked),
    expanded: has(kStateExpanded | kStateCollapsed) && yesOrNo(kStateExpanded),
    sort: has(kStateSortAscending) ? 'ascending' : has(kStateSortDescending) && 'descending',
    busy: has(kStateBusy),
    invalid: has(kStateInvalid),
    live: has(kStateLive) && !is(Role.kStatus, Role.kAlert) && 'polite',
    modal: role === Role.kDialog && has(kStateModal),
    level: role === Role.kHeading && (node[SemanticsNode.level] || 2),
    rowcount: role === Role.kTable && size,
    colcount: role === Role.kTable && position,
    rowindex: role === Role.kRow && position,
    colindex: is(Role.kColumnHeader, Role.kRowHeader, Role.kCell) && position,
    posinset: listed && position,
    setsize: listed && size,
    controls: controls && other,
    describedby: !controls && other,
  };
  if (is(Role.kSlider, Role.kProgress)) {
    attributes.valuetext = value;
    if (role === Role.kSlider) {
      element.max = String(size || 1);
      element.step = 'any';
      element.value = String(number);
    } else {
      attributes.valuemax = size || 1;
      attributes.valuenow = String(number);
    }
  }
  for (const key in attributes) set('aria-' + key, attributes[key]);

  if (is(Role.kTextBox, Role.kSearch)) textField.sync(element, value);
}
