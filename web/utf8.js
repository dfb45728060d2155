// UTF-8 encoding and decoding: texts cross into the program only as bytes.
const decoder = new TextDecoder();
const encoder = new TextEncoder();

/** @param {string} text */
export const bytesOf = (text) => encoder.encode(text);
/** @param {Uint8Array<ArrayBuffer>} bytes */
export const textOf = (bytes) => decoder.decode(bytes);
