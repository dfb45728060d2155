// OpenGL ES 3.0 for the module, out of WebGL2. GL counts objects by number, WebGL has objects; pointers
// become places in the module's memory. What is not listed here has the same arguments on both sides.

const MAJOR_VERSION = 0x821b, MINOR_VERSION = 0x821c, NUM_EXTENSIONS = 0x821d;
const INFO_LOG_LENGTH = 0x8b84, ACTIVE_UNIFORM_MAX_LENGTH = 0x8b87;
const NAME_ROOM = 256; // bytes; WebGL does not tell the longest name

// Functions whose first argument is an object's number, whose second is, and so on.
const OBJECT_ARGUMENTS = [
  [/^(compile|delete|isP|link|use|uniform|bindV)/, (call, of) => (a, b, c, d, e) => call(of[a], b, c, d, e)],
  [/^bind/, (call, of) => (a, b) => call(a, of[b])],
  [/^(at|de)tach/, (call, of) => (a, b) => call(of[a], of[b])],
  [/^framebuffer/, (call, of) => (a, b, c, d, e) => call(a, b, c, of[d], e)],
];

// Gives a function that makes the import of a name, "glBindBuffer", for the module behind M (see module.js).
export function glImports(gl, m) {
  const objects = [null]; // number -> WebGL object or uniform location; 0 is none
  const strings = {};

  const add = (object) => {
    if (!object) return 0;
    object.tableroId = objects.push(object) - 1;
    return object.tableroId;
  };
  // Booleans and objects come back as numbers, vectors one after the other.
  const put = (at, value) => {
    if (value?.length >= 0) m.i32.set(value, at >> 2);
    else m.i32[at >> 2] = value?.tableroId ?? Number(value);
  };
  // Writes TEXT, cut to ROOM bytes with its zero.
  const write = (text, room, lengthAt, at) => {
    const bytes = m.encode(text + '\0').subarray(0, room);
    m.u8.set(bytes, at);
    if (lengthAt) put(lengthAt, bytes.length - 1);
  };
  const parameters = (kind, logOf) => (id, what, at) => {
    if (what === INFO_LOG_LENGTH) put(at, logOf(objects[id]).length + 1);
    else if (what === ACTIVE_UNIFORM_MAX_LENGTH) put(at, NAME_ROOM);
    else put(at, gl[`get${kind}Parameter`](objects[id], what));
  };
  const shaderLog = (shader) => gl.getShaderInfoLog(shader);
  const programLog = (program) => gl.getProgramInfoLog(program);
  const numbers = (at, count) => m.i32.subarray(at >> 2, (at >> 2) + count);

  const special = {
    createProgram: () => add(gl.createProgram()),
    createShader: (type) => add(gl.createShader(type)),
    shaderSource(shader, count, texts, lengths) {
      let source = '';
      for (let i = 0; i < count; i++) {
        const length = lengths ? m.i32[(lengths >> 2) + i] : -1;
        const at = m.i32[(texts >> 2) + i];
        source += length < 0 ? m.string(at) : m.decode(m.u8.subarray(at, at + length));
      }
      gl.shaderSource(objects[shader], source);
    },
    getShaderiv: parameters('Shader', shaderLog),
    getProgramiv: parameters('Program', programLog),
    getShaderInfoLog: (id, ...into) => write(shaderLog(objects[id]), ...into),
    getProgramInfoLog: (id, ...into) => write(programLog(objects[id]), ...into),
    getActiveUniform(program, index, room, lengthAt, sizeAt, typeAt, at) {
      const { name, size, type } = gl.getActiveUniform(objects[program], index);
      put(sizeAt, size);
      put(typeAt, type);
      write(name, room, lengthAt, at);
    },
    getUniformLocation: (program, at) =>
      add(gl.getUniformLocation(objects[program], m.string(at))) || -1,
    getAttribLocation: (program, at) => gl.getAttribLocation(objects[program], m.string(at)),
    bindAttribLocation: (program, index, at) =>
      gl.bindAttribLocation(objects[program], index, m.string(at)),

    bufferData(target, size, at, usage) {
      // A null pointer only makes room.
      if (at) gl.bufferData(target, m.u8, usage, at, size);
      else gl.bufferData(target, size, usage);
    },
    bufferSubData: (target, offset, size, at) => gl.bufferSubData(target, offset, m.u8, at, size),
    // Pixels only as bytes; other types come without content.
    texImage2D: (target, level, inner, width, height, border, format, type, at) =>
      gl.texImage2D(target, level, inner, width, height, border, format, type, at ? m.u8 : null, at),
    texSubImage2D: (target, level, x, y, width, height, format, type, at) =>
      gl.texSubImage2D(target, level, x, y, width, height, format, type, m.u8, at),
    readPixels: (x, y, width, height, format, type, at) =>
      gl.readPixels(x, y, width, height, format, type, m.u8, at),
    drawBuffers: (count, at) => gl.drawBuffers(numbers(at, count)),
    invalidateFramebuffer: (target, count, at) => gl.invalidateFramebuffer(target, numbers(at, count)),

    getIntegerv(what, at) {
      if (what === MAJOR_VERSION) put(at, 3);
      else put(at, what === MINOR_VERSION || what === NUM_EXTENSIONS ? 0 : gl.getParameter(what));
    },
    getString: (what) => (strings[what] ??= m.give(gl.getParameter(what) ?? '')),
    getVertexAttribiv: (index, what, at) => put(at, gl.getVertexAttrib(index, what)),
    getVertexAttribPointerv: (index, what, at) => put(at, gl.getVertexAttribOffset(index, what)),
  };

  return (name) => {
    const method = name[2].toLowerCase() + name.slice(3);
    if (special[method]) return special[method];

    // genBuffers(count, ids), deleteTextures(count, ids) ...
    const [, verb, kind] = /^(gen|delete)(\w+)s$/.exec(method) ?? [];
    if (verb === 'gen') {
      return (count, at) => numbers(at, count).forEach((_, i, ids) => {
        ids[i] = add(gl['create' + kind]());
      });
    }
    if (verb) {
      return (count, at) => numbers(at, count).forEach((id) => {
        gl['delete' + kind](objects[id]);
        objects[id] = null;
      });
    }

    const call = gl[method].bind(gl);
    // uniform2fv(location, count, values) and uniformMatrix4fv(location, count, transpose, values).
    const [, matrix, size, type] = /^uniform(Matrix)?(\d)([fi])v$/.exec(method) ?? [];
    const values = () => (type === 'f' ? m.f32 : m.i32);
    if (matrix) {
      return (id, count, transpose, at) =>
        call(objects[id], transpose, values(), at >> 2, count * size * size);
    }
    if (size) return (id, count, at) => call(objects[id], values(), at >> 2, count * size);

    return OBJECT_ARGUMENTS.find(([names]) => names.test(method))?.[1](call, objects) ?? call;
  };
}
