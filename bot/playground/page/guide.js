// The guide: tours to choose from, the tour under way step by step, and the pages to send.
import { html, useEffect, useRef } from "./html.js";
import { Icon } from "./icons.js";
import { openAddress } from "./acts.js";
import { everyone, useStore } from "./store.js";
import { enter, go, leave, loadTours, person, placeOf, tourFailed, tourList, tourNow } from "./tour.js";
import { closeOnPhone, suggest, Try } from "./nextstep.js";

export function Guide() {
  const tours = useStore(() => tourList());
  const failed = useStore(() => tourFailed());
  const tour = useStore(() => tourNow());
  const under = useStore((s) => s.done.tour);
  useEffect(() => { loadTours(); }, [under]);
  if (failed && !tours) {
    return html`<div class="nothing"><p role="alert">${failed}</p><button type="button" class="main" onClick=${loadTours}>Try again</button></div>`;
  }
  return html`<div class="guide">${under ? tour && html`<${Tour} key=${under} tour=${tour} />` : tours && html`<${Tours} tours=${tours} />`}<${PagesToSend} /></div>`;
}

function Tours({ tours }) {
  const places = useStore((s) => s.done.at);
  return html`<section class="tours" aria-label="Guided tours"><h3>Guided tours</h3><p class="lead">Each shows one thing that people do here. Leave when you like: you go on where you were.</p>
    <ul>${tours.map((tour, i) => {
      const n = places?.[tour.id]?.n ?? 0, done = n >= tour.steps;
      const share = Math.min(100, Math.round(100 * n / tour.steps));
      return html`<li key=${tour.id} class=${i === 0 && !n ? "first-tour" : ""}><button type="button" class="tour-card" data-tour=${tour.id} onClick=${() => { enter(tour.id, done); closeOnPhone(); }}>
          <span><b>${tour.title}</b><small>${tour.about}</small><small class="tour-facts">${tour.minutes} min · ${tour.people.join(", ")}</small></span>
          <span class="count">${done ? html`<${Icon} name="check" label="done" />` : n ? `${n}/${tour.steps}` : "Start"}</span></button>
        ${n > 0 && !done && html`<i class="share" style=${{ width: `${share}%` }}></i>`}</li>`;
    })}</ul></section>`;
}

function Tour({ tour }) {
  const n = useStore((s) => placeOf(tour.id) && (s.done.at?.[tour.id]?.n ?? 0));
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
    ${n > 0 && html`<button type="button" class="again" onClick=${() => go(0)}>Start this tour again</button>`}</section>`;
}

function Step({ step, before, k, n }) {
  const one = step.who !== before?.who && person(step.who);
  const done = k < n, next = k === n;
  return html`<li class=${`${done ? "done" : ""} ${next ? "next" : ""}`} data-step=${k} aria-current=${next ? "step" : null}>
    <button type="button" class="tick" role="checkbox" aria-checked=${done} aria-label=${`Done: ${step.text}`} title=${done ? "Go on from here again" : "Count as done"}
      onClick=${() => go(done ? k : k + 1)}><${Icon} name="check" /></button>
    <div><p>${one && html`<b class="as">${one.title.split(/ · |, /)[0]}</b> `}${step.text}</p>${next && html`<${Try} key=${k} step=${step} n=${k} />`}</div></li>`;
}

function PagesToSend() {
  const sites = useStore((s) => s.sites);
  const consumer = useStore((s) => everyone(s).find((one) => one.role === "consumer") ?? everyone(s).find((one) => one.role === "guest"));
  if (!sites.length) return null;
  const row = (site) => html`<li key=${site.path}><button type="button" class="page-link" disabled=${!consumer}
      onClick=${() => suggest(consumer, location.origin + site.path)}><b>${site.title}</b><small>${site.host}</small></button>
    ${!site.odd && html`<button type="button" class="quiet" aria-label=${`Look at ${site.title}`} title="Look at the page"
      onClick=${() => openAddress(location.origin + site.path)}><${Icon} name="eye" /></button>`}</li>`;
  return html`<details class="pages" open><summary><span><b>Pages to send</b><small>Put a link into the customer's chat.</small></span></summary>
    <ul>${sites.filter((site) => !site.odd).map(row)}</ul>
    <details class="odd"><summary>Pages that misbehave</summary><ul>${sites.filter((site) => site.odd).map(row)}</ul></details></details>`;
}
