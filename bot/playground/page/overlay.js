// A page of this playground over the chats: a card page, a demo page, a Mini App.
import { html, useEffect, useRef } from "./html.js";
import { Icon } from "./icons.js";
import { isOwn } from "./api.js";
import { change, useStore } from "./store.js";

const CLOSE_AFTER_MILLISECONDS = 700;

export function Overlay() {
  const overlay = useStore((s) => s.overlay);
  const close = () => change({ overlay: null });
  useEffect(() => {
    const told = (event) => { if (isOwn(new URL(event.origin)) && event.data?.kind === "overlay-done") setTimeout(close, CLOSE_AFTER_MILLISECONDS); };
    addEventListener("message", told);
    return () => removeEventListener("message", told);
  }, []);
  if (!overlay) return null;
  return html`<${Sheet} label="Page" title=${new URL(overlay.url).pathname} onClose=${close}
      acts=${html`<a class="quiet" href=${overlay.url} target="_blank" rel="noopener" aria-label="Open in a tab"><${Icon} name="out" /></a>`}>
    <iframe src=${overlay.url} title="Page opened from a chat"></iframe><//>`;
}

/** A dialog over everything: the focus stays in it and goes back to where it came from. */
export function Sheet({ label, title, acts, children, onClose, kind = "" }) {
  const sheet = useRef();
  useEffect(() => {
    const before = document.activeElement;
    sheet.current.querySelector("[aria-label^=Close]").focus();
    const escape = (event) => { if (event.key === "Escape") { event.preventDefault(); onClose(); } };
    addEventListener("keydown", escape, true);
    return () => { removeEventListener("keydown", escape, true); before?.focus?.(); };
  }, []);
  const keep = (event) => { // Tab goes round inside
    if (event.key !== "Tab") return;
    const ends = [...sheet.current.querySelectorAll("a[href], button:not(:disabled), input, iframe")];
    const [from, to] = event.shiftKey ? [ends[0], ends.at(-1)] : [ends.at(-1), ends[0]];
    if (document.activeElement === from) { event.preventDefault(); to.focus(); }
  };
  return html`<div class="overlay" onClick=${(e) => e.target === e.currentTarget && onClose()}>
    <div class=${`sheet ${kind}`} role="dialog" aria-modal="true" aria-label=${label} ref=${sheet} onKeyDown=${keep}><header><span>${title}</span>${acts}
        <button type="button" class="quiet" aria-label=${`Close the ${label.toLowerCase()}`} onClick=${onClose}><${Icon} name="close" /></button></header>
      ${children}</div></div>`;
}
