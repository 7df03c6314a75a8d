// Leaving a station at once, with or without a network. Every station works without this file.
const root = document.documentElement;
const { half, visit, look } = document.body.dataset;

function erase() {
  for (const [name, site] of [[half, "strict"], [visit, "lax"]]) {
    const secure = name.startsWith("__Host-") ? "; secure" : "";
    document.cookie = name + "=" + "0".repeat(22) + "; path=/; samesite=" + site + secure;
  }
}

function empty() {
  root.hidden = true;
  document.body.textContent = "";
}

async function leave() {
  const form = document.getElementById("erase-cookies");
  const then = form.dataset.then, body = new URLSearchParams(new FormData(form));
  // Told first: the server ends what the cookies name.
  const tell = fetch("/leave", { method: "POST", body, keepalive: true, redirect: "manual" });
  empty();
  const late = new Promise((done) => setTimeout(done, 1000));
  const isTold = await Promise.race([tell.then(() => true, () => false), late]);
  erase();
  location.replace(isTold ? then : "about:blank");
}

addEventListener("submit", (event) => {
  if (event.target.id !== "erase-cookies") return;
  event.preventDefault();
  leave();
});

let presses = 0, last = 0, alone = false;
addEventListener("keydown", (event) => {
  alone = event.key === "Shift";
  if (!alone) presses = 0;
});
addEventListener("keyup", (event) => {
  if (event.key !== "Shift" || !alone) return;
  presses = event.timeStamp - last < 5000 ? presses + 1 : 1;
  last = event.timeStamp;
  if (presses === 3) leave();
});

// A board looks again by itself, but not while somebody uses it; a screen that rests is emptied.
const rest = document.getElementById("rest")?.dataset;
let use = Date.now(), told = use;
function used() {
  use = Date.now();
  // A talk is no rest: whoever scrolls or types is here.
  if (!rest || use - told < 120000) return;
  told = use;
  fetch(location.pathname, { method: "HEAD", redirect: "manual" }).catch(() => {});
}
for (const kind of ["keydown", "pointerdown", "scroll"]) addEventListener(kind, used);

function lookAgain() {
  const now = Date.now();
  if (now - use > rest.rest * 1000) return location.replace("/desk");
  const isUsed = document.querySelector("main details[open]") || document.activeElement.closest("form");
  if (Number(rest.renew) && !isUsed && !document.hidden) location.replace(location.pathname + "?again=1");
}
if (rest) setInterval(lookAgain, 20000);

// What was left is not shown again by Back.
addEventListener("pagehide", () => (root.hidden = true));
addEventListener("pageshow", (event) => {
  if (event.persisted) location.replace(location.pathname);
});

// A slip stays on a shared screen only for a while.
if (look) setTimeout(() => document.querySelector("form[action='/clear']").submit(), look * 1000);
