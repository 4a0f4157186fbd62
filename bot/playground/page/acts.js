// What a person does in a pane, told to the emulator.
import { act, ownAddress } from "./api.js";
import { change, changeChat, chatOf, notice, trying } from "./store.js";

export async function say(userId, text, replyTo = null) {
  const body = replyTo ? { text, reply_to_message_id: replyTo } : { text };
  return trying(act(userId, "say", body));
}

/** What happened and why: told in the panel. */
export const askWhy = async (chatId, messageId) => (await import("./why.js")).askWhy(chatId, messageId);

/** The call that wrote this message, in the log. */
export const showInLog = (chatId, messageId) => change({ inLog: { chatId, messageId }, tab: "log", panel: true });

export const start = (userId) => trying(act(userId, "start", {}));

export async function tap(userId, message, row, column) {
  const key = `${message.message_id}:${row}:${column}`;
  const button = message.reply_markup.inline_keyboard[row][column];
  if (button.callback_data !== undefined) {
    changeChat(userId, { pressed: key });
    setTimeout(() => { if (chatOf(userId).pressed === key) changeChat(userId, { pressed: null }); }, 10000);
  }
  const done = await trying(act(userId, "tap", { message_id: message.message_id, row, column }));
  if (!done && chatOf(userId).pressed === key) changeChat(userId, { pressed: null });
  if (done) await after(userId, done);
}

export async function press(userId, row, column) {
  const done = await trying(act(userId, "press", { row, column }));
  if (done) await after(userId, done);
}

async function after(userId, done) {
  switch (done.kind) {
    case "url": case "web_app": case "login": return openAddress(done.url);
    case "copy":
      await navigator.clipboard?.writeText(done.text).catch(() => undefined);
      return notice(`Copied: ${done.text}`);
    case "pay": {
      const paid = await trying(act(userId, "pay", { message_id: done.message_id }));
      if (paid && paid.outcome !== "paid") notice(paid.error_message ?? "The bot did not answer in time.", "error");
      return undefined;
    }
    case "location": return changeChat(userId, { sheet: "location" });
    case "inline": return changeChat(userId, { draft: `@bot ${done.query}` });
    default: return undefined;
  }
}

export function openLink(event, url) {
  if (event.metaKey || event.ctrlKey || event.shiftKey) return;
  event.preventDefault();
  openAddress(url);
}

/** Our own pages open over the playground, others in a tab of their own. */
export function openAddress(url) {
  const own = ownAddress(url);
  if (own) change({ overlay: { url: own } });
  else window.open(url, "_blank", "noopener,noreferrer");
}

export function uploads(userId, kind, files, caption, replyTo) {
  const form = new FormData();
  for (const file of files) form.append("file", file, file.name);
  if (caption) form.append("caption", caption);
  if (replyTo) form.append("reply_to_message_id", String(replyTo));
  return trying(act(userId, kind, form));
}
