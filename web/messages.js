// In a frame: messages from and to the pages whose origins stand in ?origins=, by default the own one.

/** @param {import('./tablero.js').SomosNlpTablero} element */
export function followMessages(element) {
  const named = new URLSearchParams(location.search).get('origins');
  const origins = named ? named.split(',').filter((origin) => /^https?:\/\/[^/*]+$/.test(origin))
    : [location.origin];
  // Where the browser tells who is around us, nobody else is written to (that would be an error in the log).
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
