// The state in the address bar: a change of tab adds a history entry, a change of filter replaces the current one.

/** @param {import('./tablero.js').SomosNlpTablero} element */
export function followHistory(element) {
  element.addEventListener('tablero:statechange', ({ detail: { query, push } }) => {
    history[push ? 'pushState' : 'replaceState'](null, '', query ? '?' + query : location.pathname);
  });
  addEventListener('popstate', () => element.setState(location.search));
}
