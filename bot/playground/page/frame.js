// Around the panes: the bar with the chips, the clock and the switches; and the notices.
import { html, useEffect, useRef, useState } from "./html.js";
import { Face, Icon, partOf } from "./icons.js";
import { later } from "./later.js";
import { inZone } from "./words.js";
import { activeFaults, activePerson, change, chatOf, everyone, show, shownPeople, timeNow, unread, useStore } from "./store.js";

const ClockSheet = later(() => import("./clock.js"), "ClockSheet", "clock");

export function Bar() {
  const phase = useStore((s) => s.phase);
  const open = useStore((s) => s.panel);
  const violations = useStore((s) => s.violations.length);
  return html`<header class="bar">
    <h1><a class="brand" href="/" aria-label="Errand playground"><img src="/page/icon.svg" width="30" height="30" alt="" />
      <span><b>Errand</b><small>Send a page, get everything it needs</small></span></a></h1>
    <${Chips} />
    ${phase === "lost" && html`<span class="lost" role="status">reconnecting…</span>`}
    <${FaultSign} />
    <${Clock} />
    <button type="button" class="quiet keys-switch" aria-label="Keys" title="Keys (?)" onClick=${() => change({ help: true })}>?</button>
    <${ThemeSwitch} />
    <button type="button" class=${`quiet panel-switch ${open ? "on" : ""}`} aria-pressed=${Boolean(open)} aria-label="Guide, reasons and log" title="Guide, reasons and log"
      onClick=${() => change({ panel: !open })}><${Icon} name="panel" />${violations > 0 && html`<span class="badge bad" aria-hidden="true">${violations}</span>`}</button>
  </header>`;
}

const MANY = 8; // from here on the chips of hidden chats are faces only

function Chips() {
  const all = useStore(everyone);
  const shown = useStore(shownPeople);
  const active = useStore(activePerson);
  const row = useRef();
  useEffect(() => { // scrollIntoView would also make the chip the place from which Tab goes on
    const chip = row.current.querySelector(`[data-chip="${active?.user_id}"]`)?.getBoundingClientRect(), seen = row.current.getBoundingClientRect();
    if (chip) row.current.scrollLeft += Math.min(0, chip.left - seen.left) + Math.max(0, chip.right - seen.right);
  }, [active]);
  const roll = (event) => { if (!event.deltaX) event.currentTarget.scrollLeft += event.deltaY; };
  return html`<nav class=${`chips ${all.length > MANY ? "many" : ""}`} aria-label="People" ref=${row} onWheel=${roll}>${all.map((person) => html`<${Chip} key=${person.user_id} person=${person}
      shown=${shown.includes(person)} active=${active === person} />`)}
    ${all.length > 0 && html`<button type="button" class="chip add" title="Somebody new" aria-label="Somebody new"
      onClick=${() => change({ panel: true, tab: "people" })}><${Icon} name="plus" /></button>`}</nav>`;
}

function Chip({ person, shown, active }) {
  const count = useStore((s) => unread(chatOf(person.user_id)));
  const blocked = useStore((s) => s.users[person.user_id]?.blocked);
  return html`<button type="button" class=${`chip ${shown ? "shown" : ""} ${active ? "active" : ""}`} aria-pressed=${shown} aria-current=${active ? "true" : undefined}
      aria-label=${`${person.title}${count ? `, ${count} unread` : ""}${blocked ? ", has blocked the bot" : ""}`} data-chip=${person.user_id}
      title=${`${person.title} · ${partOf(person)}${person.hint ? ` · ${person.hint}` : ""}`} onClick=${() => show(person.user_id)}>
    <${Face} person=${person} /><span>${person.title.split(/ · |, /)[0]}</span>
    ${count > 0 && html`<span class="badge" aria-hidden="true">${count}</span>`}${blocked && html`<${Icon} name="block" />`}</button>`;
}

/** While anything is broken on purpose, the bar says so. */
function FaultSign() {
  const count = useStore(activeFaults);
  return html`<span role="status">${count > 0 && html`<button type="button" class="fault-sign" onClick=${() => change({ panel: true, tab: "faults" })}>
    <${Icon} name="fault" /><span>${count === 1 ? "1 fault is on" : `${count} faults are on`}</span></button>`}</span>`;
}

/** By 24 hours whatever the browser likes, as the shop writes its times. */
export const shopTime = inZone({ weekday: "short", day: "numeric", month: "short", hour: "2-digit", minute: "2-digit", hourCycle: "h23" });

function Clock() {
  const now = useStore((s) => s.now);
  const [open, setOpen] = useState(false);
  const [, tick] = useState(0);
  const root = useRef();
  const face = useRef();
  useEffect(() => { const timer = setInterval(() => tick((n) => n + 1), 20000); return () => clearInterval(timer); }, []);
  useEffect(() => {
    if (!open) return undefined;
    const outside = (event) => { if (!root.current?.contains(event.target)) setOpen(false); };
    addEventListener("pointerdown", outside);
    return () => removeEventListener("pointerdown", outside);
  }, [open]);
  if (!now) return null;
  const escape = (event) => {
    if (event.key !== "Escape" || !open) return;
    event.preventDefault();
    setOpen(false);
    face.current.focus();
  };
  return html`<div class="clock" ref=${root} onKeyDown=${escape}>
    <button type="button" class="quiet clock-face" ref=${face} aria-expanded=${open} aria-label=${`Time of the shop: ${shopTime.format(timeNow())}`} title="Time of the shop" onClick=${() => setOpen(!open)}>
      <${Icon} name="clock" /><time>${shopTime.format(timeNow())}</time></button>
    ${open && html`<${ClockSheet} onClose=${() => setOpen(false)} />`}</div>`;
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

export const Notices = () => {
  const notices = useStore((s) => s.notices);
  return html`<div class="notices" role="status" aria-live="polite">${notices.map((one) => html`<p key=${one.id} class=${one.kind}>${one.words}</p>`)}</div>`;
};
