// One running program: starts the module, connects it to its canvas, and takes everything down again.
//
// `t`, which start() hands to the other files, is the instance:
//   stage, canvas, width, height   elements and the canvas' size in CSS pixels
//   options                        what start() was given
//   m                              the module, see module.js
//   call(name, ...)                calls tb_NAME of src/platform/web/main.cpp; a text becomes its bytes and
//                                  their length; 0 when the program is gone
//   later(handler)                 runs HANDLER when the program has returned: it may not be re-entered
//   listen, defer                  see listeners.js
//   frames, mirror, textField      what those files return; the last two come with input.js
import { compileModule, fetcher } from './loading.js';
import { frames } from './frames.js';
import { links } from './links.js';
import { listeners } from './listeners.js';
import { size } from './canvas.js';
import { startModule } from './module.js';
import { surroundings } from './theme.js';

// Opaque and plain: blending with the page, multisampling and depth cost time and bring nothing here.
const ATTRIBUTES = {
  alpha: false,
  antialias: false,
  depth: false,
  stencil: false,
  preserveDrawingBuffer: false,
  powerPreference: 'low-power',
};
const CURSORS = ['default', 'pointer', 'text', 'grab', 'grabbing', 'ew-resize', 'ns-resize', 'not-allowed'];
// Without these files the program can show nothing, not even the reason.
const CORE_FILE = /^(fonts|data\/i18n)\//;

// OPTIONS: stage, canvas, wasm (promise of its response), base (folder of the build), page (address of links),
// embedded, query, and the handlers onProgress(0..1), onDrawn(), onReady(), onState(query, push),
// onError(message) and onFailure(kind, message) with kind 'unsupported', 'load' or 'crash', after which
// nothing runs any more.
export function start(options) {
  const { stage, canvas } = options;
  const { listen, defer, dispose } = listeners();
  const waiting = [];
  let handle = 0;
  let busy = false;
  let ended = false;
  let drawn = false;
  let attached = false;
  let tap = null;
  let state = options.query;
  let gl = null;

  const fail = (kind, error) => {
    if (ended) return;
    handle = 0;
    options.onFailure(kind, String(error?.message ?? error));
  };
  const drain = () => {
    while (!busy && waiting.length) waiting.shift()();
  };

  const t = {
    stage,
    canvas,
    options,
    listen,
    defer,
    width: 0,
    height: 0,
    m: null,
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
      const texts = [];
      busy = true;
      try {
        const values = args.flatMap((arg) => {
          if (typeof arg !== 'string') return arg;
          const [at, length] = t.m.give(arg);
          texts.push(at);
          return [at, length];
        });
        const result = t.m.exports['tb_' + name](handle, ...values);
        texts.forEach(t.m.free);
        return result;
      } catch (error) {
        fail('crash', error);
        return 0;
      } finally {
        busy = false;
        drain();
      }
    },
  };

  // What the program calls (host.h); always from inside a call of it.
  const host = {
    query: () => state,
    now: () => performance.now() / 1000,
    frame: () => t.frames.request(),
    frame_after: (seconds) => t.frames.after(seconds),
    cursor: (cursor) => {
      stage.style.cursor = CURSORS[cursor];
    },
    state: (query, push) => {
      state = query;
      t.later(() => options.onState(query, Boolean(push)));
    },
    semantics: (...args) => t.mirror?.publish(...args),
    text_input: (...args) => t.textField?.wanted(...args),
    language: (tag) => {
      stage.lang = tag;
    },
    announce: (text) => t.mirror?.announce(text),
    paste: () => '',
    number: parseFloat,
    digits: (value, digits) => String(+value.toPrecision(digits)),
    // Not before the next animation frame: by then the frame that is being drawn is on screen.
    ready: () => {
      requestAnimationFrame(() => ended || options.onReady());
    },
    error: (message) => t.later(() => {
      if (!drawn && CORE_FILE.test(message)) fail('load', message);
      else options.onError(message);
    }),
  };

  t.frames = frames(t, () => {
    drawn = true;
    options.onDrawn();
  });
  fetcher(t, host);
  links(t, host);

  async function run() {
    const compiled = compileModule(options.wasm, options.onProgress);
    compiled.catch(() => {}); // reported below
    const input = import(options.base + 'input.js');
    input.catch(() => {});
    // The context is made while the module is on its way.
    gl = canvas.getContext('webgl2', ATTRIBUTES);
    if (!gl) return fail('unsupported', 'WebGL2');
    try {
      const wasm = await compiled;
      if (ended) return undefined;
      t.m = await startModule(wasm, gl, host);
      if (ended) return undefined;
      begin();
      const { attach } = await input;
      if (ended) return undefined;
      attach(t, host);
      attached = true;
      t.call('visible', true); // once more with a listener for what it publishes
      if (tap) t.tap(...tap);
    } catch (error) {
      fail('load', error);
    }
    return undefined;
  }

  function begin() {
    busy = true;
    handle = t.m.exports.tb_create();
    busy = false;
    surroundings(t);
    listen(canvas, 'webglcontextlost', (event) => {
      event.preventDefault(); // otherwise it is never restored
      t.call('context_lost');
    });
    listen(canvas, 'webglcontextrestored', () => t.call('context_restored'));
    t.frames.watch();
    size(t);
    drain();
  }

  run();

  return {
    get state() {
      return state;
    },
    setState(query) {
      state = query;
      t.call('query', query);
    },
    // A press at a place of the page, for a tap that came before the program.
    tap(...place) {
      if (attached) t.tap(...place);
      else tap = place;
    },
    destroy() {
      if (ended) return;
      t.frames.stop();
      dispose();
      ended = true;
      handle = 0;
      gl?.getExtension('WEBGL_lose_context')?.loseContext();
      t.m = gl = null;
    },
  };
}
