// What a person does in a chat, told to the emulator. A chat is named by its id: a person's own, or a group's.
import { act, get, ownAddress } from "./api.js";
import { change, changeChat, chatOf, notice, state, trying } from "./store.js";

const PENDING_MILLISECONDS = 10000;

/** Who acts in a chat: in a person's own she herself, in a group whoever is chosen to write there. */
export function writer(chatId) {
  if (chatId > 0) return chatId;
  const there = (state.groups?.[chatId]?.members ?? []).filter(present).map((one) => one.user_id).filter((id) => state.users[id]);
  const chosen = chatOf(chatId).writer;
  return there.includes(chosen) ? chosen : there[0];
}

export const present = (member) => !["left", "kicked"].includes(member.status);

/** An act in a chat: `acting(7, "say", {text})`. Undefined when it was refused; the person has been told. */
export function acting(chatId, kind, body = {}) {
  const who = writer(chatId);
  if (!who) return notice("Nobody is in this group who could do that. Add a person first.", "error");
  if (chatId > 0) return trying(act(who, kind, body));
  if (body instanceof FormData) body.append("chat_id", String(chatId));
  else body = { ...body, chat_id: chatId };
  return trying(act(who, kind, body));
}

export const say = (chatId, text, replyTo = null) => acting(chatId, "say", replyTo ? { text, reply_to_message_id: replyTo } : { text });

/** What happened and why: told in the panel. */
export const askWhy = async (chatId, messageId) => (await import("./why.js")).askWhy(chatId, messageId);

/** The call that wrote this message, in the log. */
export const showInLog = (chatId, messageId) => change({ inLog: { chatId, messageId }, tab: "log", panel: true });

export const start = (chatId, payload) => acting(chatId, "start", payload ? { payload } : {});

export async function tap(chatId, message, row, column) {
  const key = `${message.message_id}:${row}:${column}`;
  const button = message.reply_markup.inline_keyboard[row][column];
  if (chatOf(chatId).pressed === key) return;
  if (button.callback_data !== undefined) {
    changeChat(chatId, { pressed: key });
    setTimeout(() => { if (chatOf(chatId).pressed === key) changeChat(chatId, { pressed: null }); }, PENDING_MILLISECONDS);
  }
  const done = await acting(chatId, "tap", { message_id: message.message_id, row, column });
  if (!done && chatOf(chatId).pressed === key) changeChat(chatId, { pressed: null });
  if (done) await after(chatId, done, button);
}

/** The keyboard under the input: in a group each has her own. */
export const keyboardOf = (chatId) => (chatId > 0 ? chatOf(chatId).keyboard : chatOf(chatId).keyboards?.[writer(chatId)]) ?? null;

export async function press(chatId, row, column) {
  const button = keyboardOf(chatId).keyboard[row][column];
  if (button.request_contact && !await asked(chatId, "Share your phone number?", "The bot will see it.", "Share")) return;
  const done = await acting(chatId, "press", { row, column });
  if (done) await after(chatId, done, button);
}

/** Ask in the chat's own pane; true for yes. */
export const asked = (chatId, title, words, yes, danger = false) => new Promise((told) => {
  changeChat(chatId, { alert: { title, words, told: (id) => told(id === "yes"),
    buttons: [{ id: null, text: "Cancel" }, { id: "yes", text: yes, danger }] } });
});

async function after(chatId, done, button) {
  switch (done.kind) {
    case "url": case "login": return openAddress(done.url, chatId);
    case "web_app": return openApp(chatId, done.url, { title: button.text, button: done.button_text ?? (keyboardOf(chatId)?.keyboard?.flat().includes(button) ? button.text : null) });
    case "copy": return copy(done.text);
    case "pay": return changeChat(chatId, { paying: { messageId: done.message_id } });
    case "location": return changeChat(chatId, { sheet: "location" });
    case "inline": {
      changeChat(chatId, { draft: `@${state.bot?.username ?? "bot"} ${done.query}` });
      return document.getElementById(`say-${chatId}`)?.focus();
    }
    default: return undefined;
  }
}

export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    notice(`Copied: ${text.length > 80 ? `${text.slice(0, 80)}…` : text}`);
  } catch {
    notice("The browser does not let this page copy. Select the text and copy it yourself.", "error");
  }
}

export function openLink(event, url, chatId) {
  if (event.metaKey || event.ctrlKey || event.shiftKey) return;
  event.preventDefault();
  openAddress(url, chatId);
}

/** Our own pages open over the playground, others in a tab of their own; links to the bot itself start it. */
export function openAddress(url, chatId) {
  const bot = new RegExp(`^(?:https?:)?(?://)?(?:t\\.me/|telegram\\.me/)${state.bot?.username}(?:\\?start=([\\w-]*))?$`, "i").exec(url);
  if (bot && chatId > 0) return void start(chatId, bot[1]);
  const slug = /t\.me\/(?:\$|invoice\/)(\w+)$/.exec(url)?.[1];
  if (slug && chatId) return void openInvoice(chatId, slug);
  const app = new RegExp(`t\\.me/${state.bot?.username}/(\\w+)(?:\\?startapp=([\\w-]*))?$`, "i").exec(url);
  if (app && chatId) return void acting(chatId, "open_app", { app: app[1], startapp: app[2] }).then((done) => done && openApp(chatId, done.url, { title: app[1] }));
  const own = ownAddress(url);
  if (own) change({ overlay: { url: own } });
  else window.open(url, "_blank", "noopener,noreferrer");
}

/** A Mini App of this machine opens in the chat's pane, any other in a tab. `button`: of the reply keyboard, which may send data. */
export function openApp(chatId, url, { title = "Mini App", button = null } = {}) {
  const own = ownAddress(url);
  if (own) changeChat(chatId, { app: { url: own, title, button } });
  else window.open(url, "_blank", "noopener,noreferrer");
}

/** Pay an invoice by its link; `told` hears how it ended: paid, cancelled, failed. */
export async function openInvoice(chatId, slug, told) {
  const form = await trying(get(`/control/invoices/${slug}`));
  if (form) changeChat(chatId, { paying: { slug, form, told } });
  else told?.("failed");
}

/** The app behind the menu button, with signed data. */
export async function openMenuApp(chatId, title) {
  const done = await acting(chatId, "open_app", { menu: true });
  if (done) openApp(chatId, done.url, { title });
}

export function uploads(chatId, kind, files, caption, replyTo) {
  const form = new FormData();
  for (const file of files) form.append("file", file, file.name);
  if (caption) form.append("caption", caption);
  if (replyTo) form.append("reply_to_message_id", String(replyTo));
  return acting(chatId, kind, form);
}
