// Leaving at once, with or without a network; other tabs; time without use.
// Every page works without this file.
const root = document.documentElement;
const tabs = window.BroadcastChannel && new BroadcastChannel("visit");
const byId = (id) => document.getElementById(id);
const halfName = document.body.dataset.half;
const isKiosk = document.body.dataset.kiosk === "1";

// Half of the key of the visit: without it nobody opens the visit, the server included.
function half() {
  const found = document.cookie.split("; ").find((one) => one.startsWith(halfName + "="));
  return found ? found.slice(halfName.length + 1) : "";
}
const own = half();

function erase() {
  const secure = halfName.startsWith("__Host-") ? "; secure" : "";
  document.cookie = halfName + "=" + "0".repeat(own.length || 22) + "; path=/; samesite=lax" + secure;
}

function empty() {
  root.hidden = true;
  document.body.textContent = "";
}

function go(where) {
  empty();
  location.replace(where);
}

// A shared device that has lost its network waits for it, with an empty page.
async function whenThere(where) {
  try {
    await fetch(where, { method: "HEAD" });
    location.replace(where);
  } catch {
    setTimeout(whenThere, 5000, where);
  }
}

async function leave() {
  const form = byId("erase-cookies");
  const then = form.dataset.then, body = new URLSearchParams(new FormData(form));
  erase();
  empty();
  if (tabs) tabs.postMessage({ half: own, hasLeft: true, then });
  const tell = fetch("/leave", { method: "POST", body, keepalive: true, redirect: "manual" });
  const late = new Promise((done) => setTimeout(done, 1000));
  const isTold = await Promise.race([tell.then(() => true, () => false), late]);
  if (isTold) location.replace(then);
  else if (isKiosk) whenThere("/");
  else location.replace("about:blank");
}

function leaveQuietly() {
  const form = byId("erase-cookies");
  go(form ? form.dataset.then : "about:blank");
}

if (tabs) tabs.onmessage = ({ data }) => {
  if (!own) return;
  // Somebody else uses this browser now: this tab ends itself, and nobody else.
  if (data.half !== own) leaveQuietly();
  else if (data.hasLeft) go(data.then);
  else used();
};

addEventListener("submit", (event) => {
  if (event.target.id !== "erase-cookies") return;
  event.preventDefault();
  leave();
});

const isOver = () => own && half() !== own;
addEventListener("visibilitychange", () => document.hidden || (isOver() && leaveQuietly()));
addEventListener("pagehide", () => (root.hidden = true));
addEventListener("pageshow", (event) => {
  if (event.persisted) go(location.pathname);
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

let end = 0, longest = 0, asked = 0;
const told = () => byId("idle") && byId("idle").dataset;
const isOpen = () => byId("idle").hasAttribute("open");
const close = () => {
  const idle = byId("idle");
  if (isOpen()) idle.close ? idle.close() : idle.removeAttribute("open");
};

function used() {
  if (!told()) return;
  end = Date.now() + told().limit * 1000;
  close();
}

function begin() {
  const keys = byId("keys");
  if (keys) {
    keys.hidden = false;
    document.querySelector(".leave").setAttribute("aria-describedby", "keys");
  }
  if (!told()) return;
  end = Date.now() + told().left * 1000;
  longest = Date.now() + told().longest * 1000;
}

function stay() {
  asked = Date.now();
  // A picture: it carries no answer, there or back.
  const beat = new Image();
  beat.onload = used;
  beat.src = "/stay?" + asked;
}

function use() {
  if (!told()) return;
  const now = Date.now();
  if (tabs && own && now - shared > 1000) tabs.postMessage({ half: own });
  shared = now;
  if (!isOpen() && end - now < told().limit * 500 && now - asked > 5000) stay();
}
let shared = 0;
for (const kind of ["keydown", "pointerdown", "scroll"]) addEventListener(kind, use);
addEventListener("click", (event) => event.target.closest("#stay") && stay());
addEventListener("cancel", (event) => event.target.id === "idle" && stay(), true);

setInterval(() => {
  if (!told()) return;
  const now = Date.now(), rest = Math.min(end, longest) - now;
  const ending = byId("ending");
  if (ending) ending.hidden = longest - now > told().ending * 1000;
  // The server counts whole seconds.
  if (rest < -2000) {
    if (isKiosk && !isOver()) return leave();
    if (own && !isOver()) erase();
    go(isKiosk ? "/" : location.pathname);
  } else if (rest < told().warning * 1000 && end <= longest && !isOpen())
    byId("idle").showModal ? byId("idle").showModal() : byId("idle").setAttribute("open", "");
}, 1000);

// A link to a folded part opens it.
const unfold = () => byId(location.hash.slice(1))?.firstElementChild?.setAttribute("open", "");
addEventListener("hashchange", unfold);
unfold();

document.addEventListener("swapped", begin);
begin();
