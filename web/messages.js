// In a frame: postMessage to and from the pages whose origins are listed in ?origins= (an allowlist), by default the
// page's own origin.

/** @param {import('./tablero.js').SomosNlpTablero} element */
export function followMessages(element) {
  const named = new URLSearchParams(location.search).get('origins');
  const origins = named ? named.split(',').filter((origin) => /^https?:\/\/[^/*]+$/.test(origin))
    : [location.origin];
  // Where the browser names the embedding origin (ancestorOrigins; not in Firefox), no other target is tried: each
  // mismatch would log an error.
  const around = location.ancestorOrigins?.[0];

  /** @param {import('./tablero.js').TableroMessage} message */
  const post = (message) => {
    for (const origin of origins) {
      if (origin !== 'null' && (!around || around === origin)) parent.postMessage(message, origin);
    }
  };
  element.addEventListener('tablero:ready', () => post({ type: 'tablero:ready' }));
  element.addEventListener('tablero:statechange', ({ detail: { query } }) => {
    post({ type: 'tablero:statechange', query });
  });
  element.addEventListener('tablero:height', ({ detail: { height } }) => post({ type: 'tablero:height', height }));
  addEventListener('message', ({ source, origin, data }) => {
    if (source !== parent || !origins.includes(origin)) return;
    if (data?.type === 'tablero:setState' && typeof data.query === 'string') element.setState(data.query);
  });
}
