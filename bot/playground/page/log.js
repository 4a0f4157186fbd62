// Every call of the bot to the Bot API, and every delivery to the shop's webhooks; newest first, what went wrong in red.
import { html, useEffect, useLayoutEffect, useMemo, useRef, useState } from "./html.js";
import { Icon } from "./icons.js";
import { inZone } from "./words.js";
import { pointAt } from "./point.js";
import { change, everyone, notice, state, useStore } from "./store.js";
import { loadLog } from "./stream.js";

const ROW_PIXELS = 46; // as in log.css
const SPARE_ROWS = 8; // drawn above and below what is seen
const WORDS_SHOWN = 6000;
const clock = inZone({ hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" });
const KINDS = { acts: "without polling", bad: "errors only", hooks: "webhooks", all: "all" };
const kept = { kind: "acts", person: "", method: "", words: "", after: 0 }; // outlives the tab

let asked = false;

export function Log() {
  const live = useStore((s) => s.calls);
  const violations = useStore((s) => s.violations);
  const target = useStore((s) => s.inLog);
  const people = useStore(everyone);
  const [, redraw] = useState(0);
  const [frozen, setFrozen] = useState(null);
  const [open, setOpen] = useState(null);
  useEffect(() => { if (!asked) loadLog().then(() => { asked = true; }, () => undefined); }, []);
  const calls = frozen ?? live;
  const set = (patch) => { Object.assign(kept, patch); redraw((n) => n + 1); };
  const rows = useMemo(() => calls.filter(fits).reverse(), [calls, kept.kind, kept.person, kept.method, kept.words, kept.after]);
  const methods = useMemo(() => [...new Set(calls.map(titleOf))].sort(), [calls.length]);
  useEffect(() => { if (target) find(target, calls, set, setOpen); }, [target]);
  const missed = frozen ? live.filter((row) => row.seq > (frozen.at(-1)?.seq ?? 0) && fits(row)).length : 0;
  return html`<div class="log">
    <div class="log-head"><input type="search" placeholder="Filter by content" aria-label="Filter the log" value=${kept.words} onInput=${(e) => set({ words: e.target.value })} />
      <select aria-label="Which calls" value=${kept.kind} onChange=${(e) => set({ kind: e.target.value })}>
        ${Object.entries(KINDS).map(([kind, words]) => html`<option key=${kind} value=${kind} selected=${kind === kept.kind}>${words}</option>`)}</select>
      <select aria-label="Of whom" value=${kept.person} onChange=${(e) => set({ person: e.target.value })}><option value="">everybody</option>
        ${people.map((one) => html`<option key=${one.user_id} value=${one.user_id} selected=${String(one.user_id) === kept.person}>${one.title}</option>`)}</select>
      <select aria-label="Method" value=${kept.method} onChange=${(e) => set({ method: e.target.value })}><option value="">every method</option>
        ${methods.map((one) => html`<option key=${one} selected=${one === kept.method}>${one}</option>`)}</select>
      <div class="log-acts"><span role="status">${rows.length} ${rows.length === 1 ? "row" : "rows"}${missed > 0 && html`, <b>${missed} new</b>`}</span>
        <button type="button" aria-pressed=${Boolean(frozen)} onClick=${() => setFrozen(frozen ? null : live)}>${frozen ? "Go on" : "Pause"}</button>
        <button type="button" onClick=${() => { set({ after: live.at(-1)?.seq ?? 0 }); setFrozen(null); }} disabled=${!rows.length}>Clear</button>
        <button type="button" onClick=${() => copy(rows.toReversed().map((row) => JSON.stringify(row)).join("\n"), `${rows.length} rows`)} disabled=${!rows.length}>Copy</button></div></div>
    ${violations.length > 0 && html`<details class="violations"><summary>${violations.length} ${violations.length === 1 ? "violation" : "violations"} of the Bot API</summary>
      <ul>${violations.slice(-30).reverse().map((one, n) => html`<li key=${n}><b>${one.method}</b> ${one.text}</li>`)}</ul></details>`}
    ${rows.length ? html`<${Rows} rows=${rows} open=${open} setOpen=${setOpen} />` : html`<${Nothing} set=${set} />`}</div>`;
}

function Nothing({ set }) {
  const filtered = kept.words || kept.person || kept.method || kept.after || kept.kind !== "acts";
  return html`<div class="nothing"><p>${filtered ? "No row fits." : "No calls yet."}</p>
    ${filtered && html`<button type="button" class="main" onClick=${() => set({ kind: "acts", person: "", method: "", words: "", after: 0 })}>Show everything again</button>`}</div>`;
}

/** Only the rows in sight are drawn: all have one height, except the one that is open. What is being read stays where it is when rows come in above. */
function Rows({ rows, open, setOpen }) {
  const box = useRef();
  const [seen, setSeen] = useState({ top: 0, height: 800 });
  const [opened, setOpened] = useState({ seq: null, pixels: 0 });
  const extra = opened.seq === open ? opened.pixels : 0;
  const anchor = useRef(null);
  const openAt = open === null ? -1 : rows.findIndex((row) => row.seq === open);
  const topOf = (n) => n * ROW_PIXELS + (openAt >= 0 && n > openAt ? extra : 0);
  const indexAt = (y) => {
    if (openAt < 0 || y < topOf(openAt) + ROW_PIXELS) return Math.floor(y / ROW_PIXELS);
    return Math.max(openAt, Math.floor((y - extra) / ROW_PIXELS));
  };
  const look = () => {
    const { scrollTop: top, clientHeight: height } = box.current;
    const first = Math.min(indexAt(top), rows.length - 1);
    anchor.current = top > 4 && rows[first] ? { seq: rows[first].seq, within: top - topOf(first) } : null;
    setSeen({ top, height });
  };
  useLayoutEffect(() => {
    const at = anchor.current && rows.findIndex((row) => row.seq === anchor.current.seq);
    if (anchor.current && at >= 0) box.current.scrollTop = topOf(at) + anchor.current.within;
  }, [rows, extra]);
  useLayoutEffect(() => {
    const watch = new ResizeObserver(look);
    watch.observe(box.current);
    return () => watch.disconnect();
  }, [rows]);
  useEffect(() => { // a row that was asked for from outside comes into sight
    if (openAt >= 0 && (topOf(openAt) < box.current.scrollTop || topOf(openAt) > box.current.scrollTop + box.current.clientHeight - ROW_PIXELS)) {
      box.current.scrollTop = Math.max(0, topOf(openAt) - ROW_PIXELS);
      look();
    }
  }, [open]);
  const from = Math.max(0, indexAt(seen.top) - SPARE_ROWS), to = Math.min(rows.length, indexAt(seen.top + seen.height) + SPARE_ROWS);
  return html`<div class="log-rows" ref=${box} onScroll=${look} onKeyDown=${(event) => walk(event, box.current)}>
    <ol style=${{ height: `${topOf(rows.length)}px` }}>${rows.slice(from, to).map((row, n) => html`<${Row} key=${row.seq} row=${row} top=${topOf(from + n)} at=${from + n} of=${rows.length}
      open=${row.seq === open} onOpen=${() => setOpen(row.seq === open ? null : row.seq)} onHeight=${(pixels) => setOpened({ seq: row.seq, pixels })} />`)}</ol></div>`;
}

function walk(event, box) {
  const step = { ArrowDown: "nextElementSibling", ArrowUp: "previousElementSibling" }[event.key];
  const next = step && event.target.closest("li")?.[step]?.querySelector("button");
  if (!next) return;
  event.preventDefault();
  next.focus({ preventScroll: true });
  next.scrollIntoView({ block: "nearest" });
}

function Row({ row, top, at, of, open, onOpen, onHeight }) {
  const details = useRef();
  useLayoutEffect(() => { if (open) onHeight(details.current.offsetHeight); }, [open]);
  const bad = isBad(row);
  const name = nameOf(row);
  return html`<li class=${bad ? "bad" : ""} style=${{ transform: `translateY(${top}px)` }} aria-posinset=${at + 1} aria-setsize=${of} data-seq=${row.seq}>
    <button type="button" class="log-row" aria-expanded=${open} onClick=${onOpen}>
      <time>${clock.format(timeOf(row))}</time><b>${titleOf(row)}</b><span class="to">${name}</span>
      <span class=${`mark ${bad ? "no" : ""}`}>${markOf(row)}</span><small class=${bad ? "reason" : ""}>${hintOf(row)}</small></button>
    ${open && html`<div class="details" ref=${details}><${Details} row=${row} /></div>`}</li>`;
}

function Details({ row }) {
  const message = messageOf(row);
  const there = message && state.chats[message.chatId]?.messages.some((one) => one.message_id === message.messageId);
  const request = row.hook ? undefined : row.params;
  const answer = row.hook ? undefined : row.ok ? row.result : { error_code: row.error_code, description: row.description, ...(row.retry_after ? { parameters: { retry_after: row.retry_after } } : {}) };
  return html`<div class="log-acts">${there && html`<button type="button" onClick=${() => pointAt(message.chatId, message.messageId, { focus: true })}><${Icon} name="eye" />Show the message</button>`}
      <button type="button" onClick=${() => copy(JSON.stringify(row.hook ? row : { method: row.method, request, answer }, null, 2), titleOf(row))}><${Icon} name="copy" />Copy</button></div>
    ${row.violations?.length > 0 && html`<ul class="reason">${row.violations.map((one, n) => html`<li key=${n}>${one}</li>`)}</ul>`}
    ${row.fault && html`<p class="reason">By a fault that is switched on: ${row.fault.replaceAll("_", " ")}</p>`}
    ${row.hook ? html`<h3>Delivery</h3><pre tabindex="0">${pretty(row)}</pre>` : html`<h3>Request</h3><pre tabindex="0">${pretty(request)}</pre><h3>Answer</h3><pre tabindex="0">${pretty(answer)}</pre>`}`;
}

/** From a message to the newest row that wrote or delivered it. */
function find({ chatId, messageId }, calls, set, setOpen) {
  const is = (one) => one && String(one.chatId) === String(chatId) && one.messageId === messageId;
  const row = calls.findLast((one) => is(messageOf(one))) ?? calls.findLast((one) => updatesOf(one).some((update) => is(placeOf(update))));
  change({ inLog: null });
  if (!row) return notice("The log does not reach back to this message.", "error");
  set({ kind: kept.kind === "acts" && !isPolling(row) ? "acts" : "all", person: "", method: "", words: "", after: 0 });
  setOpen(row.seq);
  setTimeout(() => document.querySelector(`.log [data-seq="${row.seq}"] .log-row`)?.focus({ preventScroll: true }), 50);
  return undefined;
}

async function copy(words, what) {
  try {
    await navigator.clipboard.writeText(words);
    notice(`Copied: ${what}`);
  } catch {
    notice("This browser does not let the page copy.", "error");
  }
}

// ------------------------------------------------------------------ what a row is about

const isBad = (row) => !row.ok || row.violations?.length > 0;
const isPolling = (row) => row.method === "getUpdates" && !isBad(row);
const titleOf = (row) => ({ telegram: "webhook", bank: "bank’s webhook" }[row.hook] ?? row.method);
const timeOf = ({ at }) => new Date(typeof at === "number" ? at * 1000 : at);
const updatesOf = (row) => (row.method === "getUpdates" && Array.isArray(row.result) ? row.result : []);
const pretty = (value) => JSON.stringify(value, null, 2)?.slice(0, WORDS_SHOWN) ?? "";

/** Chat and message of an update: of what was written, edited or tapped on. */
function placeOf(update) {
  const message = update.message ?? update.edited_message ?? update.callback_query?.message;
  return message && { chatId: message.chat.id, messageId: message.message_id };
}

function messageOf(row) {
  if (row.hook) return null;
  const given = Array.isArray(row.result) ? row.result[0] : row.result;
  const messageId = given?.message_id ?? row.params?.message_id;
  const chatId = given?.chat?.id ?? Number(row.params?.chat_id);
  return messageId && chatId && row.method !== "getUpdates" ? { chatId, messageId: Number(messageId) } : null;
}

function markOf(row) {
  if (row.hook) return row.ok ? "taken" : row.status ?? "lost";
  return row.ok ? `${Math.round(row.ms)} ms` : row.error_code ?? "error";
}

function hintOf(row) {
  if (row.violations?.length) return row.violations[0];
  if (row.hook === "bank") return `${row.type}${row.tries > 1 ? `, try ${row.tries}` : ""}${row.error ? `: ${row.error}` : ""}`;
  if (row.hook) return `update ${row.update_id}${row.error ? `: ${row.error}` : ""}`;
  if (!row.ok) return row.description;
  const updates = updatesOf(row);
  if (updates.length) return updates.map((one) => one.message?.text ?? one.callback_query?.data ?? Object.keys(one)[1]).join(" · ").slice(0, 100);
  return String(row.params?.text ?? row.params?.caption ?? row.params?.action ?? "").slice(0, 100);
}

const tapped = new Map(); // callback query -> person
const facts = new WeakMap();

/** Whom a row is about (ids as text), and its words for the filter; found out once. */
function about(row) {
  let known = facts.get(row);
  if (known) return known;
  const whom = new Set([row.params?.chat_id, row.params?.user_id, row.params?.scope?.chat_id, tapped.get(row.params?.callback_query_id)]);
  for (const update of updatesOf(row)) {
    const from = update.message?.from ?? update.edited_message?.from ?? update.callback_query?.from ?? update.my_chat_member?.from;
    whom.add(from?.id);
    if (update.callback_query) tapped.set(update.callback_query.id, from.id);
  }
  whom.delete(undefined);
  known = { whom: new Set([...whom].map(String)), words: JSON.stringify(row.hook ? row : [row.method, row.params, row.result, row.description]).toLowerCase() };
  facts.set(row, known);
  return known;
}

function nameOf(row) {
  const { whom } = about(row);
  return everyone(state).filter((one) => whom.has(String(one.user_id))).map((one) => one.title).join(", ");
}

function fits(row) {
  const fact = about(row);
  const wanted = kept.words.trim().toLowerCase();
  if (row.seq <= kept.after || (kept.kind === "bad" && !isBad(row)) || (kept.kind === "hooks" && !row.hook) || (kept.kind === "acts" && isPolling(row))) return false;
  return (!kept.person || fact.whom.has(kept.person)) && (!kept.method || titleOf(row) === kept.method) && (!wanted || fact.words.includes(wanted));
}
