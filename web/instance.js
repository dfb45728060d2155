// One running program: starts the module, connects it to its canvas, and takes everything down again.
//
// `t`, which start() hands to the other files, is the instance:
//   stage, canvas, width, height   elements and the canvas' size in CSS pixels
//   options                        what start() was given
//   m, textAt                      the module's memory and its texts, see module.js
//   drawn                          whether anything has been
//   stateChanged()                 the state is another one, by the reader or by the host
//   complete()                     tells the program that all requested files have arrived
//   call(name, ...)                calls tb_`name` of src/bodies/web.cpp; a text becomes its bytes and
//                                  their length; returns 0 when the program is gone
//   later(handler)                 runs `handler` after the program has returned: it must not be re-entered
//   on(type, handler)              listens on the stage
//   listen, defer                  see listeners.js
//   frames, mirror, textField      what those files return
/** @import { FailureKind, Host, Instance, Options, Running, Unset } from './types.js' */
import { CURSORS } from './abi.js';
import { clipboard } from './clipboard.js';
import { compileModule, fetcher } from './loading.js';
import { frames } from './frames.js';
import { keys } from './keys.js';
import { links } from './links.js';
import { listeners } from './listeners.js';
import { memory, startModule } from './module.js';
import { mirror } from './mirror.js';
import { pointers } from './pointer.js';
import { size } from './canvas.js';
import { surroundings } from './theme.js';
import { textField } from './text.js';
import { wheel } from './wheel.js';

// Opaque, without multisampling or depth: nothing here uses them, and blending with the page costs time.
const ATTRIBUTES = { alpha: false, antialias: false, depth: false, powerPreference: 'low-power' };
const PATIENCE = 300; // milliseconds
const LATER_AGAIN = 20e3; // milliseconds
// Without these files the program cannot even show an error.
const CORE_FILE = /^(fonts|data\/i18n)\//;

// `options` (their types are in types.d.ts) come from embed.js, which may be older than this file, see guest.js: what is
// there keeps its name and meaning.
/** @type {(options: Options) => Running} */
export function start(options) {
  const { stage, canvas } = options;
  const { listen, defer, dispose } = listeners();
  const m = memory();
  const { textAt } = m;
  /** @type {(() => void)[]} */
  const waiting = [];
  let handle = 0;
  let busy = false;
  let ended = false;
  let state = options.query;
  /** @type {[clientX: number, clientY: number] | null} */
  let tap = null; // replayed once the program runs
  /** @type {WebGL2RenderingContext} */
  let gl = /** @type {Unset} */ (null);

  /** @type {(kind: FailureKind, error: unknown) => void} */
  const fail = (kind, error) => {
    handle = 0;
    // Deferred until start() has returned, because the handler calls destroy().
    queueMicrotask(() => ended || options.onFailure(kind, /** @type {Error} */ (error).message ?? error));
  };
  const drain = () => {
    while (!busy && waiting.length) /** @type {() => void} */ (waiting.shift())();
  };

  // The other files add their parts below.
  const t = /** @type {Instance} */ ({
    stage,
    canvas,
    options,
    listen,
    defer,
    m,
    textAt,
    // Not passive: an event that the program uses is kept from the page by preventDefault().
    on: (type, handler) => listen(stage, type, handler, { passive: false }),
    width: 0,
    height: 0,
    drawn: false,
    stateChanged() {},
    complete() {
      t.complete = () => {};
      t.frames.watch();
    },
    /** @param {() => void} handler */
    later(handler) {
      waiting.push(handler);
      if (!busy) queueMicrotask(drain);
    },
    call(name, ...args) {
      if (!handle) return 0;
      if (busy) {
        waiting.push(() => t.call(name, ...args));
        return 0;
      }
      /** @type {number[]} */
      const texts = [];
      busy = true;
      try {
        const result = m.exports[/** @type {`tb_${typeof name}`} */ ('tb_' + name)](handle, ...args.flatMap((arg) => {
          if (typeof arg !== 'string') return arg;
          const given = m.give(arg);
          texts.push(given[0]);
          return given;
        }));
        texts.forEach(m.exports.tb_free);
        return result;
      } catch (error) {
        fail('crash', error);
        return 0;
      } finally {
        busy = false;
        drain();
      }
    },
  });

  // What the program calls (host.h), always during one of our calls into it.
  const host = /** @type {Host} */ ({
    query: () => state,
    now: () => performance.now() / 1000,
    frame: () => t.frames.request(),
    frame_after: (seconds) => t.frames.after(seconds),
    cursor: (cursor) => {
      stage.style.cursor = CURSORS[cursor];
    },
    state: (at, length, push) => {
      const query = state = textAt(at, length);
      t.stateChanged();
      t.later(() => options.onState(query, Boolean(push)));
    },
    language: (...tag) => {
      stage.lang = textAt(...tag);
    },
    number: (...text) => +textAt(...text),
    // Deferred to the next animation frame, when the frame that is being drawn is on screen.
    ready: () => {
      requestAnimationFrame(() => {
        if (ended) return;
        options.onReady();
        later();
      });
    },
    error: (...text) => {
      const message = textAt(...text);
      t.later(() => {
        if (!t.drawn && CORE_FILE.test(message)) fail('load', message);
        else options.onError(message);
      });
    },
  });

  t.frames = frames(t);
  fetcher(t, host);
  links(t, host);
  mirror(t, host);
  textField(t, host);
  clipboard(t, host);
  pointers(t);
  wheel(t);
  keys(t);

  // The program works without it, so nothing is said when it does not come; it is asked for again.
  async function later() {
    try {
      /** @type {typeof import('./later.js')} */
      const { enrich } = await options.script('later.js' + BUILD.LATER, BUILD.LATER_SUM);
      if (!ended) enrich(t);
    } catch {
      const timer = setTimeout(later, LATER_AGAIN);
      defer(() => clearTimeout(timer));
    }
  }

  async function run() {
    const compiled = compileModule(options.module, options.onProgress);
    compiled.catch(() => options.module.drop()); // reported below
    // Creating the context blocks this thread, so it is done while the module downloads and compiles.
    await Promise.race([options.module.answer, compiled]).catch(() => {});
    if (ended) return undefined;
    gl = /** @type {WebGL2RenderingContext} */ (canvas.getContext('webgl2', ATTRIBUTES));
    if (!gl) return fail('unsupported', 'WebGL2');
    // Registered now, because the context may be lost before the program runs.
    listen(canvas, 'webglcontextlost', (event) => {
      event.preventDefault(); // without it the context is never restored, https://www.khronos.org/webgl/wiki/HandlingContextLost
      t.call('context_lost');
    });
    listen(canvas, 'webglcontextrestored', () => t.call('context_restored'));
    try {
      const wasm = await compiled;
      if (ended) return undefined;
      await startModule(m, wasm, gl, host);
      if (!ended) begin();
    } catch (error) {
      fail('load', error);
    }
    return undefined;
  }

  function begin() {
    handle = m.exports.tb_create();
    surroundings(t);
    if (gl.isContextLost()) t.call('context_lost');
    size(t);
    // Debounce: a first picture without data would only delay the complete one on the GPU. After `PATIENCE` it is
    // better than nothing.
    const timer = setTimeout(() => t.complete(), PATIENCE);
    defer(() => clearTimeout(timer));
    if (tap) t.press(...tap);
  }

  run();

  return {
    get state() {
      return state;
    },
    setState(query) {
      state = query;
      t.stateChanged();
      t.call('query', query);
    },
    // Replays a tap that came before the program was ready, at a position on the page.
    tap(...place) {
      if (handle) t.press(...place);
      else tap = place;
    },
    destroy() {
      if (ended) return;
      dispose();
      ended = true;
      handle = 0;
      gl?.getExtension('WEBGL_lose_context')?.loseContext();
      m.u8 = m.i32 = m.f32 = m.exports = gl = /** @type {Unset} */ (null);
    },
  };
}
