// Text selection with the mouse. The drawn text is repeated as real, transparent text in the same font at the same
// place (a text layer, as PDF viewers have), from the start of a drag on it until the next press. So the browser
// highlights and copies it and offers its context menu. The layer lies over the drawn text, and its highlight blends
// with it like a marker pen.

/** @import { EventsOf, Instance, Stage } from './types.js' */
/** @import { Drawn } from './texts.js' */
import { guardedTable } from './copying.js';
import { fontOf, loadFonts, textsAt } from './texts.js';

/**
 * row: number of the table's row that it is in.
 * @typedef {Drawn & { row: number, span: HTMLElement & { firstChild: Text } }} Run
 */
/** @typedef {{ run: Run, at: number, letter?: number }} End Where a selection begins or ends. */

const START = 5; // CSS pixels of movement that turn a press into a drag
const TALL = 60; // CSS pixels: a pressable tile taller than this counts as text, a lower one as a button
const WORD = /[\p{L}\p{N}_]+(?:[.,'’·-][\p{L}\p{N}_]+)*/gu;
const sheet = new CSSStyleSheet();
sheet.replaceSync(`.texts{pointer-events:none;overflow:hidden;z-index:2;mix-blend-mode:multiply}\
.selecting{cursor:text!important}\
.texts span{position:absolute;color:#0000;white-space:pre;transform-origin:0 0;user-select:text;-webkit-user-select:text;\
cursor:text;font-kerning:none;font-feature-settings:"kern" 0,"calt" 0;text-rendering:geometricPrecision;forced-color-adjust:none}\
.texts.done span{pointer-events:auto}\
.texts ::selection{color:#0000;background:#facc15}\
.texts.dark{mix-blend-mode:screen}\
.dark ::selection{background:#1e3a8a}`);
// Elements (besides the canvas) on which a drag may start a selection.
const TEXTUAL = 'canvas, a, [role=row], [role=cell], [role=rowheader], [role=listitem], button[role=button]:not([aria-pressed])';
/** @type {(low: number, high: number, value: number) => number} */
const gap = (low, high, value) => Math.max(low - value, 0, value - high);
// Distance of a point from a rectangle, with vertical distance weighted, so that text on the same line is nearer than
// text above or below.
/** @type {(r: DOMRect, x: number, y: number) => number} */
const distance = (r, x, y) => gap(r.left, r.right, x) + 3 * gap(r.top, r.bottom, y);
/** @type {<T>(list: T[], measure: (each: T) => number) => [T | null, number]} */
const nearest = (list, measure) => {
  let least = Infinity;
  let best = null;
  for (const each of list) {
    const now = measure(each);
    if (now < least) [least, best] = [now, each];
  }
  return [best, least];
};

/** @param {Instance} t */
export function selecting(t) {
  const root = t.stage.getRootNode();
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  const layer = t.options.make('div', 'texts', t.stage);
  layer.ariaHidden = 'true';
  /** @type {Run[]} */
  let runs = []; // { text, x, y, size, wrap, strong, span }
  /** @type {End | null} */
  let from = null; // { run, at } where the selection begins
  /** @type {End | null} */
  let to = null;
  /** @type {PointerEvent | null} */
  let down = null; // the press that may become a drag
  let near = 0; // CSS pixels that the press may miss a text by
  let dragging = false;

  // Whether what is selected on the page is ours: the reader or the host may have selected something else since.
  function ours() {
    const selection = /** @type {Selection} */ (getSelection());
    // The nodes inside a shadow tree: by getComposedRanges, in older browsers by a method of the tree (Chromium) or at
    // once (Firefox), https://www.w3.org/TR/selection-api/#dom-selection-getcomposedranges
    const node = selection.getComposedRanges ? selection.getComposedRanges({ shadowRoots: [root] })[0]?.startContainer
      : (/** @type {{ getSelection?: () => Selection }} */ (/** @type {unknown} */ (root)).getSelection?.() ?? selection).anchorNode;
    return layer.contains(node ?? null);
  }

  function clear() {
    if (from && ours()) /** @type {Selection} */ (getSelection()).removeAllRanges();
    from = to = null;
    runs = [];
    layer.replaceChildren();
    layer.classList.remove('done');
  }

  // Draws a frame and returns its texts.
  function read() {
    t.call('texts', true);
    t.frames.now();
    const at = t.call('texts', false);
    // The background color, read from a corner of the frame that has just been drawn.
    const gl = /** @type {WebGL2RenderingContext} */ (t.canvas.getContext('webgl2'));
    const corner = new Uint8Array(4);
    gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, corner);
    layer.classList.toggle('dark', corner[0] < 128);
    return /** @type {Run[]} */ (at ? textsAt(t, at) : []);
  }

  // Puts the texts of a table into row order: its sticky columns are drawn last.
  /** @type {(all: Run[], box: DOMRect, zoom: number) => Run[]} */
  function inRows(all, box, zoom) {
    const rows = [...t.stage.querySelectorAll('.mirror [role=table]:not(.marks) [role=row]')].map((row) => row.getBoundingClientRect());
    /** @type {Run[]} */
    const table = [];
    let first = 0;
    const others = all.filter((run, i) => {
      const y = (run.y + run.size / 2) * zoom + box.top;
      const x = run.x * zoom + box.left;
      // The lowest: a row with a tooltip overlaps others meanwhile.
      const around = rows.filter((row) => y >= row.top && y < row.bottom && x >= row.left && x < row.right);
      run.row = rows.indexOf(/** @type {DOMRect} */ (nearest(around, (row) => row.height)[0]));
      if (run.row < 0) return true;
      if (!table.length) first = i;
      table.push(run);
      return false;
    });
    table.sort((a, b) => a.row - b.row || a.x - b.x);
    return [...others.slice(0, first), ...table, ...others.slice(first)];
  }

  // Builds the layer from the visible texts; if a dialog lies over the page at (`x`, `y`), from its texts only.
  /** @type {(x: number, y: number) => void} */
  function build(x, y) {
    clear();
    const box = t.canvas.getBoundingClientRect();
    const zoom = box.width / t.width;
    const over = [...t.stage.querySelectorAll('.mirror>[role=dialog]')].map((each) => each.getBoundingClientRect())
      .findLast((r) => x >= r.left && x < r.right && y >= r.top && y < r.bottom);
    /** @param {number[]} clip */
    const inDialog = ([left, top, right, bottom]) => !over || (left * zoom + box.left > over.left - 2 &&
      top * zoom + box.top > over.top - 2 && right * zoom + box.left < over.right + 2 && bottom * zoom + box.top < over.bottom + 2);
    runs = inRows(read().filter(({ clip, x: left, y: top, size }) =>
      left < clip[2] && top + size > clip[1] && top < clip[3] && inDialog(clip)), box, zoom);
    for (const run of runs) {
      const span = run.span = /** @type {Run['span']} */ (document.createElement('span'));
      span.textContent = run.text;
      span.style.cssText = `left:${run.x}px;top:${run.y}px;font:${fontOf(run)};` +
        (run.wrap ? `width:${run.wrap}px;white-space:pre-wrap` : '');
      const [left, top, right, bottom] = run.clip;
      span.style.clipPath = `polygon(${[[left, top], [right, top], [right, bottom], [left, bottom]]
        .map(([cx, cy]) => `${cx - run.x}px ${cy - run.y}px`)})`;
      layer.append(span);
    }
  }

  // Hit test: the run and the gap between letters nearest to a point of the page, at most `near` CSS pixels away.
  /** @type {(x: number, y: number, near?: number) => Required<End> | null} */
  function locate(x, y, near = Infinity) {
    const [run, far] = nearest(runs, (each) => Math.min(...[...each.span.getClientRects()].map((r) => distance(r, x, y))));
    if (!run || far > near) return null;
    const range = document.createRange();
    const node = run.span.firstChild;
    const [at] = /** @type {[number, number]} */ (nearest(Array.from({ length: run.text.length }, (_, i) => i), (i) => {
      range.setStart(node, i);
      range.setEnd(node, i + 1);
      return distance(range.getBoundingClientRect(), x, y);
    }));
    range.setStart(node, at);
    range.setEnd(node, at + 1);
    const { left, right } = range.getBoundingClientRect();
    return { run, at: x > (left + right) / 2 ? at + 1 : at, letter: at };
  }

  const mark = () => {
    const [begin, end] = /** @type {End[]} */ ([from, to]);
    const selection = /** @type {Selection} */ (getSelection());
    selection.setBaseAndExtent(begin.run.span.firstChild, begin.at, end.run.span.firstChild, end.at);
  };

  // The selected text for pasting into a spreadsheet or a document: line breaks between rows, tabs between columns.
  function text() {
    if (!from || !to) return '';
    /** @param {End} end */
    const order = (end) => runs.indexOf(end.run) * 1e5 + end.at;
    const [first, last] = order(from) <= order(to) ? [from, to] : [to, from];
    let all = '';
    /** @type {DOMRect | null} */
    let before = null;
    for (let i = runs.indexOf(first.run); i <= runs.indexOf(last.run); i++) {
      const { text: whole, span, size } = runs[i];
      const part = whole.slice(runs[i] === first.run ? first.at : 0, runs[i] === last.run ? last.at : undefined);
      if (!part) continue;
      const box = span.getBoundingClientRect();
      if (before) {
        const space = box.left - before.right;
        const same = Math.abs(box.bottom - before.bottom) < size / 2 && space > -1;
        all += !same ? '\n' : space > size * 1.5 ? '\t' : space > 1 ? ' ' : '';
      }
      all += part;
      before = box;
    }
    return all;
  }

  // The element under `event` if a press there may start a selection, else null: the map, sliders and the like use
  // drags themselves. A selected text lies over everything until clear().
  /** @param {MouseEvent} event */
  const textual = ({ clientX, clientY }) => {
    const target = /** @type {HTMLElement | null} */ (root.elementFromPoint(clientX, clientY));
    return target && allowed(target) ? target : null;
  };
  /** @param {HTMLElement} target */
  const allowed = (target) => {
    const { cursor } = t.stage.style;
    if (!target.matches(TEXTUAL) || target.closest('.hit[role=group], .hit[role=img]')) return false;
    if (target.matches('canvas')) return !cursor || cursor === 'default' || cursor === 'text';
    return target.localName !== 'button' || target.offsetHeight > TALL;
  };

  /**
   * @template {EventTarget} [T=Stage]
   * @template {keyof EventsOf<T> & string} [K=keyof EventsOf<T> & string]
   * @param {K} type
   * @param {(event: EventsOf<T>[K]) => void} handler
   * @param {T} target
   */
  const listen = (type, handler, target = /** @type {T} */ (/** @type {unknown} */ (t.stage))) =>
    t.listen(target, type, handler, true);
  /** @param {Event} event */
  const own = (event) => {
    event.stopImmediatePropagation();
    event.preventDefault();
  };

  listen('pointerdown', (event) => {
    const inside = event.composedPath().includes(t.stage);
    // Lets the browser open its context menu for the selection.
    if (inside && event.button === 2 && from) {
      event.stopImmediatePropagation();
      return;
    }
    clear();
    const target = inside && textual(event);
    near = target && target.matches('a, button') ? 3 : 24;
    down = target && event.pointerType === 'mouse' && event.button === 0 && !event.shiftKey && !event.ctrlKey && !event.metaKey ?
      event : null;
  }, window);
  listen('pointermove', (event) => {
    if (event.pointerType === 'mouse') loadFonts(t.bytes);
    if (!down || !(event.buttons & 1)) return;
    const { clientX: x, clientY: y, pointerId } = down;
    if (!dragging) {
      if (Math.hypot(event.clientX - x, event.clientY - y) < START) return;
      build(x, y);
      if (!locate(x, y, near)) {
        down = null;
        clear();
        return;
      }
      dragging = true;
      t.stage.classList.add('selecting');
      // No longer a press on the control there: the program is told that the pointer was cancelled.
      t.stage.dispatchEvent(new PointerEvent('pointercancel', { pointerId, pointerType: 'mouse', clientX: -1e5, clientY: -1e5 }));
      build(x, y); // without the tooltip of what was under the pointer
      from = locate(x, y);
    }
    own(event);
    to = locate(event.clientX, event.clientY);
    mark();
  });
  /** @param {PointerEvent} event */
  const end = (event) => {
    down = null;
    if (!dragging) return;
    dragging = false;
    t.stage.classList.remove('selecting');
    if (event.type === 'pointerup') own(event);
    layer.classList.add('done');
  };
  listen('pointerup', end);
  listen('lostpointercapture', end);

  // Double click selects the word, triple click the line.
  listen('mousedown', (event) => {
    if (event.detail < 2 || event.button || textual(event) !== t.canvas) return;
    const { clientX: x, clientY: y } = event;
    build(x, y);
    const hit = locate(x, y, 3);
    if (!hit) {
      clear();
      return;
    }
    const { run, letter } = hit;
    let [start, stop] = [0, run.text.length];
    if (event.detail === 2) {
      const word = [...run.text.matchAll(WORD)].find(({ 0: found, index }) => index <= letter && letter < index + found.length);
      [start, stop] = word ? [word.index, word.index + word[0].length] : [letter, letter + 1];
    }
    from = { run, at: start };
    to = { run, at: stop };
    mark();
    layer.classList.add('done');
  });

  // Another selection ends ours.
  listen('selectionchange', () => {
    if (from && !dragging && !ours()) clear();
  }, document);
  listen('copy', (event) => {
    const copied = from && ours() && text();
    if (!copied) return;
    event.clipboardData.setData('text/plain', guardedTable(copied));
    own(event);
  }, document);
  listen('contextmenu', (event) => {
    if (layer.contains(event.target)) event.stopImmediatePropagation();
  });
  // Scrolling or changing content ends the selection.
  listen('wheel', clear);
  listen('keydown', ({ key, ctrlKey, metaKey }) => {
    if (from && !ctrlKey && !metaKey && !/^(Control|Meta|Shift|Alt|ContextMenu)$/.test(key)) clear();
  }, window);
  t.stateChanged = clear;
  t.defer(clear);
}
