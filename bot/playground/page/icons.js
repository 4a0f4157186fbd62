// Line icons on a grid of 24, drawn for this page.
import { html } from "./html.js";

const PATHS = {
  send: "M4 12 20 4l-4.5 16-4-6.5zM11.5 13.5 20 4",
  more: "M6 12v.1M12 12v.1M18 12v.1",
  tack: "M9 4h6l-.800 6 3.300 3v1.500h-11V13l3.300-3zM12 14.500V21",
  share: "M4 18c1-6 5-8 10-8V5l7 7-7 7v-5c-4 0-7 1-10 4z",
  login: "M13 5h6v14h-6M4 12h10M10.500 8l4 4-4 4",
  search: "M10.500 17a6.500 6.500 0 1 0 0-13 6.500 6.500 0 0 0 0 13zM15.500 15.500 20 20",
  edit: "M5 19l.800-4L16 4.800l3.200 3.200L9 18.200z",
  trash: "M5 7h14M9.500 7V4.500h5V7M7 7l.800 13h8.400L17 7M10.500 11v5M13.500 11v5",
  group: "M9 11.500a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7zM2.500 19c.6-3.400 3-5 6.500-5s5.900 1.600 6.500 5M16 5a3 3 0 0 1 0 6M18 14.500c2 .600 3.200 2 3.600 4.500",
  play: "M8 5.500v13l10.500-6.500z",
  pause: "M8 5.500v13M16 5.500v13",
  tap: "M9 11V5.500a1.500 1.500 0 0 1 3 0V11l5.200 1.200a2 2 0 0 1 1.500 2.300l-.9 4.500H10L5.500 14a1.500 1.500 0 0 1 2.200-2L9 13z",
  reply: "M10 6 4 12l6 6M4 12h9c4 0 6.5 2 7 6",
  why: "M9.2 9a3 3 0 1 1 4.3 2.9c-1 .5-1.5 1.2-1.5 2.3M12 17.6v.1",
  close: "m6 6 12 12M18 6 6 18",
  slash: "M5 6h14v12H5zM13.5 9l-3 6",
  clip: "m19 11.5-7 7a4.6 4.6 0 0 1-6.5-6.5l7.5-7.5a3 3 0 0 1 4.3 4.3l-7.4 7.4a1.4 1.4 0 0 1-2-2l6.6-6.6",
  keyboard: "M3.5 7h17v10h-17zM7 10.2v.1M10.4 10.2v.1M13.8 10.2v.1M17 10.2v.1M8 13.8h8",
  pin: "M12 21s7-6.1 7-11.5A7 7 0 0 0 5 9.500C5 14.9 12 21 12 21zM12 12a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z",
  photo: "M4 5h16v14H4zM4 16l4.500-4.500 4 4 3-3L20 17M15.500 9.2v.1",
  file: "M7 3h7l5 5v13H7zM14 3v5h5",
  person: "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.500 20c.8-4 3.700-6 7.500-6s6.700 2 7.500 6",
  log: "M5 6h2M5 12h2M5 18h2M10.500 6H20M10.500 12H20M10.500 18H16",
  fault: "M12 4 2.800 19.500h18.400zM12 10v4.500M12 17v.1",
  sun: "M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM12 2v2.500M12 19.500V22M2 12h2.500M19.500 12H22M5 5l1.700 1.700M17.300 17.300 19 19M5 19l1.700-1.700M17.300 6.700 19 5",
  moon: "M19.500 14.500A8 8 0 0 1 9.500 4.500a8 8 0 1 0 10 10z",
  panel: "M4 5h16v14H4zM14.500 5v14",
  clock: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 7v5l3.500 2",
  next: "M6 5l8 7-8 7zM17.500 5v14",
  reset: "M5 4v5h5M5.300 9A8 8 0 1 1 4 13.500",
  plus: "M12 5v14M5 12h14",
  out: "M9 5h10v10M19 5 6 18",
  copy: "M9 9h10v11H9zM5 15V4h10",
  card: "M3 6h18v12H3zM3 10h18M6.500 14.500h4",
  app: "M4 4h7v7H4zM13 4h7v7h-7zM4 13h7v7H4zM13 13h7v7h-7z",
  down: "m5 9 7 7 7-7",
  eye: "M2.500 12S6 5.500 12 5.500 21.500 12 21.500 12 18 18.500 12 18.500 2.500 12 2.500 12zM12 14.500a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5z",
  check: "m5 12.500 4.500 4.500L19 7.500",
  block: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM6 6l12 12",
  consumer: "M5 9h14l-1.400 9.500H6.400zM8.500 9C8.500 5.500 10 4 12 4s3.500 1.500 3.500 5",
  seller: "M4 9.500 5.500 4h13L20 9.500M4 9.500a2.670 2.670 0 0 0 5.330 0 2.670 2.670 0 0 0 5.340 0 2.670 2.670 0 0 0 5.330 0M5.500 12.500V20h13v-7.500M10 20v-4.500h4V20",
  carrier: "M3 6.500h11v9H3zM14 9.500h4l3 3v3h-7zM7 18.500a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM17.500 18.500a2 2 0 1 0 0-4 2 2 0 0 0 0 4z",
  coordinator: "M12 7.500A1.800 1.800 0 1 1 13.600 5c0 1.200-1.600 1.500-1.600 2.800v1L20.500 15c1 .8.500 2.500-.800 2.500H4.300c-1.300 0-1.800-1.700-.8-2.500L12 8.800",
  admin: "M12 3.500 19 6v5.500c0 4.500-3 7.500-7 9-4-1.500-7-4.500-7-9V6zM9 12l2.200 2.200L15.200 10",
};
const SAME = { courier: "carrier", guest: "person" };

export const Icon = ({ name, label }) => html`<svg class="icon" viewBox="0 0 24 24" role=${label ? "img" : undefined}
  aria-label=${label} aria-hidden=${label ? undefined : "true"}><path d=${PATHS[SAME[name] ?? name] ?? PATHS.person} /></svg>`;

const HUES = { group: 285, consumer: 162, seller: 32, carrier: 215, courier: 215, coordinator: 330, admin: 262, guest: 190 };

/** A hue of the role, moved a little for each person, so that three sellers can be told apart. */
export function hueOf(person) {
  const base = HUES[person.role] ?? 190;
  return person.role === "seller" ? (base + (person.user_id % 5) * 17 - 24 + 360) % 360 : base;
}

/** The hue of a sender's name in a group. */
export const nameHue = (user) => [8, 32, 130, 172, 205, 262, 325][Math.abs(user?.id ?? 0) % 7];

export const Face = ({ person }) => html`<span class="face" style=${{ "--hue": hueOf(person) }} aria-hidden="true">
  ${initials(person.title)}<span class="face-role"><${Icon} name=${person.role} /></span></span>`;

function initials(title) {
  const words = title.replace(/[^\p{L}\p{N}\s]/gu, " ").trim().split(/\s+/);
  return ((words[0]?.[0] ?? "?") + (words.length > 1 ? words.at(-1)[0] : "")).toUpperCase();
}

/** A part as people call it. */
export const partOf = ({ role }) => ({ consumer: "customer", carrier: "courier" })[role] ?? role;
