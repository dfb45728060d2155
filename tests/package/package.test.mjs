// The output of ./dev package as its users see it: its files, installed in an empty Vite and Vue app and in a page
// without a bundler, and checked by TypeScript. Needs build/web and build/package.
import assert from 'node:assert/strict';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { ROOT } from '../fixtures/frozen.mjs';
import { close, closeAll, launch, newPage, ready, serve } from '../browser/harness.mjs';
import { VALUES } from '../browser/link_values.mjs';

const BUILT = path.join(ROOT, 'build/web');
const PACKAGE = path.join(ROOT, 'build/package');
const EXAMPLE = path.join(ROOT, 'web/examples/vue');
const APP = path.join(ROOT, 'build/test/package/app');
const require = createRequire(path.join(ROOT, 'web/package.json'));
const ts = require('typescript');
const { unzipSync } = require('fflate');

const VERSION = /project\(tablero VERSION ([\d.]+)/.exec(fs.readFileSync(path.join(ROOT, 'CMakeLists.txt'), 'utf8'))[1];
const ZIP = path.join(PACKAGE, `tablero-${VERSION}.zip`);
const TGZ = path.join(PACKAGE, `somosnlp-tablero-${VERSION}.tgz`);
const filesOf = (folder) => fs.readdirSync(folder, { recursive: true }).filter((name) => fs.statSync(path.join(folder, name)).isFile()).sort();
const run = (program, ...words) => execFileSync(program, words, { cwd: APP, stdio: 'pipe', encoding: 'utf8' });

const SOURCES = {
  '.npmrc': fs.readFileSync(path.join(EXAMPLE, '.npmrc')),
  'vite.config.js': `import vue from '@vitejs/plugin-vue';
    export default { plugins: [vue()], base: './', build: { rollupOptions: { input: ['index.html', 'vue.html', 'keys.html'] } } };`,
  'index.html': `<!doctype html><html lang="es"><head><meta charset="utf-8"><title>app</title><link rel="icon" href="data:,">
    <script type="module" src="./element.js"></script></head>
    <body><somosnlp-tablero src="tablero" view="charlas" loading="eager"></somosnlp-tablero></body></html>`,
  'element.js': `import { SomosNlpTablero } from 'somosnlp-tablero';
    import 'somosnlp-tablero/embed.css';
    document.title = String(document.querySelector('somosnlp-tablero') instanceof SomosNlpTablero);`,
  'vue.html': `<!doctype html><html lang="es"><head><meta charset="utf-8"><title>vue</title><link rel="icon" href="data:,"></head>
    <body><div id="app"></div><script type="module" src="./vue.js"></script></body></html>`,
  'vue.js': `import { createApp, h } from 'vue';
    import SomosTablero from 'somosnlp-tablero/vue';
    createApp({ render: () => h(SomosTablero, { src: new URL('tablero/', document.baseURI).href, view: 'charlas',
      onReady: () => { document.title = 'told'; } }) }).mount('#app');`,
  'keys.html': `<!doctype html><html lang="es"><head><meta charset="utf-8"><title>keys</title><link rel="icon" href="data:,"></head>
    <body><div id="app"></div><script type="module" src="./keys.js"></script></body></html>`,
  'keys.js': `import { createApp, h } from 'vue';
    import SomosTablero from 'somosnlp-tablero/vue';
    const props = JSON.parse(new URLSearchParams(location.search).get('props'));
    createApp({ render: () => h(SomosTablero, { src: new URL('tablero/', document.baseURI).href, ...props,
      onStatechange: (query) => { document.title = query; } }) }).mount('#app');`,
};

// The versions of Vite and Vue are those of the example; they are installed again only when these change, the package
// always.
function install() {
  const { devDependencies } = JSON.parse(fs.readFileSync(path.join(EXAMPLE, 'package.json'), 'utf8'));
  delete devDependencies['vite-ssg'];
  fs.mkdirSync(APP, { recursive: true });
  for (const [name, text] of Object.entries(SOURCES)) fs.writeFileSync(path.join(APP, name), text);
  for (const name of ['node_modules/somosnlp-tablero', 'node_modules/.package-lock.json', 'node_modules/.vite', 'public', 'dist']) {
    fs.rmSync(path.join(APP, name), { recursive: true, force: true });
  }
  fs.writeFileSync(path.join(APP, 'package.json'), JSON.stringify({ name: 'app', private: true, type: 'module', devDependencies,
    dependencies: { 'somosnlp-tablero': `file:${TGZ}` } }));
  fs.copyFileSync(path.join(EXAMPLE, 'package-lock.json'), path.join(APP, 'package-lock.json'));
  run('npm', 'install', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline');
  run('npm', 'exec', '--offline', '--', 'somosnlp-tablero', 'copy', 'public/tablero');
}

let browser;
before(async () => {
  install();
  browser = await launch();
});
after(closeAll);

async function seesTheElement(address, title) {
  const page = await newPage(browser);
  await page.goto(address);
  await ready(page);
  await page.getByRole('tab', { name: 'Charlas', selected: true }).waitFor();
  if (title) await page.waitForFunction((wanted) => document.title === wanted, title);
  assert.deepEqual(page.problems, []);
  await close(page);
}

test('the zip file is the static folder, complete', () => {
  const files = unzipSync(fs.readFileSync(ZIP));
  assert.deepEqual(Object.keys(files), filesOf(BUILT).map((name) => `tablero/${name}`));
  for (const [name, bytes] of Object.entries(files)) {
    assert.ok(fs.readFileSync(path.join(BUILT, name.slice('tablero/'.length))).equals(bytes), name);
  }
});

test('the npm package holds what it names and nothing else', () => {
  const names = execFileSync('tar', ['-tzf', TGZ], { encoding: 'utf8' }).trim().split('\n').map((name) => name.replace(/^package\//, ''));
  assert.deepEqual(names.filter((name) => !name.startsWith('static/')).sort(), ['CHANGELOG.md', 'LICENSE', 'README.md', 'SomosTablero.vue',
    'THIRD_PARTY.md', 'copy.mjs', 'index.d.ts', 'package.json', 'server.js', 'vue.d.ts']);
  assert.deepEqual(names.filter((name) => name.startsWith('static/')).sort(), filesOf(BUILT).map((name) => `static/${name}`));
  const installed = path.join(APP, 'node_modules/somosnlp-tablero');
  const { version, license, exports } = JSON.parse(fs.readFileSync(path.join(installed, 'package.json'), 'utf8'));
  assert.deepEqual([version, license], [VERSION, 'Apache-2.0 AND CC-BY-4.0']);
  const targets = Object.values(exports).flatMap((target) => (typeof target === 'string' ? [target] : Object.values(target)));
  for (const target of targets) assert.ok(fs.existsSync(path.join(installed, target.replace(/\*$/, ''))), target);
});

test('the version stands in one place, and the changelog knows it', () => {
  for (const name of ['package.json', 'package-lock.json']) {
    const read = JSON.parse(fs.readFileSync(path.join(ROOT, 'web', name), 'utf8'));
    assert.equal(read.version ?? read.packages?.['']?.version, undefined, name);
  }
  const titles = [...fs.readFileSync(path.join(ROOT, 'CHANGELOG.md'), 'utf8').matchAll(/^## \[(.+?)\](?: - (\S+))?$/gm)];
  assert.equal(titles[0][1], 'Unreleased');
  assert.match(titles.find(([, version]) => version === VERSION)?.[2] ?? '', /^\d{4}-\d{2}-\d{2}$/);
});

test('the same input gives the same bytes, at another time and in another zone', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'tablero-package-'));
  execFileSync('node', [path.join(ROOT, 'web/build/npm_package.mjs'), folder], { env: { ...process.env, TZ: 'Asia/Tokyo' }, stdio: 'pipe' });
  for (const file of [ZIP, TGZ]) {
    assert.ok(fs.readFileSync(path.join(folder, path.basename(file))).equals(fs.readFileSync(file)), path.basename(file));
  }
  fs.rmSync(folder, { recursive: true });
});

test('Vite builds the app, and the element gets ready in it, by itself and in the Vue component', async () => {
  const said = spawnSync('node_modules/.bin/vite', ['build'], { cwd: APP, encoding: 'utf8', env: { ...process.env, NO_COLOR: '1' } });
  assert.equal(said.status, 0, said.stderr);
  assert.equal(said.stderr, '', 'no warnings');
  assert.doesNotMatch(said.stdout, /warn|import\.meta/i);
  const { url } = await serve({ dir: path.join(APP, 'dist'), prefix: '/below/' });
  await seesTheElement(`${url}/below/index.html`, 'true');
  await seesTheElement(`${url}/below/vue.html`, 'told');

  // Every key of a link reaches the program through the Vue component: as a prop, and in its query; nothing else of a
  // query becomes an attribute.
  const query = new URLSearchParams({ ...VALUES, onpointermove: 'window.hit=1', poster: 'x.png', src: '/other/', style: 'top:0' });
  const src = `${url}/below/tablero/`;
  for (const [props, state] of [[VALUES, VALUES], [{ query: String(query) }, VALUES], [{ query: String(query), q: 'own' }, { ...VALUES, q: 'own' }]]) {
    const page = await newPage(browser);
    await page.goto(`${url}/below/keys.html?props=${encodeURIComponent(JSON.stringify(props))}`);
    await ready(page);
    assert.deepEqual(await page.locator('somosnlp-tablero').evaluate((element) =>
      Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value]))), { ...state, src });
    await page.getByRole('tab', { name: 'Talks' }).click();
    await page.waitForFunction(() => document.title !== 'keys');
    assert.deepEqual(Object.fromEntries(new URLSearchParams(await page.title())), { ...state, view: 'charlas' });
    assert.deepEqual(page.problems, []);
    await close(page);
  }
});

test('the same in Vite\'s development server', async (t) => {
  const vite = spawn('node_modules/.bin/vite', ['--port', '0', '--host', '127.0.0.1'], { cwd: APP, env: { ...process.env, NO_COLOR: '1' } });
  t.after(() => vite.kill());
  const address = await new Promise((resolve, reject) => {
    let said = '';
    const listen = (part) => {
      said += part;
      const found = /http:\/\/127\.0\.0\.1:\d+\//.exec(said);
      if (found) resolve(found[0]);
    };
    vite.stdout.on('data', listen);
    vite.stderr.on('data', listen);
    vite.on('exit', () => reject(new Error(said)));
  });
  await seesTheElement(`${address}index.html`, 'true');
  await seesTheElement(`${address}vue.html`, 'told');
});

test('a page without a bundler: out of node_modules, and out of the zip file', async () => {
  const folder = path.join(APP, '../plain');
  fs.rmSync(folder, { recursive: true, force: true });
  const files = unzipSync(fs.readFileSync(ZIP));
  for (const [name, bytes] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    fs.writeFileSync(path.join(folder, name), bytes);
  }
  fs.cpSync(path.join(APP, 'node_modules/somosnlp-tablero'), path.join(folder, 'node_modules/somosnlp-tablero'), { recursive: true });
  for (const [name, script] of [['zip', 'tablero/embed.js'], ['npm', 'node_modules/somosnlp-tablero/static/embed.js']]) {
    fs.writeFileSync(path.join(folder, `${name}.html`), `<!doctype html><html lang="es"><head><meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'self'; script-src 'self' 'wasm-unsafe-eval'">
      <title>${name}</title><script type="module" src="${script}"></script></head>
      <body><somosnlp-tablero view="charlas" loading="eager"></somosnlp-tablero></body></html>`);
  }
  const { url } = await serve({ dir: folder });
  for (const name of ['zip', 'npm']) await seesTheElement(`${url}/${name}.html`);
});

test('without a document the import does nothing', () => {
  assert.equal(run('node', '-e', 'import("somosnlp-tablero").then((all) => console.log(Object.keys(all).join()))').trim(), 'SomosNlpTablero');
});

test('the command says how it is used, and what failed', () => {
  const copy = (...words) => {
    try {
      return run('node', 'node_modules/somosnlp-tablero/copy.mjs', ...words);
    } catch (error) {
      return `${error.status} ${error.stderr}`;
    }
  };
  assert.match(copy(), /^2 usage: somosnlp-tablero copy DIR/);
  assert.match(copy('copy'), /^2 usage/);
  assert.match(copy('copy', 'package.json'), /^1 somosnlp-tablero: /);
  assert.deepEqual(filesOf(path.join(APP, 'public/tablero')), filesOf(BUILT));
});

const USES = {
  fits: `import { SomosNlpTablero, type TableroAttributes } from 'somosnlp-tablero';
    import SomosTablero, { type SomosTableroProps } from 'somosnlp-tablero/vue';
    import { h } from 'vue';
    const attributes: TableroAttributes = { view: 'mapa', src: '/tablero/' };
    const element: SomosNlpTablero = document.createElement('somosnlp-tablero');
    element.addEventListener('tablero:statechange', ({ detail }) => element.setState(detail.query));
    const props: SomosTableroProps = { src: '/tablero/', view: attributes.view };
    h(SomosTablero, { ...props, onReady: () => {}, onStatechange: (query: string) => { element.state = query; } });`,
  element: `import { SomosNlpTablero } from 'somosnlp-tablero';
    (new SomosNlpTablero()).setState(1);`,
  property: `import SomosTablero from 'somosnlp-tablero/vue';
    const props: InstanceType<typeof SomosTablero>['$props'] = { src: 1 };`,
  event: `import SomosTablero from 'somosnlp-tablero/vue';
    const props: InstanceType<typeof SomosTablero>['$props'] = { src: '/', onStatechange: (query: number) => {} };`,
  missing: `import SomosTablero from 'somosnlp-tablero/vue';
    const props: InstanceType<typeof SomosTablero>['$props'] = { view: 'mapa' };`,
};
const RESOLUTIONS = [['ESNext', 'Bundler'], ['Node16', 'Node16'], ['NodeNext', 'NodeNext']];

for (const [module, resolution] of RESOLUTIONS) {
  test(`TypeScript with the module resolution ${resolution} sees the types of both, and refuses what does not fit`, () => {
    const files = Object.entries(USES).map(([name, code]) => {
      const file = path.join(APP, `use_${name}.ts`);
      fs.writeFileSync(file, code);
      return file;
    });
    const program = ts.createProgram(files, {
      strict: true, noEmit: true, skipDefaultLibCheck: true, target: ts.ScriptTarget.ES2022, types: [],
      lib: ['lib.es2022.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
      module: ts.ModuleKind[module], moduleResolution: ts.ModuleResolutionKind[resolution],
    });
    const said = (file) => ts.getPreEmitDiagnostics(program, program.getSourceFile(file))
      .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '));
    assert.deepEqual(said(files[0]), []);
    for (const file of files.slice(1)) assert.equal(said(file).length, 1, `${path.basename(file)}: ${said(file).join('; ')}`);
    const own = program.getSourceFiles().filter(({ fileName }) => /somosnlp-tablero\/[^/]+\.d\.ts$/.test(fileName));
    assert.deepEqual(own.map(({ fileName }) => path.basename(fileName)).sort(), ['index.d.ts', 'vue.d.ts']);
    for (const { fileName } of own) assert.deepEqual(said(fileName), []);
  });
}

// The declarations and the component are two files: they name the same.
test('the types of the Vue component are those of its source', () => {
  const installed = path.join(APP, 'node_modules/somosnlp-tablero');
  const source = fs.readFileSync(path.join(installed, 'SomosTablero.vue'), 'utf8');
  const file = path.join(installed, 'vue.d.ts');
  const types = fs.readFileSync(file, 'utf8');
  const names = (text, begin, pattern) => [...text.split(begin)[1].split('}')[0].matchAll(pattern)].map(([, name]) => name).sort();
  const program = ts.createProgram([file], { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext });
  const declaration = program.getSourceFile(file).statements.find((s) => ts.isInterfaceDeclaration(s) && s.name.text === 'SomosTableroProps');
  const properties = program.getTypeChecker().getTypeAtLocation(declaration).getProperties();
  const optional = ({ flags }) => (flags & ts.SymbolFlags.Optional ? '?' : '');
  assert.ok(properties.length > Object.keys(VALUES).length);
  assert.deepEqual(properties.map((p) => p.name + optional(p)).sort(), names(source, 'defineProps<{', /^\s+(\w+\??): /gm));
  assert.deepEqual(names(types, 'type SomosTableroEmits = {', /^\s+(\w+)\(/gm), names(source, 'defineEmits<{', /(\w+): \[/g));
});
