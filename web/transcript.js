// The whole open tab in the mirror: also what is scrolled out of sight is there as elements, in reading order and at its
// place, and every text lies on its drawn letters. So readers go through all of it, and the browser finds its words,
// marks them where they are drawn, and scrolls to them.
//
// The program gives a transcript of the tab (Client::on_read of src/platform/platform.h) when it rests, or at once when
// somebody is about to search.
/** @import { Instance, MirrorRecord, Nodes, Transcript } from './types.js' */
/** @import { Drawn } from './texts.js' */
import { Role, SemanticsNode, SemanticsNodeWords, kStateScrolledOut } from './abi.js';
import { apply } from './mirror_element.js';
import { fontOf, loadFonts, textsAt } from './texts.js';

const REST = 250; // milliseconds without a change
const SLICE = 8; // milliseconds of work at a time
// What changes in these is announced: no text in them moves only for its place.
const LIVE = '[role=status],[role=alert],[aria-live]';
// What these say is their content.
const KEPT = [Role.kCell, Role.kRowHeader, Role.kColumnHeader];

// The browser has idle moments between frames; where none are drawn it may have none for long.
/** @param {() => void} handler */
const idle = (handler) => {
  if ('requestIdleCallback' in window) requestIdleCallback(handler, { timeout: 200 });
  else setTimeout(handler);
};
const sheet = new CSSStyleSheet();
// As the program sets its letters.
sheet.replaceSync(`.mirror.read{opacity:1}\
.mirror i{pointer-events:none;overflow:visible}\
.mirror *{font-kerning:none;font-feature-settings:"kern" 0,"calt" 0;\
text-rendering:geometricPrecision}`);

/** @param {Instance} t */
export function transcripts(t) {
  const { mirror } = t;
  const root = t.stage.getRootNode();
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  let timer = 0;

  const ask = () => t.call('read');
  mirror.drawn = () => {
    clearTimeout(timer);
    timer = setTimeout(() => idle(ask), REST);
  };
  mirror.drawn(); // the program may rest already
  t.defer(() => clearTimeout(timer));
  // The browser's search has its field open within some frames: what it looks through is there before.
  t.listen(window, 'keydown', (event) => {
    const { key, ctrlKey, metaKey } = event;
    if (key === 'F3' || ((ctrlKey || metaKey) && /^[fg]$/i.test(key))) {
      ask();
      finish();
    }
  }, true);

  /** @type {Generator<void> | null} */
  let steps = null; // of the transcript that is being put in place
  /** @param {number} milliseconds */
  function advance(milliseconds) {
    const end = performance.now() + milliseconds;
    while (steps && performance.now() < end) if (steps.next().done) steps = null;
  }
  const finish = () => advance(Infinity);

  let given = 0; // number of the last transcript
  mirror.transcribe = (nodesAt, count, textAt, length, texts) => {
    const own = ++given;
    if (!count) {
      mirror.whole(null);
      return;
    }
    const words = new Uint32Array(t.m.u8.buffer, nodesAt, count * SemanticsNodeWords).slice();
    const list = { nodes: words, floats: new Float32Array(words.buffer), text: t.m.u8.slice(textAt, textAt + length), count };
    const drawn = textsAt(t, texts);
    loadFonts(t.bytes).then(() => {
      if (own === given) begin(list, drawn);
    });
  };

  /** @type {(list: Nodes, drawn: Drawn[]) => void} */
  function begin(list, drawn) {
    const { nodes, count } = list;
    const places = new Map();
    let panel = 0; // place of the tab's own node
    let bottom = 0;
    for (let at = 0; at < count * SemanticsNodeWords; at += SemanticsNodeWords) {
      const id = nodes[at + SemanticsNode.id];
      if (nodes[at + SemanticsNode.role] === Role.kTabPanel) {
        panel = at;
        continue;
      }
      // The rest of the page is always in sight.
      if (nodes[at + SemanticsNode.parent] !== nodes[panel + SemanticsNode.id] && !places.has(nodes[at + SemanticsNode.parent])) continue;
      places.set(id, at);
      bottom = Math.max(bottom, list.floats[at + SemanticsNode.y] + list.floats[at + SemanticsNode.h]);
      // Nobody can press it with a pointer where it is; told apart from the same node in sight.
      nodes[at + SemanticsNode.state] |= kStateScrolledOut;
      nodes[at + SemanticsNode.hash] ^= 1;
    }
    const transcript = { ...list, places, panel, bottom: bottom - list.floats[panel + SemanticsNode.y] };
    mirror.whole(transcript);
    const own = steps = putAll(transcript, drawn);
    const slice = () => {
      if (steps === own) advance(SLICE);
      if (steps === own) idle(slice);
    };
    slice();
  }

  // Ends where another tab or state has come meanwhile.
  /** @type {(list: Transcript, drawn: Drawn[]) => Generator<void>} */
  function* putAll(list, drawn) {
    /** @type {Map<number, Element>} */
    const last = new Map(); // parent -> its last child so far
    for (const at of list.places.values()) {
      if (!mirror.holds(list)) return;
      const { element } = mirror.put(list, at);
      const above = list.nodes[at + SemanticsNode.parent];
      const parent = mirror.records.get(above);
      if (parent) {
        const before = last.get(above);
        const next = before ? before.nextSibling : parent.element.firstChild;
        // What is in sight is not moved without need: it may have the focus.
        const follows = element.parentNode === parent.element &&
          (!before || (before.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING) > 0);
        if (!follows) parent.element.insertBefore(element, next);
      }
      last.set(above, element);
      yield;
    }
    /** @type {Map<number, Drawn[]>} */
    const texts = new Map();
    for (const each of drawn) {
      const of = texts.get(each.node);
      if (of) of.push(each);
      else texts.set(each.node, [each]);
    }
    for (let at = 0; at < list.count * SemanticsNodeWords; at += SemanticsNodeWords) {
      if (!mirror.holds(list)) return;
      const record = mirror.records.get(list.nodes[at + SemanticsNode.id]);
      if (record) dress(record, list, at, texts.get(list.nodes[at + SemanticsNode.id]) ?? []);
      yield;
    }
    mirror.refresh();
    // Not before: the browser would count texts that find their places as a page that jumps.
    mirror.root.classList.add('read');
  }

  // Puts the texts onto their drawn letters. Where they are what the element says, its own text lies there. Otherwise it
  // keeps its name, and the texts stand beside it for the eye and the search.
  /** @type {(record: MirrorRecord, list: Nodes, at: number, drawn: Drawn[]) => void} */
  function dress(record, list, at, drawn) {
    const { element, role } = record;
    const [left, top] = cornerOf(list, at);
    const look = drawn.map((each) => each.text + styleOf(each, left, top)).join();
    if (record.look === look) return;
    record.look = look;
    record.extras?.forEach((each) => each.remove());
    record.extras = [];
    const own = record.drawn ? '' : record.text?.data;
    const live = element.closest(LIVE) !== null;
    const same = own ? drawn.findIndex((each, i) => isAll(own, each, drawn[i + 1])) : -1;
    let others = drawn;
    if (same >= 0) {
      lay(record, drawn[same], left, top, live);
      others = drawn.filter(({ text }, i) => i !== same && text !== '…');
    } else if (own && !record.filled && !live && !KEPT.includes(role)) {
      record.drawn = true;
      record.hash = -1;
      // The others are written with the next frame.
      if (!record.shown) apply(record, list, at, t.textField);
    }
    if (!others.length || live) return;
    const inside = record.filled || role === Role.kImage;
    const [x, y] = inside ? [left, top] : cornerOf(list, placeOf(list, list.nodes[at + SemanticsNode.parent]));
    record.extras = others.map((each) => letters(each, x, y));
    if (inside) element.append(...record.extras);
    else element.after(...record.extras);
  }

  // Whether what is drawn is `own`, or its beginning with an ellipsis behind.
  /** @type {(own: string, drawn: Drawn, next: Drawn | undefined) => boolean} */
  const isAll = (own, { text }, next) => text === own || (next?.text === '…' && own.startsWith(text));

  // The element's own text on the letters: by its font and padding, or where it wraps in an element as wide as its lines.
  /** @type {(record: MirrorRecord, drawn: Drawn, left: number, top: number, live: boolean) => void} */
  function lay(record, drawn, left, top, live) {
    const text = /** @type {Text} */ (record.text);
    if (drawn.wrap && !live) {
      record.home ??= letters(drawn, left, top);
      record.home.ariaHidden = null;
      record.home.style.cssText = styleOf(drawn, left, top);
      record.home.replaceChildren(text);
      record.element.replaceChildren(record.home);
      return;
    }
    const shift = (/** @type {number} */ by) => Math.max(by, 0) + 'px';
    record.style = `;font:${fontOf(drawn)};padding:${shift(drawn.y - top)} 0 0 ${shift(drawn.x - left)}${drawn.wrap ? ';white-space:pre-wrap' : ''}`;
    record.element.style.cssText = record.box + record.style;
  }

  /** @type {(drawn: Drawn, left: number, top: number) => string} */
  const styleOf = (drawn, left, top) => `left:${drawn.x - left}px;top:${drawn.y - top}px;font:${fontOf(drawn)};` +
    (drawn.wrap ? `width:${drawn.wrap}px;white-space:pre-wrap` : '');
  /** @type {(drawn: Drawn, left: number, top: number) => HTMLElement} */
  function letters(drawn, left, top) {
    const element = document.createElement('i');
    element.textContent = drawn.text;
    element.style.cssText = styleOf(drawn, left, top);
    element.ariaHidden = 'true';
    return element;
  }
}

/** @type {(list: Nodes, at: number) => [left: number, top: number]} */
const cornerOf = ({ floats }, at) => (at < 0 ? [0, 0] : [floats[at + SemanticsNode.x], floats[at + SemanticsNode.y]]);
// Of the node with that id; below 0: there is none.
/** @type {(list: Nodes, id: number) => number} */
function placeOf({ nodes, count }, id) {
  let at = (count - 1) * SemanticsNodeWords;
  while (at >= 0 && nodes[at + SemanticsNode.id] !== id) at -= SemanticsNodeWords;
  return at;
}
