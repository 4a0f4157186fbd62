// The page's state and the ways it changes. Views read it with `useStore(select)`; objects are replaced, not mended.
import { useEffect, useRef, useState } from "./html.js";

const KEPT = "errand-playground";
const SCROLLS_TRIED = 4;
const SCROLLED_MILLISECONDS = 700;
const kept = readKept();

export const EMPTY_CHAT = Object.freeze({
  messages: [], keyboard: null, action: null, commands: [], menuButton: null,
  read: 0, visible: false, draft: "", replyTo: null, toasts: [], alert: null, pressed: null, fresh: {},
});

export const state = {
  phase: "loading", // loading, open, lost
  boot: null, seq: 0, ahead: 0, bot: null, users: {}, groups: {}, chats: {}, // ahead: milliseconds of the emulator's clock before ours
  panes: [], starting: null, progress: null, now: null, zone: null, sites: [],
  calls: [], violations: [], faults: [], faultHits: {}, bank: null, inLog: null,
  selected: null, why: null, overlay: null, help: false, notices: [],
  scripts: null, script: null, // what is recorded and can be played; the script that plays
  shown: kept.shown ?? null, active: kept.active ?? null,
  theme: kept.theme ?? null, panel: kept.panel ?? null, tab: kept.tab ?? "guide", keys: kept.keys ?? true,
  done: kept.done ?? {}, read: kept.read ?? {},
};

const listeners = new Set();
let told = false;

export function change(patch) {
  Object.assign(state, typeof patch === "function" ? patch(state) : patch);
  if (told) return;
  told = true;
  queueMicrotask(() => {
    told = false;
    for (const listener of [...listeners]) listener();
    keep();
  });
}

export const chatOf = (id) => state.chats[id] ?? EMPTY_CHAT;

export function changeChat(id, patch) {
  const before = chatOf(id);
  const after = { ...before, ...(typeof patch === "function" ? patch(before) : patch) };
  change({ chats: { ...state.chats, [id]: after } });
}

export function useStore(select) {
  const [, redraw] = useState(0);
  const latest = useRef();
  const value = select(state);
  latest.current = { select, value };
  useEffect(() => {
    const check = () => {
      const { select: pick, value: seen } = latest.current;
      if (!Object.is(pick(state), seen)) redraw((n) => n + 1);
    };
    listeners.add(check);
    check();
    return () => listeners.delete(check);
  }, []);
  return value;
}

export function unread(chat) {
  let count = 0;
  for (let i = chat.messages.length - 1; i >= 0 && chat.messages[i].message_id > chat.read; i--) {
    if (chat.messages[i].from_bot) count++;
  }
  return count;
}

/** People with a chat, in the order shown: those the shop names first, then whoever else the emulator knows. */
let peopleOf = null, people = [];
export function everyone(current) {
  const { panes, users, groups, starting } = current;
  if (peopleOf && peopleOf.panes === panes && peopleOf.users === users && peopleOf.groups === groups && peopleOf.starting === starting) return people;
  peopleOf = { panes, users, groups, starting };
  if (starting) return (people = []); // nobody has a name or a trade before the shop is open
  const named = new Set(current.panes.map((pane) => pane.user_id));
  const guests = Object.values(current.users).filter((user) => !named.has(user.id)).map((user) => ({
    user_id: user.id, title: [user.first_name, user.last_name].filter(Boolean).join(" "), role: "guest",
    hint: user.username ? `@${user.username}` : "A new person",
  }));
  const rooms = Object.values(groups).map((group) => ({
    user_id: group.id, title: group.title, role: "group", hint: group.members.map((one) => users[one.user_id]?.first_name).filter(Boolean).join(", "),
  }));
  people = [...current.panes, ...guests, ...rooms];
  return people;
}

const FIRST_SHOWN = { consumer: 1, seller: 3, carrier: 1, courier: 1, guest: 9 };
let shownOf = null, shownList = [];
export function shownPeople(current) {
  const all = everyone(current);
  if (shownOf && shownOf.all === all && shownOf.shown === current.shown) return shownList;
  shownOf = { all, shown: current.shown };
  shownList = all.filter((one) => current.shown?.includes(one.user_id));
  if (!shownList.length) {
    const left = { ...FIRST_SHOWN };
    shownList = all.filter((one) => (left[one.role] ?? 0) > 0 && left[one.role]-- > 0);
  }
  if (!shownList.length) shownList = all.slice(0, 1);
  return shownList;
}

/** Whose chat keys act on. */
export function activePerson(current) {
  const shown = shownPeople(current);
  return shown.find((one) => one.user_id === current.active) ?? shown[0];
}

/** What the shop's clock shows now. */
export const timeNow = () => new Date(new Date(state.now.at).getTime() + Date.now() - state.now.seen);

/** How many things are broken on purpose: at the messenger, at the bank, and people who have blocked the bot. */
export function activeFaults({ faults, bank, users }) {
  let count = faults.length;
  for (const user of Object.values(users)) count += Boolean(user.blocked);
  if (bank) count += bank.decline_all + (bank.slow_seconds > 0) + (bank.lose_answers !== 0) + (bank.break_down !== 0) + (bank.webhooks !== "once");
  return count;
}

let wish = 0; // the number of the last wish to see a chat; what a person does meanwhile goes before it
for (const kind of ["wheel", "touchmove", "pointerdown", "keydown"]) addEventListener(kind, () => { wish++; }, { capture: true, passive: true });

export function show(userId) {
  const shown = shownPeople(state).map((one) => one.user_id);
  change({ shown: shown.includes(userId) ? shown : [...shown, userId], active: userId });
  const mine = ++wish;
  queueMicrotask(() => requestAnimationFrame(() => scrollTo(userId, mine)));
}

/** Scroll to a chat, and see that it got there: a layout that changes on the way stops a smooth scroll. */
function scrollTo(userId, mine, tries = SCROLLS_TRIED) {
  if (mine !== wish) return;
  const pane = document.getElementById(`pane-${userId}`);
  pane?.scrollIntoView({ behavior: tries === SCROLLS_TRIED ? "smooth" : "instant", inline: "center", block: "nearest" });
  if (tries > 1) setTimeout(() => { if (!isSeen(pane)) scrollTo(userId, mine, tries - 1); }, SCROLLED_MILLISECONDS);
}

function isSeen(pane) {
  if (!pane?.isConnected) return false;
  const { left, right, width } = pane.getBoundingClientRect(), row = pane.parentElement.getBoundingClientRect();
  return Math.min(right, row.right) - Math.max(left, row.left) > width / 2;
}

export function hide(userId) {
  const shown = shownPeople(state).map((one) => one.user_id).filter((id) => id !== userId);
  if (shown.length) change({ shown, active: state.active === userId ? shown[0] : state.active });
}

let noticeNumber = 0;
export function notice(words, kind = "info") {
  const id = ++noticeNumber;
  change((s) => ({ notices: [...s.notices.slice(-2), { id, words, kind }] }));
  setTimeout(() => change((s) => ({ notices: s.notices.filter((one) => one.id !== id) })), 5000);
}

/** Run something that may be refused; the refusal is shown, and the answer is undefined. */
export async function trying(promise) {
  try {
    return await promise;
  } catch (error) {
    notice(error.message, "error");
    return undefined;
  }
}

function readKept() {
  try {
    return JSON.parse(localStorage.getItem(KEPT)) ?? {};
  } catch {
    return {};
  }
}

function keep() {
  const { shown, active, theme, panel, tab, keys, done, boot } = state;
  const read = Object.fromEntries(Object.entries(state.chats).map(([id, chat]) => [id, chat.read]));
  try {
    localStorage.setItem(KEPT, JSON.stringify({ shown, active, theme, panel, tab, keys, done, boot, read }));
  } catch {
    // a browser that keeps nothing: the page works all the same
  }
}
