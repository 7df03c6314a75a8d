const printers = { print: false, "print-large": true };
const offer = () => Object.keys(printers).forEach((id) => {
  const button = document.getElementById(id);
  if (button) button.hidden = false;
});
addEventListener("click", (event) => {
  const button = event.target.closest("#print, #print-large");
  if (!button) return;
  document.documentElement.classList.toggle("large", printers[button.id]);
  window.print();
});
document.addEventListener("swapped", offer);
offer();
