// Downloads: the module itself with progress, and the files that the program asks for.
// The size of the module comes from the bundler (BUILD.X, see guest.js), because Content-Length would be the compressed
// size, or absent.
/** @import { Host, Instance, ModuleAnswer } from './types.js' */

// Streaming compilation of the module in `answer`, the promise of a response. All instances on a page share it.
/** @type {(answer: ModuleAnswer, onProgress: (part: number) => void) => Promise<WebAssembly.Module>} */
export const compileModule = (answer, onProgress) => (answer.compiled ??= compile(answer, onProgress));

/** @type {typeof compileModule} */
async function compile(answer, onProgress) {
  const response = await answer;
  if (!response.ok) throw new Error(`tablero.wasm: HTTP ${response.status}`);
  // Progress is counted on a clone: the compiler consumes the response itself, and goes on while this thread waits for
  // WebGL.
  const copy = /** @type {ReadableStream<Uint8Array>} */ (response.clone().body).getReader();
  // Many hosts serve .wasm with another MIME type, which compileStreaming rejects
  // (https://webassembly.github.io/spec/web-api/#streaming-modules): rewrapped with the right one.
  const headers = { 'content-type': 'application/wasm' };
  const compiled = WebAssembly.compileStreaming(
    response.headers.get('content-type') === headers['content-type'] ? response
      : new Response(response.body, { headers }));
  compiled.catch(() => {}); // thrown by the await at the end
  let received = 0;
  for (let part; !(part = await copy.read()).done;) {
    received += part.value.length;
    onProgress(Math.min(received / BUILD.WASM_BYTES, 1));
  }
  // Version skew: cached scripts of an older build got the module of a newer one.
  if (received !== BUILD.WASM_BYTES) throw new Error('tablero.wasm: another version');
  return compiled;
}

// Reads at most `max` bytes of a file below `base`. Never throws: returns { status, size, chunks, error: '' }, or an
// error in words.
/** @type {(url: string, base: string, max: number, init: RequestInit) => Promise<{ status: number, size: number, chunks: Uint8Array[], error: string }>} */
async function read(url, base, max, init) {
  let status = 0;
  let size = 0;
  /** @type {Uint8Array[]} */
  let chunks = [];
  let error = '';
  try {
    if (!url.startsWith(base)) throw url; // path traversal: never outside the folder of the program
    const response = await fetch(url, init);
    status = response.status;
    if (!response.ok) error = `HTTP ${status}`;
    const reader = /** @type {ReadableStream<Uint8Array>} */ (response.body).getReader();
    while (!error) {
      const { done, value } = await reader.read();
      if (done) break;
      chunks.push(value);
      size += value.length;
      if (size > max) error = `larger than ${Math.round(max / 2 ** 20)} MB`;
    }
    if (error) reader.cancel().catch(() => {});
  } catch {
    error = status ? 'the connection broke off' : 'network error';
  }
  if (error) {
    size = 0;
    chunks = [];
  }
  return { status, size, chunks, error };
}

// Adds fetch() to `host`.
/**
 * @param {Instance} t
 * @param {Host} host
 */
export function fetcher(t, host) {
  const aborter = new AbortController();
  let open = 0;
  /** @type {Set<string>} */
  const asked = new Set();
  t.defer(() => aborter.abort());

  host.fetch = (request, at, length, max) => {
    const url = new URL(t.textAt(at, length) + BUILD.DATA, t.options.base).href;
    // A second request for the same file is a retry after a failure: it bypasses the cache, which may hold the bad
    // response.
    const cache = asked.has(url) ? 'reload' : 'default';
    asked.add(url);
    open++;
    const { signal } = aborter;
    read(url, t.options.base, max, { signal, cache }).then(({ status, size, chunks, error }) => {
      if (signal.aborted) return;
      const { m } = t;
      const body = m.exports.tb_alloc(size + 1); // tb_fetched takes ownership
      let at = body;
      for (const chunk of chunks) {
        m.u8.set(chunk, at);
        at += chunk.length;
      }
      t.call('fetched', request, !error, status, body, size, error);
      if (!--open) t.complete();
    });
  };
}
