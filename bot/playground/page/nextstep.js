// The next step of the tour under way: what to try, and as one line above the chats while the guide is closed.
import { html, useEffect, useRef, useState } from "./html.js";
import { Face, Icon } from "./icons.js";
import { inSight, onPhone, pointAt } from "./point.js";
import { change, notice, state, useStore } from "./store.js";
import { buttonOf, go, leave, loadTour, look, missing, perform, person, replyOf, suggested, tourNow } from "./tour.js";
import { placeOf, suggest } from "./tours.js";

const SLOW_MILLISECONDS = 2500; // what is missing is said after this, since the bot may be about to bring it

/** Watches the chats for as long as a tour is under way. */
export function NextStep() {
  const tour = useStore(() => tourNow());
  const n = useStore((s) => placeOf(s.done.tour).n);
  const inGuide = useStore((s) => s.panel && s.tab === "guide");
  const [open, setOpen] = useState(false);
  for (const part of ["chats", "users", "selected", "panes", "progress"]) useStore((s) => s[part]);
  useEffect(() => { loadTour().catch((error) => notice(error.message, "error")); }, []);
  useEffect(look);
  useEffect(() => setOpen(n === 0 && onPhone()), [n]); // the first step is told in full
  if (!tour || inGuide) return null;
  const step = tour.steps[n];
  const count = html`<span class="count">${Math.min(n + 1, tour.steps.length)}/${tour.steps.length}</span>`;
  const more = html`<button type="button" class="quiet" aria-label="Open the guide" title="Open the guide" onClick=${() => change({ panel: true, tab: "guide" })}><${Icon} name="panel" /></button>`;
  if (!step) {
    return html`<div class="next-bar" role="region" aria-label="Guided tour"><span class="next-words"><b>“${tour.title}” is done.</b></span>${more}
      <button type="button" class="quiet" aria-label="Close the tour" onClick=${leave}><${Icon} name="close" /></button></div>`;
  }
  const one = person(step.who);
  return html`<div class=${`next-bar ${open ? "open" : ""}`} role="region" aria-label="Guided tour">
    ${count}${one && html`<${Face} person=${one} />`}
    <button type="button" class="next-words" aria-expanded=${open} title=${step.text} onClick=${() => setOpen(!open)}><b>${one ? one.title.split(/ · |, /)[0] : ""}</b> ${step.text}</button>
    ${!open && html`<${Try} key=${`b${n}`} step=${step} n=${n} small />`}${more}
    ${open && html`<${Try} key=${`o${n}`} step=${step} n=${n} />`}</div>`;
}

/** Bring the message that has this button into sight. */
function pointAtButton(one, label) {
  const found = buttonOf(one, label);
  if (found) pointAt(one.user_id, found.message.message_id, { block: "end" });
  else inSight(one.user_id);
}

const UNSEEN_MILLISECONDS = 8000; // so long after a step was tried, what came back was something else

const BY_ITSELF = ["start", "act", "meet", "why"]; // seen by what is so; every other step without `then` is done once it was tried

/** What the step offers: words to put or send, a button to see or tap, a switch, or going on. */
export function Try({ step, n, small }) {
  const [busy, setBusy] = useState(false);
  const [late, setLate] = useState(false);
  const [unseen, setUnseen] = useState(false);
  const alive = useRef(true);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), SLOW_MILLISECONDS);
    return () => { alive.current = false; clearTimeout(timer); };
  }, []);
  const one = person(step.who);
  const lacks = missing(step);
  const doIt = async () => {
    setBusy(true);
    try {
      await perform(step);
      if (!step.then && !BY_ITSELF.some((kind) => step[kind]) && placeOf(state.done.tour).n === n) go(n + 1);
    } catch (error) {
      notice(error.message, "error");
    }
    if (!alive.current) return;
    setBusy(false);
    if (step.then) setTimeout(() => alive.current && setUnseen(true), UNSEEN_MILLISECONDS);
  };
  const words = suggested(step), shown = words?.replaceAll(`${location.origin}/sites/`, "🔗 ");
  const who = one?.title ?? "";
  const first = (lacks ? late : unseen) && html`<p class="try-first" role="status">${lacks ?? "Something else came back: what was done here before may be in the way. Behind the clock is a reset."} ${n > 0 && html`<button type="button" onClick=${() => go(n - 1)}>Back to the step before</button>`}
    <button type="button" onClick=${() => go(n + 1)}>Skip this step</button></p>`;
  const icon = (name, label, title) => html`<button type="button" class=${`quiet go ${busy ? "busy" : ""}`} disabled=${busy || Boolean(lacks)} aria-label=${label} title=${title} onClick=${doIt}><${Icon} name=${name} /></button>`;
  if (words) {
    return html`${!small && first}<span class="try">${!small && html`<button type="button" class="suggestion" title=${`Put into the chat of ${who}`}
        onClick=${() => suggest(one, words, replyOf(step, one))}>${shown}</button>`}${icon("send", `Send as ${who}: ${words}`, "Send at once")}</span>`;
  }
  if (step.tap) {
    return html`${!small && first}<span class="try">${!small && html`<button type="button" class="suggestion key-hint" title=${`Show me the button in the chat of ${who}`}
        onClick=${() => pointAtButton(one, step.tap)}>${step.tap.replace(/ €$/, "")}</button>`}${icon("tap", `Tap as ${who}: ${step.tap}`, "Tap it for me")}</span>`;
  }
  const label = step.label ?? (step.start ? "Press START" : step.run ? "Do this for me" : step.jump ? "Jump ahead" : step.why ? null : "Next");
  return html`${!small && first}${label && html`<span class="try"><button type="button" class="suggestion goto" disabled=${busy || Boolean(lacks)} onClick=${doIt}>${busy ? "…" : label}</button></span>`}`;
}
