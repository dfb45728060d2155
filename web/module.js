// The compiled program and its memory: what a C compiler's runtime would be, without one. The module is
// linked as a standalone one, so its imports are OpenGL (gl.js), the functions of
// src/platform/web/host.h, and very little of WASI.
import { glImports } from './gl.js';

// Arguments of the functions of host.h: a text (t) or bytes (b), each a pointer and a length, or a number.
const HOST = {
  query: '', now: '', frame: '', frame_after: 'n', fetch: 'ntn', cursor: 'n', open: 't', copy: 't',
  paste: '', link: 't', save: 'ttb', can_share: '', share: 'tt', text_input: 'nnn', language: 't',
  state: 'tn', semantics: 'nnnn', announce: 't', ready: '', error: 't', number: 't', digits: 'nn',
};
const NOT_SUPPORTED = 52; // WASI's errno ENOSYS

const decoder = new TextDecoder();
const encoder = new TextEncoder();

// Starts WASM on the context GL with the functions of HOST by name (frame, fetch, ...).
export async function startModule(wasm, gl, host) {
  let exports;
  const m = {
    u8: null, i32: null, f32: null, // views of the memory; replaced when it grows, so never kept
    encode: (text) => encoder.encode(text),
    decode: (bytes) => decoder.decode(bytes),
    // The zero-terminated text at a place.
    string: (at) => decoder.decode(m.u8.subarray(at, m.u8.indexOf(0, at))),
    alloc: (bytes) => exports.tb_alloc(bytes),
    free: (at) => exports.tb_free(at),
    // A copy of TEXT with a zero after it, to be freed: its place and its length without the zero.
    give(text) {
      const bytes = encoder.encode(text + '\0');
      const at = m.alloc(bytes.length);
      m.u8.set(bytes, at);
      return [at, bytes.length - 1];
    },
  };
  const refresh = () => {
    const { buffer } = exports.memory;
    m.u8 = new Uint8Array(buffer);
    m.i32 = new Int32Array(buffer);
    m.f32 = new Float32Array(buffer);
  };

  const env = { emscripten_notify_memory_growth: refresh };
  for (const [name, kinds] of Object.entries(HOST)) {
    env['tb_host_' + name] = (...raw) => {
      let next = 0;
      const values = [...kinds].map((kind) => {
        const value = raw[next++];
        if (kind === 'n') return value;
        const bytes = m.u8.subarray(value, value + raw[next++]);
        return kind === 't' ? decoder.decode(bytes) : bytes.slice();
      });
      const result = host[name](...values);
      return typeof result === 'string' ? m.give(result)[0] : result;
    };
  }
  const wasi_snapshot_preview1 = {
    proc_exit(code) {
      throw new Error('exit ' + code);
    },
  };

  const imports = { env, wasi_snapshot_preview1, m: Math };
  const glFunction = glImports(gl, m);
  for (const { module, name } of WebAssembly.Module.imports(wasm)) {
    // What newer compilers may ask for beyond this: WASI may lack it, anything else is an error when called.
    (imports[module] ??= {})[name] ??= /^gl[A-Z]/.test(name) ? glFunction(name) : () => {
      if (module === 'env') throw new Error('missing function ' + name);
      return NOT_SUPPORTED;
    };
  }
  ({ exports } = await WebAssembly.instantiate(wasm, imports));
  refresh();
  exports._initialize?.();
  m.exports = exports;
  return m;
}
