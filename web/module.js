// The compiled program and its memory: what a C compiler's runtime would be, without one. The module is
// linked as a standalone one, so its imports are OpenGL (gl.js), the functions of
// src/platform/web/host.h, and very little of WASI.
/** @import { Exports, Host, Memory, Unset } from './types.js' */
import { glImports } from './gl.js';
import { bytesOf, textOf } from './utf8.js';

const NOT_SUPPORTED = 52; // WASI's errno ENOSYS

// The memory of a program that is yet to start.
/** @returns {Memory} */
export function memory() {
  /** @type {Memory} */
  const m = {
    // Views of the memory; replaced when it grows, so never kept.
    u8: /** @type {Unset} */ (null),
    i32: /** @type {Unset} */ (null),
    f32: /** @type {Unset} */ (null),
    exports: /** @type {Unset} */ (null),
    textAt: (at, length) => textOf(m.u8.subarray(at, at + length)),
    // The zero-terminated text at a place.
    stringAt: (at) => m.textAt(at, m.u8.indexOf(0, at) - at),
    // A copy of TEXT with a zero after it, to be freed: its place and its length without the zero.
    give(text) {
      const bytes = bytesOf(text + '\0');
      const at = m.exports.tb_alloc(bytes.length);
      m.u8.set(bytes, at);
      return [at, bytes.length - 1];
    },
  };
  return m;
}

// Starts WASM in M on the context GL. HOST has the functions of host.h by name (frame, fetch, ...), with
// their arguments as they come; a string that they return becomes one that the program frees.
/** @type {(m: Memory, wasm: WebAssembly.Module, gl: WebGL2RenderingContext, host: Host) => Promise<void>} */
export async function startModule(m, wasm, gl, host) {
  const refresh = () => {
    const { buffer } = /** @type {{ buffer: ArrayBuffer }} */ (m.exports.memory);
    m.u8 = new Uint8Array(buffer);
    m.i32 = new Int32Array(buffer);
    m.f32 = new Float32Array(buffer);
  };
  const glFunction = glImports(gl, m);
  /** @type {WebAssembly.Imports} */
  const imports = { env: { emscripten_notify_memory_growth: refresh }, m: /** @type {WebAssembly.ModuleImports} */ (/** @type {unknown} */ (Math)) };
  for (const { module, name } of WebAssembly.Module.imports(wasm)) {
    const own = /** @type {Record<string, Function | undefined>} */ (/** @type {unknown} */ (host))[name.slice(8)]; // after tb_host_
    (imports[module] ??= {})[name] ??= /^gl[A-Z]/.test(name) ? glFunction(name) : (/** @type {number[]} */ ...values) => {
      if (own) {
        const result = own(...values);
        return typeof result === 'string' ? m.give(result)[0] : result;
      }
      // What newer compilers may ask for beyond this: WASI may lack it, anything else is an error.
      if (module === 'env' || name === 'proc_exit') throw new Error(name);
      return NOT_SUPPORTED;
    };
  }
  m.exports = /** @type {Exports} */ (/** @type {unknown} */ ((await WebAssembly.instantiate(wasm, imports)).exports));
  refresh();
  m.exports._initialize?.();
}
