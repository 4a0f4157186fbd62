// What a message carries besides words: pictures, places, files, sounds, invoices.
import { html, useEffect, useRef, useState } from "./html.js";
import { Icon } from "./icons.js";
import { senderOf, sum } from "./words.js";
import { fileUrl, ownAddress } from "./api.js";
import { acting, copy } from "./acts.js";
import { changeChat, state, useStore } from "./store.js";
import { mosaic } from "./mosaic.js";
import { later } from "./later.js";

const Place = later(() => import("./map.js"), "Place");
const NO_END = 0x7FFFFFFF;
const MOVES_EVERY_MILLISECONDS = 700;
const READABLE = /^(text\/|application\/json)/;

export function Attached({ chatId, rows, mine, tab }) {
  const visual = rows.filter((row) => row.photo || row.video || (row.animation && !row.reply_markup));
  return html`${visual.length > 0 && html`<${Album} ...${{ chatId, rows: visual, tab }} />`}
    ${rows.map((row) => html`<${Other} key=${row.message_id} ...${{ chatId, message: row, mine, tab }} />`)}`;
}

const sizeOf = (row) => {
  const picture = row.photo ? largest(row.photo) : row.video ?? row.animation;
  return { width: picture.width || 4, height: picture.height || 3 };
};
export const largest = (sizes) => sizes.reduce((a, b) => (b.width > a.width ? b : a));

function Album({ chatId, rows, tab }) {
  const { ratio, boxes } = mosaic(rows.map((row) => { const { width, height } = sizeOf(row); return width / height; }));
  const single = rows.length === 1 && sizeOf(rows[0]);
  return html`<div class=${`photos n${rows.length}`} style=${{ aspectRatio: String(ratio), width: single ? `${Math.max(120, Math.min(single.width, 340, 340 * ratio))}px` : "" }}>
    ${rows.map((row, n) => html`<div key=${row.message_id} class="tile" style=${{ left: `${boxes[n].x}%`, top: `${boxes[n].y}%`, width: `${boxes[n].w}%`, height: `${boxes[n].h}%` }}>
      <${row.photo ? Photo : Video} ...${{ chatId, message: row, tab }} /></div>`)}</div>`;
}

function Veil({ message, tab, children }) {
  const [hidden, setHidden] = useState(Boolean(message.has_media_spoiler));
  return html`<div class=${`veil ${hidden ? "veiled" : ""}`}>${children}${hidden && html`<button type="button" tabindex=${tab} aria-label="Hidden picture, tap to show" onClick=${() => setHidden(false)}></button>`}</div>`;
}

function Photo({ chatId, message, tab }) {
  const picture = largest(message.photo);
  return html`<${Veil} message=${message} tab=${tab}><button type="button" class="photo" tabindex=${tab} onClick=${() => changeChat(chatId, { viewing: { messageId: message.message_id } })}
      aria-label=${`Picture${message.caption ? `: ${message.caption}` : ""}, tap to enlarge`}>
    <img src=${fileUrl(picture.file_id)} alt="" loading="lazy" draggable=${false} /></button><//>`;
}

function Video({ message, tab }) {
  const file = message.video ?? message.animation;
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  return html`<${Veil} message=${message} tab=${tab}>${message.animation
    ? html`<video class="gif" src=${fileUrl(file.file_id)} loop muted autoplay=${!still} controls=${still} playsinline aria-label="GIF" tabindex=${tab}></video><span class="mark">GIF</span>`
    : html`<video src=${fileUrl(file.file_id)} controls playsinline preload="metadata" aria-label="Video" tabindex=${tab}></video>`}<//>`;
}

function Other({ chatId, message, mine, tab }) {
  if (message.venue) return html`<${Place} location=${message.venue.location} title=${message.venue.title} note=${message.venue.address} />`;
  if (message.location?.live_period || (message.location && message.edit_date)) return html`<${Live} ...${{ chatId, message, mine, tab }} />`;
  if (message.location) return html`<${Place} location=${message.location} title="Location" />`;
  if (message.invoice) return html`<${Invoice} ...${{ chatId, message, tab }} />`;
  if (message.document && !message.animation) return html`<${Document} ...${{ chatId, message, tab }} />`;
  if (message.voice || message.audio) return html`<${Sound} message=${message} tab=${tab} />`;
  if (message.contact) return html`<${Contact} contact=${message.contact} tab=${tab} />`;
  if (message.poll) return html`<${Poll} ...${{ chatId, message, tab }} />`;
  if (message.dice) return html`<div class="dice">${message.dice.emoji} <b>${message.dice.value}</b></div>`;
  if (message.sticker) return html`<div class="sticker">${message.sticker.is_animated || message.sticker.is_video ? html`<span>${message.sticker.emoji ?? "Sticker"}</span>`
    : html`<img src=${fileUrl(message.sticker.file_id)} alt=${message.sticker.emoji ?? "Sticker"} />`}</div>`;
  const kind = ["video_note", "story", "game", "checklist", "paid_media"].find((name) => message[name]);
  return kind ? html`<p class="placeholder">${kind.replace("_", " ")}: the playground does not draw this kind.</p>` : null;
}

function useSeconds() {
  const [, tick] = useState(0);
  useEffect(() => { const timer = setInterval(() => tick((n) => n + 1), 1000); return () => clearInterval(timer); }, []);
}

/** The emulator's time, in seconds. */
const now = () => (Date.now() + (state.ahead ?? 0)) / 1000;

/** A live location: how long it goes on; who sends it moves it by dragging or arrow keys, and stops it. */
function Live({ chatId, message, mine, tab }) {
  useSeconds();
  const [own, setOwn] = useState(null); // where she has it, until the emulator has heard
  const due = useRef(null);
  const location = own ?? message.location;
  const period = message.location.live_period;
  const left = period === NO_END ? Infinity : message.date + (period ?? 0) - now();
  const going = Boolean(period) && left > 0;
  const told = (body) => acting(chatId, `location/${message.message_id}`, body);
  const move = (place) => {
    setOwn(place);
    if (due.current) return void (due.current.place = place);
    due.current = { place };
    setTimeout(async () => {
      const { place: last } = due.current;
      due.current = null;
      await told(last);
      if (!due.current) setOwn(null);
    }, MOVES_EVERY_MILLISECONDS);
  };
  const note = !going ? `ended · ${location.latitude.toFixed(5)}, ${location.longitude.toFixed(5)}` : left === Infinity ? "until it is stopped" : `${spell(left)} left${message.edit_date ? ` · moved ${ago(now() - message.edit_date)}` : ""}`;
  return html`<${Place} location=${location} live=${going} heading=${location.heading} tab=${tab} title=${going ? "Live location" : "Live location, ended"} note=${note}
      onMove=${mine && going ? move : undefined} label=${mine && going ? "Your live location: drag the map, or use the arrow keys, to move" : undefined}>
    ${mine && going && html`<button type="button" class="stop" tabindex=${tab} onClick=${() => told({ stop: true })}>Stop</button>`}<//>`;
}

const spell = (seconds) => (seconds >= 3600 ? `${Math.floor(seconds / 3600)} h ${Math.floor(seconds % 3600 / 60)} min` : seconds >= 60 ? `${Math.floor(seconds / 60)} min` : `${Math.max(0, Math.floor(seconds))} s`);
const ago = (seconds) => (seconds < 5 ? "just now" : `${spell(seconds)} ago`);

function Document({ chatId, message, tab }) {
  const file = message.document;
  const name = file.file_name ?? "file";
  const readable = READABLE.test(file.mime_type ?? "") || /\.(csv|txt|json|md)$/i.test(name);
  const picture = /^image\/(png|jpeg|gif|webp)$/.test(file.mime_type ?? "");
  const view = () => changeChat(chatId, { viewing: { messageId: message.message_id } });
  return html`<div class="document"><a href=${fileUrl(file.file_id)} download=${name} class="document" tabindex=${tab} aria-label=${`Download ${name}, ${size(file.file_size)}`}>
      ${picture ? html`<img class="document-icon" src=${fileUrl(file.file_id)} alt="" />` : html`<span class="document-icon">${name.includes(".") ? html`<small>${name.split(".").at(-1).slice(0, 4)}</small>` : html`<${Icon} name="file" />`}</span>`}
      <span><b>${name}</b><small>${size(file.file_size)}</small></span></a>
    ${(readable || picture) && html`<button type="button" class="quiet" tabindex=${tab} title="Look into it" aria-label=${`Look into ${name}`} onClick=${view}><${Icon} name="eye" /></button>`}</div>`;
}

/** A poll: one tap votes, several are chosen first; then how many voted for what. */
function Poll({ chatId, message, tab }) {
  const { question, options, total_voter_count: total, is_closed: closed, is_anonymous: anonymous, allows_multiple_answers: several } = message.poll;
  const [chosen, setChosen] = useState([]);
  const [voted, setVoted] = useState(null);
  const vote = async (ids) => { if (await acting(chatId, "vote", { message_id: message.message_id, option_ids: ids })) setVoted(ids); };
  const tap = (n) => (several ? setChosen(chosen.includes(n) ? chosen.filter((one) => one !== n) : [...chosen, n]) : vote([n]));
  const told = closed || voted !== null;
  return html`<div class="poll"><b>${question}</b><small>${closed ? "Closed" : anonymous ? "Anonymous" : "Public"} ${message.poll.type === "quiz" ? "quiz" : "poll"} · ${total} ${total === 1 ? "vote" : "votes"}</small>
    ${options.map((one, n) => html`<button type="button" key=${n} tabindex=${tab} disabled=${told} aria-pressed=${(voted ?? chosen).includes(n)} onClick=${() => tap(n)} style=${{ "--share": told && total ? `${(one.voter_count / total) * 100}%` : "0%" }}>
      <span>${one.text}</span>${told && html`<small>${total ? Math.round((one.voter_count / total) * 100) : 0} %</small>`}</button>`)}
    ${several && !told && html`<button type="button" class="link" tabindex=${tab} disabled=${!chosen.length} onClick=${() => vote(chosen)}>Vote</button>`}</div>`;
}

function Sound({ message, tab }) {
  const file = message.voice ?? message.audio;
  const player = useRef();
  const [at, setAt] = useState(0);
  const [going, setGoing] = useState(false);
  const length = file.duration || player.current?.duration || 1;
  const toggle = () => (going ? player.current.pause() : player.current.play().catch(() => setGoing(false)));
  const clock = (seconds) => `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, "0")}`;
  const title = message.audio ? [file.performer, file.title ?? file.file_name].filter(Boolean).join(" – ") || "Audio" : "Voice message";
  return html`<div class="sound"><button type="button" class="document-icon" tabindex=${tab} aria-label=${`${going ? "Pause" : "Play"}: ${title}`} onClick=${toggle}><${Icon} name=${going ? "pause" : "play"} /></button>
    <span><b>${title}</b><input type="range" min="0" max=${length} step="0.1" value=${at} tabindex=${tab} aria-label="Position" data-own-keys="" onInput=${(e) => { player.current.currentTime = Number(e.target.value); }} />
    <small>${clock(going || at ? at : length)}</small></span>
    <audio ref=${player} src=${fileUrl(file.file_id)} preload="none" onPlay=${() => setGoing(true)} onPause=${() => setGoing(false)} onEnded=${() => { setGoing(false); setAt(0); }} onTimeUpdate=${(e) => setAt(e.target.currentTime)}></audio></div>`;
}

const Contact = ({ contact, tab }) => html`<div class="contact"><span class="document-icon">${contact.first_name[0]?.toUpperCase()}</span>
  <span><b>${senderOf({ from: contact })}</b><small>${contact.phone_number}</small></span>
  <button type="button" class="quiet" tabindex=${tab} title="Copy the number" aria-label=${`Copy the number ${contact.phone_number}`} onClick=${() => copy(contact.phone_number)}><${Icon} name="copy" /></button></div>`;

function Invoice({ chatId, message, tab }) {
  const { title, description, currency, total_amount: amount } = message.invoice;
  const form = message.invoice_form;
  const photo = form?.photo_url && ownAddress(form.photo_url);
  const receipt = useStore((s) => s.chats[chatId]?.receipts?.[message.message_id]);
  return html`<div class="invoice">${photo && html`<img src=${photo} alt="" />`}<b>${title}</b><p>${description}</p>
    <span class="invoice-foot"><strong>${sum(amount, currency)}</strong><span class="invoice-head"><${Icon} name="card" /> Invoice</span></span>
    ${receipt && html`<button type="button" class="receipt" tabindex=${tab} onClick=${() => changeChat(chatId, { paying: { messageId: message.message_id, receipt } })}>Paid · show the receipt</button>`}</div>`;
}

export const size = (bytes = 0) => (bytes < 1000 ? `${bytes} B` : bytes < 1e6 ? `${Math.round(bytes / 1000)} kB` : `${(bytes / 1e6).toFixed(1)} MB`);
