// The tour under way, step by step.
import { html, useEffect, useRef } from "./html.js";
import { Icon } from "./icons.js";
import { useStore } from "./store.js";
import { enter, go, leave, person, tourNow } from "./tour.js";
import { Try } from "./nextstep.js";

export function Tour() {
  const tour = useStore(() => tourNow());
  return tour && html`<${Steps} tour=${tour} />`;
}

function Steps({ tour }) {
  const n = useStore((s) => s.done.at?.[tour.id]?.n ?? 0);
  for (const part of ["chats", "panes", "users", "sites", "progress"]) useStore((s) => s[part]);
  const root = useRef();
  useEffect(() => {
    const next = root.current?.querySelector("li.next, .finished");
    next?.scrollIntoView({ behavior: "smooth", block: n ? "center" : "nearest" });
  }, [n]);
  const finished = n >= tour.steps.length;
  return html`<section class="tour" ref=${root} aria-label=${tour.title}>
    <header><button type="button" class="quiet" aria-label="All tours" title="Leave; you can go on later" onClick=${leave}><${Icon} name="down" /></button>
      <span><b>${tour.title}</b></span><span class="count">${n}/${tour.steps.length}</span></header>
    <div class="tour-track" role="progressbar" aria-label="Progress of this tour" aria-valuemin="0" aria-valuemax=${tour.steps.length} aria-valuenow=${n}><i style=${{ width: `${100 * n / tour.steps.length}%` }}></i></div>
    <ol>${tour.steps.map((step, k) => html`<${Step} key=${k} step=${step} before=${tour.steps[k - 1]} k=${k} n=${n} />`)}</ol>
    ${finished && html`<div class="finished" role="status"><b>Done.</b> <button type="button" class="main" onClick=${leave}>All tours</button></div>`}
    ${n > 0 && html`<button type="button" class="again" onClick=${() => enter(tour.id, true)}>Start this tour again</button>`}</section>`;
}

function Step({ step, before, k, n }) {
  const one = step.who !== before?.who && person(step.who);
  const done = k < n, next = k === n;
  return html`<li class=${`${done ? "done" : ""} ${next ? "next" : ""}`} data-step=${k} aria-current=${next ? "step" : null}>
    <button type="button" class="tick" role="checkbox" aria-checked=${done} aria-label=${`Done: ${step.text}`} title=${done ? "Go on from here again" : "Count as done"}
      onClick=${() => go(done ? k : k + 1)}><${Icon} name="check" /></button>
    <div><p>${one && html`<b class="as">${one.title.split(/ · |, /)[0]}</b> `}${step.text}</p>${next && html`<${Try} key=${k} step=${step} n=${k} />`}</div></li>`;
}
