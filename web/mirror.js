// The accessibility mirror: real, invisible elements over the drawn interface, for screen readers, the Tab key and
// tests. The program publishes its semantics tree with each frame; here it is reconciled with the DOM (only differences
// are written).
//
// Nodes are read straight out of the module's memory: SemanticsNode of src/base/semantics_node.h.
/** @import { Host, Instance, MirrorRecord, Stage } from './types.js' */
import { Role, SemanticsNode, SemanticsNodeWords, kStateFocused } from './abi.js';
import { apply, create } from './mirror_element.js';
import { place } from './pointer.js';
import { textOf } from './utf8.js';

// Throttle: during continuous frames (a pan, an animation) the elements are updated at this interval, and always after
// the last frame.
const PACE = 50; // milliseconds
// For this long after a focus, the browser's own scrolling into view is ignored: the program has already been asked to
// scroll.
const FOCUS_SCROLL = 250; // milliseconds

/**
 * @param {Instance} t
 * @param {Host} host
 */
export function mirror(t, host) {
  const root = /** @type {Stage} */ (t.options.make('div', 'mirror', t.stage));
  const live = t.options.make('div', 'live', t.stage);
  live.ariaLive = 'polite';

  host.announce = (...message) => {
    live.textContent = t.textAt(...message);
  };

  const focused = () => root.getRootNode().activeElement;
  /** @type {Pick<MirrorRecord, 'element' | 'x' | 'y' | 'next' | 'stale'>} */
  const page = { element: root, x: 0, y: 0, next: null };
  /** @type {Map<number, MirrorRecord>} */
  const records = new Map(); // node id -> { element, role, hash, x, y, box, next ... }
  let nodes = new Uint32Array(0);
  let text = new Uint8Array(0);
  let count = 0;
  let timer = 0;
  let flushed = 0;
  let quiet = false; // this file is moving the focus, not the reader
  let focusedNode = 0; // as last reported by the program
  let asked = 0; // node that the program was last asked to focus
  let askedAt = 0; // when

  host.semantics = (nodesAt, nodeCount, textAt, textLength) => {
    const memory = t.m.u8;
    // Copied, because the program reuses its memory in the next frame. The buffers only grow, so steady frames allocate
    // nothing.
    const words = nodeCount * SemanticsNodeWords;
    if (nodes.length < words) nodes = new Uint32Array(words * 2);
    if (text.length < textLength) text = new Uint8Array(textLength * 2);
    nodes.set(new Uint32Array(memory.buffer, nodesAt, words));
    text.set(memory.subarray(textAt, textAt + textLength));
    count = nodeCount;
    timer ||= setTimeout(flush, Math.max(0, flushed + PACE - performance.now()));
  };

  function flush() {
    clearTimeout(timer);
    timer = 0;
    const floats = new Float32Array(nodes.buffer);
    const seen = new Set();
    let focus = 0;
    for (let at = 0; at < count * SemanticsNodeWords; at += SemanticsNodeWords) {
      seen.add(nodes[at + SemanticsNode.id]);
      if (nodes[at + SemanticsNode.state] & kStateFocused) focus = nodes[at + SemanticsNode.id];
    }
    const active = focused();
    for (const [id, record] of records) {
      if (!seen.has(id)) drop(id, record, active);
    }
    page.next = root.firstChild;
    for (let at = 0; at < count * SemanticsNodeWords; at += SemanticsNodeWords) put(at, floats);
    if (active && active !== focused() && active.isConnected) {
      focusOn(active); // moving an element takes its focus away
    }
    tables();
    follow(focus);
    flushed = performance.now();
  }

  // Adds the charts' numbers as tables, once that code has loaded.
  /** @type {((t: Instance, record: MirrorRecord, node: number) => void) | null} */
  let tabulate = null;
  function tables() {
    for (const [id, record] of records) {
      if (record.role === Role.kImage) tabulate?.(t, record, id);
    }
  }

  /** @type {(id: number, record: MirrorRecord, active: HTMLElement | null) => void} */
  function drop(id, record, active) {
    records.delete(id);
    // When the focused control is removed, the focus moves to the canvas rather than to the page's body.
    if (record.element.contains(active)) focusOn(t.canvas);
    record.element.remove();
  }

  /** @type {(at: number, floats: Float32Array) => void} */
  function put(at, floats) {
    const id = nodes[at + SemanticsNode.id];
    const parent = records.get(nodes[at + SemanticsNode.parent]) ?? page;
    let record = records.get(id);
    const role = /** @type {Role} */ (nodes[at + SemanticsNode.role]);
    if (role === Role.kTabPanel) t.options.onHeight(floats[at + SemanticsNode.value_now]);
    if (record && record.role !== role) {
      drop(id, record, focused());
      record = undefined;
    }
    if (!record) {
      record = /** @type {MirrorRecord} */ ({ element: create(role), role, hash: -1 });
      record.element.id = 'n' + id;
      records.set(id, record);
    }
    record.x = floats[at + SemanticsNode.x];
    record.y = floats[at + SemanticsNode.y];
    // In reading order the first child comes next.
    const filled = nodes[at + SemanticsNodeWords + SemanticsNode.parent] === id && at + SemanticsNodeWords < count * SemanticsNodeWords;
    if (record.hash !== nodes[at + SemanticsNode.hash] || record.filled !== filled) {
      record.hash = nodes[at + SemanticsNode.hash];
      record.filled = filled;
      parent.stale = true;
      apply(record, nodes.subarray(at, at + SemanticsNodeWords), floats[at + SemanticsNode.value_now],
        (from, length) => textOf(text.subarray(from, from + length)), t.textField);
    }
    const box = `left:${record.x - parent.x}px;top:${record.y - parent.y}px;` +
      `width:${floats[at + SemanticsNode.w]}px;height:${floats[at + SemanticsNode.h]}px`;
    if (record.box !== box) record.element.style.cssText = record.box = box;
    // Reading order: each parent tracks which child it expects next, unless that one has moved elsewhere.
    if (parent.next === record.element) parent.next = record.element.nextSibling;
    else parent.element.insertBefore(record.element, parent.next?.parentNode === parent.element ? parent.next : null);
    record.next = record.text ? record.text.nextSibling : record.element.firstChild;
  }

  // The program moved its focus: the page follows if its focus was on the mirror.
  /** @param {number} focus */
  function follow(focus) {
    if (focus === asked) asked = 0;
    const moved = focus !== focusedNode;
    focusedNode = focus;
    const active = focused();
    if (!moved || asked || !focus || !active || !root.contains(active)) return;
    const element = elementOf(focus);
    if (element !== active) focusOn(element);
  }

  // A focus set by this file: it is not reported to the program and never scrolls the page.
  /** @param {HTMLElement | null | undefined} element */
  function focusOn(element) {
    const before = quiet;
    quiet = true;
    element?.focus({ preventScroll: true });
    quiet = before;
  }

  /** @param {number} node */
  const elementOf = (node) => records.get(node)?.element;
  /** @param {Element | null | undefined} element */
  const nodeOf = (element) => Number(element?.closest?.('[id^=n]')?.id.slice(1) ?? 0);

  t.listen(root, 'focusin', (event) => {
    if (quiet) return;
    asked = nodeOf(event.target);
    askedAt = performance.now();
    t.call('focus_node', asked);
  });
  // A press of a real pointer has already reached the program by its coordinates (pointer.js). What is handled here are
  // clicks by keyboard, assistive technology and scripts.
  let pointed = false;
  t.on('pointerdown', () => {
    pointed = true;
    asked = 0;
  });
  t.on('keydown', () => {
    pointed = false;
  });
  t.listen(root, 'click', (event) => {
    const real = pointed && event.detail > 0;
    const link = event.target.closest('a');
    if (real) {
      if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) event.preventDefault();
      return;
    }
    if (link?.href) return; // the browser opens it
    press(event.target);
  });
  t.listen(root, 'keydown', (event) => {
    // Keyboard activation of elements that the browser does not click by itself: rows, cells, headers, options.
    const { target, key } = event;
    if ((key !== 'Enter' && key !== ' ') || target.matches('button, a, input')) return;
    event.preventDefault();
    press(target);
  });
  // Assistive technology scrolls what it reads into view: the program does the same with the drawn content, and the
  // elements follow.
  t.listen(root, 'scroll', ({ target }) => {
    const { scrollLeft, scrollTop } = target;
    if (!scrollLeft && !scrollTop) return;
    target.scrollTo(0, 0);
    if (performance.now() < askedAt + FOCUS_SCROLL || records.get(nodeOf(target))?.role === Role.kImage) return;
    const { left, top, width, height } = target.getBoundingClientRect();
    t.call('wheel', ...place(t, left + width / 2, top + height / 2), scrollLeft, scrollTop, false, 0);
  }, true);
  t.listen(root, 'input', ({ target }) => {
    if (target.type === 'range') t.call('set_value', nodeOf(target), target.value);
  });

  /** @param {HTMLElement} element */
  function press(element) {
    const id = nodeOf(element);
    if (!id) return;
    toggled(element);
    t.call('activate', id);
    t.frames.pressEnd();
  }

  // Optimistic update: a check box shows its new state at once; the next frame confirms or corrects it.
  /** @param {Element} element */
  function toggled(element) {
    if (!element.ariaChecked || element.ariaDisabled) return;
    element.ariaChecked = String(element.ariaChecked !== 'true');
    const record = records.get(nodeOf(element));
    if (record) record.hash = -1;
  }

  t.mirror = {
    live,
    tables(code) {
      tabulate = code;
      tables();
    },
    focusOn,
    toggled,
    idOf: nodeOf,
    // The input element of a text field: of `node`, or of the one that has the program's focus. None when the focus has
    // moved on since.
    field(node) {
      if (timer) flush();
      const element = elementOf(asked || node || focusedNode);
      return element?.matches('input') ? /** @type {HTMLInputElement} */ (element) : null;
    },
    // Before Tab: moves the page's focus to the control that the program shows as focused, so that Tab continues from
    // there.
    beforeTab() {
      if (!root.contains(focused())) focusOn(elementOf(focusedNode));
    },
  };
}
