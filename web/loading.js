// Downloads: the module itself with progress, and the files that the program asks for.
// The size of the module comes from the bundler (BUILD.X, see guest.js), because Content-Length would be the compressed
// size, or absent.
/** @import { Bytes, Version } from './builds.js' */
/** @import { Host, Instance, Module } from './types.js' */
import { WRONG, isVersion, watchdog } from './bytes.js';
import { readFile } from './files.js';

const WASM = /** @type {Version} */ ([BUILD.WASM.slice(3), BUILD.WASM_BYTES]);

// Streaming compilation of `module`. All instances on a page share it. What a cache made of it gets a second attempt,
// past every cache.
/** @type {(module: Module, onProgress: (part: number) => void) => Promise<WebAssembly.Module>} */
export const compileModule = (module, onProgress) => (module.compiled ??= compile(module, onProgress)
  .catch(() => compile(module.again(), onProgress)));

/** @type {(module: Pick<Module, 'answer' | 'abort'>, onProgress: (part: number) => void) => Promise<WebAssembly.Module>} */
async function compile({ answer, abort }, onProgress) {
  let silent = false;
  const { heard, done } = watchdog(() => {
    silent = true;
    abort();
  });
  try {
    const response = await answer;
    heard();
    if (!response.ok) throw new Error(`tablero.wasm: HTTP ${response.status}`);
    // Progress is counted on a clone: the compiler consumes the response itself, and goes on while this thread waits for
    // WebGL.
    const copy = /** @type {ReadableStream<Bytes>} */ (response.clone().body).getReader();
    // Many hosts serve .wasm with another MIME type, which compileStreaming rejects
    // (https://webassembly.github.io/spec/web-api/#streaming-modules): rewrapped with the right one.
    const headers = { 'content-type': 'application/wasm' };
    const compiled = WebAssembly.compileStreaming(
      response.headers.get('content-type') === headers['content-type'] ? response
        : new Response(response.body, { headers }));
    compiled.catch(() => {}); // thrown by the await at the end
    const bytes = new Uint8Array(BUILD.WASM_BYTES);
    let received = 0;
    for (let part; !(part = await copy.read()).done;) {
      heard();
      const next = received + part.value.length;
      if (next <= bytes.length) bytes.set(part.value, received);
      received = next;
      onProgress(Math.min(received / bytes.length, 1));
    }
    // Version skew: scripts of one build got the module of another.
    if (received !== bytes.length || !await isVersion('tablero.wasm', bytes, WASM)) throw new Error(`tablero.wasm: ${WRONG}`);
    return await compiled;
  } catch (error) {
    throw silent ? new Error('tablero.wasm: no answer') : error;
  } finally {
    done();
  }
}

// Adds fetch() to `host`, and `bytes` to `t`.
/**
 * @param {Instance} t
 * @param {Host} host
 */
export function fetcher(t, host) {
  const aborter = new AbortController();
  const { signal } = aborter;
  const { base } = t.options;
  let open = 0;
  /** @type {Set<string>} */
  const asked = new Set();
  t.defer(() => aborter.abort());

  t.bytes = async (name, again) => {
    const { bytes, error } = await readFile(base, name, { signal }, again ? 'reload' : 'default');
    if (error) throw new Error(`${name}: ${error}`);
    return bytes;
  };

  /** @type {(request: number, name: string, max: number) => Promise<void>} */
  const load = async (request, name, max) => {
    // A second request for the same file is a retry after a failure: it goes past every cache, which may hold the bad
    // response.
    const cache = t.options.fresh || asked.has(name) ? 'reload' : 'default';
    asked.add(name);
    open++;
    const { status, bytes, error } = await readFile(base, name, { max, signal }, cache);
    // A newer build may have taken this one's place: it is started instead.
    if (!signal.aborted && error.startsWith(WRONG)) await t.options.onOutdated();
    if (signal.aborted) return;
    const { m } = t;
    const body = m.exports.tb_alloc(bytes.length + 1); // tb_fetched takes ownership
    m.u8.set(bytes, body);
    t.call('fetched', request, !error, status, body, bytes.length, error);
    if (!--open) t.complete();
  };

  host.fetch = (request, at, length, max) => {
    load(request, t.textAt(at, length), max);
  };
}
