// Data files that fail in each way: a message that names the file, other tabs that work, a retry that helps.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { WEB, body, close, huge, missing, rebuilt, serve, settle, started, visit } from './harness.mjs';

const FILE = '/data/events.json';
const whole = fs.readFileSync(path.join(WEB, FILE), 'utf8');
const wrongType = JSON.stringify({ ...JSON.parse(whole), events: 'many' });

const FAULTS = {
  'missing file': [missing, /404/],
  'truncated file': [body(whole.slice(0, whole.length / 2)), /events\.json.*another version/],
  'broken connection': [(_, response) => {
    response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': whole.length });
    response.write(whole.slice(0, 1000));
    setTimeout(() => response.destroy(), 50);
  }, /broke off/],
  // Of a build that was made from such data: it fits its digest.
  'wrong type inside': [null, /events: expected .*found/, { 'data/events.json': wrongType }],
  'empty file': [body(''), /events\.json.*another version/],
  'other data, as those of another build': [body(whole.replace('20', '21')), /events\.json.*another version/],
  'web page in place of JSON': [body('<!doctype html><title>x</title>', 'text/html'), /another version: a web page/],
  '100 MB': [huge(100), /larger than 16 MB/],
};

started({ serving: false });

for (const [name, [fault, reason, changes]] of Object.entries(FAULTS)) {
  test(name, async () => {
    const server = await serve(changes ? { changed: rebuilt(changes) } : { faults: new Map([[FILE, fault]]) });
    const page = await visit(server.url + '/?view=charlas');
    const alert = page.getByRole('alert');
    await alert.waitFor();
    const text = await alert.evaluate((element) => element.textContent + ' ' + element.ariaLabel);
    assert.match(text, /data\/events\.json/);
    assert.match(text, reason);

    await page.getByRole('tab', { name: 'Fuentes' }).click();
    await page.getByRole('tabpanel', { name: 'Fuentes' }).waitFor();
    assert.equal(await page.getByRole('alert').count(), 0);

    await page.getByRole('tab', { name: 'Charlas' }).click();
    server.faults.clear();
    if (changes) {
      const asked = server.hits.get(FILE);
      await page.getByRole('button', { name: 'Reintentar' }).click();
      for (let left = 100; left && server.hits.get(FILE) === asked; left--) await page.waitForTimeout(20);
      assert.equal(server.hits.get(FILE), asked + 1, 'asked for again');
      await close(page);
      return;
    }
    await page.getByRole('button', { name: 'Reintentar' }).click();
    await page.getByRole('status').filter({ hasText: /^83 de 83/ }).waitFor();
    assert.equal(await page.getByRole('alert').count(), 0);
    await settle(page, 60);
    const errors = page.problems.filter((problem) => !problem.includes(FILE));
    assert.deepEqual(errors, []);
    await close(page);
  });
}
