// Searches in the reader's browser; engine and index come when somebody begins to search.
"use strict";
{
  const area = document.querySelector(".search");
  const [closed, form, status, list, more, model] = area.children;
  const [first, ...others] = area.dataset.parts.split(" ");
  const letters = JSON.parse(area.dataset.letters);
  // As newsdesk.script.folding folds what is indexed; the engine itself takes marks off.
  const folded = (text) => text.normalize("NFKD").toLowerCase()
    .replace(/./gu, (sign) => letters[sign] ?? sign).replace(/dj/g, "d");
  let engine, found;

  const load = async () => {
    const made = (await import(`${first}pagefind.js`)).createInstance();
    // A fault of the first part shows only when it is asked for something.
    await Promise.all([made.filters(), ...others.map((part) => made.mergeIndex(part))]);
    return made;
  };
  const ready = () => engine ??= load();

  const show = async () => {
    const all = found, start = list.children.length;
    const results = await Promise.all(all.slice(start, start + 10).map((each) => each.data()));
    if (all !== found) return;
    for (const { url, excerpt, meta } of results) {
      const item = model.content.cloneNode(true);
      for (const place of item.querySelectorAll("[data-meta]"))
        place.textContent = meta[place.dataset.meta];
      item.querySelector("a").href = url;
      item.querySelector("[data-excerpt]").innerHTML = excerpt;
      list.append(item);
    }
    list.hidden = !all.length;
    more.hidden = list.children.length === all.length;
    return list.children[start];
  };

  // For a word that it does not know the engine gives pages with a shorter one. Only where every
  // word, looked for on its own and exactly, is found in one of its forms is the page one we mean.
  const find = async (q, filters) => {
    const ask = async (text) => (await (await ready()).search(text, { filters })).results;
    const text = folded(q).trim();
    if (/^["„“].+["“”]$/.test(text)) return ask(`"${text.slice(1, -1)}"`);
    const words = text.split(/[^\p{L}\p{M}\p{N}]+/u).filter((word) => word[1]);
    if (!words.length) return ask(text || null);
    const asked = [words.join(" "), ...words.map((word) => `"${word}"`)];
    const [all, ...exact] = await Promise.all(asked.map(ask));
    const known = exact.map((results) => new Set(results.map(({ id }) => id)));
    return all.filter(({ id }) => known.every((ids) => ids.has(id)));
  };

  const search = async () => {
    const asked = [...new FormData(form)].filter(([, value]) => value.trim());
    const { q = "", ...filters } = Object.fromEntries(asked);
    const mine = found = [];
    history.replaceState(null, "", `?${new URLSearchParams(asked)}`);
    list.replaceChildren();
    status.textContent = status.dataset.busy;
    try {
      const results = await find(q, filters);
      if (mine !== found) return;
      found = results;
      await show();
      status.textContent = status.dataset.found + results.length;
    } catch {
      engine = null;
      status.textContent = status.dataset.failed;
    }
  };

  form.addEventListener("focusin", () => ready().catch(() => engine = null));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    search();
  });
  more.addEventListener("click", async () => (await show())?.querySelector("a").focus());
  closed.hidden = true;
  form.hidden = false;
  const asked = [...new URLSearchParams(location.search)];
  for (const [name, value] of asked) {
    const field = form.elements.namedItem(name);
    if (field) field.value = value;
  }
  if (asked.length) search();
}
