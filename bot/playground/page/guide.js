// The guided tour and the pages to send.
import { html } from "./html.js";
import { Icon } from "./icons.js";
import { say, openAddress, tap } from "./acts.js";
import { rowId } from "./words.js";
import { change, changeChat, chatOf, everyone, notice, show, state, useStore } from "./store.js";
import { TOURS } from "./tour.js";

/** Put words into a person's input, ready to be sent. */
export function suggest(person, words, replyTo = null) {
  show(person.user_id);
  changeChat(person.user_id, { draft: words, replyTo });
  closeOnPhone();
  setTimeout(() => document.getElementById(`say-${person.user_id}`)?.focus({ preventScroll: true }), 350);
}

function closeOnPhone() {
  if (matchMedia("(max-width: 760px)").matches) change({ panel: false });
}

function wordsOf(step, sites) {
  if (!step.page) return step.say ?? null;
  const site = sites.find((one) => one.path.includes(step.page)) ?? null;
  return site && location.origin + site.path;
}

/** Whom a step is meant for: of that role, by preference the one named. */
function personOf({ who, named }) {
  const all = everyone(state);
  const fitting = all.filter((one) => one.role === who || (who === "carrier" && one.role === "courier"));
  return fitting.find((one) => named && one.title.includes(named)) ?? fitting[0]
    ?? (who === "consumer" ? all.find((one) => one.role === "guest") : undefined);
}

const replyOf = (step, person) => (step.reply
  ? chatOf(person.user_id).messages.findLast((one) => one.from_bot && one.reply_markup?.inline_keyboard)?.message_id ?? null : null);

/** The newest button of a person's chat whose label holds these words. */
function buttonOf(person, label) {
  for (const message of chatOf(person.user_id).messages.toReversed()) {
    for (const [row, keys] of (message.reply_markup?.inline_keyboard ?? []).entries()) {
      const column = keys.findIndex((key) => key.text.includes(label));
      if (column >= 0) return { message, row, column };
    }
  }
  notice(`There is no button “${label}” in the chat of ${person.title} yet.`, "error");
  return null;
}

function tapIt(person, label) {
  const found = buttonOf(person, label);
  show(person.user_id);
  if (found) tap(person.user_id, found.message, found.row, found.column);
  return found;
}

/** Bring the message that has this button into sight. */
function pointAt(person, label) {
  const found = buttonOf(person, label);
  show(person.user_id);
  closeOnPhone();
  setTimeout(() => {
    const row = found && document.getElementById(rowId(person.user_id, found.message));
    row?.scrollIntoView({ behavior: "smooth", block: "end" });
    row?.classList.remove("pointed");
    requestAnimationFrame(() => row?.classList.add("pointed"));
  }, 350);
}

export function Guide() {
  const done = useStore((s) => s.done);
  const sites = useStore((s) => s.sites);
  useStore((s) => everyone(s));
  const mark = (key, value = true) => change((s) => ({ done: { ...s.done, [key]: value } }));
  return html`<div class="guide">${TOURS.map((tour) => {
    const steps = tour.steps.map((step, n) => ({ ...step, key: `${tour.id}.${n}` }));
    const count = steps.filter((step) => done[step.key]).length;
    const next = steps.find((step) => !done[step.key]);
    return html`<details class="tour" key=${tour.id} open=${tour.id === "main"}>
      <summary><span><b>${tour.title}</b><small>${tour.about}</small></span><span class="count">${count}/${steps.length}</span></summary>
      <ol>${steps.map((step) => html`<${Step} key=${step.key} step=${step} sites=${sites} done=${Boolean(done[step.key])} next=${step === next} mark=${mark} />`)}</ol>
      ${count > 0 && html`<button type="button" class="again" onClick=${() => change((s) => ({
        done: Object.fromEntries(Object.entries(s.done).filter(([key]) => !key.startsWith(`${tour.id}.`))) }))}>Start this tour again</button>`}
    </details>`;
  })}<${PagesToSend} sites=${sites} /></div>`;
}

function Step({ step, sites, done, next, mark }) {
  const person = personOf(step);
  const words = wordsOf(step, sites);
  const taps = step.tap ?? [];
  const spoken = () => taps.length || mark(step.key);
  const tapped = (n) => n === taps.length - 1 && mark(step.key);
  return html`<li class=${`${done ? "done" : ""} ${next ? "next" : ""}`} data-step=${step.key}>
    <button type="button" class="tick" role="checkbox" aria-checked=${done} aria-label=${`Done: ${step.text}`}
      onClick=${() => mark(step.key, !done)}><${Icon} name="check" /></button>
    <div><p>${step.text}</p>
      ${person && words && html`<span class="try"><button type="button" class="suggestion" title=${`Put into the chat of ${person.title}`}
          onClick=${() => { suggest(person, words, replyOf(step, person)); spoken(); }}>${words.replace(`${location.origin}/sites/`, "🔗 ")}</button>
        <button type="button" class="quiet go" aria-label=${`Send as ${person.title}: ${words}`} title="Send at once"
          onClick=${() => { show(person.user_id); say(person.user_id, words, replyOf(step, person)); spoken(); }}><${Icon} name="send" /></button></span>`}
      ${person && taps.map((label, n) => html`<span class="try" key=${n}><button type="button" class="suggestion key-hint" title=${`Show me the button in the chat of ${person.title}`}
          onClick=${() => pointAt(person, label)}>${label.replace(/ €$/, "")}</button>
        <button type="button" class="quiet go" aria-label=${`Tap as ${person.title}: ${label}`} title="Tap it for me"
          onClick=${() => { if (tapIt(person, label)) tapped(n); }}><${Icon} name="tap" /></button></span>`)}
      ${person && !words && !taps.length && html`<span class="try"><button type="button" class="suggestion goto"
          onClick=${() => { show(person.user_id); closeOnPhone(); mark(step.key); }}>Go to ${person.title}</button></span>`}
    </div></li>`;
}

function PagesToSend({ sites }) {
  if (!sites.length) return null;
  const consumer = personOf({ who: "consumer" });
  const row = (site) => html`<li key=${site.path}><button type="button" class="page-link" disabled=${!consumer}
      onClick=${() => suggest(consumer, location.origin + site.path)}><b>${site.title}</b><small>${site.host}</small></button>
    ${!site.odd && html`<button type="button" class="quiet" aria-label=${`Look at ${site.title}`} title="Look at the page"
      onClick=${() => openAddress(location.origin + site.path)}><${Icon} name="eye" /></button>`}</li>`;
  return html`<details class="tour pages" open><summary><span><b>Pages to send</b><small>Put a link into the customer's chat.</small></span></summary>
    <ul>${sites.filter((site) => !site.odd).map(row)}</ul>
    <details class="odd"><summary>Pages that misbehave</summary><ul>${sites.filter((site) => site.odd).map(row)}</ul></details></details>`;
}
