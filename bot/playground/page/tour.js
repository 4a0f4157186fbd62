// Follows a guided tour: which step is next, what it needs, doing it, and seeing by itself that it was done.
// Tours are data under tours/: index.json lists them, <id>.json holds people and steps (docs/playground.md says how to write one).
import { act, ownAddress, post, remove } from "./api.js";
import { say, start, tap } from "./acts.js";
import { change, chatOf, everyone, notice, show, state } from "./store.js";
import { onPhone } from "./point.js";
import { data, placeOf } from "./tours.js";

const PATIENCE_MILLISECONDS = 25000;
const CARD = { expiry: "12 / 34", code: "123" };

let current = null, casting = false;
/** The tour under way with its steps, once they are here. */
export const tourNow = () => (!casting && current && current.id === state.done.tour ? current : null);

/** Fetch the tour under way; false if it cannot be had. */
export async function loadTour() {
  const id = state.done.tour;
  if (id && current?.id !== id) {
    const [list, shared, steps] = await Promise.all([data("index"), data("shared"), data(id)]);
    if (state.done.tour === id) current = { ...list.find((one) => one.id === id), ...steps, shared, id }; // not left for another meanwhile
  }
  change({});
}

function keep(id, patch) {
  change((s) => ({ done: { tour: s.done.tour ?? null, at: { ...s.done.at, [id]: { ...placeOf(id), ...patch } } } }));
}

/** Begin a tour, or go on where it was left. */
export async function enter(id, anew = false) {
  casting = true; // nothing can be tried before everybody is there
  change((s) => ({ done: { tour: id, at: s.done.at ?? {} } }));
  try {
    await loadTour();
    if (anew) keep(id, { met: {} }); // with somebody new, nothing of the last time is in the way
    await cast();
  } catch (error) {
    change((s) => ({ done: { ...s.done, tour: null } }));
    return notice(error.message, "error");
  } finally {
    casting = false;
  }
  const { n } = placeOf(id);
  return go(anew || n >= current.steps.length ? 0 : n);
}

/** Everybody of the tour is here, and their chats stand side by side. */
async function cast() {
  const { people, steps } = current;
  for (const [who, { new: fresh }] of Object.entries(people)) {
    if (fresh && !person(who) && !steps.some((step) => step.meet && step.who === who)) await meet({ who }).catch((error) => notice(error.message, "error"));
  }
  const there = Object.keys(people).map((who) => person(who)?.user_id).filter(Boolean);
  if (there.length) change({ shown: there, active: there[0] });
}

/** Leave it for later; what it had switched on is switched off. */
export function leave() {
  if (tourNow()?.steps.some((step) => step.fault || step.bank)) calmDown();
  change((s) => ({ done: { ...s.done, tour: null } }));
}

const CALM_BANK = { decline_all: false, slow_seconds: 0, lose_answers: 0, break_down: 0, webhooks: "once" };
async function calmDown() {
  await Promise.allSettled([remove("/control/faults"), post("/play/faults", CALM_BANK)]);
}

/** Make step `n` the next one by hand: only what happens from now on counts for it. */
export function go(n) {
  if (!tourNow()) return;
  news();
  advance(n);
}

function advance(n) {
  const { id, steps } = tourNow();
  const recent = Object.entries(state.chats).flatMap(([chat, { messages }]) => messages.slice(-30).map((one) => ({ at: stampOf(one), key: keyOf(chat, one) })));
  const since = Math.max(0, ...recent.map((one) => one.at));
  keep(id, { n, since, used: recent.filter((one) => one.at === since).map((one) => one.key), asked: askedNow() });
  if (n < steps.length) bring(steps[n]);
  else if (steps.some((step) => step.fault || step.bank)) calmDown();
}

const askedNow = () => (state.selected ? `${state.selected.chatId}:${state.selected.messageId}` : "");

export function person(who) {
  const wanted = current?.people[who] ?? { role: who };
  const all = everyone(state);
  const met = placeOf(current?.id).met?.[who];
  if (wanted.new) return all.find((one) => one.user_id === met);
  return all.find((one) => wanted.name && one.title.includes(wanted.name)) ?? all.find((one) => one.role === (wanted.role ?? "consumer"));
}

/** Show the chat of a step, unless it is before one's eyes. */
export function bring(step) {
  const one = person(step.who);
  if (one && (!chatOf(one.user_id).visible || (onPhone() && state.active !== one.user_id))) show(one.user_id);
}

const stampOf = (message) => message.edit_date ?? message.date;
const keyOf = (chat, message) => `${chat}:${message.message_id}:${message.edits ?? 0}`;
const labels = (message) => (message.reply_markup?.inline_keyboard ?? []).flat().map((key) => key.text);
const wordsOf = (message) => [message.text ?? message.caption ?? "", ...labels(message)].join("\n");
const known = {}; // chat -> Map of message id -> edits, as last looked at

/** What is new in the chats since the last look; after a reload, since the step began. */
function news() {
  const place = placeOf(state.done.tour);
  const found = [];
  for (const [id, { messages }] of Object.entries(state.chats)) {
    const before = known[id];
    if (before?.messages === messages) continue;
    const edits = new Map();
    for (const message of messages) {
      edits.set(message.message_id, message.edits ?? 0);
      const fresh = before ? before.edits.get(message.message_id) !== (message.edits ?? 0)
        : stampOf(message) >= (place.since ?? Infinity) && !place.used?.includes(keyOf(id, message));
      if (fresh && message.from_bot) found.push({ chat: Number(id), message });
    }
    known[id] = { messages, edits };
  }
  return found.sort((a, b) => stampOf(a.message) - stampOf(b.message));
}

/** See whether the next step, or a milestone after it, has happened; called whenever something changed. */
export function look() {
  const tour = tourNow();
  if (!tour) return;
  const at = () => placeOf(tour.id).n;
  const settle = () => { while (at() < tour.steps.length && isSo(tour.steps[at()])) advance(at() + 1); };
  for (const one of news()) { // first: what ends one step is no sign of the next
    const hit = tour.steps.findIndex((step, n) => (n === at() || (n > at() && step.key)) && fits(step, one));
    if (hit >= 0) advance(hit + 1);
    settle();
  }
  settle();
}

/** Steps that are done by what is so, not by a message. */
function isSo(step) {
  const user = state.users[person(step.who)?.user_id];
  if (step.start) return Boolean(user?.started && chatOf(user.id).messages.at(-1)?.from_bot); // greeted
  if (step.act === "block") return Boolean(user?.blocked);
  if (step.act === "unblock" && !step.then) return Boolean(user && !user.blocked);
  if (step.meet) return Boolean(person(step.who));
  return Boolean(step.why && state.selected && placeOf(state.done.tour).asked !== askedNow());
}

function fits(step, { chat, message }) {
  return Boolean(step.then) && !(step.fresh && message.edits) && person(step.in ?? step.who)?.user_id === chat && new RegExp(step.then, "isu").test(wordsOf(message));
}

/** The words a step suggests: given, or addresses of demo pages. */
export function suggested(step) {
  if (!step.page) return step.say ?? null;
  const paths = [].concat(step.page).map((part) => state.sites.find((one) => one.path.includes(part))?.path);
  return paths.every(Boolean) ? [step.say, ...paths.map((path) => location.origin + path)].filter(Boolean).join("\n") : null;
}

/** The newest message of a chat that holds these words and has buttons, to reply to. */
export function replyOf(step, one) {
  if (!step.reply) return null;
  return chatOf(one.user_id).messages.findLast((message) => message.from_bot && wordsOf(message).includes(step.reply))?.message_id ?? null;
}

/** The newest button of a person's chat whose label holds these words. */
export function buttonOf(one, label) {
  for (const message of chatOf(one.user_id).messages.toReversed()) {
    for (const [row, keys] of (message.reply_markup?.inline_keyboard ?? []).entries()) {
      const column = keys.findIndex((key) => key.text.includes(label));
      if (column >= 0) return { message, row, column, key: keys[column] };
    }
  }
  return null;
}

/** Why a step cannot be done yet, in words; null if it can. */
export function missing(step) {
  const one = person(step.who);
  if (step.meet) return null;
  if (!one) return "Nobody for this part is here. Add somebody under People.";
  const user = state.users[one.user_id];
  if (user?.blocked && step.act !== "unblock") return `${one.title} has blocked the bot. Unblock it first.`;
  if (step.page && !suggested(step)) return "This page is not among the demo pages.";
  if (step.say && !step.reply && !step.say.startsWith("/") && !step.plain && (state.progress?.fraction ?? 1) < 1) return "Free text is not understood yet: the dialogue engine is still getting ready.";
  if (step.reply && !replyOf(step, one)) return step.first ?? `There is no message with “${step.reply}” in this chat yet.`;
  const label = step.tap ?? (step.card && "Pay €");
  if (label && !buttonOf(one, label)) return step.first ?? `There is no button “${label}” in this chat yet.`;
  return null;
}

/** Do the step as the person would. True if it was done without waiting for the bot. */
export async function perform(step) {
  const one = person(step.who);
  if (step.meet) return meet(step);
  if (step.run) return runAll(step);
  if (step.fault !== undefined) return step.fault ? post("/control/faults", step.fault) : remove("/control/faults");
  if (step.bank) return change({ bank: await post("/play/faults", step.bank) });
  if (step.jump) {
    const { now } = await post("/play/jump", step.jump === "next" ? { to: "next" } : { seconds: step.jump });
    return change({ now: { at: now, seen: Date.now() } });
  }
  if (step.start) return start(one.user_id);
  if (step.act) return act(one.user_id, step.act, {});
  if (step.card) return pay(one, step.card);
  const words = suggested(step);
  if (words) return say(one.user_id, words, replyOf(step, one));
  const found = step.tap && buttonOf(one, step.tap);
  if (found) return tap(one.user_id, found.message, found.row, found.column);
  return undefined;
}

/** Fill in the card page as a person would; the answer is the bank's page. */
async function pay(one, number) {
  const url = ownAddress(buttonOf(one, "Pay €").key.url);
  const page = await fetch(url, { method: "POST", body: new URLSearchParams({ number, ...CARD }) });
  const words = new DOMParser().parseFromString(await page.text(), "text/html").querySelector("[role=alert]")?.textContent.trim();
  if (words) notice(`The card page says: ${words}`);
}

async function meet(step) {
  const tour = current;
  const { name, role = "consumer", language = "en" } = tour.people[step.who];
  const made = step.meet ? await post("/control/users", { first_name: name, language_code: language })
    : await post("/play/people", { first_name: name, role, language });
  keep(tour.id, { met: { ...placeOf(tour.id).met, [step.who]: made.id ?? made.user_id } });
  await until(() => person(step.who), `${name} has not come in.`);
  show(person(step.who).user_id);
}

/** Several steps at once, each after the one before was answered. */
async function runAll(step) {
  const steps = tourNow().shared[step.run].map((one) => ({ who: step.who, ...one }));
  for (const one of steps) {
    await until(() => !missing(one), `${missing(one)}`);
    const from = snapshot();
    await perform(one);
    if (one.then) await until(() => since(from).some((found) => fits(one, found)), `Nothing came back for “${one.say ?? one.tap ?? one.text}”.`);
  }
}

const snapshot = () => new Set(Object.entries(state.chats).flatMap(([id, { messages }]) => messages.map((one) => keyOf(id, one))));
const since = (before) => Object.entries(state.chats).flatMap(([id, { messages }]) => messages.filter((one) => one.from_bot && !before.has(keyOf(id, one))).map((message) => ({ chat: Number(id), message })));

async function until(so, words) {
  const end = Date.now() + PATIENCE_MILLISECONDS;
  while (!so()) {
    if (Date.now() > end) throw new Error(words);
    await new Promise((done) => { setTimeout(done, 60); });
  }
}
