// Shows those buttons of an article that this browser can serve, and says what they did.
"use strict";
{
  const address = (button) => button.dataset.address || location.href;
  const says = (button, text) => {
    button.parentElement.querySelector("[role=status]").textContent = text;
  };
  const deeds = {
    copy: navigator.clipboard && ((button) =>
      navigator.clipboard.writeText(address(button)).then(
        () => says(button, button.dataset.done),
        () => says(button, button.dataset.failed),
      )),
    // Whoever closes the browser's own dialog has changed their mind: nothing to say.
    share: navigator.share && ((button) =>
      navigator.share({ title: document.title, url: address(button) }).catch(() => {})),
    print: () => window.print(),
  };
  for (const button of document.querySelectorAll("button[data-share]")) {
    const deed = deeds[button.dataset.share];
    if (!deed) continue;
    button.addEventListener("click", () => deed(button));
    button.hidden = false;
  }
}
