// Leaving at once, pages that come back from the browser's memory, and time without use.
// Every page works without this file.
const root = document.documentElement;
const tabs = window.BroadcastChannel && new BroadcastChannel("leaving");

function go(where) {
  root.hidden = true;
  document.body.textContent = "";
  location.replace(where);
}

function leave() {
  if (tabs) tabs.postMessage("");
  go("/leave");
}

if (tabs) tabs.onmessage = () => go("/left/" + root.lang);

addEventListener("click", (event) => {
  if (!event.target.closest('a[href="/leave"]')) return;
  event.preventDefault();
  leave();
});

addEventListener("pagehide", () => (root.hidden = true));
addEventListener("pageshow", (event) => {
  if (event.persisted) go(location.pathname);
});

const keys = document.getElementById("keys");
if (keys) {
  keys.hidden = false;
  document.querySelector(".leave").setAttribute("aria-describedby", "keys");
}
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

const idle = document.getElementById("idle");
if (idle) {
  const { left, limit, warning, then } = idle.dataset;
  let end = Date.now() + left * 1000, asked = 0;
  const isOpen = () => idle.hasAttribute("open");
  const stay = () => {
    asked = Date.now();
    // A picture: the pages may open no connection of another kind.
    const beat = new Image();
    beat.onload = () => {
      end = asked + limit * 1000;
      if (isOpen()) idle.close ? idle.close() : idle.removeAttribute("open");
    };
    beat.src = "/stay?" + asked;
  };
  const use = () => {
    const now = Date.now();
    if (!isOpen() && end - now < limit * 500 && now - asked > 5000) stay();
  };
  for (const kind of ["keydown", "pointerdown", "scroll"]) addEventListener(kind, use);
  document.getElementById("stay").onclick = stay;
  idle.oncancel = stay;
  setInterval(() => {
    const rest = end - Date.now();
    // The server counts whole seconds.
    if (rest < -2000) go(then || location.pathname);
    else if (rest < warning * 1000 && !isOpen())
      idle.showModal ? idle.showModal() : idle.setAttribute("open", "");
  }, 1000);
}
