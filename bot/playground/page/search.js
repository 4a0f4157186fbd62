// Looking for words in one chat: what is found is marked, and walked through from the newest on.
import { html, useEffect, useRef, useState } from "./html.js";
import { Icon } from "./icons.js";
import { rowId, wordsOf } from "./words.js";
import { changeChat } from "./store.js";

export function Search({ id, chat }) {
  const field = useRef();
  const [at, setAt] = useState(0);
  const words = chat.search.words.trim().toLowerCase();
  const found = words ? chat.messages.filter((one) => wordsOf(one).toLowerCase().includes(words)).reverse() : [];
  const close = () => { CSS.highlights?.delete("found"); changeChat(id, { search: null }); document.getElementById(`say-${id}`)?.focus(); };
  useEffect(() => { field.current.focus(); return () => CSS.highlights?.delete("found"); }, []);
  useEffect(() => {
    if (found[at]) changeChat(id, { jump: { to: found[at].message_id, focus: false } });
    const timer = setTimeout(() => mark(id, found, words), 120);
    return () => clearTimeout(timer);
  }, [words, at]);
  const go = (step) => { if (found.length) setAt((at + step + found.length) % found.length); };
  const keyed = (event) => {
    if (event.key === "Escape") close();
    else if (event.key === "Enter" || event.key === "ArrowUp") go(event.shiftKey ? -1 : 1);
    else if (event.key === "ArrowDown") go(-1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return html`<div class="search" role="search" onKeyDown=${keyed}><${Icon} name="search" />
    <input ref=${field} type="search" value=${chat.search.words} aria-label="Search in this chat" placeholder="Search in this chat" onInput=${(e) => { setAt(0); changeChat(id, { search: { words: e.target.value } }); }} />
    <span role="status">${words ? (found.length ? `${at + 1} of ${found.length}` : "nothing") : ""}</span>
    <button type="button" class="quiet up" aria-label="The one before" disabled=${!found.length} onClick=${() => go(1)}><${Icon} name="down" /></button>
    <button type="button" class="quiet" aria-label="The one after" disabled=${!found.length} onClick=${() => go(-1)}><${Icon} name="down" /></button>
    <button type="button" class="quiet" aria-label="Close the search" onClick=${close}><${Icon} name="close" /></button></div>`;
}

function mark(id, found, words) {
  if (!globalThis.Highlight) return; // the browser cannot: what is found flashes all the same
  const ranges = [];
  for (const message of found) {
    const root = document.getElementById(rowId(id, message))?.querySelector(".words");
    const texts = root ? document.createTreeWalker(root, NodeFilter.SHOW_TEXT) : null;
    while (texts?.nextNode()) {
      const node = texts.currentNode, text = node.data.toLowerCase();
      for (let from = text.indexOf(words); from >= 0; from = text.indexOf(words, from + words.length)) {
        const range = new Range();
        range.setStart(node, from);
        range.setEnd(node, Math.min(node.length, from + words.length));
        ranges.push(range);
      }
    }
  }
  CSS.highlights.set("found", new Highlight(...ranges));
}
