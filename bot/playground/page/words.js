// What messages are called in words: times, senders, kinds, service messages, sums.
import { state } from "./store.js";

/** A format of dates in the shop's time zone, so that the page and the bot say the same. */
export function inZone(options) {
  let made = null, zone = null;
  return { format(at) {
    if (!made || zone !== state.zone) made = new Intl.DateTimeFormat(undefined, { ...options, timeZone: (zone = state.zone) ?? undefined });
    return made.format(at);
  } };
}

const clock = inZone({ hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
const day = inZone({ weekday: "long", day: "numeric", month: "long" });
export const timeOf = (seconds) => clock.format(new Date(seconds * 1000));
export const dayOf = (seconds) => day.format(new Date(seconds * 1000));
export const rowId = (chatId, message) => `m-${chatId}-${message.message_id}`;
export const wordsOf = (message) => message.text ?? message.caption ?? kindOf(message);

export const senderOf = ({ from, sender_chat: chat }) => chat?.title ?? [from?.first_name, from?.last_name].filter(Boolean).join(" ") ?? "Somebody";

const named = (users) => users.map((user) => senderOf({ from: user })).join(", ");

export function serviceWords(message) {
  const who = senderOf(message);
  const { successful_payment: paid, pinned_message: pinned, web_app_data: sent, new_chat_members: came, left_chat_member: left } = message;
  if (paid) return `Paid ${sum(paid.total_amount, paid.currency)} to ${state.bot?.first_name ?? "the bot"}`;
  if (message.refunded_payment) return `${sum(message.refunded_payment.total_amount, message.refunded_payment.currency)} came back`;
  if (pinned) return `${who} pinned “${wordsOf(pinned).slice(0, 60)}”`;
  if (sent) return `You sent data to the bot from “${sent.button_text}”`;
  if (came) return came.length === 1 && came[0].id === message.from?.id ? `${who} joined` : `${who} added ${named(came)}`;
  if (left) return left.id === message.from?.id ? `${who} left` : `${who} removed ${named([left])}`;
  if (message.group_chat_created || message.supergroup_chat_created) return `${who} created the group`;
  if (message.new_chat_title) return `${who} named the group “${message.new_chat_title}”`;
  if (message.migrate_to_chat_id || message.migrate_from_chat_id) return "The group became a supergroup";
  if (message.write_access_allowed) return "You allowed the bot to write to you";
  return null;
}

const KINDS = { photo: "Picture", venue: "Place", location: "Location", contact: "Contact", invoice: "Invoice", voice: "Voice message",
  video: "Video", animation: "GIF", audio: "Audio", sticker: "Sticker", dice: "Dice", poll: "Poll", video_note: "Video message", document: "File" };

export function kindOf(message) {
  const kind = Object.keys(KINDS).find((name) => message[name]);
  return KINDS[kind] ?? serviceWords(message) ?? "Message";
}

/** An amount in the currency's minor units, as people write it. */
export function sum(minor, currency) {
  if (currency === "XTR") return `${minor} ⭐`;
  const format = new Intl.NumberFormat(undefined, { style: "currency", currency });
  const digits = format.resolvedOptions().maximumFractionDigits;
  return format.format(Number(`${minor}e-${digits}`));
}
