// Text that a mouse selects: the drawn text once more as real, transparent text in the same font at the same place,
// there from the drag that begins on it until the next press. So the browser marks it, copies it and offers its menu. It
// lies over the drawn one, so that its marking mixes with that as a marker pen would.

/** @import { EventsOf, Instance, Stage } from './types.js' */

/**
 * A text as drawn, in CSS pixels of the canvas; wrap: width of its lines, 0 if it has one; clip: left, top, right,
 * bottom; row: number of the table's row that it is in.
 * @typedef {{ text: string, x: number, y: number, size: number, wrap: number, strong: boolean, clip: number[],
 *   row: number, span: HTMLElement & { firstChild: Text } }} Run
 */
/** @typedef {{ run: Run, at: number, letter?: number }} End Where a selection begins or ends. */

const START = 5; // CSS pixels of movement that make a press a drag
const WORDS = 10; // of a TextRecord of web_platform.h, four bytes each
const TALL = 60; // CSS pixels: a pressed tile is text too, a button is a control
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
// What a press on the canvas or these may drag a selection from.
const TEXTUAL = 'canvas, a, [role=row], [role=cell], [role=rowheader], [role=listitem], button[role=button]:not([aria-pressed])';
const family = 'Tablero' + BUILD.DATA;

// The program's own fonts, once for the page. Their bytes, not their address: that would ask for a font-src.
/** @type {Promise<unknown> | null} */
let fonts = null;
/** @param {string} base */
const loadFonts = (base) => Promise.all([400, 600].map(async (weight) => {
  const answer = await fetch(`${base}fonts/inter-${weight}.otf${BUILD.DATA}`);
  const font = new FontFace(family, await answer.arrayBuffer(), { weight: String(weight) });
  document.fonts.add(await font.load());
}));

/** @type {CanvasRenderingContext2D | null} */
let pen = null; // measures text
/** @type {(low: number, high: number, value: number) => number} */
const gap = (low, high, value) => Math.max(low - value, 0, value - high);
// Distance of a place from a rectangle: what lies beside it is nearer than what lies above.
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
  let near = 0; // CSS pixels that it may be off a text
  let dragging = false;

  function clear() {
    if (from) /** @type {Selection} */ (getSelection()).removeAllRanges();
    from = to = null;
    runs = [];
    layer.replaceChildren();
    layer.classList.remove('done');
  }

  // The texts of a frame drawn now.
  function read() {
    t.call('texts', true);
    t.frames.now();
    let at = t.call('texts', false);
    // The page's colour, from a corner of the frame that has just been drawn.
    const gl = /** @type {WebGL2RenderingContext} */ (t.canvas.getContext('webgl2'));
    const corner = new Uint8Array(4);
    gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, corner);
    layer.classList.toggle('dark', corner[0] < 128);
    /** @type {Run[]} */
    const found = [];
    if (!at) return found;
    const { buffer } = t.m.u8;
    for (;;) {
      const [length] = new Uint32Array(buffer, at, 1);
      if (!length) return found;
      const [, x, y, size, wrap, left, top, right, bottom, strong] = new Float32Array(buffer, at, WORDS);
      at += 4 * WORDS;
      found.push(/** @type {Run} */ (
        { text: t.textAt(at, length), x, y, size, wrap, clip: [left, top, right, bottom], strong: strong !== 0 }));
      at += (length + 3) & ~3;
    }
  }

  // Those of a table, whose columns that stay are drawn last, row by row.
  /** @type {(all: Run[], box: DOMRect, zoom: number) => Run[]} */
  function inRows(all, box, zoom) {
    const rows = [...t.stage.querySelectorAll('.mirror [role=table]:not(.marks) [role=row]')].map((row) => row.getBoundingClientRect());
    /** @type {Run[]} */
    const table = [];
    let first = 0;
    const others = all.filter((run, i) => {
      const y = (run.y + run.size / 2) * zoom + box.top;
      const x = run.x * zoom + box.left;
      // The lowest: one that tells something of itself reaches over others meanwhile.
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

  // The texts that can be seen: of what lies over the page at X, Y only those.
  /** @type {(x: number, y: number) => void} */
  function build(x, y) {
    clear();
    pen ??= /** @type {CanvasRenderingContext2D} */ (document.createElement('canvas').getContext('2d'));
    const box = t.canvas.getBoundingClientRect();
    const zoom = box.width / t.width;
    const over = [...t.stage.querySelectorAll('.mirror>[role=dialog]')].map((each) => each.getBoundingClientRect())
      .findLast((r) => x >= r.left && x < r.right && y >= r.top && y < r.bottom);
    /** @param {number[]} clip */
    const inDialog = ([left, top, right, bottom]) => !over || (left * zoom + box.left > over.left - 2 &&
      top * zoom + box.top > over.top - 2 && right * zoom + box.left < over.right + 2 && bottom * zoom + box.top < over.bottom + 2);
    /** @type {Record<number, number>} */
    const line = {}; // height of a line for a font of 1 px
    runs = inRows(read().filter(({ clip, x: left, y: top, size }) =>
      left < clip[2] && top + size > clip[1] && top < clip[3] && inDialog(clip)), box, zoom);
    for (const run of runs) {
      const weight = run.strong ? 600 : 400;
      const face = `'${family}',sans-serif`;
      pen.font = `${weight} 100px ${face}`;
      if (!line[weight]) {
        const { fontBoundingBoxAscent, fontBoundingBoxDescent } = pen.measureText('x');
        line[weight] = (fontBoundingBoxAscent + fontBoundingBoxDescent) / 100;
      }
      const span = run.span = /** @type {Run['span']} */ (document.createElement('span'));
      span.textContent = run.text;
      span.style.cssText = `left:${run.x}px;top:${run.y}px;font:${weight} ${run.size / line[weight]}px/${run.size}px ${face};` +
        (run.wrap ? `width:${run.wrap}px;white-space:pre-wrap` : '');
      const [left, top, right, bottom] = run.clip;
      span.style.clipPath = `polygon(${[[left, top], [right, top], [right, bottom], [left, bottom]]
        .map(([cx, cy]) => `${cx - run.x}px ${cy - run.y}px`)})`;
      layer.append(span);
    }
  }

  // The run and the letter gap nearest to a place of the page; NEAR: only within a few pixels.
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

  // What a spreadsheet or a letter would want: lines, and columns within one.
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

  // What of the interface lies under EVENT, if a press there may begin a selection, else null. The map, sliders and
  // their like take drags themselves. A marked text lies over it all until clear().
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
    // The menu of what is selected.
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
    if (event.pointerType === 'mouse') fonts ??= loadFonts(t.options.base).catch(() => {});
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
      // No longer a press of what lies there: the program learns that the pointer has gone.
      t.stage.dispatchEvent(new PointerEvent('pointercancel', { pointerId, pointerType: 'mouse', clientX: -1e5, clientY: -1e5 }));
      build(x, y); // without what it has told of the place under the pointer
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

  // Twice: the word; three times: the line.
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

  listen('copy', (event) => {
    const copied = text();
    if (!copied) return;
    event.clipboardData.setData('text/plain', copied);
    own(event);
  }, document);
  listen('contextmenu', (event) => {
    if (layer.contains(event.target)) event.stopImmediatePropagation();
  });
  // What moves or changes under it ends it.
  listen('wheel', clear);
  listen('keydown', ({ key, ctrlKey, metaKey }) => {
    if (from && !ctrlKey && !metaKey && !/^(Control|Meta|Shift|Alt|ContextMenu)$/.test(key)) clear();
  }, window);
  t.defer(clear);
}
