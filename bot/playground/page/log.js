// Every call of the bot to the Bot API, newest first; refusals and violations in red.
import { html, useState } from "./html.js";
import { everyone, state, useStore } from "./store.js";

const SHOWN = 150;
const clock = new Intl.DateTimeFormat(undefined, { hour: "2-digit", minute: "2-digit", second: "2-digit" });

export function Log() {
  const calls = useStore((s) => s.calls);
  const violations = useStore((s) => s.violations);
  const [words, setWords] = useState("");
  const [only, setOnly] = useState("acts");
  const wanted = words.trim().toLowerCase();
  const bad = (call) => !call.ok || call.violations?.length > 0;
  const rows = calls.filter((call) => (only === "all" || (only === "bad" ? bad(call) : call.method !== "getUpdates" || bad(call)))
    && (!wanted || call.method.toLowerCase().includes(wanted) || JSON.stringify(call.params).toLowerCase().includes(wanted)));
  return html`<div class="log">
    <div class="log-head"><input type="search" placeholder="Filter by method or content" aria-label="Filter the log" value=${words} onInput=${(e) => setWords(e.target.value)} />
      <select aria-label="Which calls" value=${only} onChange=${(e) => setOnly(e.target.value)}>
        <option value="acts">without polling</option><option value="bad">errors only</option><option value="all">all</option></select></div>
    ${violations.length > 0 && html`<details class="violations"><summary>${violations.length} ${violations.length === 1 ? "violation" : "violations"} of the Bot API</summary>
      <ul>${violations.slice(-30).reverse().map((one, n) => html`<li key=${n}><b>${one.method}</b> ${one.text}</li>`)}</ul></details>`}
    <ol>${rows.slice(-SHOWN).reverse().map((call) => html`<${Call} key=${call.seq} call=${call} bad=${bad(call)} />`)}</ol>
    ${!rows.length && html`<p class="nothing">No calls ${wanted || only !== "all" ? "that fit the filter" : "yet"}.</p>`}</div>`;
}

function Call({ call, bad }) {
  const [open, setOpen] = useState(false);
  const person = everyone(state).find((one) => String(one.user_id) === String(call.params?.chat_id));
  const hint = call.params?.text ?? call.params?.caption ?? "";
  return html`<li class=${bad ? "bad" : ""}><button type="button" aria-expanded=${open} onClick=${() => setOpen(!open)}>
      <time>${clock.format(at(call.at))}</time><b>${call.method}</b>
      <span class="to">${person ? person.title : ""}</span><span class=${`mark ${call.ok ? "" : "no"}`}>${call.ok ? `${Math.round(call.ms)} ms` : call.error_code ?? "error"}</span>
      ${!open && (bad ? html`<small class="reason">${call.description ?? call.violations?.[0]}</small>` : hint && html`<small>${String(hint).slice(0, 100)}</small>`)}</button>
    ${open && html`<div class="details">
      ${call.violations?.length > 0 && html`<ul class="reason">${call.violations.map((one, n) => html`<li key=${n}>${one}</li>`)}</ul>`}
      ${call.fault && html`<p class="reason">by a planted fault: ${call.fault}</p>`}
      <h4>Request</h4><pre>${pretty(call.params)}</pre><h4>Answer</h4><pre>${call.ok ? pretty(call.result) : `${call.error_code}: ${call.description}`}</pre></div>`}</li>`;
}

const at = (value) => new Date(typeof value === "number" ? value * 1000 : value);
const pretty = (value) => JSON.stringify(value, null, 2)?.slice(0, 6000) ?? "";
