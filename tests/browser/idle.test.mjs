// On-demand rendering: no animation frame is even requested while nothing changes.
// Runs alone: it measures time.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { settle, started, visit } from './harness.mjs';

let page;
started({}, async () => {
  page = await visit('/');
  await settle(page);
});

const counts = () => page.evaluate(() => ({ ...window.counts }));

test('idle for two seconds: no frame asked for, none drawn, under 0.2 % of the main thread', async () => {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const busy = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'TaskDuration').value;
  };
  await page.waitForTimeout(500);
  // The measured time includes interruptions by other processes: the best of three windows counts.
  const shares = [];
  for (let i = 0; i < 3 && !(shares.at(-1) < 0.002); i++) {
    const start = await counts();
    const spent = await busy();
    await page.waitForTimeout(2000);
    shares.push((await busy() - spent) / 2);
    const end = await counts();
    assert.equal(end.requested, start.requested);
    assert.equal(end.clears, start.clears);
  }
  assert.ok(Math.min(...shares) < 0.002, `${shares.map((share) => (share * 100).toFixed(3))} % of the main thread`);
});

test('a click and a wheel step draw at most six frames each', async () => {
  await page.mouse.move(640, 500);
  await settle(page);
  for (const act of [() => page.mouse.wheel(0, 60), () => page.mouse.click(640, 500)]) {
    const start = await counts();
    await act();
    await page.waitForTimeout(50);
    await settle(page);
    const drawn = (await counts()).clears - start.clears;
    assert.ok(drawn <= 6, `${drawn} frames`);
  }
});

test('scrolled out of view or hidden: nothing is drawn; on return one frame within 100 ms', async () => {
  const away = [
    [() => page.evaluate(() => {
      const element = document.querySelector('somosnlp-tablero');
      element.style.cssText = 'position:absolute;inset:auto;top:3000px;width:600px;height:400px';
    }), () => page.evaluate(() => document.querySelector('somosnlp-tablero').removeAttribute('style'))],
    [() => page.evaluate(() => {
      Object.defineProperty(document, 'hidden', { configurable: true, get: () => true });
      document.dispatchEvent(new Event('visibilitychange'));
    }), () => page.evaluate(() => {
      delete document.hidden;
      document.dispatchEvent(new Event('visibilitychange'));
    })],
  ];
  for (const [leave, come] of away) {
    await leave();
    await settle(page);
    const start = await counts();
    await page.evaluate(() => document.documentElement.classList.toggle('dark')); // wants a redraw
    await page.waitForTimeout(300);
    assert.equal((await counts()).clears, start.clears);
    await come();
    const waited = await page.evaluate(async (clears) => {
      const from = performance.now();
      while (window.counts.clears === clears && performance.now() - from < 1000) {
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
      return performance.now() - from;
    }, start.clears);
    assert.ok(waited < 100, `${waited} ms`);
    await settle(page);
  }
});

test('a blinking caret costs at most four frames a second', async () => {
  await page.getByRole('searchbox').click();
  await settle(page, 60);
  const start = await counts();
  await page.waitForTimeout(2000);
  const drawn = (await counts()).clears - start.clears;
  await page.keyboard.press('Escape');
  assert.ok(drawn <= 8, `${drawn} frames in two seconds`);
});
