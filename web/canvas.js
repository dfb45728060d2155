// Keeps the canvas' backing size equal to the device pixels that its box covers, at every density.
/** @import { Instance } from './types.js' */

/** @param {Instance} t */
export function size(t) {
  let pixels = '';

  /** @param {ResizeObserverEntry} entry */
  const resized = (entry) => {
    const box = entry.contentBoxSize[0];
    const device = entry.devicePixelContentBoxSize?.[0];
    const ratio = devicePixelRatio;
    // Safari has no device-pixel-content-box (https://webkit.org/b/219005), and under an emulated density Chromium
    // reports CSS pixels in it (https://github.com/microsoft/playwright/issues/18591).
    /** @type {(css: number, measured: number) => number} */
    const exact = (css, measured) =>
      Math.abs(measured - css * ratio) <= 1 ? measured : Math.round(css * ratio);
    const width = exact(box.inlineSize, device?.inlineSize);
    const height = exact(box.blockSize, device?.blockSize);
    if (!width || !height) return; // display: none
    t.width = box.inlineSize;
    t.height = box.blockSize;
    const key = [t.width, t.height, width, height].join();
    if (key === pixels) return;
    pixels = key;
    // Setting a size clears the canvas, so the frame follows in the same step, before the page is painted.
    t.canvas.width = width;
    t.canvas.height = height;
    t.call('viewport', t.width, t.height, width, height);
    t.frames.now();
  };

  // Fires once per animation frame at most, after layout.
  const observer = new ResizeObserver((entries) => resized(/** @type {ResizeObserverEntry} */ (entries.at(-1))));
  // The density changes with the monitor or with browser zoom. A media query only reports that it no longer matches, so
  // each change sets up the next query. Not every change is reported this way; most come with a resize of the window.
  /** @type {MediaQueryList | undefined} */
  let query;
  const disarm = () => query?.removeEventListener('change', measure);
  const measure = () => {
    disarm();
    query = matchMedia(`(resolution: ${devicePixelRatio}dppx)`);
    query.addEventListener('change', measure);
    observer.disconnect(); // observing again reports the size again
    try {
      observer.observe(t.canvas, { box: 'device-pixel-content-box' });
    } catch {
      observer.observe(t.canvas);
    }
  };
  measure();
  t.listen(window, 'resize', measure);
  t.defer(() => {
    disarm();
    observer.disconnect();
  });
}
