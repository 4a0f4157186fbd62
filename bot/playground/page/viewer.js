// A picture of the chat in full size, with the others before and after it; or what a text file says.
import { html, useEffect, useRef, useState } from "./html.js";
import { Icon } from "./icons.js";
import { fileUrl } from "./api.js";
import { senderOf, timeOf, dayOf } from "./words.js";
import { largest, size } from "./media.js";
import { useFocusKept } from "./pane.js";
import { changeChat } from "./store.js";

const SHOWN_CHARACTERS = 200_000, SHOWN_ROWS = 500;
const isPicture = (message) => message.photo || /^image\/(png|jpeg|gif|webp)$/.test(message.document?.mime_type ?? "");

export function Viewer({ id, chat, close }) {
  const root = useRef();
  useFocusKept(root, "[data-first]");
  const message = chat.messages.find((one) => one.message_id === chat.viewing.messageId);
  const all = chat.messages.filter(isPicture);
  const at = all.indexOf(message);
  const go = (step) => { if (all[at + step]) changeChat(id, { viewing: { messageId: all[at + step].message_id } }); };
  useEffect(() => { if (!message) close(); }, [message]);
  if (!message) return null;
  const file = message.photo ? largest(message.photo) : message.document;
  const keyed = (event) => {
    if (event.key === "Escape") close();
    else if (event.key === "ArrowLeft") go(-1);
    else if (event.key === "ArrowRight") go(1);
    else return;
    event.stopPropagation();
    event.preventDefault();
  };
  const name = message.document?.file_name ?? `picture-${message.message_id}.jpg`;
  return html`<div class="viewer" role="dialog" aria-modal="true" aria-label=${at >= 0 ? "Picture" : name} ref=${root} onKeyDown=${keyed} onClick=${(e) => e.target.matches(".viewer, figure") && close()}>
    <header><span><b>${senderOf(message)}</b><small>${dayOf(message.date)}, ${timeOf(message.date)}${all.length > 1 && at >= 0 ? ` · ${at + 1} of ${all.length}` : ""}</small></span>
      <a class="quiet" href=${fileUrl(file.file_id)} download=${name} aria-label=${`Download ${name}`}><${Icon} name="down" /></a>
      <button type="button" class="quiet" data-first aria-label="Close the picture" onClick=${close}><${Icon} name="close" /></button></header>
    ${at >= 0 ? html`<figure><img src=${fileUrl(file.file_id)} alt=${message.caption ?? "Picture"} /></figure>
      ${message.caption && html`<p class="viewer-caption">${message.caption}</p>`}
      ${at > 0 && html`<button type="button" class="turn before" aria-label="The picture before" onClick=${() => go(-1)}><${Icon} name="down" /></button>`}
      ${at < all.length - 1 && html`<button type="button" class="turn after" aria-label="The next picture" onClick=${() => go(1)}><${Icon} name="down" /></button>`}`
      : html`<${Text} file=${file} name=${name} />`}</div>`;
}

function Text({ file, name }) {
  const [words, setWords] = useState(null);
  useEffect(() => {
    fetch(fileUrl(file.file_id)).then((answer) => answer.text()).then((text) => setWords(text.slice(0, SHOWN_CHARACTERS)), () => setWords("This file could not be fetched."));
  }, [file.file_id]);
  if (words === null) return html`<p class="viewer-caption">Fetching…</p>`;
  const table = /\.csv$/i.test(name) && cells(words);
  return html`<div class="paper" tabindex="0"><p>${name} · ${size(file.file_size)}</p>${table ? html`<table>${table.slice(0, SHOWN_ROWS).map((row, n) => html`<tr key=${n}>${row.map((cell, m) =>
    (n ? html`<td key=${m}>${cell}</td>` : html`<th key=${m} scope="col">${cell}</th>`))}</tr>`)}</table>${table.length > SHOWN_ROWS && html`<p>… and ${table.length - SHOWN_ROWS} more rows</p>`}` : html`<pre>${words}</pre>`}</div>`;
}

/** Comma- or semicolon-separated values, quoted or not. */
function cells(text) {
  const comma = (text.split("\n", 1)[0].match(/;/g)?.length ?? 0) > (text.split("\n", 1)[0].match(/,/g)?.length ?? 0) ? ";" : ",";
  const rows = [[""]];
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const one = text[i], row = rows.at(-1);
    if (one === '"' && quoted && text[i + 1] === '"') row[row.length - 1] += text[++i];
    else if (one === '"') quoted = !quoted;
    else if (one === comma && !quoted) row.push("");
    else if (one === "\n" && !quoted) rows.push([""]);
    else if (one !== "\r") row[row.length - 1] += one;
  }
  return rows.filter((row) => row.length > 1 || row[0]);
}
