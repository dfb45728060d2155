// The steps of ./dev test, in their order. Each has a name (what `./dev test NAME` takes), a title, and what it does:
//   command  a shell command from the project's root; one test, passed when it succeeds
//   part     functions of .dev/*.sh, run as one shell; one test
//   node     a folder whose *.test.mjs run with Node's test runner, each file by itself
//   gtest    a GoogleTest program of `folder` (build/debug); `sources` is where its tests are written
// and what it needs: `after`, the steps that come first; `packages`, the lists of packages.sh; `browser`, a Chromium.
// A step of kind `part` that is not `shared` and a file with "// Runs alone" in its head have the machine for themselves; everything else
// runs two at a time.
export const STEPS = [
  { name: 'rooms', title: 'rooms of src/ include downwards', command: 'node .dev/checks/rooms.mjs' },
  { name: 'words', title: 'words in every language', command: 'node .dev/checks/words.mjs' },
  { name: 'tree', title: 'nothing strange in the tree', command: 'node .dev/checks/tree.mjs' },
  { name: 'style', title: 'style', command: 'node .dev/checks/style.mjs' },
  { name: 'format', title: 'format', command: '.dev/checks/format.sh', packages: ['TEST'] },
  { name: 'assets', title: 'every character has a glyph; fonts and base map', part: 'make_assets; make_frozen_data', packages: ['WEB'] },
  { name: 'data', title: 'data files', node: 'tests/data', after: ['assets'] },
  { name: 'debug', title: 'debug build without warnings', part: 'build_debug; make_frozen_programs', after: ['assets'], packages: ['NATIVE', 'TEST'] },
  { name: 'unit', title: 'unit', gtest: 'unit_tests', sources: 'tests/unit', after: ['debug'] },
  { name: 'interface', title: 'interface', gtest: 'ui_tests', sources: 'tests/ui', after: ['debug'] },
  { name: 'libcxx-build', title: 'lists and records with libc++ build', part: 'build_libcxx', after: ['assets'], packages: ['TEST'] },
  { name: 'libcxx', title: 'lists and records with libc++', gtest: 'libcxx_tests', folder: 'build/libcxx', sources: 'tests/libcxx', after: ['libcxx-build'] },
  { name: 'check', title: 'tablero-data check', command: 'build/debug/tablero-data check data', after: ['debug'] },
  { name: 'programs', title: 'native programs', node: 'tests/tools', after: ['debug'] },
  // After the debug build: its tablero-data draws the stills of the page.
  { name: 'page', title: 'web build without warnings', part: 'make_page; make_frozen_page', shared: true, after: ['debug'], packages: ['WEB', 'NATIVE'] },
  { name: 'product', title: 'web product', node: 'tests/web', after: ['page'] },
  { name: 'fuzz-seeds', title: 'seeds of the fuzz targets', part: 'make_seeds', shared: true, after: ['debug'] },
  ...['json_loader', 'csv_reader', 'registrations', 'results', 'columns', 'csv_cells', 'gazetteer', 'json_edit', 'mesh', 'tables', 'view_state'].map((target) => ({
    name: `fuzz-${target}`,
    title: `fuzz: ${target}`,
    part: `fuzz_target ${target} -seed=1 -max_total_time="\${TABLERO_FUZZ_SECONDS:-2}"`,
    shared: true,
    after: ['fuzz-seeds'],
  })),
  { name: 'package', title: 'package', part: 'make_package', after: ['page'] },
  { name: 'packaged', title: 'package in a host', node: 'tests/package', after: ['package'], browser: true },
  { name: 'live', title: 'live data, and the next years', node: 'tests/live', after: ['page'], browser: true },
  { name: 'browser', title: 'browser', node: 'tests/browser', after: ['page'], browser: true },
  { name: 'tidy', title: 'clang-tidy on what changed', command: '.dev/checks/tidy.sh', alone: true, after: ['debug'], packages: ['TEST'] },
];
