// Downloads: the module itself with progress, and the files that the program asks for.

// Byte count of tablero.wasm, put in by the bundler: Content-Length would be the compressed size, or absent.
const WASM_BYTES = typeof TABLERO_WASM_BYTES === 'number' ? TABLERO_WASM_BYTES : 600000;

const compiled = new WeakMap(); // answer -> promise of a WebAssembly.Module, for all instances of a page

// Compiles the module whose bytes come with ANSWER, the promise of a response, while they arrive.
export function compileModule(answer, onProgress) {
  if (!compiled.has(answer)) compiled.set(answer, compile(answer, onProgress));
  return compiled.get(answer);
}

async function compile(answer, onProgress) {
  const response = await answer;
  if (!response.ok) throw new Error(`tablero.wasm: HTTP ${response.status}`);
  let received = 0;
  const counted = response.body.pipeThrough(new TransformStream({
    transform(chunk, controller) {
      received += chunk.length;
      onProgress(Math.min(received / WASM_BYTES, 1));
      controller.enqueue(chunk);
    },
  }));
  // Rewrapped with the right type: many hosts serve .wasm as something else, which compileStreaming refuses.
  return WebAssembly.compileStreaming(
    new Response(counted, { headers: { 'content-type': 'application/wasm' } }));
}

// Reads at most MAX bytes. Never throws: { status, size, chunks } or { status, error }.
async function read(url, max, init) {
  let status = 0;
  try {
    const response = await fetch(url, init);
    status = response.status;
    if (!response.ok) return { status, error: `HTTP ${status}` };
    const reader = response.body.getReader();
    const chunks = [];
    let size = 0;
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return { status, size, chunks };
      size += value.length;
      if (size > max) {
        reader.cancel().catch(() => {});
        return { status, error: `larger than ${Math.round(max / 2 ** 20)} MB` };
      }
      chunks.push(value);
    }
  } catch {
    return { status, error: status ? 'the connection broke off' : 'network error' };
  }
}

// Gives HOST its fetch().
export function fetcher(t, host) {
  const aborter = new AbortController();
  const asked = new Set();
  t.defer(() => aborter.abort());

  host.fetch = (request, path, max) => {
    const url = new URL(path, t.options.base).href;
    // A second wish for the same file is a retry after a fault: not from the cache that may hold it.
    const cache = asked.has(url) ? 'reload' : 'default';
    asked.add(url);
    const answer = url.startsWith(t.options.base)
      ? read(url, max, { signal: aborter.signal, credentials: 'same-origin', cache })
      : Promise.resolve({ status: 0, error: 'outside the folder of the program' });
    answer.then((result) => aborter.signal.aborted || deliver(request, result));
  };

  function deliver(request, { status, size = 0, chunks = [], error = '' }) {
    const { m } = t;
    const body = m.alloc(size + 1); // tb_fetched takes it over
    let at = body;
    for (const chunk of chunks) {
      m.u8.set(chunk, at);
      at += chunk.length;
    }
    t.call('fetched', request, !error, status, body, size, error);
  }
}
