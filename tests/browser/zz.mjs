import { launch, serve, newPage, open, countFrames, whole } from './harness.mjs';
const s = await serve(); const b = await launch();
const page = await newPage(b, { size: [1280, 800] }); await page.addInitScript(countFrames);
for (const v of ['fuentes', 'panorama']) { await open(page, s.url + '/?view=' + v); await whole(page);
console.log((await page.evaluate(() => [...document.querySelector('somosnlp-tablero').shadowRoot.querySelectorAll('[role=tabpanel] *')].filter((e) => !e.firstElementChild && e.textContent).map((e) => e.textContent))).filter((x, i) => i % (v === 'fuentes' ? 60 : 12) == 0).map((x) => x.slice(0, 70))); }
await b.close(); await s.close();
process.exit();
