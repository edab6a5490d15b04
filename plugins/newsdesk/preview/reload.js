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

  const hang = (news) => {
    hide();
    board = add(document.body, "div");
    board.lang = news.lang;
    const shadow = board.attachShadow({ mode: "open" }); // away from the site's styles
    Object.assign(add(shadow, "link"), { rel: "stylesheet", href: "/_preview/preview.css" });
    return shadow;
  };

  const tell = (parent, news) => {
    const list = add(parent, "ul");
    for (const { place, message, hint } of news.problems) {
      const item = add(list, "li");
      add(item, "code", place);
      add(item, "p", message);
      if (hint) add(item, "p", hint);
    }
  };

  const show = (data) => {
    if (data === closed) return; // seen already
    const news = JSON.parse(data);
    const dialog = add(hang(news), "dialog");
    dialog.setAttribute("role", "alertdialog");
    dialog.setAttribute("aria-labelledby", "heading");
    add(dialog, "h2", news.heading).id = "heading";
    add(dialog, "button", news.close).onclick = () => dialog.close();
    tell(dialog, news);
    dialog.onclose = () => { closed = data; hide(); };
    dialog.showModal(); // brings Escape and the focus with it
  };

  // Drafts that are left out need not keep anybody from reading; only whoever comes for one, and
  // does not find it, is told at once.
  const mention = (data) => {
    const news = JSON.parse(data);
    const region = add(hang(news), "div");
    region.setAttribute("role", "status");
    const note = add(region, "details");
    note.open = performance.getEntriesByType("navigation")[0]?.responseStatus === 404;
    add(note, "summary", news.heading);
    tell(note, news);
  };

  // A browser allows six connections to a server: a page in the background gives its own back.
  const listen = () => {
    events?.close();
    if (document.hidden) return;
    events = new EventSource(`/_preview/events?page=${page}`);
    events.addEventListener("reload", () => location.reload()); // keeps the place on the page
    events.addEventListener("problems", ({ data }) => show(data));
    events.addEventListener("drafts", ({ data }) => mention(data));
    events.addEventListener("well", hide);
  };

  document.addEventListener("visibilitychange", listen);
  listen();
})();
