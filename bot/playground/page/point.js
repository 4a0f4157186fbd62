// Brings a message into sight in its pane, and lets it flash; on a phone the panel over the chats makes way.
import { change, show } from "./store.js";
import { rowId } from "./words.js";

const SCROLLED_MILLISECONDS = 350; // until the pane itself has come into sight

export const onPhone = () => matchMedia("(max-width: 760px)").matches;
export const closeOnPhone = () => onPhone() && change({ panel: false });

/** Show the chat; then do what needs it in sight. */
export function inSight(chatId, then = () => {}) {
  show(chatId);
  closeOnPhone();
  setTimeout(then, SCROLLED_MILLISECONDS);
}

export function pointAt(chatId, messageId, { block = "center", focus = false } = {}) {
  inSight(chatId, () => {
    const row = document.getElementById(rowId(chatId, { message_id: messageId }));
    row?.scrollIntoView({ behavior: "smooth", block });
    if (focus) row?.focus({ preventScroll: true });
    row?.classList.remove("pointed");
    requestAnimationFrame(() => row?.classList.add("pointed"));
  });
}
