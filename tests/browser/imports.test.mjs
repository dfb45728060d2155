// Every import of the module is provided by web/module.js or web/gl.js with the right arguments.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { test } from 'node:test';
import { WEB } from './harness.mjs';

const source = (name) => fs.readFileSync(fileURLToPath(new URL(`../../web/${name}`, import.meta.url)), 'utf8');

// GL functions whose arguments WebGL takes as they come, objects by number apart (see gl.js): no pointers.
const PLAIN = ['ActiveTexture', 'AttachShader', 'BindBuffer', 'BindFramebuffer', 'BindSampler', 'BindTexture',
  'BindVertexArray', 'BlendColor', 'CheckFramebufferStatus', 'Clear', 'ClearColor', 'ColorMask',
  'CompileShader', 'CullFace', 'DeleteProgram', 'DeleteShader', 'DetachShader', 'Disable',
  'DisableVertexAttribArray', 'DrawArrays', 'DrawArraysInstanced', 'DrawElements', 'DrawElementsInstanced',
  'Enable', 'EnableVertexAttribArray', 'Finish', 'Flush', 'FramebufferTexture2D', 'GetError', 'IsEnabled',
  'IsProgram', 'LinkProgram', 'PixelStorei', 'TexParameteri', 'Uniform1f', 'Uniform1i', 'Uniform2f',
  'Uniform3f', 'Uniform4f', 'UseProgram', 'VertexAttribDivisor', 'VertexAttribPointer'];
// Families that gl.js makes by their names.
const FAMILIES = /^((Gen|Delete)(Buffers|Framebuffers|Samplers|Textures|VertexArrays)|Uniform(Matrix)?[1-4][fi]v)$/;

const wasm = new WebAssembly.Module(fs.readFileSync(path.join(WEB, 'tablero.wasm')));
const imports = WebAssembly.Module.imports(wasm);

test('every OpenGL function is served', () => {
  const gl = source('gl.js');
  const special = (name) => new RegExp(`\\b${name[0].toLowerCase()}${name.slice(1)}['(:]`).test(gl);
  const unknown = imports.map(({ name }) => /^gl([A-Z].*)/.exec(name)?.[1])
    .filter((name) => name && !PLAIN.includes(name) && !FAMILIES.test(name) && !special(name));
  assert.deepEqual(unknown, []);
});

test('every function of the page is served with the right arguments', () => {
  const header = fs.readFileSync(fileURLToPath(new URL('../../src/platform/web/host.h', import.meta.url)), 'utf8');
  // host.open = (...url) => {, or in the object of instance.js: query: () => state,
  const served = {};
  const scripts = ['instance', 'links', 'loading', 'mirror', 'text', 'clipboard'].map((name) => source(`${name}.js`)).join('');
  const host = /\n  const host = \/\*\* @type \{Host\} \*\/ \(\{\n(.*?)\n  \}\);\n/s.exec(scripts)[1];
  for (const [, name, list] of [...scripts.matchAll(/\bhost\.(\w+) = \(([^)]*)\) =>/g), ...host.matchAll(/^    (\w+): \(([^)]*)\) =>/gm)]) {
    // A rest parameter stands for the address and the length of a text.
    served[name] = list.split(',').filter(Boolean).reduce((sum, argument) => sum + (argument.includes('...') ? 2 : 1), 0);
  }
  for (const [, name, list] of header.matchAll(/tb_host_(\w+)\(([^)]*)\);/g)) {
    const raw = list.split(',').filter((argument) => argument.trim()).length;
    assert.ok(name in served, `${name} is not served`);
    // One that takes nothing is free not to name what it is given.
    if (served[name] > 0) assert.equal(served[name], raw, name);
  }
  const wanted = imports.filter(({ name }) => name.startsWith('tb_host_')).map(({ name }) => name.slice(8));
  assert.deepEqual(wanted.filter((name) => !(name in served)), []);
});

test('nothing else but what a standalone module may ask for', () => {
  // Functions of Math are the module "m".
  const other = imports.filter(({ module, name }) => !/^(gl[A-Z]|tb_host_)/.test(name) && !(module === 'm' && typeof Math[name] === 'function'))
    .map(({ name }) => name);
  const known = ['emscripten_notify_memory_growth', 'proc_exit', 'fd_write', 'fd_close', 'fd_seek'];
  assert.deepEqual(other.filter((name) => !known.includes(name)), []);
});

test('no debugging data, no exceptions, no file system in the module', () => {
  const sections = ['name', '.debug_info', '.debug_line', 'producers']
    .filter((name) => WebAssembly.Module.customSections(wasm, name).length > 0);
  assert.deepEqual(sections, []);
  const bytes = fs.readFileSync(path.join(WEB, 'tablero.wasm')).toString('latin1');
  assert.doesNotMatch(bytes, /ShowDemoWindow|Dear ImGui Demo|__cxa_throw/);
});
