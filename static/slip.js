// Reads the picture of a slip with the camera, where the browser can: nothing leaves the device.
const button = document.getElementById("camera");
const code = document.getElementById("code");
const seen = document.getElementById("seen");

async function read() {
  const reader = new BarcodeDetector({ formats: ["qr_code"] });
  const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
  seen.srcObject = stream;
  seen.hidden = false;
  await seen.play();
  let found = [];
  while (!found.length && seen.srcObject) {
    found = await reader.detect(seen);
    await new Promise((next) => setTimeout(next, 200));
  }
  stream.getTracks().forEach((track) => track.stop());
  seen.hidden = true;
  if (found.length) code.value = found[0].rawValue.replace(/(.{4})(?=.)/g, "$1 ");
  document.getElementById("words").focus();
}

if ("BarcodeDetector" in window && navigator.mediaDevices) {
  button.parentElement.hidden = false;
  button.addEventListener("click", () => read().catch(() => code.focus()));
}
