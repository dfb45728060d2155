// Visual regression: pictures drawn in a fixed order, compared pixel by pixel, and a record of the browser that drew
// the stored ones.
import { ready } from './harness.mjs';

// Opens URL in `page`; nothing is drawn before all files are here. The places of the letters in their texture, and with them
// the last digit of a color, depend on the order in which they are first drawn. (Software GL knows a place to 1/32 of a
// texel.)
export async function openWhole(page, url) {
  await page.addInitScript(() => {
    window.hiddenNow = true;
    Object.defineProperty(Document.prototype, 'hidden', { get: () => window.hiddenNow });
  });
  await page.goto(url);
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => {
    window.hiddenNow = false;
    document.dispatchEvent(new Event('visibilitychange'));
  });
  await ready(page);
}

// Two decoded pictures (harness.mjs) of one size: how many pixels differ, and by how much of 255 at most.
export function difference(one, other) {
  if (one.width !== other.width || one.height !== other.height) return { pixels: Infinity, most: 255 };
  let [pixels, most] = [0, 0];
  for (let y = 0; y < one.height; y++) {
    for (let x = 0; x < one.width; x++) {
      const [a, b] = [one.at(x, y), other.at(x, y)];
      const by = Math.max(...a.map((value, k) => Math.abs(value - b[k])));
      if (by > 0) pixels++;
      most = Math.max(most, by);
    }
  }
  return { pixels, most };
}

// The painter of the pictures of `browser`: its version, and the name of its GL renderer.
export async function painterOf(browser) {
  const page = await browser.newPage();
  const renderer = await page.evaluate(() => {
    const gl = document.createElement('canvas').getContext('webgl2');
    return gl.getParameter(gl.getExtension('WEBGL_debug_renderer_info').UNMASKED_RENDERER_WEBGL);
  });
  await page.close();
  return { chromium: browser.version(), renderer };
}

export const RENEW = 'TABLERO_RENEW=1 ./dev test pictures.test.mjs';

// The verdict on a picture `name` that differs from the stored one in `pixels`; it was drawn by `stored` and now by
// `now`: { fault } or { note } or neither. Another browser may legitimately draw other pixels; the message must say so.
export function verdict(name, pixels, stored, now) {
  const others = Object.keys(now).filter((key) => now[key] !== stored[key])
    .map((key) => `${key} is ${now[key]}, the stored pictures were drawn by ${stored[key]}`);
  if (pixels === 0) return others.length > 0 ? { note: `${name} is the same although ${others.join('; ')}` } : {};
  const place = `${pixels} pixels of ${name} differ: compare tests/browser/golden/${name}.png with build/test/pictures/${name}.png`;
  const why = others.length > 0 ? `${others.join('; ')}: that alone may be the reason` : 'the browser is the one that drew the stored picture';
  return { fault: `${place}; ${why}. Where the new one is right: ${RENEW}` };
}
