// Around the panes: the bar with the chips, clock and switches; the progress of the first start; the overlay.
import { html, useEffect, useRef, useState } from "./html.js";
import { Face, Icon } from "./icons.js";
import { isOwn, post } from "./api.js";
import { change, chatOf, everyone, notice, show, shownPeople, state, trying, unread, useStore } from "./store.js";

export function Bar() {
  const phase = useStore((s) => s.phase);
  const open = useStore((s) => s.panel);
  const violations = useStore((s) => s.violations.length);
  return html`<header class="bar">
    <a class="brand" href="/" aria-label="Errand playground"><img src="/page/icon.svg" width="30" height="30" alt="" />
      <span><b>Errand</b><small>Send a page, get everything it needs</small></span></a>
    <${Chips} />
    ${phase === "lost" && html`<span class="lost" role="status">reconnecting…</span>`}
    <${Clock} />
    <${ThemeSwitch} />
    <button type="button" class=${`quiet panel-switch ${open ? "on" : ""}`} aria-pressed=${Boolean(open)} aria-label="Guide, reasons and log" title="Guide, reasons and log"
      onClick=${() => change({ panel: !open })}><${Icon} name="panel" />${violations > 0 && html`<span class="badge bad">${violations}</span>`}</button>
  </header>`;
}

const MANY = 8; // from here on the chips of hidden chats are faces only

function Chips() {
  const all = useStore(everyone);
  const shown = useStore(shownPeople);
  const active = useStore((s) => s.active);
  const roll = (event) => { if (!event.deltaX) event.currentTarget.scrollLeft += event.deltaY; };
  return html`<nav class=${`chips ${all.length > MANY ? "many" : ""}`} aria-label="People" onWheel=${roll}>${all.map((person) => html`<${Chip} key=${person.user_id} person=${person}
      shown=${shown.includes(person)} active=${active === person.user_id || (!shown.some((one) => one.user_id === active) && shown[0] === person)} />`)}
    ${all.length > 0 && html`<button type="button" class="chip add" title="Somebody new" aria-label="Somebody new"
      onClick=${() => change({ panel: true, tab: "people" })}><${Icon} name="plus" /></button>`}</nav>`;
}

function Chip({ person, shown, active }) {
  const count = useStore((s) => unread(chatOf(person.user_id)));
  return html`<button type="button" class=${`chip ${shown ? "shown" : ""} ${active ? "active" : ""}`} aria-pressed=${shown} aria-label=${`${person.title}${count ? `, ${count} unread` : ""}`} data-chip=${person.user_id}
      title=${`${person.title} · ${person.role}${person.hint ? ` · ${person.hint}` : ""}`} onClick=${() => show(person.user_id)}>
    <${Face} person=${person} /><span>${person.title.split(/ · |, /)[0]}</span>
    ${count > 0 && html`<span class="badge" aria-label=${`${count} unread`}>${count}</span>`}</button>`;
}

const shopTime = new Intl.DateTimeFormat(undefined, { weekday: "short", day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" });

function Clock() {
  const now = useStore((s) => s.now);
  const [open, setOpen] = useState(false);
  const [, tick] = useState(0);
  const root = useRef();
  useEffect(() => { const timer = setInterval(() => tick((n) => n + 1), 20000); return () => clearInterval(timer); }, []);
  useEffect(() => {
    if (!open) return undefined;
    const outside = (event) => { if (!root.current?.contains(event.target)) setOpen(false); };
    addEventListener("pointerdown", outside);
    return () => removeEventListener("pointerdown", outside);
  }, [open]);
  if (!now) return null;
  const time = new Date(new Date(now.at).getTime() + Date.now() - now.seen);
  const jump = async (body) => {
    const answer = await trying(post("/play/jump", body));
    if (answer) change({ now: { at: answer.now, seen: Date.now() } });
  };
  const reset = async () => {
    if (!confirm("Start from nothing? All chats and orders of the playground are deleted.")) return;
    setOpen(false);
    notice("Clearing the town …");
    if (await trying(post("/play/reset"))) notice("A fresh start.");
  };
  return html`<div class="clock" ref=${root} onKeyDown=${(e) => e.key === "Escape" && setOpen(false)}>
    <button type="button" class="quiet clock-face" aria-expanded=${open} aria-label="Time of the shop" title="Time of the shop" onClick=${() => setOpen(!open)}>
      <${Icon} name="clock" /><time>${shopTime.format(time)}</time></button>
    ${open && html`<div class="popover"><p>The shop follows this clock. It only goes forward.</p>
      <div class="jumps">${[["+10 min", 600], ["+1 hour", 3600], ["+1 day", 86400]].map(([label, seconds]) => html`
        <button type="button" key=${label} onClick=${() => jump({ seconds })}>${label}</button>`)}
        <button type="button" class="main" onClick=${() => jump({ to: "next" })}><${Icon} name="next" />To the next deadline</button></div>
      <button type="button" class="danger" onClick=${reset}><${Icon} name="reset" />Reset the playground</button></div>`}</div>`;
}

function ThemeSwitch() {
  const theme = useStore((s) => s.theme);
  const system = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  const current = theme ?? system;
  useEffect(() => { document.documentElement.dataset.theme = current; }, [current]);
  const other = current === "dark" ? "light" : "dark";
  return html`<button type="button" class="quiet theme" aria-label=${`Switch to ${other} colours`} title=${`Switch to ${other} colours`}
    onClick=${() => change({ theme: other })}><${Icon} name=${current === "dark" ? "sun" : "moon"} /></button>`;
}

/** How far the dialogue engine is; nothing when it is ready. */
export function Progress() {
  const progress = useStore((s) => s.progress);
  const starting = useStore((s) => s.starting);
  const ready = !progress || progress.fraction >= 1;
  if (ready && !starting) return null;
  const percent = Math.round((progress?.fraction ?? 0) * 100);
  const stage = starting && ready ? starting : progress?.stage ?? starting;
  return html`<div class=${`progress ${progress?.stage === "failed" ? "failed" : ""}`} role="status"><div><b>${String(stage).replaceAll("_", " ")}</b>
      <span>${progress?.detail || "Free text is understood in a moment; buttons, links and commands work already."}</span><span class="percent">${percent} %</span></div>
    <div class="progress-track" role="progressbar" aria-valuemin="0" aria-valuemax="100" aria-valuenow=${percent} aria-label="Dialogue engine">
      <i style=${{ width: `${Math.max(percent, 2)}%` }}></i></div></div>`;
}

export function Overlay() {
  const overlay = useStore((s) => s.overlay);
  const button = useRef();
  const close = () => change({ overlay: null });
  useEffect(() => { if (overlay) button.current?.focus(); }, [overlay]);
  useEffect(() => {
    const told = (event) => { if (isOwn(new URL(event.origin)) && event.data?.kind === "overlay-done") setTimeout(close, 700); };
    const escape = (event) => { if (event.key === "Escape" && state.overlay) close(); };
    addEventListener("message", told);
    addEventListener("keydown", escape);
    return () => { removeEventListener("message", told); removeEventListener("keydown", escape); };
  }, []);
  if (!overlay) return null;
  return html`<div class="overlay" onClick=${(e) => e.target === e.currentTarget && close()}>
    <div class="sheet" role="dialog" aria-modal="true" aria-label="Page"><header><span>${new URL(overlay.url).pathname}</span>
        <a class="quiet" href=${overlay.url} target="_blank" rel="noopener" aria-label="Open in a tab"><${Icon} name="out" /></a>
        <button type="button" class="quiet" ref=${button} aria-label="Close the page" onClick=${close}><${Icon} name="close" /></button></header>
      <iframe src=${overlay.url} title="Page opened from a chat"></iframe></div></div>`;
}

export const Notices = () => {
  const notices = useStore((s) => s.notices);
  return html`<div class="notices" role="status" aria-live="polite">${notices.map((one) => html`<p key=${one.id} class=${one.kind}>${one.words}</p>`)}</div>`;
};
