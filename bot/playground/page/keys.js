// Keys that work wherever nothing is being typed; Alt with Page Up or Down works in a text as well.
import { activePerson, change, show, shownPeople, state } from "./store.js";

/** What the sheet behind "?" shows, besides the tabs' own keys. */
export const KEYS = [
  ["1 … 9", "The chat that stands there"],
  ["[ and ]", "The chat before, the chat after"],
  ["Alt + Page Up / Down", "The same while writing"],
  ["m", "Write in this chat"],
  ["Esc", "Leave the text; close what is open"],
  ["↑ and ↓", "In a chat: from message to message; r replies, w asks why"],
  ["t", "Time: jump ahead"],
  ["x", "Panel open or closed"],
  ["?", "This sheet"],
];

/** Follow the keys from now on, beginning with those pressed while this module was fetched. */
export function listen(tabs, early) {
  const take = (event) => {
    if (event.defaultPrevented || event.isComposing) return;
    if (event.altKey && !event.ctrlKey && !event.metaKey && (event.key === "PageUp" || event.key === "PageDown")) {
      event.preventDefault();
      return void go(step(event.key === "PageUp" ? -1 : 1));
    }
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === "Escape") return leave();
    if (!state.keys || state.overlay || isTyping(event.target)) return;
    if (pressed(event.key, tabs)) event.preventDefault();
  };
  addEventListener("keydown", take);
  early.forEach(take);
}

function pressed(key, tabs) {
  const tab = tabs.find((one) => one.key === key);
  if (tab) openTab(tab.id);
  else if (key >= "1" && key <= "9") return go(shownPeople(state)[Number(key) - 1]);
  else if (key === "[" || key === "]") return go(step(key === "[" ? -1 : 1));
  else if (key === "m") return go(activePerson(state));
  else if (key === "t") document.querySelector(".clock-face")?.click();
  else if (key === "x") change({ panel: !state.panel });
  else if (key === "?") change({ help: !state.help });
  else return false;
  return true;
}

export function openTab(id) {
  change({ panel: true, tab: id, help: false });
  setTimeout(() => document.getElementById(`tab-${id}`)?.focus(), 0);
}

function step(by) {
  const shown = shownPeople(state);
  return shown[(shown.indexOf(activePerson(state)) + by + shown.length) % shown.length];
}

/** Bring a chat into sight, with the cursor in its input. */
function go(person) {
  if (!person) return false;
  show(person.user_id);
  setTimeout(() => {
    const pane = document.getElementById(`pane-${person.user_id}`);
    (document.getElementById(`say-${person.user_id}`) ?? pane?.querySelector(".start") ?? pane?.querySelector(".messages"))?.focus({ preventScroll: true });
  }, 0);
  return true;
}

/** From a text to its chat's messages, where single keys work; on a phone, or from the panel, back to the chats. */
function leave() {
  const at = document.activeElement;
  if (state.help) return change({ help: false });
  if (state.overlay) return;
  if (isTyping(at) && at.closest(".pane")) at.closest(".pane").querySelector(".messages").focus({ preventScroll: true });
  else if (isTyping(at)) at.blur();
  else if (at.closest?.(".panel")) {
    change({ panel: false });
    document.querySelector(".panel-switch")?.focus();
  }
}

const TEXTS = "input:not([type=checkbox], [type=radio], [type=button]), textarea, select, [contenteditable]";
const isTyping = (element) => Boolean(element?.matches?.(TEXTS));
