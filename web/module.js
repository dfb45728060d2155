// Instantiates the compiled program and wraps its memory; replaces the runtime that Emscripten would generate. The
// module is linked standalone, so its imports are OpenGL (gl.js), the functions of src/platform/web/host.h, and very
// little of WASI.
/** @import { Exports, Host, Memory, Unset } from './types.js' */
import { glImports } from './gl.js';
import { bytesOf, textOf } from './utf8.js';

const NOT_SUPPORTED = 52; // WASI's errno ENOSYS

// The memory of a program that has not started yet.
/** @returns {Memory} */
export function memory() {
  /** @type {Memory} */
  const m = {
    // Views of the memory. Growth detaches them, so never keep one across a call.
    u8: /** @type {Unset} */ (null),
    i32: /** @type {Unset} */ (null),
    f32: /** @type {Unset} */ (null),
    exports: /** @type {Unset} */ (null),
    textAt: (at, length) => textOf(m.u8.subarray(at, at + length)),
    // The zero-terminated text at an offset.
    stringAt: (at) => m.textAt(at, m.u8.indexOf(0, at) - at),
    // Allocates a zero-terminated copy of `text`; returns its offset and its length without the zero. To be freed.
    give(text) {
      const bytes = bytesOf(text + '\0');
      const at = m.exports.tb_alloc(bytes.length);
      m.u8.set(bytes, at);
      return [at, bytes.length - 1];
    },
  };
  return m;
}

// Starts `wasm` in `m` on the context `gl`. `host` has the functions of host.h by name (frame, fetch, ...), with
// unconverted arguments; a string that they return is copied into memory that the program frees.
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
      // Imports that newer compilers may add: WASI functions answer "not supported"; anything else is an error.
      if (module === 'env' || name === 'proc_exit') throw new Error(name);
      return NOT_SUPPORTED;
    };
  }
  m.exports = /** @type {Exports} */ (/** @type {unknown} */ ((await WebAssembly.instantiate(wasm, imports)).exports));
  refresh();
  m.exports._initialize?.();
}
