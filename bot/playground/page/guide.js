// The guided tour and the pages to send.
import { html } from "./html.js";
import { Icon } from "./icons.js";
import { say, openAddress } from "./acts.js";
import { change, changeChat, chatOf, everyone, show, state, useStore } from "./store.js";
import { TOURS } from "./tour.js";

/** Put words into a person's input, ready to be sent. */
export function suggest(person, words, replyTo = null) {
  show(person.user_id);
  changeChat(person.user_id, { draft: words, replyTo });
  if (matchMedia("(max-width: 760px)").matches) change({ panel: false });
  setTimeout(() => document.getElementById(`say-${person.user_id}`)?.focus({ preventScroll: true }), 350);
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
      <ol>${steps.map((step) => {
        const person = personOf(step);
        const words = wordsOf(step, sites);
        return html`<li key=${step.key} class=${`${done[step.key] ? "done" : ""} ${step === next ? "next" : ""}`}>
          <button type="button" class="tick" role="checkbox" aria-checked=${Boolean(done[step.key])} aria-label=${`Done: ${step.text}`}
            onClick=${() => mark(step.key, !done[step.key])}><${Icon} name="check" /></button>
          <div><p>${step.text}</p>
            ${person && html`<span class="try">
              ${words ? html`<button type="button" class="suggestion" title=${`Put into the chat of ${person.title}`}
                  onClick=${() => { suggest(person, words, replyOf(step, person)); mark(step.key); }}>${words.replace(`${location.origin}/sites/`, "🔗 ")}</button>
                <button type="button" class="quiet go" aria-label=${`Send as ${person.title}: ${words}`} title="Send at once"
                  onClick=${() => { show(person.user_id); say(person.user_id, words, replyOf(step, person)); mark(step.key); }}><${Icon} name="send" /></button>`
                : html`<button type="button" class="suggestion goto" onClick=${() => { show(person.user_id); mark(step.key); }}>Go to ${person.title}</button>`}
            </span>`}</div></li>`;
      })}</ol>
      ${count > 0 && html`<button type="button" class="again" onClick=${() => change((s) => ({
        done: Object.fromEntries(Object.entries(s.done).filter(([key]) => !key.startsWith(`${tour.id}.`))) }))}>Start this tour again</button>`}
    </details>`;
  })}<${PagesToSend} sites=${sites} /></div>`;
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
