// A small map around a place. Nothing is fetched for it: the demo town is in `town.js`, elsewhere there is a grid of degrees.
import { html, useMemo, useRef } from "./html.js";
import { BLOCKS, GREENS, RAILWAY, RIVER, STREETS, TOWN } from "./town.js";

const METRES_PER_DEGREE = 111_320;
const WIDTH = 280, HEIGHT = 150;
const TOWN_METRES = 4000;
export const STEP_METRES = 20;

const metresEast = (latitude) => METRES_PER_DEGREE * Math.cos(latitude * Math.PI / 180);

/** The place some metres away; north and east count positive. */
export function moved({ latitude, longitude }, north, east) {
  const across = Math.max(1, metresEast(latitude));
  const round = (degrees) => Math.round(degrees * 1e6) / 1e6;
  return { latitude: round(Math.max(-90, Math.min(90, latitude + north / METRES_PER_DEGREE))), longitude: round(((longitude + east / across + 540) % 360) - 180) };
}

export function metresBetween(a, b) {
  return Math.hypot((a.latitude - b.latitude) * METRES_PER_DEGREE, (a.longitude - b.longitude) * metresEast(a.latitude));
}

/** `center` may be moved by dragging and by arrow keys when `onMove(place)` is given. `scale`: metres a pixel. */
export function TownMap({ center, scale = 3, label, live, heading, onMove, tab = 0, height = HEIGHT }) {
  const held = useRef();
  const known = metresBetween(center, TOWN) < TOWN_METRES;
  const origin = useMemo(() => ({ ...center }), [scale, known, Math.round(center.latitude * 200), Math.round(center.longitude * 200)]);
  const drawn = useMemo(() => (known ? town(origin, scale) : grid(origin, scale)), [origin]);
  const dx = (center.longitude - origin.longitude) * metresEast(origin.latitude) / scale;
  const dy = -(center.latitude - origin.latitude) * METRES_PER_DEGREE / scale;
  const size = () => held.current.box.width / WIDTH;
  const down = (event) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    held.current = { x: event.clientX, y: event.clientY, from: center, box: event.currentTarget.getBoundingClientRect() };
  };
  const drag = (event) => {
    if (!held.current) return;
    const per = scale / size();
    onMove(moved(held.current.from, (event.clientY - held.current.y) * per, -(event.clientX - held.current.x) * per));
  };
  const keyed = (event) => {
    const step = STEP_METRES * (event.shiftKey ? 5 : 1);
    const by = { ArrowUp: [step, 0], ArrowDown: [-step, 0], ArrowLeft: [0, -step], ArrowRight: [0, step] }[event.key];
    if (!by) return;
    event.preventDefault();
    event.stopPropagation();
    onMove(moved(center, ...by));
  };
  const movable = onMove ? { tabindex: tab, onPointerDown: down, onPointerMove: drag, onPointerUp: () => { held.current = null; }, onPointerCancel: () => { held.current = null; },
    onKeyDown: keyed, class: "movable", "data-own-touch": "", "data-own-keys": "", role: "application", "aria-roledescription": "map; arrow keys move the place" } : { role: "img" };
  return html`<svg viewBox=${`0 0 ${WIDTH} ${height}`} ...${movable} aria-label=${label ?? `Map at ${center.latitude}, ${center.longitude}`}>
    <g transform=${`translate(${WIDTH / 2 - dx} ${height / 2 - dy})`}>${drawn}</g>
    ${live && html`<circle class="pulse" cx=${WIDTH / 2} cy=${height / 2} r="10" />`}
    ${live ? html`<g transform=${`translate(${WIDTH / 2} ${height / 2})`}>${heading !== undefined && html`<path class="needle" transform=${`rotate(${heading})`} d="M0-19 6-9H-6z" />`}<circle class="needle" r="9" /><circle class="eyelet" r="3.5" /></g>`
      : html`<g transform=${`translate(${WIDTH / 2} ${height / 2})`}><ellipse class="foot-of-pin" rx="6" ry="2.5" /><path class="needle" d="M0 0s13-13 13-24a13 13 0 0 0-26 0c0 11 13 24 13 24z" /><circle class="eyelet" cy="-24" r="5" /></g>`}
  </svg>`;
}

const to = (origin, scale) => ([latitude, longitude]) =>
  `${Math.round((longitude - origin.longitude) * metresEast(origin.latitude) / scale)} ${Math.round(-(latitude - origin.latitude) * METRES_PER_DEGREE / scale)}`;

function town(origin, scale) {
  const at = to(origin, scale);
  const line = (points) => `M${points.map(at).join("L")}`;
  const width = (metres) => Math.max(1.5, metres / scale);
  return html`<path class="water" style=${{ strokeWidth: width(45) }} d=${line(RIVER)} />
    ${GREENS.map((green) => html`<path class="park" d=${`${line(green.line)}Z`} />`)}
    ${BLOCKS.map((block) => html`<path class="block" d=${`${line(block)}Z`} />`)}
    ${STREETS.map((street) => html`<path class=${street.wide ? "street wide edge" : "street edge"} style=${{ strokeWidth: width(street.wide ? 25 : 16) + 1.5 }} d=${line(street.line)} />`)}
    ${STREETS.map((street) => html`<path class=${street.wide ? "street wide" : "street"} style=${{ strokeWidth: width(street.wide ? 25 : 16) }} d=${line(street.line)} />`)}
    <path class="rail" d=${line(RAILWAY)} /><path class="rail ties" d=${line(RAILWAY)} />
    ${scale < 6 && STREETS.map((street) => html`<${Named} street=${street} at=${at} />`)}`;
}

/** A street's name along its longest stretch, upright. */
function Named({ street, at }) {
  const points = street.line.map((one) => at(one).split(" ").map(Number));
  let best = [0, 0, 0];
  points.slice(1).forEach(([x, y], n) => {
    const length = Math.hypot(x - points[n][0], y - points[n][1]);
    if (length > best[0]) best = [length, n];
  });
  const [a, b] = [points[best[1]], points[best[1] + 1]].sort((one, other) => one[0] - other[0]);
  if (best[0] < street.name.length * 4.2) return null;
  const angle = Math.atan2(b[1] - a[1], b[0] - a[0]) * 180 / Math.PI;
  return html`<text transform=${`translate(${(a[0] + b[0]) / 2} ${(a[1] + b[1]) / 2}) rotate(${angle})`} dy="2.6">${street.name}</text>`;
}

function grid(origin, scale) {
  const step = 0.002;
  const at = to(origin, scale);
  const around = (value) => [-6, -5, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5, 6].map((n) => Math.round((value + n * step) / step) * step);
  return html`${around(origin.latitude).map((latitude) => html`<path class="degree" d=${`M${at([latitude, origin.longitude - 0.02])}L${at([latitude, origin.longitude + 0.02])}`} />`)}
    ${around(origin.longitude).map((longitude) => html`<path class="degree" d=${`M${at([origin.latitude - 0.02, longitude])}L${at([origin.latitude + 0.02, longitude])}`} />`)}
    <text class="unknown" y="22">outside the demo town</text>`;
}

/** The place in a message, with a name and where it is. */
export function Place({ location, title, note, children, ...rest }) {
  const { latitude, longitude } = location;
  return html`<div class="place"><${TownMap} center=${location} label=${`Map at ${latitude}, ${longitude}`} ...${rest} />
    ${title && html`<span class="place-words"><span><b>${title}</b><small>${note ?? `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`}</small></span>${children}</span>`}</div>`;
}

