// PNG files, for the build and for the tests: pixels by pngjs, stills of few colors by sharp.
import { PNG } from 'pngjs';

/**
 * A decoded picture: four bytes RGBA a pixel, row by row, and the [r, g, b] at a place.
 * @typedef {{ width: number, height: number, pixels: Buffer, channels: 4, at: (x: number, y: number) => number[] }} Picture
 */

// Decodes the bytes of a PNG file. Throws if they are not one.
/** @type {(bytes: Buffer) => Picture} */
export function decodePng(bytes) {
  const { width, height, data: pixels } = PNG.sync.read(bytes);
  return { width, height, pixels, channels: 4, at: (x, y) => [...pixels.subarray((y * width + x) * 4, (y * width + x) * 4 + 3)] };
}

// The number of colors in a decoded picture, to tell a drawn one from a blank one; counting stops at `limit`.
/** @type {(picture: Pick<Picture, 'pixels'>, limit?: number) => number} */
export function colors({ pixels }, limit = Infinity) {
  const found = new Set();
  for (let i = 0; i < pixels.length && found.size < limit; i += 4) found.add(pixels.readUIntBE(i, 3));
  return found.size;
}

// Quantizes a PNG file to a palette of 16 colors, four bits per pixel: the 84 stills take 521 kB instead of 2738.
// Without dithering, whose noise in flat areas compresses badly.
/** @type {(bytes: Buffer) => Promise<Buffer>} */
export async function inFewColors(bytes) {
  const { default: sharp } = await import('sharp'); // imported here because it loads a native library that callers of decodePng() do not need
  return sharp(bytes).png({ palette: true, colors: 16, dither: 0, effort: 10, compressionLevel: 9 }).toBuffer();
}
