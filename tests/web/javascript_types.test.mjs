// The scripts of web/ are type-checked, every one of them, and their types of the module's border are those of its
// sources. A project is a tsconfig*.json: pages, the service worker and the build have different surroundings.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { test } from 'node:test';
import { ROOT } from '../fixtures/frozen.mjs';

const WEB = path.join(ROOT, 'web');
const ts = createRequire(path.join(WEB, 'package.json'))('typescript');

const filesOf = (folder) => fs.readdirSync(folder, { withFileTypes: true })
  .filter(({ name }) => name !== 'node_modules')
  .flatMap((entry) => (entry.isDirectory() ? filesOf(path.join(folder, entry.name)) : [path.join(folder, entry.name)]));
const all = filesOf(WEB);
const short = (file) => path.relative(ROOT, file);

const projects = all.filter((file) => /^tsconfig(\.\w+)?\.json$/.test(path.basename(file))).map((file) => {
  const config = ts.parseJsonConfigFileContent(ts.readConfigFile(file, ts.sys.readFile).config, ts.sys, path.dirname(file),
    undefined, file);
  return { name: short(file), config, program: ts.createProgram(config.fileNames, config.options) };
});

for (const { name, config, program } of projects) {
  test(`${name}: the compiler has nothing to say`, () => {
    assert.deepEqual(config.errors, []);
    const said = ts.getPreEmitDiagnostics(program).map(({ file, start, messageText }) => {
      const place = file ? `${short(file.fileName)}:${file.getLineAndCharacterOfPosition(start).line + 1}: ` : '';
      return place + ts.flattenDiagnosticMessageText(messageText, ' ');
    });
    assert.deepEqual(said, []);
  });
}

test('every script is in a project, strictly checked, and none asks to be left out', () => {
  const checked = new Set(projects.filter(({ config: { options } }) => options.strict && options.checkJs && options.noImplicitAny !== false)
    .flatMap(({ program }) => program.getRootFileNames().map(short)));
  const scripts = all.filter((file) => /\.m?js$/.test(file));
  assert.ok(scripts.length > 40);
  assert.deepEqual(scripts.map(short).filter((file) => !checked.has(file)), []);
  assert.deepEqual(scripts.filter((file) => /@ts-(nocheck|ignore|expect-error)/.test(fs.readFileSync(file, 'utf8'))).map(short), []);
});

// Name -> number of parameters, for the functions of an interface of web/types.d.ts. A text counts as its place and
// length, which is what crosses; `rest` of numbers is any count.
function declared(name, textWords) {
  const { program } = projects.find((project) => project.name === 'web/tsconfig.json');
  const checker = program.getTypeChecker();
  const file = program.getSourceFile(path.join(WEB, 'types.d.ts'));
  const declaration = file.statements.find((s) => ts.isInterfaceDeclaration(s) && s.name.text === name);
  return new Map(declaration.members.filter(ts.isMethodSignature).map((method) => {
    let count = 0;
    for (const parameter of method.parameters) {
      const type = checker.getTypeAtLocation(parameter);
      if (!parameter.dotDotDotToken) count += checker.typeToString(type) === 'string' ? textWords : 1;
      else count += checker.isTupleType(type) ? checker.getTypeArguments(type).length : NaN;
    }
    return [method.name.text, count];
  }));
}

// The same out of C++: the `prefix` functions of a source.
function defined(source, prefix) {
  const code = fs.readFileSync(path.join(ROOT, source), 'utf8').replace(/\/\/.*/g, '');
  const functions = code.matchAll(new RegExp(`^(?:extern "C" )?\\w[\\w:* ]*[* ]${prefix}(\\w+)\\(([^)]*)\\)\\s*[;{]`, 'gm'));
  return new Map([...functions].map(([, name, parameters]) => [name, parameters.trim() ? parameters.split(',').length : 0]));
}

// Every function of one side is on the other with as many parameters.
function assertSame(types, sources) {
  assert.deepEqual([...types.keys()].sort(), [...sources.keys()].sort());
  for (const [name, count] of sources) if (!Number.isNaN(types.get(name))) assert.equal(types.get(name), count, name);
}

test('what the page tells the program: tb_* of src/bodies/web.cpp', () => {
  const types = new Map([...declared('Calls', 2)].map(([name, count]) => [name, count + 1])); // the program comes first
  for (const [name, count] of declared('Exports', 2)) if (name.startsWith('tb_')) types.set(name.slice(3), count);
  assertSame(types, defined('src/bodies/web.cpp', 'tb_'));
});

test('what the program asks of the page: tb_host_* of host.h and libc.cpp', () => {
  const sources = new Map(['src/platform/web/host.h', 'src/platform/web/libc.cpp'].flatMap((file) => [...defined(file, 'tb_host_')]));
  assertSame(declared('Host', 2), sources);
});
