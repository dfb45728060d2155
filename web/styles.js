// Style of the shadow tree. A constructed sheet passes a strict style-src, which an inline style element
// would not. The canvas fills its box whatever its backing size is: the two never chase each other.
const CSS = `
:host{display:block;position:relative;height:min(85vh,760px);min-height:320px;overflow:clip;contain:layout paint style}
:host([hidden]),[hidden]{display:none!important}
.stage,canvas,.mirror,.poster,.poster img{position:absolute;inset:0;width:100%;height:100%}
.stage{touch-action:pan-y pinch-zoom;-webkit-user-select:none;user-select:none;-webkit-touch-callout:none;-webkit-tap-highlight-color:transparent;outline:0}
:host([standalone]) .stage{touch-action:none}
canvas{display:block;outline:0}
.poster{overflow:auto}
.poster img{object-fit:cover;object-position:0 0;z-index:-1}
.bar{position:absolute;inset:0 0 auto;height:3px;background:#facc15;transform-origin:0 0;transform:scaleX(var(--part,0));animation:show 0s .6s both}
@keyframes show{from{visibility:hidden}}
.mirror{overflow:hidden;overflow:clip;opacity:0;pointer-events:none;contain:strict}
.mirror *{position:absolute;box-sizing:border-box;margin:0;padding:0;border:0;overflow:hidden;white-space:pre;font:16px/1.2 sans-serif;cursor:inherit!important;-webkit-appearance:none;appearance:none}
.mirror .hit{pointer-events:auto}
.live{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
`;

let shared;

export function shadowSheet(root) {
  try {
    if (!shared) {
      shared = new CSSStyleSheet();
      shared.replaceSync(CSS);
    }
    root.adoptedStyleSheets = [shared];
  } catch {
    // Safari before 16.4 has no constructed sheets.
    const style = document.createElement('style');
    style.textContent = CSS;
    root.append(style);
  }
}
