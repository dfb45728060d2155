// OpenGL ES 3.0 for the module on top of WebGL2. GL names objects by number where WebGL has JavaScript objects;
// pointers are offsets into the module's memory. Functions that are not listed here take the same arguments on both
// sides.
/** @import { Memory, Unset } from './types.js' */
import { bytesOf } from './utf8.js';

/** @typedef {{ tableroId?: number }} GlObject A WebGL object; its GL number is stored on it. */
/** @typedef {GlObject[]} GlObjects By number. Only numbers that have an object are looked up, and 0, which unbinds. */
/** @typedef {(...values: number[]) => unknown} GlImport */
/** @typedef {[room: number, lengthAt: number, at: number]} LogPlace Where to write a log. */
/** @typedef {(...values: unknown[]) => unknown} GlCall A method of the context. */

const FLOAT = 0x1406;
const MAJOR_VERSION = 0x821b, MINOR_VERSION = 0x821c;
const COMPILE_STATUS = 0x8b81, LINK_STATUS = 0x8b82, INFO_LOG_LENGTH = 0x8b84;
const VIEWPORT = 0x0ba2, SCISSOR_BOX = 0x0c10, BLEND_DST_RGB = 0x80c8, BLEND_SRC_RGB = 0x80c9;
const BLEND_DST_ALPHA = 0x80ca, BLEND_SRC_ALPHA = 0x80cb, BLEND_EQUATION_RGB = 0x8009;
const BLEND_EQUATION_ALPHA = 0x883d, FUNC_ADD = 0x8006;

// Which arguments are object numbers: for the first entry the first argument, and so on.
/** @type {[RegExp, (call: GlCall, of: GlObjects) => GlImport][]} */
const OBJECT_ARGUMENTS = [
  [/^(compile|delete|isP|link|use|uniform|bindV)/, (call, of) => (a, ...rest) => call(of[a], ...rest)],
  [/^bind/, (call, of) => (a, b) => call(a, of[b])],
  [/^(at|de)tach/, (call, of) => (a, b) => call(of[a], of[b])],
  [/^framebuffer/, (call, of) => (a, b, c, d, e) => call(a, b, c, of[d], e)],
];

// Returns a function that makes the import called `name`, such as "glBindBuffer", for the module behind `m` (see
// module.js).
/** @type {(gl: WebGL2RenderingContext, m: Memory) => (name: string) => GlImport} */
export function glImports(gl, m) {
  // Methods called by a computed name; a method that is called directly keeps its own types.
  const methods = /** @type {Record<string, GlCall>} */ (/** @type {unknown} */ (gl));
  /** @type {GlObjects} */
  const objects = [/** @type {Unset} */ (null)]; // number -> WebGL object or uniform location; 0 is none
  /** @type {number[]} */
  const free = []; // freed numbers to reuse: Dear ImGui makes a vertex array per frame
  // Shadow of the GL state: parameter -> value as last set. Dear ImGui reads these in every frame, and getParameter()
  // waits until the GPU process has caught up
  // (https://developer.mozilla.org/en-US/docs/Web/API/WebGL_API/WebGL_best_practices), so they are answered from here.
  /** @type {Record<number, number | number[]>} */
  const known = { [MAJOR_VERSION]: 3, [MINOR_VERSION]: 0 };
  /** @param {GlObject | null} object */
  const add = (object) => {
    if (!object) return 0;
    const id = free.pop() ?? objects.length;
    objects[id] = object;
    object.tableroId = id;
    return id;
  };
  // Writes a result: booleans and objects as numbers, vectors component by component.
  /** @type {(at: number, value: unknown) => void} */
  const put = (at, value) => {
    const vector = /** @type {ArrayLike<number>} */ (value);
    if (vector?.length >= 0) m.i32.set(vector, at >> 2);
    else m.i32[at >> 2] = /** @type {GlObject | null} */ (value)?.tableroId ?? Number(value);
  };
  // Writes `text`, truncated to `room` bytes including its terminating zero.
  /** @type {(text: string, room: number, lengthAt: number, at: number) => void} */
  const write = (text, room, lengthAt, at) => {
    const bytes = bytesOf(text + '\0').subarray(0, room);
    m.u8.set(bytes, at);
    if (lengthAt) put(lengthAt, bytes.length - 1);
  };
  // The logs of the stages and of the link, if linking failed.
  /** @param {WebGLProgram} program */
  const programLog = (program) => (gl.getProgramParameter(program, LINK_STATUS) ? ''
    : /** @type {WebGLShader[]} */ (gl.getAttachedShaders(program)).map((shader) => gl.getShaderInfoLog(shader)) +
      /** @type {string} */ (gl.getProgramInfoLog(program)));
  /** @type {(at: number, count: number) => Int32Array} */
  const numbers = (at, count) => m.i32.subarray(at >> 2, (at >> 2) + count);

  // Pixels as bytes or floats; for other types only storage is allocated. Both functions have nine arguments.
  /** @type {(method: string) => GlImport} */
  const texels = (method) => (...rest) => {
    const at = rest.pop();
    methods[method](...rest, ...(at ? rest[7] === FLOAT ? [m.f32, at >> 2] : [m.u8, at] : [null]));
  };

  /** @type {Record<string, GlImport>} */
  const special = {
    createProgram: () => add(gl.createProgram()),
    createShader: (type) => add(gl.createShader(type)),
    shaderSource(shader, count, texts, lengths) {
      const parts = [...numbers(texts, count)].map((at, i) => {
        const length = lengths ? numbers(lengths, count)[i] : -1;
        return length < 0 ? m.stringAt(at) : m.textAt(at, length);
      });
      gl.shaderSource(objects[shader], parts.join(''));
    },
    // Reading COMPILE_STATUS would wait for each stage in turn and so serialize the compilations; LINK_STATUS covers
    // all of them (https://developer.mozilla.org/en-US/docs/Web/API/KHR_parallel_shader_compile).
    getShaderiv: (shader, what, at) => put(at, what === COMPILE_STATUS ? 1 : 0),
    getShaderInfoLog: (shader, ...into) => write('', .../** @type {LogPlace} */ (into)),
    getProgramiv(id, what, at) {
      put(at, what === INFO_LOG_LENGTH ? programLog(objects[id]).length
        : gl.getProgramParameter(objects[id], what));
    },
    getProgramInfoLog: (id, ...into) => write(programLog(objects[id]), .../** @type {LogPlace} */ (into)),
    getActiveUniform(program, index, room, lengthAt, sizeAt, typeAt, at) {
      const { name, size, type } = /** @type {WebGLActiveInfo} */ (
        gl.getActiveUniform(objects[program], index));
      put(sizeAt, size);
      put(typeAt, type);
      write(name, room, lengthAt, at);
    },
    getUniformLocation: (program, at) =>
      add(gl.getUniformLocation(objects[program], m.stringAt(at))) || -1,
    getAttribLocation: (program, at) => gl.getAttribLocation(objects[program], m.stringAt(at)),

    bufferData(target, size, at, usage) {
      // A null pointer only allocates.
      if (at) gl.bufferData(target, m.u8, usage, at, size);
      else gl.bufferData(target, size, usage);
    },
    bufferSubData: (target, offset, size, at) => gl.bufferSubData(target, offset, m.u8, at, size),
    texImage2D: texels('texImage2D'),
    texSubImage2D: texels('texSubImage2D'),

    getIntegerv: (what, at) => put(at, known[what] ?? gl.getParameter(what)),
    blendFunc: (from, to) => special.blendFuncSeparate(from, to, from, to),
    blendEquation: (mode) => special.blendEquationSeparate(mode, mode),
    // Called by Dear ImGui, which ignores the answer on ES 3.
    getString: () => 0,
  };

  // A single parameter takes all values; several parameters take one each. `initial`: the values in a new context.
  /** @type {(method: string, initial: number[], ...parameters: number[]) => void} */
  const keep = (method, initial, ...parameters) => {
    /** @type {GlImport} */
    const note = (...values) => parameters.forEach((parameter, i) => {
      known[parameter] = parameters[1] ? values[i] : values;
    });
    note(...initial);
    special[method] = (...values) => {
      note(...values);
      methods[method](...values);
    };
  };
  const NONE = [0, 0, 0, 0];
  keep('viewport', NONE, VIEWPORT);
  keep('scissor', NONE, SCISSOR_BOX);
  keep('blendFuncSeparate', [1, 0, 1, 0], BLEND_SRC_RGB, BLEND_DST_RGB, BLEND_SRC_ALPHA, BLEND_DST_ALPHA);
  keep('blendEquationSeparate', [FUNC_ADD, FUNC_ADD], BLEND_EQUATION_RGB, BLEND_EQUATION_ALPHA);

  /** @type {(method: string) => GlImport} */
  const made = (method) => {
    if (special[method]) return special[method];

    // genBuffers(count, ids), deleteTextures(count, ids) ...
    const [, verb, kind] = /^(gen|delete)(\w+)s$/.exec(method) ?? [];
    if (verb === 'gen') {
      return (count, at) => numbers(at, count).forEach((_, i, ids) => {
        ids[i] = add(/** @type {GlObject} */ (methods['create' + kind]()));
      });
    }
    if (verb) {
      return (count, at) => numbers(at, count).forEach((id) => {
        if (!id) return;
        methods['delete' + kind](objects[id]);
        objects[id] = /** @type {Unset} */ (null);
        free.push(id);
      });
    }

    const call = methods[method].bind(gl);
    // uniform2fv(location, count, values) and uniformMatrix4fv(location, count, transpose, values).
    const [, matrix, size, type] = /^uniform(Matrix)?(\d)([fi])v$/.exec(method) ?? [];
    const values = () => (type === 'f' ? m.f32 : m.i32);
    if (matrix) {
      return (id, count, transpose, at) =>
        call(objects[id], transpose, values(), at >> 2, count * +size * +size);
    }
    if (size) return (id, count, at) => call(objects[id], values(), at >> 2, count * +size);

    return OBJECT_ARGUMENTS.find(([names]) => names.test(method))?.[1](call, objects) ?? call;
  };

  return (name) => {
    const call = made(name[2].toLowerCase() + name.slice(3));
    // A lost context returns null instead of programs and shaders. Everything is recreated once it is restored; until
    // then these calls pretend to have worked.
    if (!/Program|Shader|[te]Uniform|Attach/.test(name)) return call;
    return (...values) => {
      if (!gl.isContextLost()) return call(...values);
      if (values[1] === LINK_STATUS) put(values[2], 1);
      return 1;
    };
  };
}
