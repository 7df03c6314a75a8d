// Reads the page aloud, only with a voice that is on this device: no text leaves it.
const button = () => document.getElementById("listen");
const tongue = (lang) => lang.split(/[-_]/)[0];
const voiceHere = () => speechSynthesis.getVoices().find(
  (voice) => voice.localService && tongue(voice.lang) === tongue(document.documentElement.lang));
const show = () => { if (button()) button().hidden = !voiceHere(); };
const name = (is_reading) => {
  const listen = button();
  if (listen) listen.textContent = is_reading ? listen.dataset.stop : listen.dataset.start;
};
const stop = () => { speechSynthesis.cancel(); name(false); };
const words = (element) => {
  const copy = element.cloneNode(true);
  copy.querySelectorAll(".also, .mark, svg").forEach((other) => other.remove());
  copy.querySelectorAll("br").forEach((other) => other.replaceWith(" "));
  return copy.textContent.trim();
};
const read = () => {
  const said = [...document.querySelectorAll(button().dataset.read)].map(words).filter(Boolean);
  said.forEach((text, n) => {
    const speech = new SpeechSynthesisUtterance(text);
    speech.voice = voiceHere();
    speech.lang = speech.voice.lang;
    if (n === said.length - 1) speech.onend = () => name(false);
    speechSynthesis.speak(speech);
  });
  name(true);
};
if ("speechSynthesis" in window) {
  show();
  speechSynthesis.onvoiceschanged = show;
  addEventListener("click", (event) => {
    if (!event.target.closest("#listen")) return;
    if (button().textContent === button().dataset.stop) stop(); else read();
  });
  addEventListener("pagehide", stop);
  document.addEventListener("swapped", () => { stop(); show(); });
}
