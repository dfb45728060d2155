// Each rule of .dev/checks/style.mjs sees what it is for, where it is, and nothing else.
import assert from 'node:assert/strict';
import test from 'node:test';
import { faultsOf } from '../../.dev/checks/style.mjs';

const found = (name, text) => faultsOf(name, text).map(({ line, what }) => `${line}: ${what.replace(/.*found /, '')}`);

test('British spelling, in names and in comments', () => {
  assert.deepEqual(found('web/x.js', '// The centre.\nconst barColour = 1;\n'), ['1: centre', '2: barColour']);
  assert.deepEqual(found('web/x.js', '// The center of a color, and grey.\n'), []);
});

test('enumerators without k, whatever stands between them', () => {
  const code = 'enum class Kind : std::uint8_t {\n  kOne,  // not two, three\n  two = 2,\n  three\n};\nenum Bits { kA = 1u << 0, b = 1u << 1 };\n';
  assert.deepEqual(found('src/data/x.h', code), ['3: two', '4: three', '6: b']);
  assert.deepEqual(found('tests/unit/x_test.cpp', code), []);
  assert.deepEqual(found('src/data/x.h', 'enum class Kind : std::uint8_t;\nstruct S { int a, b; };\n'), []);
});

test('parameters in capitals, of the function that follows', () => {
  assert.deepEqual(found('src/ui/x.h', '// Draws TEXT at a place.\n// AT is in CSS pixels.\nvoid draw(std::string_view text, ImVec2 at);\n'), ['1: TEXT', '2: AT']);
  assert.deepEqual(found('src/ui/x.h', '// Draws `text` with GL as the CSV has it.\nvoid draw(std::string_view text, Gl gl, Csv csv);\n'), []);
  assert.deepEqual(found('src/ui/x.h', '// WIDTH of all.\nint width = 0;\nvoid draw(int width);\n'), []);
});

test('texts outside the repository, in comments only', () => {
  for (const words of ['see contract.md', 'criterion 14', 'the figures of the issue', 'Acceptance: 20 ms']) {
    assert.equal(found('tests/unit/x_test.cpp', `int a;  // ${words}\n`).length, 1, words);
    assert.equal(found('.dev/x.sh', `# ${words}\n`).length, 1, words);
    assert.deepEqual(found('web/x.js', `const text = '${words}';\n`), [], words);
  }
});

test('a result that only says done', () => {
  assert.deepEqual(found('src/import/x.h', '// Result<bool> was here.\nResult<bool> write(int x);\n'), ['2: Result<bool>']);
  assert.deepEqual(found('src/import/x.h', '// True: there is one. False: the end.\nResult<bool> next();\n'), []);
  assert.deepEqual(found('src/import/x.h', 'Result<void> write(int x);\n'), []);
});

test('colors as numbers outside the theme, of each way to write one', () => {
  for (const code of ['list->AddText(pos, IM_COL32(1, 2, 3, 255), text);', 'ImColor c(1.0f, 0, 0);', 'constexpr Color kPink = rgb(0xFF00FF);',
    'Color c = 0xFF112233;', 'list->AddRectFilled(a, b,\n  0xFF112233u);', 'draw_text(ui, list, pos, style, with_alpha(0xFF112233, 0.4f), text);',
    'const ImVec4 c(0.1f, 0.2f, 0.3f, 1);', 'MapColor land{0.5f, .5f, 0.5f, 1};', 'rgb(255)']) {
    assert.equal(found('src/views/x.cpp', code).length, 1, code);
    assert.equal(found('src/views/x.h', code).length, 1, code);
    assert.deepEqual(found('src/ui/theme.cpp', code), [], code);
    assert.deepEqual(found('src/views/x.cpp', `// ${code.replace('\n', ' ')}\n`), [], code);
  }
  assert.deepEqual(found('src/views/x.cpp', 'a;\nlist->AddRectFilled(a, b,\n  0xFF112233u);').map((line) => line.slice(0, 2)), ['3:']);
  for (const code of ['std::uint32_t id = 0x40000000u + i;', 'const Color c = with_alpha(colors.land, 0.4f);', 'ImVec4 c = style.Colors[i];',
    'const std::uint32_t none = selected ? models[0] : 0xFFFFFFFFu;', 'MapColor c{r, g, b, 1};', 'const ImVec2 pad(12.0f, 4.0f);']) {
    assert.deepEqual(found('src/views/x.cpp', code), [], code);
  }
});
