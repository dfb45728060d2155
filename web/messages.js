// In a frame: postMessage to and from the pages whose origins are listed in ?origins= (an allowlist), by default the
// page's own origin.

// The origins in `text`, as browsers write them; `https://Example.org:443/` is one too. What is no origin of a page is
// said in the console: it would only be wondered at why no message comes.
/** @param {string} text */
function originsIn(text) {
  return text.split(/[\s,;]+/).filter(Boolean).flatMap((word) => {
    try {
      const { protocol, origin, href } = new URL(word);
      if (/^https?:$/.test(protocol) && href === origin + '/' && !word.includes('*')) return origin;
    } catch {
      // Said below.
    }
    console.warn(`tablero: ?origins=: expected origins such as https://example.org, found ${JSON.stringify(word)}`);
    return [];
  });
}

/** @param {import('./tablero.js').SomosNlpTablero} element */
export function followMessages(element) {
  const named = new URLSearchParams(location.search).get('origins');
  const origins = named?.trim() ? originsIn(named) : [location.origin];
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
