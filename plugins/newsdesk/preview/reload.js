// Reloads an open page after a good build and shows what is wrong after a bad one.
// The server adds this to the pages it sends; no file contains it.
(() => {
  const { page } = document.currentScript.dataset;
  let events, board, closed;

  const add = (parent, name, text = "") => {
    const element = document.createElement(name);
    element.textContent = text;
    return parent.appendChild(element);
  };

  const hide = () => board?.remove();

  const show = (data) => {
    if (data === closed) return; // seen already
    hide();
    const news = JSON.parse(data);
    board = add(document.body, "div");
    board.lang = news.lang;
    const shadow = board.attachShadow({ mode: "open" }); // away from the site's styles
    Object.assign(add(shadow, "link"), { rel: "stylesheet", href: "/_preview/preview.css" });
    const dialog = add(shadow, "dialog");
    dialog.setAttribute("role", "alertdialog");
    dialog.setAttribute("aria-labelledby", "heading");
    add(dialog, "h2", news.heading).id = "heading";
    add(dialog, "button", news.close).onclick = () => dialog.close();
    const list = add(dialog, "ul");
    for (const { place, message, hint } of news.problems) {
      const item = add(list, "li");
      add(item, "code", place);
      add(item, "p", message);
      if (hint) add(item, "p", hint);
    }
    dialog.onclose = () => { closed = data; hide(); };
    dialog.showModal(); // brings Escape and the focus with it
  };

  // A browser allows six connections to a server: a page in the background gives its own back.
  const listen = () => {
    events?.close();
    if (document.hidden) return;
    events = new EventSource(`/_preview/events?page=${page}`);
    events.addEventListener("reload", () => location.reload()); // keeps the place on the page
    events.addEventListener("problems", ({ data }) => show(data));
    events.addEventListener("well", hide);
  };

  document.addEventListener("visibilitychange", listen);
  listen();
})();
