// The notices of THIRD_PARTY.md against what the programs and the page are made of: every file that is compiled, every library that
// is linked, every module that is bundled, every package that a build script reads, the fonts and the sources of the data.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import esbuild from 'esbuild';
import { ASSETS, DATA, WEB } from '../fixtures/frozen.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const NOTICES = fs.readFileSync(path.join(ROOT, 'THIRD_PARTY.md'), 'utf8');
const WEB_BUILD = path.join(ROOT, 'build/web-cmake');
const DEBUG_BUILD = path.join(ROOT, 'build/debug');

const named = (text, where) => assert.ok(NOTICES.includes(text), `THIRD_PARTY.md does not name "${text}" (${where})`);

// Where a compiled file comes from, and the work of the notices that covers it. The C and C++ libraries of the machine that the
// desktop programs are built on are those that they are linked against.
const ORIGINS = [
  [/\/nlohmann\//, 'JSON for Modern C++'],
  [/\/imgui[^/]*\/(backends\/)?im(gui|stb_|config)[^/]*\.(h|cpp)$/, 'Dear ImGui'],
  [/\/sysroot\/include\/c\+\+\//, 'libc++'],
  [/\/sysroot\/include\/(GLES\d?|GLES3|KHR|EGL)\//, 'The Khronos Group'],
  [/\/sysroot\/include\/(emscripten|compat|wasi)\//, 'Emscripten'],
  [/\/sysroot\/include\/[^/]+\.h$|\/sysroot\/include\/(bits|sys|arpa|net|netinet)\//, 'musl'],
  [/\/lib\/clang\/[\d.]+\//, 'compiler-rt'],
  [/^\/usr\/include\/GLFW\//, 'GLFW'],
  [/^\/usr\/include\/(png|pngconf|pnglibconf)\.h$|^\/usr\/include\/libpng/, 'libpng'],
  [/^\/usr\/include\/z(lib|conf)\.h$/, 'zlib'],
  [/^\/usr\/include\/(.*\/)?zip(conf)?\.h$/, 'libzip'],
  [/^\/usr\/include\/pugi(config|xml)\.hpp$/, 'pugixml'],
  [/^\/usr\/include\/(EGL|GL|KHR|GLES\d?)\//, 'The Khronos Group'],
  [/\/c\+\+\/\d+/, 'libstdc++'],
  [/^\/usr\/include\//, 'GNU C library'],
  [/\/gcc\/[^/]+\/\d+\/include\//, 'libgcc'],
];

// The files outside of our sources that went into the objects of a build, as ninja noted them; without those of tests.
function compiled(build) {
  const log = execFileSync('ninja', ['-C', build, '-t', 'deps'], { encoding: 'utf8', maxBuffer: 1 << 30 });
  const files = new Set();
  let ours = false;
  for (const line of log.split('\n')) {
    if (/^\S/.test(line)) ours = line.startsWith('src/') && !/cmake_pch/.test(line);
    else if (ours && line.trim() !== '') files.add(path.resolve(build, line.trim()));
  }
  const own = ['src', 'build', '.dev'].map((folder) => path.join(ROOT, folder) + path.sep);
  return [...files].filter((file) => /\/nlohmann\//.test(file) || !own.some((folder) => file.startsWith(folder)));
}

// Who says in a file that it is theirs.
const holders = (text) => [...text.matchAll(/(?:SPDX-FileCopyrightText:|[Cc]opyright (?:\([cC]\) )?)[\s]*(?:[\d,\s-]+)\s(?:by )?((?:\p{Lu}[\p{L}.]+ ?){2,4})/gu)]
  .map(([, name]) => name.trim().replace(/\.$/, ''));

for (const [name, build] of [['web', WEB_BUILD], ['desktop', DEBUG_BUILD]]) {
  test(`every file compiled into the ${name} programs belongs to a work of the notices`, () => {
    const files = compiled(build);
    assert.ok(files.length > 100);
    const works = new Set();
    for (const file of files) {
      const origin = ORIGINS.find(([where]) => where.test(file));
      assert.ok(origin, `nobody knows where ${file} comes from`);
      works.add(origin[1]);
    }
    for (const work of works) named(work, 'compiled');
    assert.ok(works.has('Dear ImGui') && works.has('JSON for Modern C++'));
  });

  test(`everybody who claims a header or source of the ${name} programs is named`, () => {
    const found = new Set();
    for (const file of compiled(build)) {
      if (!/nlohmann|imgui/.test(file)) continue;
      for (const holder of holders(fs.readFileSync(file, 'utf8'))) found.add(holder);
    }
    for (const holder of found) named(holder, 'claims a file');
    for (const known of ['Niels Lohmann', 'Evan Nemerson', 'Sean Barrett']) assert.ok([...found].includes(known), `${known}: ${[...found].join(', ')}`);
  });
}

// What a library that is linked statically into the module is part of.
const ARCHIVES = { libc: 'musl', 'libc++': 'libc++', 'libc++abi': 'libc++abi', libcompiler_rt: 'compiler-rt', libemmalloc: 'emmalloc',
  libstandalonewasm: 'Emscripten', libGL: 'Emscripten', crt1_reactor: 'musl', libnoexit: 'Emscripten', libal: 'Emscripten', libhtml5: 'Emscripten', libstubs: 'Emscripten' };

test('every library linked into the module is named', () => {
  const linked = fs.readFileSync(path.join(WEB_BUILD, 'tablero.linked'), 'utf8').split('\n').filter(Boolean);
  // Objects of our own sources, and libraries made of those and of Dear ImGui.
  const strangers = linked.filter((name) => !/^src\/|^(?:\S*\/)?lib(?:tablero_core|imgui)\.a\(|^CMakeFiles\//.test(name));
  const archives = new Set(strangers.map((name) => /\/([\w+]+?)(?:-[\w-]+)?\.(?:a\(|o$)/.exec(name)?.[1] ?? name));
  assert.ok(archives.has('libc') && archives.has('libemmalloc'), [...archives].join());
  for (const archive of archives) {
    assert.ok(ARCHIVES[archive], `nobody knows what ${archive} is part of`);
    named(ARCHIVES[archive], archive);
  }
});

const SHARED = { libglfw: 'GLFW', libEGL: 'libEGL', libOpenGL: 'libOpenGL', libpng16: 'libpng', libz: 'zlib', libzip: 'libzip', libpugixml: 'pugixml', 'libstdc++': 'libstdc++', libgcc_s: 'libgcc',
  libm: 'libc, libm', libc: 'GNU C library', 'ld-linux-x86-64': 'GNU C library', 'ld-linux-aarch64': 'GNU C library' };

for (const program of ['tablero', 'tablero-data']) {
  test(`every library that ${program} is linked against is named`, () => {
    const dynamic = execFileSync('readelf', ['-d', path.join(DEBUG_BUILD, program)], { encoding: 'utf8' });
    const libraries = [...dynamic.matchAll(/NEEDED.*\[(.+?)\.so/g)].map(([, name]) => name);
    assert.ok(libraries.length > 3);
    for (const library of libraries) {
      assert.ok(SHARED[library], `nobody knows what ${library} is part of`);
      named(SHARED[library], library);
    }
  });
}

test('the scripts of the page are all ours', async () => {
  const entries = ['embed.js', 'tablero.js', 'later.js', 'fallback.js', 'page.js', 'sw.js'].map((name) => path.join(ROOT, 'web', name));
  for (const entry of entries) assert.ok(fs.existsSync(path.join(WEB, path.basename(entry))), entry);
  const scripts = fs.readdirSync(WEB).filter((name) => name.endsWith('.js'));
  assert.deepEqual(scripts.sort(), entries.map((entry) => path.basename(entry)).sort(), 'a bundle that is not looked at');
  const { metafile } = await esbuild.build({ entryPoints: entries, bundle: true, format: 'esm', write: false, metafile: true, outdir: '/out', logLevel: 'silent', absWorkingDir: ROOT });
  const strangers = Object.keys(metafile.inputs).filter((name) => !name.startsWith('web/') || name.includes('node_modules'));
  for (const name of strangers) named(/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(name)?.[1] ?? name, 'bundled');
});

test('every package that a build script or a test reads is named with its licence', () => {
  const folders = ['web/build', 'tests', 'web'];
  const packages = new Set();
  for (const folder of folders) {
    for (const name of fs.readdirSync(path.join(ROOT, folder), { recursive: true })) {
      if (!/\.m?js$/.test(name) || /node_modules|^examples|^build\//.test(name) && folder === 'web') continue;
      if (/node_modules/.test(name)) continue;
      const text = fs.readFileSync(path.join(ROOT, folder, name), 'utf8');
      for (const [, specifier] of text.matchAll(/(?:from|import|require(?:\.resolve)?\()\s*'((?:@[\w-]+\/)?[a-z][\w.-]*)[\w./-]*'/g)) packages.add(specifier);
    }
  }
  const listed = JSON.parse(fs.readFileSync(path.join(ROOT, 'web/package.json'), 'utf8'));
  for (const name of Object.keys({ ...listed.dependencies, ...listed.devDependencies })) if (!name.startsWith('@types/')) packages.add(name);
  let looked = 0;
  for (const name of packages) {
    const file = path.join(ROOT, 'web/node_modules', name, 'package.json');
    if (!fs.existsSync(file)) continue;  // of Node.js, or a name in a test
    ++looked;
    const { license } = JSON.parse(fs.readFileSync(file, 'utf8'));
    const common = { typescript: 'TypeScript', ajv: 'Ajv', echarts: 'Apache ECharts' };
    named(common[name] ?? name, 'a package');
    named(license, name);
  }
  assert.ok(looked > 10);
});

test('the fonts are named with what they say about themselves', () => {
  const bytes = fs.readFileSync(path.join(ASSETS, 'fonts/inter-400.otf'));
  const tables = bytes.readUInt16BE(4);
  let names = -1;
  for (let i = 0; i < tables; ++i) if (bytes.toString('latin1', 12 + 16 * i, 16 + 16 * i) === 'name') names = bytes.readUInt32BE(20 + 16 * i);
  const texts = {};
  for (let i = 0; i < bytes.readUInt16BE(names + 2); ++i) {
    const at = names + 6 + 12 * i;
    const start = names + bytes.readUInt16BE(names + 4) + bytes.readUInt16BE(at + 10);
    texts[bytes.readUInt16BE(at + 6)] = bytes.subarray(start, start + bytes.readUInt16BE(at + 8)).swap16?.call(Buffer.from(bytes.subarray(start, start + bytes.readUInt16BE(at + 8)))).toString('utf16le');
  }
  assert.match(texts[0] ?? texts[1] ?? texts[4] ?? '', /Inter/, JSON.stringify(texts));
  named('The Inter Project Authors', 'fonts');
  named('SIL OPEN FONT LICENSE Version 1.1', 'fonts');
});

test('data taken from elsewhere under a licence that asks for a notice', () => {
  const { sources } = JSON.parse(fs.readFileSync(path.join(DATA, 'sources.json'), 'utf8'));
  const used = (name) => sources.some(({ id }) => id === name);
  assert.ok(used('geo:cldr'));
  named('CLDR', 'names of countries');
  named('Copyright © 1991-2025 Unicode, Inc.', 'names of countries');
  named('GeoNames', 'places of cities');
  named('Natural Earth', 'base map');
});

test('works that come with a text come with that text', () => {
  for (const [licence, text] of [['MIT', 'The above copyright notice and this permission notice shall be included in all copies'], ['ISC', 'Permission to use, copy, modify, and/or distribute this software'],
    ['Unicode License', 'UNICODE LICENSE V3'], ['LLVM exception', 'LLVM Exceptions to the Apache 2.0 License']]) {
    named(licence, 'a licence');
    named(text, licence);
  }
});

test('the notices are part of what is handed out', () => {
  for (const file of ['THIRD_PARTY.md', 'LICENSE']) assert.ok(fs.readFileSync(path.join(WEB, file)).equals(fs.readFileSync(path.join(ROOT, file))), file);
  assert.match(fs.readFileSync(path.join(ROOT, 'web/build/npm_package.mjs'), 'utf8'), /'THIRD_PARTY\.md'/);
  assert.match(fs.readFileSync(path.join(ROOT, '.github/workflows/release.yml'), 'utf8'), /LICENSE THIRD_PARTY\.md/);
});
