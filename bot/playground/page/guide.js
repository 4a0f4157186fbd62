// The guide: tours to choose from, or the one under way, and the pages to send.
import { html, useEffect } from "./html.js";
import { Icon } from "./icons.js";
import { openAddress } from "./acts.js";
import { later } from "./later.js";
import { everyone, useStore } from "./store.js";
import { closeOnPhone } from "./point.js";
import { enter, loadList, suggest, tourFailed, tourList } from "./tours.js";

const Tour = later(() => import("./steps.js"), "Tour", "tour");

export function Guide() {
  const tours = useStore(() => tourList());
  const failed = useStore(() => tourFailed());
  const under = useStore((s) => s.done.tour);
  useEffect(() => { if (!under) loadList(); }, [under]);
  return html`<div class="guide">${under ? html`<${Tour} key=${under} />` : tours ? html`<${Tours} tours=${tours} />`
    : failed && html`<div class="nothing"><p role="alert">${failed}</p><button type="button" class="main" onClick=${loadList}>Try again</button></div>`}<${PagesToSend} /></div>`;
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
