// The walker of the build scripts: what it names, in which order, and what it never follows.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { scratch } from '../fixtures/frozen.mjs';
import { everythingBelow, filesBelow } from '../../web/build/folder.mjs';

const home = scratch('folder');
for (const name of ['data/b.json', 'data/a/z.json', 'data/a/.swp', 'data/.git/HEAD', 'data/.hidden', 'elsewhere/secret.csv']) {
  fs.mkdirSync(path.dirname(path.join(home, name)), { recursive: true });
  fs.writeFileSync(path.join(home, name), '');
}
fs.mkdirSync(path.join(home, 'data/empty'));
for (const [to, name] of [['../elsewhere', 'folder'], ['b.json', 'link.json'], ['nothing', 'lost'], ['.', 'a/round']]) {
  fs.symlinkSync(to, path.join(home, 'data', name));
}

test('everything is named once, links as themselves', () => {
  assert.deepEqual(everythingBelow(path.join(home, 'data')),
    ['.git/HEAD', '.hidden', 'a/.swp', 'a/round', 'a/z.json', 'b.json', 'folder', 'link.json', 'lost']);
});

test('what is hidden is left out, and folders that are', () => {
  assert.deepEqual(filesBelow(path.join(home, 'data')), ['a/round', 'a/z.json', 'b.json', 'folder', 'link.json', 'lost']);
});

test('a folder that is not there is an error', () => {
  assert.throws(() => filesBelow(path.join(home, 'nowhere')), /ENOENT/);
});
