// Text and its bytes, the only form in which texts cross into the program.
const decoder = new TextDecoder();
const encoder = new TextEncoder();

export const bytesOf = (text) => encoder.encode(text);
export const textOf = (bytes) => decoder.decode(bytes);
