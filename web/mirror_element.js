// One element of the mirror: what it is for each role, and how a node's fields become its attributes.

// Order of enum Role. 'tag role naming': naming 't' puts the name into the element as text, 'l' into its
// label because its content is something else, 'v' label and the value as text.
const ROLES = ['div group l', 'div heading t', 'span - t', 'button - t', 'button tab t', 'div tablist l',
  'div tabpanel l', 'a - t', 'input - l', 'button checkbox t', 'button radio t', 'div radiogroup l',
  'div listbox l', 'div option t', 'div table l', 'div row l', 'div columnheader t', 'div rowheader t',
  'div cell t', 'div img l', 'div list l', 'div listitem t', 'input - l', 'div dialog l', 'div status t',
  'div alert t', 'div toolbar l', 'input - l', 'div progressbar l', 'button switch t', 'button combobox v',
].map((line) => line.split(' '));
const HEADING = 1, TEXT = 2, BUTTON = 3, TAB = 4, LINK = 7, TEXT_BOX = 8, CHECK_BOX = 9, RADIO = 10,
  OPTION = 13, TABLE = 14, ROW = 15, IMAGE = 19, LIST_ITEM = 21, SLIDER = 22, DIALOG = 23, STATUS = 24, ALERT = 25,
  SEARCH = 27, PROGRESS = 28, SWITCH = 29, COMBO = 30;

// Bits of StateBits.
const DISABLED = 1, SELECTED = 2, CHECKED = 4, EXPANDED = 8, COLLAPSED = 16, ASCENDING = 64,
  DESCENDING = 128, PRESSABLE = 256, BUSY = 512, INVALID = 1024, TOGGLE = 2048, LIVE = 4096, MODAL = 8192,
  SCROLLED_OUT = 16384;

const decoder = new TextDecoder();

export function create(role) {
  const [tag, aria] = ROLES[role] ?? ROLES[0];
  const element = document.createElement(tag);
  if (aria !== '-') element.setAttribute('role', aria);
  if (tag === 'button') element.type = 'button';
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

// ATTRIBUTE is there with VALUE, or not at all when VALUE is null, false, 0 or ''.
function set(element, attribute, value) {
  if (!value) element.removeAttribute(attribute);
  else if (element.getAttribute(attribute) !== String(value)) element.setAttribute(attribute, value);
}

const flag = (on) => (on ? 'true' : 'false');

// RECORD: { element, role, filled (it has children) } of mirror.js; VIEW: the node's 72 bytes; ARENA: the
// bytes of its strings.
export function apply(record, view, arena, textField) {
  const { element, role } = record;
  const word = (index) => view.getUint32(index * 4, true);
  const string = (index) => {
    const from = word(index);
    return decoder.decode(arena.subarray(from, from + word(index + 1)));
  };
  const state = word(2);
  const name = string(8);
  const value = string(10);
  const control = [BUTTON, TAB, CHECK_BOX, RADIO, OPTION, SWITCH].includes(role);
  const [tag, , naming] = ROLES[role] ?? ROLES[0];

  // A container that has its text in its children only gets a label.
  const asText = naming === 't' && !record.filled;
  const whole = control || role === LINK || !value ? name : name + (name && ' ') + value;
  const text = asText ? whole : naming === 'v' ? value : '';
  set(element, 'aria-label', !asText && name);
  if (text || record.text) words(record, text);
  if (control || role === IMAGE) set(element, 'aria-description', value);
  // What is inside an image is hidden from assistive technology: one with marks in it is a group.
  if (role === IMAGE) element.role = record.filled ? 'group' : 'img';

  interaction(element, tag, state);
  states(element, role, state);
  position(element, role, view.getInt32(48, true), view.getInt32(52, true), view.getInt32(56, true));
  const other = word(15);
  const controls = [BUTTON, TAB, COMBO, SEARCH, TEXT_BOX].includes(role);
  set(element, controls ? 'aria-controls' : 'aria-describedby', other && 'n' + other);

  if (role === LINK) set(element, 'href', /^https?:\/\//i.test(value) && value);
  if (role === TEXT_BOX || role === SEARCH) {
    if (!textField.ahead()) textField.sync(element, value);
  }
  if (role === SLIDER || role === PROGRESS) amount(element, role, view, value);
}

// The element's own text, before its children.
function words(record, string) {
  if (!record.text) {
    record.text = document.createTextNode(string);
    record.element.prepend(record.text);
  } else if (record.text.data !== string) {
    record.text.data = string;
  }
}

function interaction(element, tag, state) {
  const pressable = state & PRESSABLE && !(state & DISABLED);
  element.classList.toggle('hit', Boolean(pressable) && !(state & SCROLLED_OUT));
  // Buttons and fields are Tab stops by themselves; links only with an address.
  if (tag === 'div' || tag === 'span' || tag === 'a') set(element, 'tabindex', pressable && '0');
  else if (tag === 'button') set(element, 'tabindex', !pressable && '-1');
  set(element, 'aria-disabled', state & DISABLED && 'true');
}

function states(element, role, state) {
  const has = (bit) => (state & bit) !== 0;
  if (role === TAB || role === OPTION) element.ariaSelected = flag(has(SELECTED));
  else set(element, 'aria-current', has(SELECTED) && 'true');
  if (role === CHECK_BOX || role === RADIO || role === SWITCH) element.ariaChecked = flag(has(CHECKED));
  if (role === BUTTON) set(element, 'aria-pressed', has(TOGGLE) && flag(has(CHECKED)));
  set(element, 'aria-expanded', has(EXPANDED | COLLAPSED) && flag(has(EXPANDED)));
  set(element, 'aria-sort', has(ASCENDING) ? 'ascending' : has(DESCENDING) && 'descending');
  set(element, 'aria-busy', has(BUSY) && 'true');
  set(element, 'aria-invalid', has(INVALID) && 'true');
  set(element, 'aria-live', has(LIVE) && role !== STATUS && role !== ALERT && 'polite');
  if (role === DIALOG) set(element, 'aria-modal', has(MODAL) && 'true');
}

function position(element, role, at, size, level) {
  if (role === HEADING) set(element, 'aria-level', level || 2);
  if (role === TABLE) {
    set(element, 'aria-rowcount', size);
    set(element, 'aria-colcount', at);
  } else if (role === ROW) {
    set(element, 'aria-rowindex', at);
  } else if (role > ROW && role < IMAGE) {
    set(element, 'aria-colindex', at);
  } else if ([TAB, OPTION, RADIO, LIST_ITEM].includes(role)) {
    set(element, 'aria-posinset', at);
    set(element, 'aria-setsize', size);
  }
}

function amount(element, role, view, value) {
  const now = view.getFloat32(64, true);
  const most = view.getInt32(52, true) || 1;
  if (role === SLIDER) {
    element.max = most;
    element.step = 'any';
    element.value = now;
  } else {
    element.ariaValueMax = most;
    element.ariaValueNow = now;
  }
  set(element, 'aria-valuetext', value);
}
