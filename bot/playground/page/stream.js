// Loads what is there, then follows the emulator's one stream of events.
import { get } from "./api.js";
import { change, changeChat, chatOf, everyone, state, EMPTY_CHAT } from "./store.js";

const CALLS_KEPT = 5000;
const CALLS_AT_FIRST = 300;
const TOAST_MILLISECONDS = 3500;
const PROGRESS_PAUSE_MILLISECONDS = 1000;
const LEAVING_MILLISECONDS = 220;
const QUIET_PAUSE_MILLISECONDS = 15000; // a dialogue engine that is ready may still go away
const KNOWN_AFTER_MILLISECONDS = 700; // who has just pressed START is known to the shop by then
let source = null;
let loading = null;
const waiting = []; // events that came while everything was being fetched

export async function open() {
  try {
    await load();
    change({ phase: "open" });
    follow();
  } catch {
    change({ phase: "lost" });
    setTimeout(open, 1500);
  }
}

/** Fetch everything anew; calls made while one is under way share it. */
export function load() {
  loading ??= loadAll().finally(() => {
    loading = null;
    for (const event of waiting.splice(0)) if (!event.seq || event.seq > state.seq) take(event);
  });
  return loading;
}

const reload = () => load().catch(() => setTimeout(open, 1500));

async function loadAll() {
  const control = await get("/control"); // first: what happens from here on is in the stream
  const [calls, violations] = await Promise.all([
    get(`/control/calls?limit=${CALLS_AT_FIRST}`), get("/control/violations"), loadShop(),
  ]);
  const users = Object.fromEntries(control.users.map((user) => [user.id, user]));
  const groups = Object.fromEntries((control.groups ?? []).map((group) => [group.id, group]));
  const chats = await Promise.all([...control.users, ...Object.values(groups)].map(({ id }) => loadChat(id)));
  const before = ({ seq }) => seq <= control.seq; // what came since is in the stream, too
  change({
    boot: control.boot, seq: control.seq, bot: control.bot, faults: control.faults ?? [], faultHits: control.fault_hits ?? {},
    ahead: control.now * 1000 - Date.now(), users, groups, chats: Object.fromEntries(chats.map((one) => [one.id, filled(one)])),
    calls: calls.filter(before), violations: violations.filter(before),
  });
}

const menusOf = (id) => get(id > 0 ? `/control/commands?user_id=${id}` : `/control/chats/${id}/commands`);

async function loadChat(id) {
  const [about, messages, menu] = await Promise.all([
    get(`/control/${id > 0 ? "users" : "groups"}/${id}`), get(`/control/${id > 0 ? "users" : "chats"}/${id}/messages`), menusOf(id),
  ]);
  return { id, messages, keyboard: about.keyboard ?? null, keyboards: about.keyboards, ...menuIn(menu) };
}

/** The chat with what was loaded of it; what the person has typed or opened in the meantime stays. */
function filled({ id, ...loaded }) {
  const now = state.chats[id] ?? { ...EMPTY_CHAT, read: state.read[id] ?? 0 };
  const last = loaded.messages.at(-1)?.message_id ?? 0;
  return { ...now, ...loaded, action: null, read: now.visible ? last : Math.min(now.read, last), fresh: {} };
}

const menuIn = ({ commands, menu_button: menuButton }) => ({ commands: commands ?? [], menuButton: menuButton ?? null });

async function loadMenu(id) {
  const menu = await menusOf(id).catch(() => null);
  if (menu) changeChat(id, menuIn(menu));
}

export async function loadShop() {
  const shop = await get("/play/state");
  change({
    panes: shop.panes, starting: shop.starting, progress: shop.progress, sites: shop.sites, bank: shop.bank ?? null,
    now: shop.now ? { at: shop.now, seen: Date.now() } : null, zone: shop.zone ?? null,
  });
  watchProgress();
}

let looking = 0;
/** Look soon how far the start is, and again and again: an engine that is ready may go away. */
function watchProgress(pause = PROGRESS_PAUSE_MILLISECONDS) {
  clearTimeout(looking);
  looking = setTimeout(async () => {
    const progress = await get("/play/progress").catch(() => null);
    if (!progress) return watchProgress(2 * PROGRESS_PAUSE_MILLISECONDS);
    change({ progress });
    if (state.starting) return loadShop().catch(() => watchProgress());
    return watchProgress(progress.fraction < 1 ? PROGRESS_PAUSE_MILLISECONDS : QUIET_PAUSE_MILLISECONDS);
  }, pause);
}

function follow() {
  source?.close();
  source = new EventSource(`/control/events?since=${state.seq}`);
  source.onopen = () => change({ phase: "open" });
  source.onerror = () => {
    change({ phase: "lost" });
    if (source.readyState === EventSource.CLOSED) setTimeout(open, 1500);
  };
  source.onmessage = ({ data }) => take(JSON.parse(data));
}

const TAKE = {
  hello: ({ boot }) => { if (boot !== state.boot) reload(); },
  gap: () => reload(),
  reset: () => { change({ calls: [], violations: [], selected: null, why: null, overlay: null, done: {} }); reload(); },
  user: ({ user }) => {
    const known = state.users[user.id];
    change((s) => ({ users: { ...s.users, [user.id]: user } }));
    if (known) {
      if (user.started && !known.started) setTimeout(loadShop, KNOWN_AFTER_MILLISECONDS);
      return;
    }
    if (!state.chats[user.id]) changeChat(user.id, {});
    loadShop();
    loadMenu(user.id);
  },
  message: ({ chat_id, message }) => changeChat(chat_id, (chat) => ({
    messages: placed(chat.messages, message),
    action: message.from_bot ? null : chat.action,
    read: chat.visible || !message.from_bot ? message.message_id : chat.read,
    fresh: { ...chat.fresh, [message.message_id]: "new" },
  })),
  group: ({ group }) => {
    const known = state.groups[group.id];
    change((s) => ({ groups: { ...s.groups, [group.id]: group } }));
    if (!known) loadMenu(group.id);
  },
  edit: ({ chat_id, message }) => changeChat(chat_id, (chat) => ({
    versions: { ...chat.versions, [message.message_id]: [...(chat.versions?.[message.message_id] ?? []),
      ...chat.messages.filter((one) => one.message_id === message.message_id && one.edits < message.edits)] },
    messages: placed(chat.messages, message),
    fresh: { ...chat.fresh, [message.message_id]: `edit${message.edits}` },
  })),
  delete: ({ chat_id, message_ids }) => {
    changeChat(chat_id, (chat) => ({
      messages: chat.messages.map((message) => (message_ids.includes(message.message_id) ? { ...message, leaving: true } : message)),
      replyTo: message_ids.includes(chat.replyTo) ? null : chat.replyTo,
    }));
    setTimeout(() => changeChat(chat_id, (chat) => ({
      messages: chat.messages.filter((message) => !message.leaving || !message_ids.includes(message.message_id)),
    })), LEAVING_MILLISECONDS);
  },
  action: ({ chat_id, action }) => {
    const shown = { action, at: Date.now() };
    changeChat(chat_id, { action: shown });
    setTimeout(() => { if (chatOf(chat_id).action === shown) changeChat(chat_id, { action: null }); }, 5000);
  },
  keyboard: ({ chat_id, keyboard, user_ids: whose }) => changeChat(chat_id, (chat) => (whose
    ? { keyboards: { ...chat.keyboards, ...Object.fromEntries(whose.map((id) => [id, keyboard])) } } : { keyboard })),
  callback_answer: ({ chat_id, text, show_alert, callback_query_id }) => {
    changeChat(chat_id, { pressed: null });
    if (!text) return;
    if (show_alert) changeChat(chat_id, { alert: text });
    else toast(chat_id, callback_query_id, text);
  },
  reaction: ({ chat_id, message_id, reactions }) => changeChat(chat_id, (chat) => ({
    messages: chat.messages.map((one) => (one.message_id === message_id ? { ...one, reactions } : one)),
  })),
  pin: ({ chat_id, pinned }) => changeChat(chat_id, (chat) => ({
    messages: chat.messages.map((one) => ({ ...one, pinned: [].concat(pinned ?? []).includes(one.message_id) })),
  })),
  commands: () => refreshMenus(),
  bot: ({ bot }) => change({ bot }),
  call: ({ seq, call }) => logged({ seq, ...call }),
  webhook: ({ kind, ...row }) => logged({ ...row, hook: "telegram" }),
  bank_webhook: ({ kind, ...row }) => logged({ ...row, hook: "bank" }),
  bank_faults: ({ faults }) => change({ bank: faults }),
  violation: (event) => change((s) => ({ violations: [...s.violations, event] })),
  fault: ({ faults, hits }) => change({ faults, faultHits: hits ?? {} }),
  script: ({ run, step }) => change(({ script }) => {
    const steps = script?.run.id === run.id ? script.steps : []; // of a run that is not known yet, the tab fetches them
    return { script: { run, steps: step ? steps.map((one) => (one.number === step.number ? step : one)) : steps } };
  }),
};

function take(event) {
  if (loading) return void waiting.push(event);
  if (event.seq) state.seq = event.seq;
  if (event.at) state.ahead = event.at * 1000 - Date.now();
  TAKE[event.kind]?.(event);
}

const logged = (row) => change((s) => ({ calls: [...s.calls.slice(1 - CALLS_KEPT), row] }));

/** The log from its beginning, once somebody looks at it. */
export async function loadLog() {
  const rows = await get(`/control/calls?limit=${CALLS_KEPT}`);
  change((s) => {
    const known = new Map([...rows, ...s.calls].map((row) => [row.seq, row]));
    return { calls: [...known.values()].sort((one, other) => one.seq - other.seq).slice(-CALLS_KEPT) };
  });
}

function placed(messages, message) {
  const at = messages.findIndex((one) => one.message_id === message.message_id);
  if (at >= 0) return messages.map((one, i) => (i === at ? message : one));
  const later = messages.findIndex((one) => one.message_id > message.message_id);
  return later < 0 ? [...messages, message] : [...messages.slice(0, later), message, ...messages.slice(later)];
}

function toast(chatId, id, words) {
  changeChat(chatId, (chat) => ({ toasts: [...chat.toasts.filter((one) => one.id !== id), { id, words }] }));
  setTimeout(() => changeChat(chatId, (chat) => ({ toasts: chat.toasts.filter((one) => one.id !== id) })),
    TOAST_MILLISECONDS);
}

let refreshing = null;
function refreshMenus() {
  refreshing ??= setTimeout(async () => {
    refreshing = null;
    for (const { user_id: id } of everyone(state)) await loadMenu(id);
  }, 150);
}
