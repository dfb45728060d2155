// In another site's page: new URL('https://example.org/tablero/'), and the frame's src ends in &origins=https://your.site
const frame = /** @type {HTMLIFrameElement} */ (document.getElementById('tablero'));
const site = new URL(frame.src).origin;
addEventListener('message', (event) => {
  if (event.source !== frame.contentWindow || event.origin !== site) return;
  if (event.data.type === 'tablero:height') frame.height = event.data.height;
});
