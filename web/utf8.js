// Text and its bytes, the only form in which texts cross into the program.
const decoder = new TextDecoder();
const encoder = new TextEncoder();

/** @param {string} text */
export const bytesOf = (text) => encoder.encode(text);
/** @param {Uint8Array<ArrayBuffer>} bytes */
export const textOf = (bytes) => decoder.decode(bytes);
