// One message of a chat as the person sees it.
import { html, useState } from "./html.js";
import { Icon } from "./icons.js";
import { rich } from "./entities.js";
import { fileUrl } from "./api.js";
import { showInLog, tap } from "./acts.js";

const clock = new Intl.DateTimeFormat(undefined, { hour: "2-digit", minute: "2-digit" });
const day = new Intl.DateTimeFormat(undefined, { weekday: "long", day: "numeric", month: "long" });
export const timeOf = (seconds) => clock.format(new Date(seconds * 1000));
export const dayOf = (seconds) => day.format(new Date(seconds * 1000));

const ONLY_EMOJI = /^(?:\p{Extended_Pictographic}[\uFE0F\u200D\u{1F3FB}-\u{1F3FF}]*){1,3}$/u;

/** `rows`: messages of one album, or a single one. `first`/`last` of a run of one side. */
export function Bubble({ userId, rows, first, last, fresh, pressed, selected, onReply, onWhy, onJump, onCommand }) {
  const message = rows[0];
  const captioned = rows.find((row) => row.caption) ?? message;
  const text = captioned.text ?? captioned.caption ?? "";
  const entities = captioned.entities ?? captioned.caption_entities ?? [];
  const context = { chatId: userId, command: onCommand };
  const side = message.from_bot ? "in" : "out";
  const big = message.text && ONLY_EMOJI.test(message.text.trim()) && !message.reply_markup;
  const media = rows.some((row) => row.photo);
  const service = serviceWords(message);
  if (service) return html`<li class="service" id=${rowId(userId, message)}><span>${service}</span></li>`;
  const keys = message.reply_markup?.inline_keyboard;
  const kind = `row ${side} ${first ? "first" : ""} ${last ? "last" : ""} ${selected ? "selected" : ""}`;
  return html`<li class=${kind} id=${rowId(userId, message)} tabindex="-1" data-message=${message.message_id}
      aria-label=${`${message.from_bot ? "Bot" : "You"}, ${timeOf(message.date)}: ${text || kindOf(message)}`}>
    <div class=${`stack ${keys ? "keyed" : ""}`}>
      <div class=${`bubble ${big ? "big" : ""} ${media ? "media" : ""} ${fresh ? "fresh" : ""}`} key=${fresh ?? "old"}>
        ${message.reply_to_message && html`<${Quote} message=${message.reply_to_message} onJump=${onJump} />`}
        ${media && html`<${Photos} rows=${rows} />`}
        ${rows.map((row) => html`<${Attachment} key=${row.message_id} message=${row} />`)}
        ${text && html`<div class="words" dir="auto">${rich(text, entities, context)}<${Stamp} message=${message} inline /></div>`}
        ${!text && html`<${Stamp} message=${message} />`}
        <${Reactions} reactions=${message.reactions} />
      </div>
      ${keys && html`<${Keys} userId=${userId} message=${message} keys=${keys} pressed=${pressed} />`}
    </div>
    <div class="tools">
      <button type="button" title="Reply" aria-label="Reply to this message" onClick=${() => onReply(message)}><${Icon} name="reply" /></button>
      <button type="button" title="What happened and why" aria-label="What happened and why" onClick=${() => onWhy(message)}><${Icon} name="why" /></button>
      <button type="button" title="In the log" aria-label="Show in the log" onClick=${() => showInLog(userId, message.message_id)}><${Icon} name="log" /></button>
    </div>
  </li>`;
}

export const rowId = (userId, message) => `m-${userId}-${message.message_id}`;

function Stamp({ message, inline }) {
  return html`<span class=${`stamp ${inline ? "inline" : ""}`}>
    ${message.pinned && html`<span class="pinned" title="Pinned">📌</span>`}
    ${message.edit_date && html`<span class="edited" title=${`changed ${message.edits} times`}>edited</span>`}
    <time>${timeOf(message.date)}</time>
    ${!message.from_bot && html`<${Icon} name="check" label="sent" />`}</span>`;
}

function Quote({ message, onJump }) {
  const words = message.text ?? message.caption ?? kindOf(message);
  return html`<button type="button" class="quote" onClick=${() => onJump(message.message_id)}>
    <b>${message.from?.is_bot ? "Errand" : message.from?.first_name ?? "Reply"}</b><span>${words.slice(0, 120)}</span></button>`;
}

function Photos({ rows }) {
  const photos = rows.filter((row) => row.photo);
  return html`<div class=${`photos n${Math.min(photos.length, 4)}`}>${photos.map((row) => html`<${Photo} key=${row.message_id} message=${row} />`)}</div>`;
}

function Photo({ message }) {
  const [open, setOpen] = useState(false);
  const largest = message.photo.reduce((a, b) => (b.width > a.width ? b : a));
  const [hidden, setHidden] = useState(Boolean(message.has_media_spoiler));
  const click = () => (hidden ? setHidden(false) : setOpen(!open));
  return html`<button type="button" class=${`photo ${open ? "open" : ""} ${hidden ? "veiled" : ""}`} onClick=${click}
      aria-label=${open ? "Close the picture" : `Picture${message.caption ? `: ${message.caption}` : ""}, tap to enlarge`}>
    <img src=${fileUrl(largest.file_id)} width=${largest.width} height=${largest.height} alt="" loading="lazy" /></button>`;
}

function Attachment({ message }) {
  if (message.document) {
    const file = message.document;
    return html`<a class="document" href=${fileUrl(file.file_id)} download=${file.file_name ?? "file"}>
      <span class="document-icon"><${Icon} name="file" /></span>
      <span><b>${file.file_name ?? "file"}</b><small>${size(file.file_size)}</small></span></a>`;
  }
  if (message.venue) return html`<${Place} location=${message.venue.location} title=${message.venue.title} note=${message.venue.address} />`;
  if (message.location) {
    return html`<${Place} location=${message.location} title=${message.location.live_period ? "Live location" : "Location"} />`;
  }
  if (message.contact) {
    return html`<div class="contact"><span class="document-icon"><${Icon} name="person" /></span>
      <span><b>${message.contact.first_name} ${message.contact.last_name ?? ""}</b><small>${message.contact.phone_number}</small></span></div>`;
  }
  if (message.invoice) {
    const { title, description, currency, total_amount: amount } = message.invoice;
    return html`<div class="invoice"><span class="invoice-head"><${Icon} name="card" /> Invoice</span>
      <b>${title}</b><p>${description}</p><strong>${sum(amount, currency)}</strong></div>`;
  }
  if (message.voice || message.audio) {
    return html`<audio controls src=${fileUrl((message.voice ?? message.audio).file_id)}></audio>`;
  }
  if (message.video || message.animation) {
    return html`<video controls src=${fileUrl((message.video ?? message.animation).file_id)}></video>`;
  }
  return null;
}

/** A little map drawn from the position alone: nothing is fetched for it. */
export function Place({ location, title, note }) {
  const { latitude, longitude } = location;
  const seed = Math.abs(Math.round(latitude * 1e4) * 31 + Math.round(longitude * 1e4) * 17);
  const at = (n, from, span) => from + ((seed * (n * 7 + 3)) % 97) / 97 * span;
  const streets = [0, 1, 2, 3].map((n) => `M${at(n, -20, 120)} -10 L${at(n + 4, 60, 180)} 130`)
    .concat([0, 1, 2].map((n) => `M-10 ${at(n + 8, 10, 100)} L250 ${at(n + 11, 0, 110)}`));
  return html`<div class="place"><svg viewBox="0 0 240 120" role="img" aria-label=${`Map at ${latitude}, ${longitude}`}>
      <path class="park" d=${`M${at(3, 150, 30)} 0h90v${at(5, 40, 40)}h-70z`} />
      <path class="water" d=${`M-5 ${at(6, 80, 20)}q70 -24 120 8t130 -6v60h-250z`} />
      ${streets.map((d, n) => html`<path key=${n} class=${n % 3 ? "street" : "street wide"} d=${d} />`)}
      <path class="needle" d="M120 74s16-15 16-27a16 16 0 0 0-32 0c0 12 16 27 16 27z" /><circle class="eyelet" cx="120" cy="46" r="6" />
    </svg><span><b>${title}</b><small>${note ?? `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`}</small></span></div>`;
}

const MARKS = { url: "out", login_url: "out", web_app: "app", copy_text: "copy", pay: "card" };

function Keys({ userId, message, keys, pressed }) {
  return html`<div class="keys" role="group" aria-label="Buttons">${keys.map((row, r) => html`<div class="key-row" key=${r}>
    ${row.map((button, c) => {
      const mark = Object.keys(MARKS).find((name) => button[name]);
      const busy = pressed === `${message.message_id}:${r}:${c}`;
      return html`<button type="button" key=${c} class=${`key ${button.style ?? ""} ${busy ? "busy" : ""}`} aria-busy=${busy}
        onClick=${() => tap(userId, message, r, c)}><span>${button.text}</span>${mark && html`<${Icon} name=${MARKS[mark]} />`}</button>`;
    })}</div>`)}</div>`;
}

function Reactions({ reactions }) {
  const all = [...(reactions?.bot ?? []), ...(reactions?.user ?? [])];
  return all.length ? html`<div class="reactions">${all.map((one) => html`<span>${one}</span>`)}</div>` : null;
}

function serviceWords(message) {
  if (message.successful_payment) {
    const { total_amount: amount, currency } = message.successful_payment;
    return `Paid ${sum(amount, currency)}`;
  }
  if (message.pinned_message) return "A message was pinned";
  if (message.web_app_data) return `Sent from “${message.web_app_data.button_text}”`;
  return null;
}

export function kindOf(message) {
  for (const [name, words] of [["photo", "Picture"], ["document", "File"], ["venue", "Place"], ["location", "Location"],
    ["contact", "Contact"], ["invoice", "Invoice"], ["voice", "Voice message"], ["video", "Video"]]) {
    if (message[name]) return words;
  }
  return "Message";
}

const size = (bytes = 0) => (bytes < 1000 ? `${bytes} B` : bytes < 1e6 ? `${Math.round(bytes / 1000)} kB` : `${(bytes / 1e6).toFixed(1)} MB`);

function sum(minor, currency) {
  const format = new Intl.NumberFormat(undefined, { style: "currency", currency: currency === "XTR" ? "USD" : currency });
  if (currency === "XTR") return `${minor} ⭐`;
  const digits = format.resolvedOptions().maximumFractionDigits;
  return format.format(Number(`${minor}e-${digits}`));
}
