// Must not compile: a record that declares that it moves as bytes (src/base/moves_as_bytes.h) and has a member that
// does not.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import test from 'node:test';
import { ROOT } from '../fixtures/frozen.mjs';

const PREAMBLE = `
#include <functional>
#include <map>
#include <optional>
#include "base/list.h"
using namespace tablero;
struct Inner { std::string text; List<int> numbers; };
`;
const OATH = 'static constexpr bool kMovesAsBytes = kStringMovesAsBytes;';
const MESSAGE = 'kMovesAsBytes of a record with a member that does not move as bytes';

// Compiles a record with `members` in a List; { status, stderr }.
function compile(members) {
  const code = `${PREAMBLE} struct Record { ${OATH} ${members} };
    void use(List<Record>& list) { list.emplace_back(); }`;
  return spawnSync('clang++', ['-std=c++20', '-fsyntax-only', `-I${path.join(ROOT, 'src')}`, '-x', 'c++', '-'],
    { input: code, encoding: 'utf8', timeout: 60000 });
}

test('records of numbers, texts, lists and such records compile', () => {
  for (const members of ['int a = 0;', 'std::string a; List<std::string> b; double c = 0;',
    'Inner a; std::array<std::string, 3> b; std::pair<std::string, int> c; std::optional<double> d;']) {
    const { status, stderr } = compile(members);
    assert.equal(status, 0, `${members}\n${stderr}`);
  }
});

test('a member that does not move as bytes is refused, wherever it lies', () => {
  for (const members of ['std::map<int, int> a;', 'int a = 0; std::function<void()> b;',
    'std::string a; std::array<std::map<int, int>, 2> b;', 'std::pair<int, std::map<int, int>> a;',
    'std::optional<std::string> a;', 'struct Deep { int a = 0; std::map<int, int> b; }; Inner a; Deep b;',
    'std::string a; Record() {}', 'int a = 0; private: std::string b;']) {
    const { status, stderr } = compile(members);
    assert.notEqual(status, 0, members);
    assert.ok(stderr.includes(MESSAGE), `${members}\n${stderr}`);
  }
});
