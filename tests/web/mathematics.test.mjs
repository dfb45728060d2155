// The module takes its mathematics from the engine (the import "m" of src/platform/web/libc.cpp): compares each
// imported function with that of the C library, called through Python. Bound: 2 units in the last place (ULP).
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import test from 'node:test';

const module = new WebAssembly.Module(fs.readFileSync(new URL('../../build/web/tablero.wasm', import.meta.url)));
const asked = WebAssembly.Module.imports(module).filter((i) => i.module === 'm').map((i) => i.name);
const ULPS = 2;
const COUNT = 4000;

// Random arguments of every size and the edges, the same ones every time (mulberry32).
let seed = 7;
function random() {
  seed = (seed + 0x6d2b79f5) | 0;
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
}
const EDGES = [0, 1, -1, 0.5, -0.5, 2, 1e-300, 700, -700, 1e9, Math.PI, Math.PI / 2];
const argument = () => (random() < 0.1 ? EDGES[Math.floor(random() * EDGES.length)]
  : (random() - 0.5) * 10 ** Math.floor(random() * 8 - 4));

// The arguments as lists of two numbers -> what Python's math says; null where C has no number.
function ofC(name, rows) {
  const program = `
import json, math, sys
name, rows = json.load(sys.stdin)
f = getattr(math, name)
def call(x, y):
    try:
        value = f(x, y) if name in ("atan2", "hypot", "pow") else f(x)
        return value if math.isfinite(value) else None
    except (ValueError, OverflowError):
        return None
json.dump([call(x, y) for x, y in rows], sys.stdout)`;
  return JSON.parse(execFileSync('python3', ['-c', program], { input: JSON.stringify([name, rows]), encoding: 'utf8', maxBuffer: 2 ** 26 }));
}

// Distance of a double to the next one of larger size.
function ulp(x) {
  const bits = new BigInt64Array(new Float64Array([Math.abs(x)]).buffer);
  bits[0] += 1n;
  return new Float64Array(bits.buffer)[0] - Math.abs(x);
}

test('the mathematics of the engine are those of C within their bounds', (t) => {
  assert.ok(asked.length >= 5, 'the module asks for mathematics');
  for (const name of asked) {
    assert.equal(typeof Math[name], 'function', name);
    const rows = Array.from({ length: COUNT }, () => [argument(), argument()]);
    let worst = 0;
    ofC(name, rows).forEach((expected, i) => {
      const found = Math[name](...rows[i]);
      if (expected === null) {
        assert.ok(!Number.isFinite(found), `${name}(${rows[i]}) is ${found}`);
        return;
      }
      const off = Math.abs(found - expected) / ulp(expected);
      worst = Math.max(worst, off);
      assert.ok(off <= ULPS, `${name}(${rows[i]}) is ${found}, not ${expected}: ${off} units in the last place`);
    });
    t.diagnostic(`${name}: at most ${worst.toFixed(0)} units in the last place`);
  }
});
