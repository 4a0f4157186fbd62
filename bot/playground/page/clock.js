// Behind the clock: jump ahead, by a step, to a time of one's own, or to what is due next.
import { html, useEffect, useRef, useState } from "./html.js";
import { Icon } from "./icons.js";
import { get, post } from "./api.js";
import { change, notice, state, timeNow, trying } from "./store.js";
import { shopTime } from "./frame.js";

const STEPS = [["+10 min", 600], ["+1 hour", 3600], ["+1 day", 86400]];

export function ClockSheet({ onClose }) {
  const [due, setDue] = useState(null);
  const [busy, setBusy] = useState("");
  const root = useRef();
  const look = () => get("/play/agenda").then(setDue, () => setDue([]));
  useEffect(() => { look(); root.current.querySelector("button").focus({ preventScroll: true }); }, []);
  const jump = async (body, what) => {
    setBusy(what);
    const answer = await trying(post("/play/jump", body));
    setBusy("");
    if (answer) {
      change({ now: { at: answer.now, seen: Date.now() } });
      await look();
    }
  };
  const reset = async () => {
    if (!confirm("Start from nothing? All chats and orders of the playground are deleted.")) return;
    onClose();
    notice("Clearing the town …");
    if (await trying(post("/play/reset"))) notice("A fresh start.");
  };
  const now = timeNow();
  const next = due?.[0];
  return html`<div class="popover" ref=${root} role="dialog" aria-label="Time of the shop"><p>The shop follows this clock. It only goes forward.</p>
    <div class="jumps" aria-busy=${Boolean(busy)}>${STEPS.map(([label, seconds]) => html`<button type="button" key=${label} disabled=${Boolean(busy)} onClick=${() => jump({ seconds }, label)}>${label}</button>`)}
      <button type="button" class="main" disabled=${Boolean(busy) || !next} onClick=${() => jump({ to: "next" }, "next")}><${Icon} name="next" />
        <span>To the next deadline${next ? html`<small>${next.what} · ${within(new Date(next.at) - now)}</small>` : ""}</span></button></div>
    <${ChooseTime} now=${now} busy=${Boolean(busy)} onJump=${(to) => jump({ to }, "chosen")} />
    <section class="agenda"><h2>Due next</h2>
      ${due === null ? html`<p>Looking it up…</p>` : !due.length ? html`<p>Nothing is due: no round is open and nothing waits to be paid.</p>`
        : html`<ol>${due.map((one) => html`<li key=${one.at + one.what}><button type="button" disabled=${Boolean(busy)} title="Jump there" onClick=${() => jump({ to: one.at }, one.at)}>
          <span>${one.what}</span><time datetime=${one.at}>${within(new Date(one.at) - now)}</time></button></li>`)}</ol>`}</section>
    <button type="button" class="danger" onClick=${reset}><${Icon} name="reset" />Reset the playground</button></div>`;
}

function ChooseTime({ now, busy, onJump }) {
  const [wish, setWish] = useState("");
  const least = localTime(new Date(now.getTime() + 60000));
  const send = (event) => {
    event.preventDefault();
    if (wish) onJump(momentOf(wish).toISOString());
  };
  return html`<form class="choose-time" onSubmit=${send}><label>A date and time<input type="datetime-local" required min=${least} value=${wish} onInput=${(e) => setWish(e.target.value)} /></label>
    <button type="submit" disabled=${busy || !wish}>Jump</button></form>`;
}

/** "2026-11-28T15:04" on the shop's clock, as the field of a date and time has it; and back. */
const localTime = (date) => new Intl.DateTimeFormat("sv-SE", { timeZone: state.zone ?? undefined, dateStyle: "short", timeStyle: "short" }).format(date).replace(" ", "T");

function momentOf(wish) {
  const guess = new Date(`${wish}Z`);
  return new Date(2 * guess.getTime() - new Date(`${localTime(guess)}Z`).getTime());
}

/** "in 12 min", "in 2 h 5 min", or the day. */
function within(milliseconds) {
  const minutes = Math.max(0, Math.round(milliseconds / 60000));
  if (minutes < 1) return "in a moment";
  if (minutes < 60) return `in ${minutes} min`;
  if (minutes < 24 * 60) return `in ${Math.floor(minutes / 60)} h${minutes % 60 ? ` ${minutes % 60} min` : ""}`;
  return shopTime.format(new Date(timeNow().getTime() + milliseconds));
}
