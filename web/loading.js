// Downloads: the module itself with progress, and the files that the program asks for.
// BUILD.X is put in by the bundler, see guest.js: Content-Length would be the compressed size, or absent.
/** @import { Host, Instance, ModuleAnswer } from './types.js' */

// Compiles the module whose bytes come with ANSWER, the promise of a response, while they arrive. All instances
// of a page share the answer.
/** @type {(answer: ModuleAnswer, onProgress: (part: number) => void) => Promise<WebAssembly.Module>} */
export const compileModule = (answer, onProgress) => (answer.compiled ??= compile(answer, onProgress));

/** @type {typeof compileModule} */
async function compile(answer, onProgress) {
  const response = await answer;
  if (!response.ok) throw new Error(`tablero.wasm: HTTP ${response.status}`);
  // Counted on a copy: the compiler takes the answer itself, which goes on while this thread waits for WebGL.
  const copy = /** @type {ReadableStream<Uint8Array>} */ (response.clone().body).getReader();
  // Many hosts serve .wasm as something else, which compileStreaming refuses: rewrapped with the right type.
  const headers = { 'content-type': 'application/wasm' };
  const compiled = WebAssembly.compileStreaming(
    response.headers.get('content-type') === headers['content-type'] ? response
      : new Response(response.body, { headers }));
  compiled.catch(() => {}); // thrown at the end
  let received = 0;
  for (let part; !(part = await copy.read()).done;) {
    received += part.value.length;
    onProgress(Math.min(received / BUILD.WASM_BYTES, 1));
  }
  // A server with a new build under an old address, asked by the old scripts of some cache.
  if (received !== BUILD.WASM_BYTES) throw new Error('tablero.wasm: another version');
  return compiled;
}

// Reads at most MAX bytes from below BASE. Never throws: { status, size, chunks, error: '' }, or an error in words.
/** @type {(url: string, base: string, max: number, init: RequestInit) => Promise<{ status: number, size: number, chunks: Uint8Array[], error: string }>} */
async function read(url, base, max, init) {
  let status = 0;
  let size = 0;
  /** @type {Uint8Array[]} */
  let chunks = [];
  let error = '';
  try {
    if (!url.startsWith(base)) throw url; // never outside the folder of the program
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

// Gives HOST its fetch().
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
    // A second wish for the same file is a retry after a fault: not from the cache that may hold it.
    const cache = asked.has(url) ? 'reload' : 'default';
    asked.add(url);
    open++;
    const { signal } = aborter;
    read(url, t.options.base, max, { signal, cache }).then(({ status, size, chunks, error }) => {
      if (signal.aborted) return;
      const { m } = t;
      const body = m.exports.tb_alloc(size + 1); // tb_fetched takes it over
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
