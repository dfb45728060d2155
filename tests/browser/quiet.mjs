// Budgets of time on a machine that others use too. What they take away only adds: a figure within its budget counts
// whenever it is seen, one above it only at a quiet moment, when a loop of known work on every core takes no longer than it
// ever did here.
import os from 'node:os';
import { Worker } from 'node:worker_threads';

const LOOP = `
const { parentPort } = require('node:worker_threads');
parentPort.on('message', () => {
  const start = performance.now();
  let x = 1;
  for (let i = 0; i < 1e7; i++) { x ^= x << 13; x ^= x >>> 17; x ^= x << 5; }
  parentPort.postMessage({ time: performance.now() - start, x });
});`;
const SLOWER = 1.2; // than the least: somebody else is at work

let workers;
let least = Infinity;

// Milliseconds of the loop on the core that was slowest.
async function loop() {
  workers ??= Array.from({ length: os.availableParallelism() }, () => {
    const worker = new Worker(LOOP, { eval: true });
    worker.unref();
    return worker;
  });
  const times = await Promise.all(workers.map((worker) => new Promise((resolve) => {
    worker.ref();
    worker.once('message', ({ time }) => {
      worker.unref();
      resolve(time);
    });
    worker.postMessage(0);
  })));
  const time = Math.max(...times);
  least = Math.min(least, time);
  return time;
}

// The first figure of MEASURE() (milliseconds) that is at most BUDGET; otherwise the least after QUIET quiet moments or
// TRIES in all. `told` is how it came about, for messages.
export async function leastWithin(budget, measure, { quiet = 4, tries = 20 } = {}) {
  for (let i = 0; i < 5; i++) await loop();
  const figures = [];
  let still = 0;
  while (figures.length < tries && still < quiet) {
    const before = await loop();
    figures.push(await measure(figures.length));
    if (figures.at(-1) <= budget) break;
    if (Math.max(before, await loop()) <= SLOWER * least) still++;
  }
  const figure = Math.min(...figures);
  return { figure, told: `${figure.toFixed(1)} ms, the least of ${figures.length}, ${still} of them above ${budget.toFixed(1)} ms at a quiet moment` };
}
