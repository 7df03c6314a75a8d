const print_with = (id, is_large) => {
  const button = document.getElementById(id);
  if (!button) return;
  button.hidden = false;
  button.addEventListener("click", () => {
    document.documentElement.classList.toggle("large", is_large);
    window.print();
  });
};
print_with("print", false);
print_with("print-large", true);
