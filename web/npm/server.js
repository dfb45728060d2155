// What an import gives where there is no document to put the element into (Node.js, server-side rendering).
export const SomosNlpTablero = undefined;
