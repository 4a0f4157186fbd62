// The card page comes back here; when it was shown over the playground, tell the playground to close it.
const outcome = new URLSearchParams(location.search).get("outcome") ?? "";
if (window.parent !== window) window.parent.postMessage({ kind: "overlay-done", outcome }, "*");
