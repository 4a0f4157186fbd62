// Paying an invoice: what it costs, a tip, where to, which way, who pays; then what the bot said, or the receipt.
import { html, useRef, useState } from "./html.js";
import { Icon } from "./icons.js";
import { ownAddress } from "./api.js";
import { sum } from "./words.js";
import { acting } from "./acts.js";
import { useFocusKept } from "./pane.js";
import { changeChat, state } from "./store.js";

const ADDRESS = [["street_line1", "Street and number", "Gartenweg 14"], ["street_line2", "Floor, bell (optional)", ""], ["post_code", "Post code", "99955"],
  ["city", "Town", "Lindenau"], ["state", "State (optional)", ""], ["country_code", "Country, two letters", "DE"]];
const OPTIONAL = ["street_line2", "state"];

export function PaySheet({ id, paying, chat, close: closeSheet }) {
  const close = () => { closeSheet(); paying.told?.("cancelled"); };
  const message = paying.form ? { invoice: paying.form, invoice_form: paying.form } : chat.messages.find((one) => one.message_id === paying.messageId);
  const root = useRef();
  useFocusKept(root, "button.quiet");
  const title = paying.receipt ? "Receipt" : "Pay";
  const keyed = (event) => { if (event.key === "Escape") { event.stopPropagation(); close(); } };
  return html`<div class="pay-cover" onClick=${(e) => e.target === e.currentTarget && close()}><div class="pay-sheet" role="dialog" aria-modal="true" aria-label=${title} ref=${root} onKeyDown=${keyed}>
    <header><h3>${title}</h3><button type="button" class="quiet" aria-label="Close" onClick=${close}><${Icon} name="close" /></button></header>
    ${!message?.invoice ? html`<p class="hint">This invoice is gone.</p>`
      : paying.receipt ? html`<${Receipt} ...${{ message, receipt: paying.receipt }} />` : html`<${Form} ...${{ id, message, paying, close }} />`}</div></div>`;
}

function Form({ id, message, paying, close }) {
  const { title, description, currency, total_amount: amount } = message.invoice;
  const form = message.invoice_form ?? { prices: [{ label: title, amount }] };
  const person = state.users[id > 0 ? id : 0] ?? {};
  const [tip, setTip] = useState(0);
  const [order, setOrder] = useState({ name: [person.first_name, person.last_name].filter(Boolean).join(" "), phone_number: "", email: "" });
  const [address, setAddress] = useState(Object.fromEntries(ADDRESS.map(([name, , given]) => [name, given])));
  const [shipping, setShipping] = useState(null); // {shipping_query_id, options}
  const [option, setOption] = useState(null);
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState("");
  const asksAddress = form.need_shipping_address || form.is_flexible;
  const chosen = shipping?.options.find((one) => one.id === option);
  const lines = [...form.prices, ...(chosen?.prices ?? []), ...(tip ? [{ label: "Tip", amount: tip }] : [])];
  const total = lines.reduce((all, one) => all + one.amount, 0);
  const given = () => ({ ...(paying.slug ? { slug: paying.slug } : { message_id: message.message_id }), ...order, ...(asksAddress ? { shipping_address: { ...address, country_code: address.country_code.toUpperCase() } } : {}) });
  const failed = (answer) => setRefused(!answer ? "The playground refused this; see below." : answer.outcome === "timeout"
    ? "The bot did not answer in time, so nothing was paid. A bot has 10 seconds." : `The bot refused: ${answer.error_message ?? "no reason given"}`);
  const pay = async (event) => {
    event.preventDefault();
    setBusy(true);
    setRefused("");
    if (form.is_flexible && !shipping) {
      const answer = await acting(id, "shipping", given());
      setBusy(false);
      if (answer?.outcome !== "options") return failed(answer);
      setShipping({ shipping_query_id: answer.shipping_query_id, options: answer.options });
      return setOption(answer.options[0].id);
    }
    const answer = await acting(id, "pay", { ...given(), tip, ...(chosen ? { shipping_query_id: shipping.shipping_query_id, shipping_option_id: option } : {}) });
    setBusy(false);
    if (answer?.outcome !== "paid") return failed(answer);
    paying.told?.("paid");
    if (paying.slug) return changeChat(id, { paying: null });
    const receipt = { lines, payment: answer.message?.successful_payment };
    return changeChat(id, (chat) => ({ paying: null, receipts: { ...chat.receipts, [message.message_id]: receipt } }));
  };
  const field = (name, label, type, more = {}) => html`<label key=${name}>${label}<input type=${type} required value=${order[name]} ...${more} onInput=${(e) => setOrder({ ...order, [name]: e.target.value })} /></label>`;
  const photo = form.photo_url && ownAddress(form.photo_url);
  return html`<form onSubmit=${pay}>
    <div class="pay-what">${photo && html`<img src=${photo} alt="" />`}<span><b>${title}</b><small>${description}</small></span></div>
    <table class="prices"><tbody>${lines.map((one, n) => html`<tr key=${n}><th scope="row">${one.label}</th><td>${sum(one.amount, currency)}</td></tr>`)}
      <tr class="total"><th scope="row">Total</th><td>${sum(total, currency)}</td></tr></tbody></table>
    ${form.max_tip_amount > 0 && html`<fieldset><legend>Tip, up to ${sum(form.max_tip_amount, currency)}</legend><div class="choices">${[0, ...(form.suggested_tip_amounts ?? [])].map((one) => html`
      <button type="button" key=${one} aria-pressed=${tip === one} onClick=${() => setTip(one)}>${one ? sum(one, currency) : "none"}</button>`)}</div></fieldset>`}
    ${(form.need_name || form.need_phone_number || form.need_email) && html`<fieldset><legend>Who pays</legend>
      ${form.need_name && field("name", "Name", "text", { autocomplete: "off" })}${form.need_phone_number && field("phone_number", "Phone", "tel", { placeholder: "+49 170 000000", autocomplete: "off" })}
      ${form.need_email && field("email", "E-mail", "email", { placeholder: "mia@lindenau.example", autocomplete: "off" })}</fieldset>`}
    ${asksAddress && shipping && html`<fieldset><legend>Where to</legend><p>${ADDRESS.map(([name]) => address[name]).filter(Boolean).join(", ")}</p>
      <button type="button" class="link" onClick=${() => setShipping(null)}>Another address</button></fieldset>`}
    ${asksAddress && !shipping && html`<fieldset><legend>Where to</legend>${ADDRESS.map(([name, label]) => html`<label key=${name}>${label}
      <input value=${address[name]} required=${!OPTIONAL.includes(name)} pattern=${name === "country_code" ? "[A-Za-z]{2}" : undefined} autocomplete="off" onInput=${(e) => setAddress({ ...address, [name]: e.target.value })} /></label>`)}</fieldset>`}
    ${shipping && html`<fieldset><legend>Which way</legend>${shipping.options.map((one) => html`<label class="radio" key=${one.id}><input type="radio" name=${`way-${id}`} checked=${option === one.id} onChange=${() => setOption(one.id)} />
      <span>${one.title}</span><span>${sum(one.prices.reduce((all, price) => all + price.amount, 0), currency)}</span></label>`)}</fieldset>`}
    ${currency !== "XTR" && html`<p class="card-line"><${Icon} name="card" /><span>Test card ·· 4242</span><small>no money moves</small></p>`}
    ${refused && html`<p class="refused" role="alert">${refused}</p>`}
    <button type="submit" class="main wide" disabled=${busy} aria-busy=${busy}>${busy ? html`<i class="spin"></i> Asking the bot…` : form.is_flexible && !shipping ? "See the ways to ship" : `Pay ${sum(total, currency)}`}</button></form>`;
}

function Receipt({ message, receipt }) {
  const { currency } = message.invoice;
  const { payment } = receipt;
  const info = payment?.order_info ?? {};
  const where = info.shipping_address && ADDRESS.map(([name]) => info.shipping_address[name]).filter(Boolean).join(", ");
  const facts = [["Name", info.name], ["Phone", info.phone_number], ["E-mail", info.email], ["To", where], ["Charge of the provider", payment?.provider_payment_charge_id], ["Charge of Telegram", payment?.telegram_payment_charge_id]];
  return html`<div class="receipt-body"><b>${message.invoice.title}</b><table class="prices"><tbody>${receipt.lines.map((one, n) => html`<tr key=${n}><th scope="row">${one.label}</th><td>${sum(one.amount, currency)}</td></tr>`)}
    <tr class="total"><th scope="row">Paid</th><td>${sum(payment?.total_amount ?? message.invoice.total_amount, currency)}</td></tr></tbody></table>
    <dl>${facts.filter(([, value]) => value).map(([name, value]) => html`<dt key=${name}>${name}</dt><dd>${value}</dd>`)}</dl></div>`;
}
