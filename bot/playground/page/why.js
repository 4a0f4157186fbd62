// "What happened and why" for the selected message or tap: sections of what the shop knows about it.
import { html, useState } from "./html.js";
import { get } from "./api.js";
import { change, chatOf, everyone, state, useStore } from "./store.js";
import { pointAt } from "./point.js";
import { kindOf } from "./words.js";

/** `tap`: the update of a tap on this message's buttons, instead of the message itself. */
export async function askWhy(chatId, messageId, tap = null) {
  const selected = { chatId, messageId, tap };
  change({ selected, why: null, tab: "why", panel: true });
  let answer;
  try {
    answer = { facts: await get(`/play/why?chat_id=${chatId}&message_id=${messageId}${tap ? `&update_id=${tap}` : ""}`) };
  } catch (error) {
    answer = { error: error.message };
  }
  if (state.selected === selected) change({ why: answer });
}

export function Why() {
  const selected = useStore((s) => s.selected);
  const why = useStore((s) => s.why);
  useStore((s) => selected && s.chats[selected.chatId]?.messages);
  if (!selected) {
    return html`<div class="nothing"><p>Point at a message in any chat and press the <b>?</b> beside it (or <kbd>w</kbd>).</p>
      <p>Shown here: what the bot understood, what it became, the order behind it, the money that moved, and what was sent because of it.</p></div>`;
  }
  const message = chatOf(selected.chatId).messages.find((one) => one.message_id === selected.messageId);
  const person = everyone(state).find((one) => one.user_id === selected.chatId);
  const words = message?.text ?? message?.caption ?? (message ? kindOf(message) : "This message is gone.");
  return html`<div class="why"><blockquote class="about-message"><button type="button" onClick=${() => pointAt(selected.chatId, selected.messageId)}>
      <small>${message?.from_bot ? "The bot to " : ""}${person?.title ?? selected.chatId} · message ${selected.messageId}</small>${words.slice(0, 240)}</button></blockquote>
    ${selected.tap && html`<p class="of-tap">About a tap on it. <button type="button" onClick=${() => askWhy(selected.chatId, selected.messageId)}>About the message itself</button></p>`}
    ${!why && html`<p class="nothing">Looking it up…</p>`}
    ${why?.error && html`<p class="nothing" role="status">${why.error}</p>`}
    ${why?.facts && Object.entries(why.facts).map(([title, value]) => html`<section key=${title}><h3>${title}</h3><${Value} value=${value} /></section>`)}
    ${message && html`<details><summary>The message itself</summary><pre>${JSON.stringify(message, null, 2)}</pre></details>`}</div>`;
}

const DRAWN = { reading: Reading, command: Command, life: Lives, ledger: Ledger, events: Events, messages: Messages, taps: Taps, sealed: Sealed };

/** Any facts: drawn by their kind; else text, a list, rows as a table, names with values. */
export function Value({ value }) {
  if (value === null || value === undefined || value === "") return html`<span class="none">none</span>`;
  if (Array.isArray(value)) {
    if (!value.length) return html`<span class="none">none</span>`;
    if (value.some((row) => row?.kind)) return value.map((one, n) => html`<${Value} key=${n} value=${one} />`);
    if (value.every((row) => row && typeof row === "object" && !Array.isArray(row))) return html`<${Table} rows=${value} />`;
    return html`<ul>${value.map((one, n) => html`<li key=${n}><${Value} value=${one} /></li>`)}</ul>`;
  }
  if (DRAWN[value.kind]) return html`<${DRAWN[value.kind]} value=${value} />`;
  if (typeof value === "object") {
    return html`<dl>${Object.entries(value).map(([name, one]) => html`<dt key=${`t${name}`}>${name.replaceAll("_", " ")}</dt>
      <dd key=${`d${name}`}><${Value} value=${one} /></dd>`)}</dl>`;
  }
  return html`<span class=${typeof value === "number" ? "number" : "plain"}>${String(value)}</span>`;
}

function Table({ rows }) {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))].filter((name) => rows.some((row) => (row[name] ?? "") !== ""));
  return html`<div class="table"><table><thead><tr>${columns.map((name) => html`<th key=${name} scope="col">${name.replaceAll("_", " ")}</th>`)}</tr></thead>
    <tbody>${rows.map((row, n) => html`<tr key=${n}>${columns.map((name) => html`<td key=${name}>${(row[name] ?? "") === "" ? "" : html`<${Value} value=${row[name]} />`}</td>`)}</tr>`)}</tbody></table></div>`;
}

/** Free words as the dialogue engine read them: its words marked, its rivals as bars, what it keeps in mind. */
function Reading({ value: { text, entities, ranking, slots, light, asks } }) {
  const sorted = [...entities].sort((a, b) => a.start - b.start);
  const letters = [...text]; // the engine counts characters, not UTF-16 units
  const cut = (from, to) => letters.slice(from, to).join("");
  const parts = [];
  let at = 0;
  for (const one of sorted.filter((entity, n) => n === 0 || entity.start >= sorted[n - 1].end)) {
    parts.push(cut(at, one.start), html`<mark key=${one.start} title=${`${one.name}: ${one.value}`}>${cut(one.start, one.end)}<small>${one.name}${String(one.value) !== cut(one.start, one.end) ? ` = ${one.value}` : ""}</small></mark>`);
    at = one.end;
  }
  return html`<div class="reading"><p class="read-words">${parts}${cut(at)}</p><p class="light">Read ${light}.</p>
    <ol class="ranking">${ranking.map(([name, sure], n) => html`<li key=${name} class=${n ? "" : "best"}><span>${name}</span><i style=${{ width: `${Math.max(1, Math.round(100 * sure))}%` }}></i><b>${(100 * sure).toFixed(sure < 0.1 ? 1 : 0)} %</b></li>`)}</ol>
    ${slots.length > 0 && html`<h4>Slots</h4><${Table} rows=${slots} />`}${asks && html`<p class="light">Still open: ${asks}</p>`}</div>`;
}

function Command({ value: { name, fields } }) {
  return html`<div class="command"><code>${name}</code>${Object.keys(fields).length > 0 && html`<${Value} value=${fields} />`}</div>`;
}

/** A life: the states that were, the one that is, and those that may follow. */
function Lives({ value: { what, past, next, more } }) {
  return html`<div class="life"><p>${what}</p><ol aria-label=${`Life of ${what}`}>
      ${past.map((step, n) => html`<li key=${n} class=${n === past.length - 1 ? "now" : "was"} aria-current=${n === past.length - 1 ? "step" : null}><b>${step.state}</b><small>${step.at}</small></li>`)}
      ${next.map((state) => html`<li key=${`n${state}`} class="next-state"><span class="hidden">may become </span>${state}</li>`)}</ol>
    ${(more ?? []).map((one, n) => html`<${Lives} key=${n} value=${one} />`)}</div>`;
}

function Ledger({ value }) {
  return html`<div class="table ledger"><table><thead><tr><th scope="col">account</th><th scope="col" class="sum">debit</th><th scope="col" class="sum">credit</th></tr></thead>
      ${value.entries.map((entry, n) => html`<tbody key=${n}><tr class="entry"><th scope="rowgroup" colspan="3">${entry.what} · ${entry.at}${!entry.balanced && html` <em>does not balance</em>`}</th></tr>
        ${entry.lines.map((line, k) => html`<tr key=${k}><td>${line.account}</td><td class="sum">${line.debit}</td><td class="sum">${line.credit}</td></tr>`)}</tbody>`)}
      <tfoot><tr><th scope="row">${value.balanced ? "✓ balances" : "does not balance"}</th><td class="sum">${value.debit}</td><td class="sum">${value.credit}</td></tr></tfoot></table></div>
    ${value.open.length > 0 ? html`<h4>Left open on the accounts</h4><${Table} rows=${value.open} />` : html`<p class="light">Nothing is left open on any account.</p>`}`;
}

function Events({ value: { rows } }) {
  if (!rows.length) return html`<span class="none">none</span>`;
  return html`<ol class="events">${rows.map((row, n) => html`<li key=${n}><time>${row.at}</time><span><b>${row.what}</b>${row.detail && html` <small>${row.detail}</small>`}</span></li>`)}</ol>`;
}

/** A message without a place of its own is known by its words. */
function find({ chat, message, words, posted }) {
  if (message) return message;
  const start = words.slice(0, 40);
  return chatOf(chat).messages.find((one) => one.from_bot && one.date >= posted - 2 && (one.text ?? one.caption ?? "").trim().startsWith(start))?.message_id ?? null;
}

function Messages({ value: { rows } }) {
  return html`<ul class="caused">${rows.map((row, n) => {
    const id = find(row);
    const trouble = [row.state !== "sent" && row.state, row.tries > 0 && `${row.tries} ${row.tries === 1 ? "try" : "tries"} failed before`, row.error].filter(Boolean).join(" · ");
    return html`<li key=${n}><button type="button" disabled=${!id} aria-label=${`To ${row.to}: ${row.words.slice(0, 80)}`} onClick=${() => pointAt(row.chat, id)}>
      <span class="caused-to"><b>${row.to}</b><small>${row.what} · ${row.at}</small></span><span class="caused-words">${row.words || "no words"}</span>
      ${trouble && html`<span class="reason">${trouble}</span>`}</button>${id && html`<button type="button" class="quiet" aria-label=${`Why the message to ${row.to}`} onClick=${() => askWhy(row.chat, id)}>?</button>`}</li>`;
  })}</ul>`;
}

const TAPS_SHOWN = 5;
function Taps({ value: { rows } }) {
  const selected = useStore((s) => s.selected);
  const [all, setAll] = useState(false);
  return html`<ul class="taps">${rows.slice(0, all ? rows.length : TAPS_SHOWN).map((row) => html`<li key=${row.update}><button type="button" onClick=${() => askWhy(selected.chatId, selected.messageId, row.update)}>
    <b>${row.label}</b><small>${row.became} · ${row.at}</small></button></li>`)}</ul>
    ${rows.length > TAPS_SHOWN && !all && html`<button type="button" class="again" onClick=${() => setAll(true)}>All ${rows.length} taps</button>`}`;
}

function Sealed({ value: { words, who } }) {
  return html`<span class="sealed"><span class="seal">sealed</span> ${words}<small>${who}</small></span>`;
}
