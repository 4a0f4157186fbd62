// The messages of one chat: in runs, by days, with what is new; scrolled, walked through by keys, told to screen readers.
import { html, useEffect, useLayoutEffect, useMemo, useRef, useState } from "./html.js";
import { Icon } from "./icons.js";
import { Bubble } from "./bubble.js";
import { dayOf, rowId, wordsOf } from "./words.js";
import { acting, askWhy, asked, copy, writer } from "./acts.js";
import { chatOf, changeChat, unread } from "./store.js";

const NEAR_END_PIXELS = 80;
const SHOWN_AT_ONCE = 120;
const LONG_PRESS_MILLISECONDS = 450;
const RUN_SECONDS = 300;
const JUMP_MILLISECONDS = 700;
const MOVING_MILLISECONDS = 1200;
const UNDER_THE_DAY_PIXELS = 40;

export function Messages({ id, chat, selected, person, bot }) {
  const list = useRef();
  const stick = useRef(true); // to the end, as messages come
  const jumping = useRef(false); // on the way to a message: what is passed does not count
  const moving = useRef(0);
  const [behind, setBehind] = useState(false);
  const [shown, setShown] = useState(SHOWN_AT_ONCE);
  const on = useMemo(() => handlers(id), [id]);
  const toEnd = () => { list.current.scrollTop = list.current.scrollHeight; };
  useWatched(list, stick, id);
  useAnnounced(id, chat, person, bot);
  useLayoutEffect(() => { if (stick.current) toEnd(); }, [chat.messages, chat.action]);
  useEffect(() => {
    const watch = new ResizeObserver(() => { if (stick.current && list.current) toEnd(); });
    watch.observe(list.current);
    watch.observe(list.current.firstElementChild);
    return () => watch.disconnect();
  }, []);
  const visible = chat.messages.slice(-shown);
  const hidden = chat.messages.length - visible.length;
  useEffect(() => { // a message asked for: by a quote, a pin, a search
    if (!chat.jump) return;
    const at = chat.messages.findIndex((one) => one.message_id === chat.jump.to);
    if (at >= 0 && at < hidden) return void setShown(chat.messages.length - at + 20);
    stick.current = false;
    jumping.current = true;
    setTimeout(() => { jumping.current = false; }, JUMP_MILLISECONDS);
    changeChat(id, { jump: null });
    point(list.current, document.getElementById(rowId(id, { message_id: chat.jump.to })), chat.jump.focus);
  }, [chat.jump, shown]);
  useEffect(() => { // somebody comes back: what is new begins in sight
    if (!chat.visible || !chat.newAfter) return;
    const line = list.current.querySelector(".unread-line");
    if (!line || line.offsetTop >= list.current.scrollTop) return;
    stick.current = false;
    list.current.scrollTop = line.offsetTop - UNDER_THE_DAY_PIXELS;
  }, [chat.visible, chat.newAfter]);
  const scrolled = () => {
    if (!list.current?.clientHeight) return; // the chat was hidden while it scrolled
    const { scrollTop, scrollHeight, clientHeight } = list.current;
    if (!jumping.current) stick.current = scrollHeight - scrollTop - clientHeight < NEAR_END_PIXELS;
    if (behind === stick.current) setBehind(!stick.current);
    clearTimeout(moving.current); // while she scrolls, the day goes along
    list.current.classList.toggle("moving", !stick.current);
    moving.current = setTimeout(() => list.current?.classList.remove("moving"), MOVING_MILLISECONDS);
    seen(id, stick.current && chatOf(id).onScreen);
    if (scrollTop < 200 && hidden > 0) {
      const bottom = scrollHeight - scrollTop;
      setShown(shown + SHOWN_AT_ONCE);
      requestAnimationFrame(() => { if (list.current) list.current.scrollTop = list.current.scrollHeight - bottom; });
    }
  };
  const me = id > 0 ? id : writer(id);
  const typing = chat.action?.action === "typing";
  const current = visible.some((one) => one.message_id === chat.current) ? chat.current : visible.at(-1)?.message_id;
  const count = unread(chat);
  return html`<div class="messages" ref=${list} onScroll=${scrolled} onKeyDown=${(event) => walk(event, list.current, on, id)} onFocusIn=${(event) => at(event, id)}
      onContextMenu=${(event) => menuAt(event, on, id)} onPointerDown=${(event) => pressedLong(event, on, id)}
      tabindex="-1" role="log" aria-live="off" aria-label=${`Messages of ${person.title}`}>
    <ol>${runs(visible, chat.newAfter, id, me).map((run) => run.day ? html`<li class="service day" key=${`d${run.day}`}><span>${run.day}</span></li>`
      : run.line ? html`<li class="unread-line" key="new"><span>New messages</span></li>`
      : html`<${Bubble} key=${run.rows[0].message_id} chatId=${id} ...${run} fresh=${chat.fresh[run.rows[0].message_id]}
          pressed=${chat.pressed?.startsWith(`${run.rows[0].message_id}:`) ? chat.pressed : null} versions=${chat.versions?.[run.rows[0].message_id]}
          selected=${run.rows.some((row) => row.message_id === selected)} tab=${run.rows.some((row) => row.message_id === current) ? 0 : -1} on=${on} />`)}
      ${typing && html`<li class="row in first last dots" aria-hidden="true"><div class="bubble"><i></i><i></i><i></i></div></li>`}
    </ol>
    ${behind && html`<button type="button" class="to-end" aria-label=${`To the newest message${count ? `, ${count} unread` : ""}`}
      onClick=${() => { stick.current = true; toEnd(); }}>${count > 0 && html`<span class="badge">${count}</span>`}<${Icon} name="down" /></button>`}
  </div>`;
}

/** Bring a message into sight and let it flash. */
function point(list, row, focus) {
  if (!row) return;
  for (const one of list.querySelectorAll(".pointed")) one.classList.remove("pointed");
  row.scrollIntoView({ behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth", block: "center" });
  requestAnimationFrame(() => row.classList.add("pointed"));
  if (focus !== false) row.focus({ preventScroll: true });
}

export function handlers(id) {
  const field = () => document.getElementById(`say-${id}`);
  const on = {
    reply(message) {
      changeChat(id, { replyTo: message.message_id, editing: null });
      field()?.focus();
    },
    why: (message) => askWhy(id, message.message_id),
    jump: (to) => changeChat(id, { jump: { to } }),
    menu(message, event) {
      const box = (event.currentTarget?.closest?.("li") ?? document.getElementById(rowId(id, message))).getBoundingClientRect();
      const byPointer = event.type === "contextmenu" || event.type === "pointerdown" || event.detail > 0;
      changeChat(id, { menu: { messageId: message.message_id, x: byPointer && event.clientX ? event.clientX : box.left + 40, y: byPointer && event.clientY ? event.clientY : box.top + 24 } });
    },
    edits: (message, versions, event) => changeChat(id, { menu: { messageId: message.message_id, versions: versions ?? [], x: event.clientX || event.currentTarget.getBoundingClientRect().left,
      y: event.clientY || event.currentTarget.getBoundingClientRect().top } }),
    edit(message) {
      changeChat(id, { editing: message.message_id, replyTo: null, draft: message.text });
      field()?.focus();
    },
    async remove(message) {
      if (await asked(id, "Delete this message?", "It goes for the bot too; the bot is not told.", "Delete", true)) acting(id, "delete", { message_id: message.message_id });
    },
    react(message, emoji) {
      const mine = message.reactions?.user ?? message.reactions?.[writer(id)] ?? [];
      return acting(id, "react", { message_id: message.message_id, emoji: mine.includes(emoji) ? [] : [emoji] });
    },
    copyText: (message) => copy(wordsOf(message)),
    field,
  };
  return on;
}

/** A chat is read while its newest message is on the screen. `visible` says so; `onScreen`: the pane is. */
function useWatched(list, stick, id) {
  useEffect(() => {
    let there = false;
    const tell = () => {
      changeChat(id, { onScreen: there && !document.hidden });
      seen(id, there && !document.hidden && stick.current);
    };
    const watch = new IntersectionObserver(([entry]) => { there = entry.isIntersecting && entry.intersectionRatio >= 0.5; tell(); }, { threshold: [0, 0.5, 1] });
    watch.observe(list.current.closest(".pane"));
    document.addEventListener("visibilitychange", tell);
    return () => { watch.disconnect(); document.removeEventListener("visibilitychange", tell); changeChat(id, { visible: false, onScreen: false, newAfter: null }); };
  }, [id]);
}

function seen(id, visible) {
  const chat = chatOf(id);
  if (visible === chat.visible && !(visible && unread(chat))) return;
  const last = chat.messages.at(-1)?.message_id ?? chat.read;
  const fresh = visible && !chat.visible && chat.read > 0 && unread(chat) > 0 && chat.messages[0].message_id <= chat.read;
  changeChat(id, { visible, read: visible ? Math.max(last, chat.read) : chat.read, newAfter: fresh ? chat.read : chat.newAfter });
}

/** New messages of the bot, and its changes, are read out once, politely, for the chat that is looked at. */
let heard = null;
function useAnnounced(id, chat, person, bot) {
  const last = chat.messages.at(-1);
  const before = useRef(chat.messages.at(-1)?.message_id ?? 0);
  useEffect(() => {
    const fresh = last && last.message_id > before.current;
    before.current = Math.max(before.current, last?.message_id ?? 0);
    if (!fresh || !last.from_bot || !chat.onScreen) return;
    if (!heard) {
      heard = Object.assign(document.createElement("div"), { className: "heard" });
      heard.setAttribute("aria-live", "polite");
      document.body.append(heard);
    }
    const buttons = last.reply_markup?.inline_keyboard?.flat().length;
    const line = document.createElement("p");
    line.textContent = `${bot?.first_name ?? "Bot"} to ${person.title}: ${wordsOf(last).slice(0, 400)}${buttons ? `. ${buttons} buttons` : ""}`;
    heard.append(line);
    setTimeout(() => line.remove(), 4000);
  }, [last?.message_id]);
}

const messageAt = (id, row) => chatOf(id).messages.find((one) => String(one.message_id) === row?.dataset.message);
const rowOf = (event) => event.target.closest?.("li[data-message]");

/** The message that has the focus is the one that Tab comes back to. */
function at(event, id) {
  const number = Number(rowOf(event)?.dataset.message);
  if (number && chatOf(id).current !== number) changeChat(id, { current: number });
}

function menuAt(event, on, id) {
  const message = messageAt(id, rowOf(event));
  if (!message || event.target.closest("a, img") || getSelection().toString()) return; // the browser's own menu is of more use there
  event.preventDefault();
  if (!chatOf(id).menu) on.menu(message, event);
}

function pressedLong(event, on, id) {
  const message = event.pointerType === "touch" && !event.target.closest("button, a, input, [data-own-touch]") && messageAt(id, rowOf(event));
  if (!message) return;
  const timer = setTimeout(() => { stop(); if (!chatOf(id).menu) on.menu(message, event); }, LONG_PRESS_MILLISECONDS);
  const moved = (move) => { if (Math.hypot(move.clientX - event.clientX, move.clientY - event.clientY) > 8) stop(); };
  const stop = () => {
    clearTimeout(timer);
    for (const kind of ["pointerup", "pointercancel"]) removeEventListener(kind, stop);
    removeEventListener("pointermove", moved);
  };
  for (const kind of ["pointerup", "pointercancel"]) addEventListener(kind, stop);
  addEventListener("pointermove", moved);
}

/** Arrows go from message to message; r replies, w asks why, c copies, e edits, Delete deletes, Enter opens the menu. */
function walk(event, list, on, id) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea")) return;
  const row = rowOf(event) ?? document.activeElement?.closest?.("li[data-message]");
  const rows = [...list.querySelectorAll("li[data-message]")];
  const inner = event.target.closest("button, a, [role=slider]");
  const step = { ArrowUp: -1, ArrowDown: 1, Home: -rows.length, End: rows.length }[event.key];
  const message = messageAt(id, row);
  if (step && !event.target.closest("[data-own-keys]")) {
    const now = rows.indexOf(row);
    if (event.key === "ArrowDown" && now === rows.length - 1) on.field()?.focus();
    else rows[Math.max(0, Math.min(rows.length - 1, (now < 0 ? rows.length : now) + step))]?.focus();
  } else if (event.key === "Escape" && row) on.field()?.focus();
  else if (inner || !message) return;
  else if (event.key === "r") on.reply(message);
  else if (event.key === "w") on.why(message);
  else if (event.key === "c") on.copyText(message);
  else if (event.key === "e" && editable(message, id)) on.edit(message);
  else if (event.key === "Delete" && !message.from_bot) on.remove(message);
  else if (event.key === "Enter" || event.key === "ContextMenu" || (event.key === "F10" && event.shiftKey)) on.menu(message, event);
  else return;
  event.preventDefault();
}

export const editable = (message, id) => !message.from_bot && Boolean(message.text) && message.from?.id === writer(id);

export const serviceLike = (message) => Boolean(message.successful_payment || message.pinned_message || message.web_app_data || message.new_chat_members
  || message.left_chat_member || message.group_chat_created || message.new_chat_title);

/** Messages in runs of one sender, albums joined, days named, a line before what is new. */
function runs(messages, newAfter, id, me) {
  const groups = [];
  for (const message of messages) {
    const before = groups.at(-1);
    if (message.media_group_id && before?.rows[0].media_group_id === message.media_group_id) before.rows.push(message);
    else groups.push({ rows: [message] });
  }
  const wrote = newAfter ? messages.findLast((one) => !one.from_bot)?.message_id > newAfter : true;
  const shown = [];
  groups.forEach((group, n) => {
    const message = group.rows[0], before = groups[n - 1]?.rows[0], after = groups[n + 1]?.rows[0];
    const today = dayOf(message.date);
    const newDay = !before || dayOf(before.date) !== today;
    if (newDay) shown.push({ day: today });
    const line = !wrote && message.message_id > newAfter && before && before.message_id <= newAfter;
    if (line) shown.push({ line: true });
    const joins = (one) => one && one.from?.id === message.from?.id && one.from_bot === message.from_bot && !serviceLike(one) && Math.abs(one.date - message.date) < RUN_SECONDS;
    shown.push({ ...group, mine: id > 0 ? !message.from_bot : message.from?.id === me, first: newDay || line || !joins(before), last: !joins(after) || dayOf(after.date) !== today });
  });
  return shown;
}
