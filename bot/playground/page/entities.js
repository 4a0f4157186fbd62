// Bot API entities (UTF-16 offsets, which are JavaScript's) to nodes.
import { html, useLayoutEffect, useRef, useState } from "./html.js";
import { openLink } from "./acts.js";
import { notice } from "./store.js";

/** `context` is `{chatId, tab, command(text)}`: a command in a text can be tapped; `tab` is the tabindex of what can be. */
export function rich(text, entities = [], context = {}) {
  const sorted = [...entities].sort((a, b) => a.offset - b.offset || b.length - a.length);
  return build(text, sorted, 0, text.length, context);
}

function build(text, list, from, to, context) {
  const nodes = [];
  let at = from;
  for (let i = 0; i < list.length;) {
    const entity = list[i];
    const start = Math.max(entity.offset, at);
    const end = Math.min(entity.offset + entity.length, to);
    let next = i + 1;
    if (end > start) {
      const inner = [];
      while (next < list.length && list[next].offset < end) inner.push(list[next++]);
      if (start > at) nodes.push(text.slice(at, start));
      nodes.push(dress(entity, build(text, inner, start, end, context), text.slice(start, end), context));
      at = BLOCKS.has(entity.type) && text[end] === "\n" ? end + 1 : end; // a block ends its line by itself
    }
    i = next;
  }
  if (at < to) nodes.push(text.slice(at, to));
  return nodes;
}

const link = (href, inner, { tab, chatId }) => html`<a href=${href} tabindex=${tab} title=${inner.join?.("") === href ? undefined : href}
  onClick=${(event) => openLink(event, href, chatId)} target="_blank" rel="noopener noreferrer">${inner}</a>`;

const BLOCKS = new Set(["pre", "blockquote", "expandable_blockquote"]);
const WITH_SCHEME = /^[a-z][a-z0-9+.-]*:/i;
const DRESS = {
  bold: (e, inner) => html`<strong>${inner}</strong>`,
  italic: (e, inner) => html`<em>${inner}</em>`,
  underline: (e, inner) => html`<u>${inner}</u>`,
  strikethrough: (e, inner) => html`<s>${inner}</s>`,
  code: (e, inner, raw) => html`<${Code} raw=${raw}>${inner}<//>`,
  spoiler: (e, inner, raw, { tab }) => html`<${Spoiler} tab=${tab}>${inner}<//>`,
  pre: (e, inner, raw, { tab }) => html`<${Pre} raw=${raw} language=${e.language} tab=${tab}>${inner}<//>`,
  blockquote: (e, inner) => html`<blockquote>${inner}</blockquote>`,
  expandable_blockquote: (e, inner, raw, { tab }) => html`<${Folded} tab=${tab}>${inner}<//>`,
  url: (e, inner, raw, context) => link(WITH_SCHEME.test(raw) ? raw : `http://${raw}`, inner, context),
  text_link: (e, inner, raw, context) => link(e.url, inner, context),
  email: (e, inner, raw, context) => link(`mailto:${raw}`, inner, context),
  phone_number: (e, inner, raw, context) => link(`tel:${raw}`, inner, context),
  bot_command: (e, inner, raw, context) => html`<button type="button" class="command" tabindex=${context.tab}
    onClick=${() => context.command?.(raw)}>${inner}</button>`,
  custom_emoji: (e, inner) => html`<span class="custom-emoji" title=${`Custom emoji ${e.custom_emoji_id}`}>${inner}</span>`,
};

function dress(entity, inner, raw, context) {
  const known = DRESS[entity.type];
  return known ? known(entity, inner, raw, context) : html`<span class="mention">${inner}</span>`;
}

async function copied(raw) {
  await navigator.clipboard?.writeText(raw).catch(() => undefined);
  notice(`Copied: ${raw.slice(0, 80)}`);
}

const Code = ({ raw, children }) => html`<code title="Click to copy" onClick=${() => copied(raw)}>${children}</code>`;

function Spoiler({ tab, children }) {
  const [open, setOpen] = useState(false);
  return open ? html`<span class="spoiler open">${children}</span>`
    : html`<button type="button" class="spoiler" tabindex=${tab} aria-label="Hidden text, tap to show"
        onClick=${() => setOpen(true)}><span aria-hidden="true">${children}</span></button>`;
}

/** Folds what is longer than three lines. */
function Folded({ tab, children }) {
  const [open, setOpen] = useState(false);
  const [long, setLong] = useState(true);
  const root = useRef();
  useLayoutEffect(() => { if (!open && root.current.clientHeight) setLong(root.current.scrollHeight > root.current.clientHeight + 2); });
  return html`<blockquote ref=${root} class=${open ? "unfolded" : "folded"}>${children}
    ${long && html`<button type="button" class="fold" tabindex=${tab} aria-expanded=${open} onClick=${() => setOpen(!open)}>${open ? "less" : "more"}</button>`}
  </blockquote>`;
}

function Pre({ raw, language, tab, children }) {
  const [done, setDone] = useState(false);
  const copy = async () => {
    await copied(raw);
    setDone(true);
    setTimeout(() => setDone(false), 1200);
  };
  return html`<span class="pre"><span class="pre-head"><span>${language ?? ""}</span>
    <button type="button" class="copy" tabindex=${tab} aria-label=${`Copy this ${language ?? "text"}`} onClick=${copy}>${done ? "copied" : "copy"}</button></span>
    <code>${children}</code></span>`;
}
