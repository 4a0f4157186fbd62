// What can be done with a message, and what it said before.
import { html, useEffect, useLayoutEffect, useRef } from "./html.js";
import { Icon } from "./icons.js";
import { timeOf } from "./words.js";
import { copy } from "./acts.js";
import { editable, handlers, serviceLike } from "./messages.js";

const EMOJI = ["👍", "👎", "❤", "🔥", "🎉", "😁", "🤔", "👀"];

export function Menu({ id, chat, close }) {
  const root = useRef();
  const { messageId, x, y, versions } = chat.menu;
  const message = chat.messages.find((one) => one.message_id === messageId);
  useEffect(() => { if (!message) close(); }, [message]);
  useLayoutEffect(() => {
    const box = root.current?.getBoundingClientRect();
    if (!box) return;
    const fit = (from, length, all) => `${Math.max(8, Math.min(from, all - length - 8))}px`;
    Object.assign(root.current.style, { left: fit(x, box.width, innerWidth), top: fit(y, box.height, innerHeight) });
  });
  useEffect(() => {
    const before = document.activeElement;
    const outside = (event) => { if (!root.current?.contains(event.target)) close(); };
    root.current?.querySelector("[role=menuitem]")?.focus();
    addEventListener("pointerdown", outside);
    addEventListener("resize", close);
    return () => {
      removeEventListener("pointerdown", outside);
      removeEventListener("resize", close);
      if (!document.activeElement || document.activeElement === document.body) (before?.isConnected ? before : document.getElementById(`say-${id}`))?.focus({ preventScroll: true });
    };
  }, []);
  if (!message) return null;
  const keyed = (event) => {
    const items = [...root.current.querySelectorAll("[role=menuitem]")];
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    if (event.key === "Escape" || event.key === "Tab") close();
    else if (step) items[(items.indexOf(document.activeElement) + step + items.length) % items.length].focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return html`<div class="menu" role="menu" aria-label=${versions ? "What it said before" : "What to do with this message"} ref=${root} onKeyDown=${keyed}>
    ${versions ? html`<${Before} message=${message} versions=${versions} close=${close} />` : html`<${Acts} ...${{ id, message, close }} />`}</div>`;
}

function Acts({ id, message, close }) {
  const on = handlers(id);
  const done = (act) => () => { close(); act(); };
  const link = message.text?.match(/https?:\/\/\S+/)?.[0];
  const items = serviceLike(message) ? [] : [["reply", "Reply", "r", () => on.reply(message)]];
  if (message.text || message.caption) items.push(["copy", "Copy the text", "c", () => on.copyText(message)]);
  if (link) items.push(["out", "Copy the link", "", () => copy(link)]);
  if (editable(message, id)) items.push(["edit", "Edit", "e", () => on.edit(message)]);
  items.push(["why", "What happened and why", "w", () => on.why(message)]);
  items.push(["slash", `Copy the id ${message.message_id}`, "", () => copy(String(message.message_id))]);
  if (!message.from_bot) items.push(["trash", "Delete", "Del", () => on.remove(message)]);
  return html`${!serviceLike(message) && html`<div class="menu-emoji" role="group" aria-label="React">${EMOJI.map((emoji) => html`<button type="button" role="menuitem" tabindex="-1" key=${emoji}
      aria-label=${`React with ${emoji}`} onClick=${done(() => on.react(message, emoji))}>${emoji}</button>`)}</div>`}
    ${items.map(([icon, words, key, act]) => html`<button type="button" role="menuitem" tabindex="-1" key=${words} class=${icon === "trash" ? "destructive" : ""} onClick=${done(act)}>
      <${Icon} name=${icon} /><span>${words}</span>${key && html`<kbd>${key}</kbd>`}</button>`)}`;
}

function Before({ message, versions, close }) {
  const missed = message.edits - versions.length;
  return html`<div class="versions"><h3>Edited ${message.edits === 1 ? "once" : `${message.edits} times`}</h3>
    ${missed > 0 && html`<p class="hint">${versions.length ? `${missed} earlier ${missed === 1 ? "version" : "versions"}` : "What it said before"} came before this page was opened; see the log.</p>`}
    <ol>${versions.map((one, n) => html`<li key=${n}><time>${timeOf(one.edit_date ?? one.date)}</time><p>${one.text ?? one.caption ?? "no words"}</p>
      ${one.reply_markup && html`<small>${one.reply_markup.inline_keyboard.flat().map((button) => button.text).join(" · ")}</small>`}</li>`)}</ol>
    <button type="button" role="menuitem" onClick=${close}>Close</button></div>`;
}
