// "What happened and why" for the selected message: sections of what the shop knows about it.
import { html } from "./html.js";
import { get } from "./api.js";
import { change, chatOf, everyone, state, useStore } from "./store.js";
import { kindOf } from "./words.js";

export async function askWhy(chatId, messageId) {
  change({ selected: { chatId, messageId }, why: null, tab: "why", panel: true });
  let answer;
  try {
    answer = { facts: await get(`/play/why?chat_id=${chatId}&message_id=${messageId}`) };
  } catch (error) {
    answer = { error: error.message };
  }
  if (state.selected?.chatId === chatId && state.selected.messageId === messageId) change({ why: answer });
}

export function Why() {
  const selected = useStore((s) => s.selected);
  const why = useStore((s) => s.why);
  if (!selected) {
    return html`<div class="nothing"><p>Point at a message in any chat and press the <b>?</b> beside it (or <kbd>w</kbd>).</p>
      <p>Shown here: what the bot understood, what it became, the order behind it, the money that moved, and what was sent because of it.</p></div>`;
  }
  const message = chatOf(selected.chatId).messages.find((one) => one.message_id === selected.messageId);
  const person = everyone(state).find((one) => one.user_id === selected.chatId);
  return html`<div class="why"><blockquote class="about-message"><small>${message?.from_bot ? "The bot to" : ""} ${person?.title ?? selected.chatId} · message ${selected.messageId}</small>
      ${(message?.text ?? message?.caption ?? (message ? kindOf(message) : "This message is gone.")).slice(0, 240)}</blockquote>
    ${!why && html`<p class="nothing">Looking it up…</p>`}
    ${why?.error && html`<p class="nothing" role="status">${why.error}</p>`}
    ${why?.facts && Object.entries(why.facts).map(([title, value]) => html`<section key=${title}><h3>${title}</h3><${Value} value=${value} /></section>`)}
    ${message && html`<details><summary>The message itself</summary><pre>${JSON.stringify(message, null, 2)}</pre></details>`}</div>`;
}

/** Any facts: text, a list, rows as a table, names with values. */
export function Value({ value }) {
  if (value === null || value === undefined || value === "") return html`<span class="none">none</span>`;
  if (Array.isArray(value)) {
    if (!value.length) return html`<span class="none">none</span>`;
    if (value.every((row) => row && typeof row === "object" && !Array.isArray(row))) return html`<${Table} rows=${value} />`;
    return html`<ul>${value.map((one, n) => html`<li key=${n}><${Value} value=${one} /></li>`)}</ul>`;
  }
  if (typeof value === "object") {
    return html`<dl>${Object.entries(value).map(([name, one]) => html`<dt key=${`t${name}`}>${name.replaceAll("_", " ")}</dt>
      <dd key=${`d${name}`}><${Value} value=${one} /></dd>`)}</dl>`;
  }
  return html`<span class=${typeof value === "number" ? "number" : ""}>${String(value)}</span>`;
}

function Table({ rows }) {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return html`<div class="table"><table><thead><tr>${columns.map((name) => html`<th key=${name}>${name.replaceAll("_", " ")}</th>`)}</tr></thead>
    <tbody>${rows.map((row, n) => html`<tr key=${n}>${columns.map((name) => html`<td key=${name}>${(row[name] ?? "") === "" ? "" : html`<${Value} value=${row[name]} />`}</td>`)}</tr>`)}</tbody></table></div>`;
}
