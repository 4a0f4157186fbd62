// The list of guided tours and how far each has come; what a tour needs to be followed is fetched when one is entered (tour.js).
import { get } from "./api.js";
import { inSight } from "./point.js";
import { change, changeChat, state } from "./store.js";

const cache = {};

/** A file of tours/, fetched once. */
export async function data(name) {
  cache[name] ??= get(`/page/tours/${name}.json`).catch((error) => { delete cache[name]; throw error; });
  return cache[name];
}

let list = null, failed = null;
export const tourList = () => list;
export const tourFailed = () => failed;
export const placeOf = (id) => state.done.at?.[id] ?? { n: 0 };

export async function loadList() {
  try {
    failed = null;
    list ??= await data("index");
  } catch (error) {
    failed = error.message;
  }
  change({});
}

/** Begin a tour, or go on where it was left. */
export const enter = async (id, anew) => (await import("./tour.js")).enter(id, anew);

/** Put words into a person's input, ready to be sent. */
export function suggest(one, words, replyTo = null) {
  changeChat(one.user_id, { draft: words, replyTo });
  inSight(one.user_id, () => document.getElementById(`say-${one.user_id}`)?.focus({ preventScroll: true }));
}
