// Bot API entities (UTF-16 offsets, which are JavaScript's) to nodes.
import { html, useState } from "./html.js";
import { openLink } from "./acts.js";

/** `context` is `{chatId, command(text)}`: a command in a text can be tapped. */
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

const link = (href, inner) => html`<a href=${href} onClick=${(event) => openLink(event, href)}
  target="_blank" rel="noopener noreferrer">${inner}</a>`;

const BLOCKS = new Set(["pre", "blockquote", "expandable_blockquote"]);
const WITH_SCHEME = /^[a-z][a-z0-9+.-]*:/i;
const DRESS = {
  bold: (e, inner) => html`<strong>${inner}</strong>`,
  italic: (e, inner) => html`<em>${inner}</em>`,
  underline: (e, inner) => html`<u>${inner}</u>`,
  strikethrough: (e, inner) => html`<s>${inner}</s>`,
  code: (e, inner) => html`<code>${inner}</code>`,
  spoiler: (e, inner) => html`<${Spoiler}>${inner}<//>`,
  pre: (e, inner, raw) => html`<${Pre} raw=${raw} language=${e.language}>${inner}<//>`,
  blockquote: (e, inner) => html`<blockquote>${inner}</blockquote>`,
  expandable_blockquote: (e, inner) => html`<${Folded}>${inner}<//>`,
  url: (e, inner, raw) => link(WITH_SCHEME.test(raw) ? raw : `http://${raw}`, inner),
  text_link: (e, inner) => link(e.url, inner),
  email: (e, inner, raw) => link(`mailto:${raw}`, inner),
  phone_number: (e, inner, raw) => link(`tel:${raw}`, inner),
  bot_command: (e, inner, raw, context) => html`<button type="button" class="command"
    onClick=${() => context.command?.(raw)}>${inner}</button>`,
};

function dress(entity, inner, raw, context) {
  const known = DRESS[entity.type];
  return known ? known(entity, inner, raw, context) : html`<span class="mention">${inner}</span>`;
}

function Spoiler({ children }) {
  const [open, setOpen] = useState(false);
  return open ? html`<span class="spoiler open">${children}</span>`
    : html`<button type="button" class="spoiler" aria-label="Hidden text, tap to show"
        onClick=${() => setOpen(true)}>${children}</button>`;
}

function Folded({ children }) {
  const [open, setOpen] = useState(false);
  return html`<blockquote class=${open ? "" : "folded"}>${children}
    <button type="button" class="fold" aria-expanded=${open} onClick=${() => setOpen(!open)}>${open ? "less" : "more"}</button>
  </blockquote>`;
}

function Pre({ children, raw, language }) {
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard?.writeText(raw).catch(() => undefined);
    setCopied(true);
    setTimeout(() => setCopied(false), 1200);
  };
  return html`<span class="pre"><button type="button" class="copy" onClick=${copy}>${copied ? "copied" : language || "copy"}</button>
    <code>${children}</code></span>`;
}
