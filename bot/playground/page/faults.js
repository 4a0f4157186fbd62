// What goes wrong in the world, by switch: at the messenger, with one person, at the bank, with the shop itself.
import { html, useEffect, useState } from "./html.js";
import { Icon } from "./icons.js";
import { act, get, post, remove } from "./api.js";
import { activeFaults, change, everyone, notice, state, trying, useStore } from "./store.js";
import { loadShop } from "./stream.js";

const EVERYBODY = "";
const TIMES = { name: "count", label: "How many times", value: 3, min: 1, max: 1000 };
const WHOM = { name: "chat_id", label: "For whom", people: true, value: EVERYBODY };
const seconds = (label, value, name = "seconds", max = 600) => ({ name, label, value, min: 1, max });

/** `kind` at the emulator; `fields` become what is sent, by `body` where they differ from that. */
const AT_TELEGRAM = [
  { kind: "too_many_requests", title: "Too many requests (429)", does: "Telegram refuses every message and says how long to wait.",
    must: "wait as long as it was told, then deliver everything once and in order; other chats must not wait with it.",
    fields: [seconds("Seconds to wait", 5, "retry_after", 300), WHOM, { ...TIMES, value: 1 }], methods: ["sendMessage", "editMessageText", "sendPhoto", "sendMediaGroup"] },
  { kind: "outage", title: "Telegram is down", does: "Every call is answered with 502 Bad Gateway, and no message comes in.",
    must: "lose nothing: what it had to say is delivered when this is over, and what people wrote meanwhile is answered.", fields: [seconds("For how many seconds", 20)] },
  { kind: "slow", title: "Telegram is slow", does: "Each call takes this long.", must: "keep its order within each chat, send nothing twice, and not let one chat wait for another.",
    fields: [seconds("Seconds for each call", 3, "delay", 30), { ...TIMES, value: 10 }], body: ({ delay, ...rest }) => ({ ...rest, delay_ms: 1000 * delay }), methods: ["sendMessage", "editMessageText", "answerCallbackQuery", "sendPhoto"] },
  { kind: "drop_answer", title: "Answers are lost", does: "Telegram does what it was asked to; the line breaks before the bot hears of it.",
    must: "try again. A message may stand there twice, an order or a payment never.", fields: [TIMES], methods: ["sendMessage", "editMessageText", "answerCallbackQuery", "sendPhoto"] },
  { kind: "duplicate_update", title: "Updates come twice", does: "What a person wrote or tapped is delivered to the bot a second time.",
    must: "act once: one list, one order, one charge.", fields: [TIMES] },
  { kind: "reorder_updates", title: "Updates change places", does: "Of several that wait, the second is delivered before the first.",
    must: "miss neither of them.", fields: [TIMES] },
];

const BROKEN = { name: "times", label: "How often", choices: [["-1", "until switched off"], ["1", "once"], ["3", "3 times"], ["10", "10 times"]], value: "-1" };
/** `name` of the bank's fault, and what it is set to when it is on. */
const AT_THE_BANK = [
  { name: "decline_all", title: "Every card is declined", does: "The card page refuses whatever is typed.", must: "leave the order waiting, charge nothing, and offer another try or cash.", on: () => true, off: false },
  { name: "slow_seconds", title: "The bank is slow", does: "Each call to the bank takes this long.", must: "go on talking to everybody meanwhile, and open one card page.",
    fields: [seconds("Seconds for each call", 5, "seconds", 60)], on: (wish) => Number(wish.seconds), off: 0 },
  { name: "break_down", title: "The bank is down", does: "The bank answers 500 and does nothing.", must: "say that the card page takes a moment, try again, and in the end offer cash; nothing stays held.",
    fields: [BROKEN], on: (wish) => Number(wish.times), off: 0 },
  { name: "lose_answers", title: "The bank’s answers are lost", does: "The bank does what it was asked to; the shop never hears of it.", must: "ask again with the same key: one card page, one refund.",
    fields: [{ ...BROKEN, value: "1" }], on: (wish) => Number(wish.times), off: 0 },
  { name: "webhooks", title: "The bank’s news is lost", does: "Nobody tells the shop that a card was paid.", must: "find out by itself: it asks the bank after a minute (jump ahead), or when the person says so.", on: () => "lost", off: "once" },
  { name: "webhooks", title: "The bank’s news comes twice", does: "Each webhook is delivered two times.", must: "enter the money once.", on: () => "twice", off: "once" },
  { name: "webhooks", title: "The bank’s news comes late and out of order", does: "Webhooks are held back; when this is switched off they arrive, the last first.", must: "come to the same end whatever the order.", on: () => "held", off: "once" },
];

export function Faults() {
  const count = useStore(activeFaults);
  const [busy, setBusy] = useState(false);
  useSecondHand();
  useEffect(() => { lookAgain(); }, []);
  const mend = async () => {
    setBusy(true);
    await trying(Promise.all([remove("/play/faults"), remove("/control/faults")]));
    await lookAgain();
    setBusy(false);
  };
  return html`<div class="faults">
    <div class="faults-head" role="status"><p>${count ? html`<b>${count === 1 ? "One thing is" : `${count} things are`} broken on purpose.</b>` : html`Everything works. Switch a fault on and see what the shop makes of it.`}</p>
      <button type="button" class="main" disabled=${!count || busy} onClick=${mend}><${Icon} name="check" />Everything works again</button></div>
    <section aria-labelledby="faults-telegram"><h3 id="faults-telegram">At Telegram</h3><ul>${AT_TELEGRAM.map((fault) => html`<${TelegramFault} key=${fault.kind} fault=${fault} />`)}</ul></section>
    <${Elsewhere} />
    <section aria-labelledby="faults-person"><h3 id="faults-person">With a person</h3><ul><${Blocked} /></ul></section>
    <section aria-labelledby="faults-bank"><h3 id="faults-bank">At the bank</h3><ul>${AT_THE_BANK.map((fault) => html`<${BankFault} key=${fault.title} fault=${fault} />`)}</ul></section>
    <section aria-labelledby="faults-shop"><h3 id="faults-shop">With the shop itself</h3><ul><${Restart} /></ul></section></div>`;
}

/** Faults may be set from elsewhere, and end by the clock: what is shown follows the server. */
async function lookAgain() {
  const [faults, bank] = await Promise.all([get("/control/faults"), get("/play/faults")]).catch(() => []);
  if (faults) change({ faults });
  if (bank) change({ bank });
}

function useSecondHand() {
  const timed = useStore((s) => s.faults.some((one) => one.until));
  const [, tick] = useState(0);
  useEffect(() => {
    if (!timed) return undefined;
    const timer = setInterval(() => { tick((n) => n + 1); if (state.faults.some((one) => one.until && left(one) <= 0)) lookAgain(); }, 1000);
    return () => clearInterval(timer);
  }, [timed]);
}

const left = (fault) => fault.until - (Date.now() + state.ahead) / 1000;

function TelegramFault({ fault }) {
  const active = useStore((s) => s.faults.find((one) => one.kind === fault.kind));
  const hits = useStore((s) => s.faultHits[fault.kind] ?? 0);
  const on = (wish) => {
    const given = Object.fromEntries(Object.entries(wish).filter(([, value]) => value !== EVERYBODY).map(([name, value]) => [name, Number(value)]));
    return trying(post("/control/faults", { kind: fault.kind, methods: fault.methods, ...(fault.body?.(given) ?? given) }));
  };
  const off = () => Promise.all(state.faults.filter((one) => one.kind === fault.kind).map((one) => trying(remove(`/control/faults/${one.id}`))));
  return html`<${Switch} fault=${fault} active=${Boolean(active)} hits=${hits} state=${active && leftOf(active)} on=${on} off=${off} />`;
}

function leftOf(fault) {
  const parts = [fault.count && `${fault.count} more`, fault.until && `${Math.max(0, Math.ceil(left(fault)))} s left`];
  if (fault.chat_id) parts.push(`for ${nameOf(fault.chat_id)}`);
  return parts.filter(Boolean).join(", ") || "until switched off";
}

const nameOf = (id) => everyone(state).find((one) => String(one.user_id) === String(id))?.title ?? id;

/** What was switched on from elsewhere and has no switch here. */
function Elsewhere() {
  const faults = useStore((s) => s.faults);
  const others = faults.filter((one) => !AT_TELEGRAM.some((known) => known.kind === one.kind));
  return others.length > 0 && html`<ul class="elsewhere">${others.map((one) => html`<li key=${one.id}><b>${one.kind.replaceAll("_", " ")}</b> <span>${leftOf(one)}</span>
    <button type="button" onClick=${() => trying(remove(`/control/faults/${one.id}`))}>End it</button></li>`)}</ul>`;
}

function BankFault({ fault }) {
  const set = useStore((s) => s.bank?.[fault.name] ?? fault.off);
  const hits = useStore((s) => s.bank?.hits?.[fault.name] ?? 0);
  const told = (wish) => trying(post("/play/faults", wish)).then((bank) => bank && change({ bank }));
  const active = fault.name === "webhooks" ? set === fault.on() : set !== fault.off;
  const how = { slow_seconds: () => `${set} s each`, break_down: () => times(set), lose_answers: () => times(set) }[fault.name]?.();
  return html`<${Switch} fault=${fault} active=${active} hits=${fault.name === "webhooks" && !active ? 0 : hits} state=${active && (how ?? "until switched off")}
    on=${(wish) => told({ [fault.name]: fault.on(wish) })} off=${() => told({ [fault.name]: fault.off })} />`;
}

const times = (count) => (count < 0 ? "until switched off" : `${count} more`);

const BLOCKED = { kind: "blocked", title: "Somebody blocks the bot", does: "Every message to this person is refused with 403.", must: "stop writing to this person and go on for the others; whatever waits for this person’s answer must not hang.",
  fields: [{ name: "user", label: "Who", people: true, started: true }] };

function Blocked() {
  const blocked = useStore((s) => Object.values(s.users).filter((one) => one.blocked).map((one) => one.id).join(" "));
  const ids = blocked ? blocked.split(" ") : [];
  const on = ({ user }) => (user ? trying(act(user, "block", {})) : notice("Nobody has started the bot yet.", "error"));
  return html`<${Switch} fault=${BLOCKED} active=${ids.length > 0} state=${ids.length > 0 && ids.map(nameOf).join(", ")} on=${on}
    off=${() => Promise.all(ids.map((id) => trying(act(id, "unblock", {}))))} />`;
}

/** One fault: what it does, what to watch for, its settings while it is off, how far it is while it is on. */
function Switch({ fault, active, hits = 0, state: how, on, off }) {
  const fields = fault.fields ?? [];
  const [wish, setWish] = useState({});
  const [busy, setBusy] = useState(false);
  const people = useStore(everyone);
  const users = useStore((s) => s.users);
  const choices = (field) => people.filter((one) => !field.started || (users[one.user_id]?.started && !users[one.user_id]?.blocked));
  const valueOf = (field) => wish[field.name] ?? field.value ?? String(choices(field)[0]?.user_id ?? "");
  const id = `fault-${(fault.title).replace(/\W+/g, "-")}`;
  const flip = async () => {
    const bad = fields.find((field) => field.max && !(Number(valueOf(field)) >= field.min && Number(valueOf(field)) <= field.max));
    if (!active && bad) return void notice(`${bad.label}: a number from ${bad.min} to ${bad.max} is wanted.`, "error");
    setBusy(true);
    await (active ? off() : on(Object.fromEntries(fields.map((field) => [field.name, valueOf(field)]))));
    setBusy(false);
  };
  return html`<li class=${active ? "on" : ""}><div class="fault-head"><h4 id=${id}>${fault.title}</h4>
      <button type="button" class="switch" role="switch" aria-checked=${active} aria-labelledby=${id} aria-describedby=${`${id}-does`} aria-busy=${busy} onClick=${flip}><i></i></button></div>
    <p id=${`${id}-does`}>${fault.does} <em>The bot must ${fault.must}</em></p>
    ${!active && fields.length > 0 && html`<div class="fault-fields">${fields.map((field) => html`<${Field} key=${field.name} field=${field} value=${valueOf(field)} people=${choices(field)}
      onChange=${(value) => setWish({ ...wish, [field.name]: value })} />`)}</div>`}
    ${(active || hits > 0) && html`<p class="fault-state">${active && html`<b>On</b> · ${how}`}${hits > 0 && html`<span>${active ? " · " : ""}struck ${hits === 1 ? "once" : `${hits} times`}</span>`}</p>`}</li>`;
}

function Field({ field, value, people, onChange }) {
  const changed = (event) => onChange(event.target.value);
  if (field.people) {
    return html`<label>${field.label}<select value=${value} onChange=${changed}>${!field.started && html`<option value="">everybody</option>`}
      ${people.map((one) => html`<option key=${one.user_id} value=${one.user_id} selected=${String(one.user_id) === String(value)}>${one.title}</option>`)}</select></label>`;
  }
  if (field.choices) return html`<label>${field.label}<select value=${value} onChange=${changed}>${field.choices.map(([one, words]) => html`<option key=${one} value=${one} selected=${one === value}>${words}</option>`)}</select></label>`;
  return html`<label>${field.label}<input type="number" inputmode="numeric" min=${field.min} max=${field.max} value=${value} onInput=${changed} /></label>`;
}

function Restart() {
  const [busy, setBusy] = useState(false);
  const restart = async () => {
    setBusy(true);
    if (await trying(post("/play/restart"))) {
      notice("The shop is open again.");
      await trying(loadShop());
    }
    setBusy(false);
  };
  return html`<li><div class="fault-head"><h4>Closed in the middle, opened again</h4><button type="button" class="small" disabled=${busy} onClick=${restart}>${busy ? "Restarting …" : "Restart the shop"}</button></div>
    <p>Whatever it is doing is broken off; it knows again only what it had written down. <em>The bot must go on where it was: rounds, open questions, orders and what it had still to say.</em></p></li>`;
}
