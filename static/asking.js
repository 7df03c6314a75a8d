// Answers and steps without a new page: the browser's history then keeps two entries, whatever is
// answered, and everything that is sent has one length. Every page works without this file.
const main = "main";
let isBusy = false;

function padded(data) {
  const wanted = Number(document.body.dataset.length);
  data.delete("pad");
  const missing = wanted - String(new URLSearchParams(data)).length - "&pad=".length;
  if (missing > 0) data.set("pad", "0".repeat(missing));
  return data;
}

// For forms that the browser sends itself; ours are padded again with the button that was pressed.
addEventListener("formdata", (event) => padded(event.formData));

// A page may have a style that the one before it had not.
const styles = (page) => [...page.querySelectorAll("head link[rel=stylesheet]")];

function styled(page) {
  const had = styles(document).map((one) => one.href);
  const missing = styles(page).filter((one) => !had.includes(one.href));
  return Promise.all(missing.map((one) => new Promise((done) => {
    one.onload = one.onerror = done;
    document.head.append(document.adoptNode(one));
  })));
}

async function swap(text, address, isSamePage) {
  const page = new DOMParser().parseFromString(text, "text/html");
  if (new URL(address).pathname !== location.pathname || !page.getElementById(main)) {
    document.documentElement.hidden = true;
    return location.replace(address);
  }
  await styled(page);
  page.querySelectorAll("[autofocus]").forEach((one) => one.removeAttribute("autofocus"));
  for (const name of ["lang", "dir"]) {
    const value = page.documentElement.getAttribute(name);
    if (value) document.documentElement.setAttribute(name, value);
    else document.documentElement.removeAttribute(name);
  }
  const [at, focused] = [scrollY, document.activeElement && document.activeElement.id];
  document.body.replaceWith(document.adoptNode(page.body));
  document.dispatchEvent(new Event("swapped"));
  if (isSamePage) {
    scrollTo(0, at);
    const before = focused && document.getElementById(focused);
    return before && before.focus({ preventScroll: true });
  }
  scrollTo(0, 0);
  const first = document.querySelector(".problem") || document.querySelector("main h1");
  first.tabIndex = -1;
  first.focus();
}

async function send(form, button) {
  // What is under way has what was typed: to read something need not wait for it.
  if (isBusy && button && button.name === "to") location.assign(button.value);
  if (isBusy) return;
  isBusy = true;
  const data = new FormData(form);
  if (button && button.name) data.set(button.name, button.value);
  const body = new URLSearchParams(padded(data));
  const post = () => fetch(form.action, { method: "POST", body });
  try {
    // Tabs wait for each other: an answer that comes late must not undo a newer one.
    const answer = await (navigator.locks ? navigator.locks.request("answers", post) : post());
    await swap(await answer.text(), answer.url);
  } catch {
    const line = document.getElementById("offline");
    if (line) line.hidden = false;
  }
  isBusy = false;
}

// A whole part on a page: what follows from an answer is shown at once. Whoever went on typing
// meanwhile loses nothing: what came back is then too old, and is asked for again.
const filled = (form) => new URLSearchParams(new FormData(form)).toString();
const onPart = () => document.querySelector("form.whole");
let isWanted = false;

async function showMore() {
  isWanted = true;
  if (isBusy) return;
  isBusy = true;
  for (let form = onPart(); isWanted && form; form = onPart()) {
    isWanted = false;
    const data = new FormData(form), before = filled(form);
    data.set("more", "1");
    const body = new URLSearchParams(padded(data));
    try {
      const answer = await fetch(form.action, { method: "POST", body });
      const text = await answer.text();
      if (onPart() && filled(onPart()) !== before) isWanted = true;
      else await swap(text, answer.url, true);
    } catch {
      break; // The button of the page still does it.
    }
  }
  isBusy = false;
}

addEventListener("change", (event) => {
  if (event.target.closest("[data-opens]")) showMore();
});

// Typed in from paper: a digit marks that box of the question with the focus, 0 the last one.
const tellOfDigits = () => document.querySelectorAll("#digits").forEach((one) => { one.hidden = false; });
tellOfDigits();
document.addEventListener("swapped", tellOfDigits);

addEventListener("keydown", (event) => {
  const kinds = "[type=radio], [type=checkbox]", { key, target } = event;
  const question = target.matches(kinds) && target.closest("form.paper fieldset");
  if (!question || !/^[0-9]$/.test(key) || event.ctrlKey || event.altKey || event.metaKey) return;
  const boxes = question.querySelectorAll(kinds);
  const box = boxes[key === "0" ? boxes.length - 1 : key - 1];
  if (!box) return;
  box.focus();
  box.click();
});

// The floor and the top: Back on the floor is the page's own Back, then the top again.
const hasFloor = location.pathname === "/q";
let isOnTop = history.state === "top";
if (hasFloor && !isOnTop) history.replaceState("floor", "");

addEventListener("submit", (event) => {
  if (event.target.id === "erase-cookies") return;
  event.preventDefault();
  if (hasFloor && !isOnTop) history.pushState("top", "");
  isOnTop = true;
  send(event.target, event.submitter);
});

addEventListener("popstate", (event) => {
  if (event.state !== "floor") return;
  const back = document.getElementById("back");
  if (!back) return history.back();
  history.forward();
  const button = back.querySelector("button");
  send(button.form, button);
});
