// The accessibility mirror: real, invisible elements over the drawn interface, for screen readers, the Tab key and
// tests. The program publishes its semantics tree with each frame; here it is reconciled with the DOM (only differences
// are written).
//
// Nodes are read straight out of the module's memory: SemanticsNode of src/base/semantics_node.h.
/** @import { Host, Instance, MirrorRecord, Nodes, Stage, Transcript } from './types.js' */
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
// What scrolls its content.
const SCROLLING = [Role.kTabPanel, Role.kTable];
const CELLS = [Role.kRow, Role.kRowHeader, Role.kColumnHeader, Role.kCell];

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
  /** @type {Pick<MirrorRecord, 'element' | 'x' | 'y' | 'next' | 'stale' | 'role' | 'scroll'>} */
  const page = { element: root, x: 0, y: 0, next: null, role: Role.kGroup };
  /** @type {Map<number, MirrorRecord>} */
  const records = new Map(); // node id -> { element, role, hash, x, y, box, next ... }
  /** @type {Nodes} */
  const frame = { nodes: new Uint32Array(0), floats: new Float32Array(0), text: new Uint8Array(0), count: 0 };
  /** @type {Transcript | null} */
  let whole = null; // of the open tab, see transcript.js; its nodes that the frame does not have stay in place
  let scroll = 0; // of the open tab
  const view = { top: 0, height: 0 }; // where it is
  let lastPlaces = 0; // see flush()
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
    if (frame.nodes.length < words) {
      frame.nodes = new Uint32Array(words * 2);
      frame.floats = new Float32Array(frame.nodes.buffer);
    }
    if (frame.text.length < textLength) frame.text = new Uint8Array(textLength * 2);
    frame.nodes.set(new Uint32Array(memory.buffer, nodesAt, words));
    frame.text.set(memory.subarray(textAt, textAt + textLength));
    frame.count = nodeCount;
    t.mirror.drawn();
    timer ||= setTimeout(flush, Math.max(0, flushed + PACE - performance.now()));
  };

  function flush() {
    clearTimeout(timer);
    timer = 0;
    const { nodes, floats, count } = frame;
    const seen = new Set();
    let focus = 0;
    let places = 0; // of everything that scrolls, together
    const scrolling = []; // nodes
    for (let at = 0; at < count * SemanticsNodeWords; at += SemanticsNodeWords) {
      seen.add(nodes[at + SemanticsNode.id]);
      if (nodes[at + SemanticsNode.state] & kStateFocused) focus = nodes[at + SemanticsNode.id];
      places += floats[at + SemanticsNode.scroll];
      if (SCROLLING.includes(/** @type {Role} */ (nodes[at + SemanticsNode.role]))) scrolling.push(nodes[at + SemanticsNode.id]);
      if (nodes[at + SemanticsNode.role] !== Role.kTabPanel) continue;
      scroll = floats[at + SemanticsNode.scroll];
      [view.top, view.height] = [floats[at + SemanticsNode.y], floats[at + SemanticsNode.h]];
    }
    const active = focused();
    for (const [id, record] of records) {
      if (seen.has(id)) continue;
      const afar = whole?.places.get(id);
      // What goes without a step of the wheel, or from a place in sight, is not scrolled away: it is gone.
      if (afar === undefined || (record.shown && (places === lastPlaces || isInView(record.role, afar)))) drop(id, record, active);
      else if (record.shown) put(/** @type {Transcript} */ (whole), afar, false);
    }
    lastPlaces = places;
    page.next = root.firstChild;
    for (let at = 0; at < count * SemanticsNodeWords; at += SemanticsNodeWords) put(frame, at, true);
    scrolling.forEach(scrollTo);
    if (active && active !== focused() && active.isConnected) {
      focusOn(active); // moving an element takes its focus away
    }
    tables();
    follow(focus);
    flushed = performance.now();
  }

  // Whether the place of a node of the transcript is in sight; not said of the cells of a table, which scrolls by itself.
  /** @type {(role: Role, at: number) => boolean} */
  function isInView(role, at) {
    const { floats } = /** @type {Transcript} */ (whole);
    const top = floats[at + SemanticsNode.y] - scroll;
    return !CELLS.includes(role) && top + floats[at + SemanticsNode.h] > view.top && top < view.top + view.height;
  }

  // Scrolls the element of a node as far as the program has, whatever the heights of what is there.
  /** @param {number} id */
  function scrollTo(id) {
    const record = /** @type {MirrorRecord} */ (records.get(id));
    const { element, role, scroll: top = 0 } = record;
    if (!top && !record.end && role !== Role.kTabPanel) return;
    const height = Math.max(top + element.clientHeight, (role === Role.kTabPanel && whole?.bottom) || 0) + 'px';
    record.end ??= document.createElement('i');
    if (record.end.parentNode !== element) element.append(record.end);
    if (record.end.style.height !== height) record.end.style.height = height;
    if (element.scrollTop !== top) element.scrollTop = top;
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
    record.extras?.forEach((each) => each.remove());
  }

  // A node of the frame, or (`shown` false) of the transcript, which is out of sight.
  /** @type {(list: Nodes, at: number, shown: boolean) => MirrorRecord} */
  function put(list, at, shown) {
    const { nodes, floats } = list;
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
    const known = whole?.places.get(id);
    const filled = hasChildren(list, at) || (whole !== null && known !== undefined && hasChildren(whole, known));
    record.shown = shown;
    if (record.hash !== nodes[at + SemanticsNode.hash] || record.filled !== filled) {
      record.hash = nodes[at + SemanticsNode.hash];
      record.filled = filled;
      parent.stale = true;
      apply(record, list, at, t.textField);
    }
    if (shown) record.scroll = floats[at + SemanticsNode.scroll];
    const fits = filled && !SCROLLING.includes(role) && parent.role !== Role.kTable;
    const box = shown ? boxOf(record, parent, fits ? known : undefined, at) : boxAfar(/** @type {Transcript} */ (list), at);
    if (record.box !== box) {
      record.box = box;
      record.element.style.cssText = box + (record.style ?? '');
    }
    if (shown) order(record, parent);
    return record;
  }

  /** @param {ChildNode} child */
  const isShown = (child) => records.get(Number(/** @type {Element} */ (child).id?.slice(1)))?.shown;
  // In reading order the first child comes next.
  /** @type {(list: Nodes, at: number) => boolean} */
  const hasChildren = ({ nodes, count }, at) => at + SemanticsNodeWords < count * SemanticsNodeWords &&
    nodes[at + SemanticsNodeWords + SemanticsNode.parent] === nodes[at + SemanticsNode.id];

  // The place of an element in its parent. A container that fits around those of its children in sight would move with
  // each step of the wheel, and with it the places of the others: it has the rectangle that the transcript `known` it by.
  // The open tab really scrolls, so that such a step moves one element, and the browser can scroll to another.
  /** @type {(record: MirrorRecord, parent: Pick<MirrorRecord, 'x' | 'y' | 'scroll'>, known: number | undefined, at: number) => string} */
  function boxOf(record, parent, known, at) {
    const { floats } = known === undefined ? frame : /** @type {Transcript} */ (whole);
    const from = known ?? at;
    record.x = floats[from + SemanticsNode.x];
    record.y = floats[from + SemanticsNode.y] - (known === undefined ? 0 : scroll);
    return box(floats, from, record.x - parent.x, record.y - parent.y + (parent.scroll ?? 0));
  }

  // The same of an element out of sight.
  /** @type {(list: Transcript, at: number) => string} */
  function boxAfar({ nodes, floats, places, panel }, at) {
    const above = places.get(nodes[at + SemanticsNode.parent]) ?? panel;
    return box(floats, at, floats[at + SemanticsNode.x] - floats[above + SemanticsNode.x],
      floats[at + SemanticsNode.y] - floats[above + SemanticsNode.y]);
  }

  /** @type {(floats: Float32Array, at: number, left: number, top: number) => string} */
  const box = (floats, at, left, top) =>
    `left:${left}px;top:${top}px;width:${floats[at + SemanticsNode.w]}px;height:${floats[at + SemanticsNode.h]}px`;

  // Reading order: each parent tracks which child it expects next, unless that one has moved elsewhere.
  /** @type {(record: MirrorRecord, parent: Pick<MirrorRecord, 'element' | 'next'>) => void} */
  function order(record, parent) {
    const { element } = record;
    let { next } = parent;
    while (next && next !== element && !isShown(next)) next = next.nextSibling;
    if (next === element) parent.next = element.nextSibling;
    else parent.element.insertBefore(element, parent.next?.parentNode === parent.element ? parent.next : null);
    record.next = element.firstChild;
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
    const record = records.get(nodeOf(target));
    const top = record?.scroll ?? 0;
    const down = scrollTop - top;
    if (!scrollLeft && Math.abs(down) < 1) return;
    const asked = performance.now() >= askedAt + FOCUS_SCROLL && record?.role !== Role.kImage;
    if (asked && record?.role === Role.kTabPanel) {
      target.scrollLeft = 0;
      t.call('scroll', scrollTop);
      return;
    }
    target.scrollTo(0, top);
    if (!asked) return;
    const { left, top: above, width, height } = target.getBoundingClientRect();
    t.call('wheel', ...place(t, left + width / 2, above + height / 2), scrollLeft, down, false, 0);
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

  host.transcript = (nodesAt, nodeCount, textAt, textLength, texts) => {
    t.mirror.transcribe(nodesAt, nodeCount, textAt, textLength, texts);
  };

  t.mirror = {
    live,
    records,
    root,
    // Of transcript.js, once it has loaded.
    transcribe() {},
    drawn() {},
    whole(transcript) {
      whole = transcript;
      root.classList.remove('read');
    },
    refresh: flush,
    holds: (transcript) => transcript === whole,
    // The record of a node of the transcript, made if it is out of sight.
    put(list, at) {
      const record = records.get(list.nodes[at + SemanticsNode.id]);
      return record?.shown ? record : put(list, at, false);
    },
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
